"""JSON Lines: a record {id, title, text, date, source, url} a line, streamed: a file may be larger than memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.record import Records
from claimcheck.sources.source import Item, Reader, megabytes, unread


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """An article a line. A broken line is a note with its number; the other lines are read."""
    records = Records(doc)
    number = 0
    while line := stream.readline(max_size + 1):
        number += 1
        if len(line) > max_size:
            yield unread(doc, f"larger than {megabytes(max_size)}, the limit of one article (--max-size)", line=number)
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_size)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except UnicodeDecodeError as error:
            yield unread(doc, f"not UTF-8 (byte 0x{line[error.start]:02x})", line=number)
        except json.JSONDecodeError as error:
            yield unread(doc, f"not JSON: {error.msg} (column {error.colno})", line=number)
        except (RecursionError, ValueError):
            yield unread(doc, "not JSON: nested too deep or a number too long", line=number)
        else:
            yield from records.article(record, line=number)


READER = Reader(
    id="jsonl",
    summary="records {id, title, text, date, source, url}, one a line; an article is PATH#id",
    suffixes=(".jsonl", ".ndjson"),
    read=read,
    records=True,
    sniff=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"),
)

"""CSV: a record a row, in columns named id, title, text, date, source, url, lang; streamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.record import Records
from claimcheck.sources.source import Item, Reader, megabytes, unread

_DELIMITERS = ",;\t"


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """An article a row. The first line names the columns; columns of other names are not read."""
    csv.field_size_limit(max_size)
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    line = [1]  # on which the row begins
    try:
        yield from _rows(lines, doc, line)
    except csv.Error as error:
        limit = f" ({megabytes(max_size)}, --max-size)" if "limit" in str(error) else ""
        yield unread(doc, f"not CSV: {error}{limit}; what follows is not read", line=line[0])
    except UnicodeDecodeError as error:
        yield unread(doc, f"not UTF-8 (byte 0x{error.object[error.start]:02x}); what follows is not read")
    finally:
        lines.detach()


def _rows(lines: io.TextIOWrapper, doc: str, line: list[int]) -> Iterator[Item]:
    head = lines.readline(65_536)
    delimiter = max(_DELIMITERS, key=head.count)
    columns = [name.strip().lower() for name in next(csv.reader([head], delimiter=delimiter), [])]
    if "text" not in columns:
        yield unread(doc, 'no articles: the first line names no column "text"', line=1)
        return
    records, rows = Records(doc), csv.reader(lines, delimiter=delimiter)
    line[0] = 2
    for row in rows:
        if row:
            yield from records.article(dict(zip(columns, row, strict=False)), line=line[0])
        line[0] = rows.line_num + 2


def _is_csv(head: bytes) -> bool:
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[0].lower().strip()
    names = [name.strip(b'" ') for name in first.replace(b";", b",").replace(b"\t", b",").split(b",")]
    return b"text" in names and len(names) > 1


READER = Reader(
    id="csv",
    summary="a table with the columns id, title, text, date, source, url, lang; an article is PATH#id",
    suffixes=(".csv", ".tsv"),
    read=read,
    records=True,
    sniff=_is_csv,
)

"""JSON: one record {id, title, text, date, source, url}, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.decode import decode
from claimcheck.sources.record import Records
from claimcheck.sources.source import Item, Note, Reader, read_bounded, unread


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """The articles of one document. Records carry no line numbers here: a note names the record."""
    data = read_bounded(stream, doc, max_size=max_size)
    if isinstance(data, Note):
        yield data
        return
    text, notes = decode(data, doc)
    yield from notes
    if any(note.unread for note in notes):
        return
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        hint = "; one record a line belongs in a .jsonl file" if error.msg == "Extra data" else ""
        yield unread(doc, f"not JSON: {error.msg}{hint}", line=error.lineno)
        return
    except (RecursionError, ValueError):
        yield unread(doc, "not JSON: nested too deep or a number too long")
        return
    if isinstance(document, dict) and "tool" in document and "findings" in document:
        return  # a saved report of our own is evidence of nothing
    records = Records(doc)
    for record in document if isinstance(document, list) else [document]:
        yield from records.article(record)


READER = Reader(
    id="json",
    summary="one record {id, title, text, date, source, url}, or a list of them; an article is PATH#id",
    suffixes=(".json",),
    read=read,
    records=True,
    sniff=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["),
)

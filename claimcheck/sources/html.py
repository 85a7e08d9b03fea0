"""HTML pages: the article's own text and metadata (extra `html`).

Offsets, lines and columns count in the text that was taken out of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.page import article_of
from claimcheck.sources.source import Item, Note, Reader, read_bounded


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """One article a page."""
    data = read_bounded(stream, doc, max_size=max_size)
    if isinstance(data, Note):
        yield data
    else:
        yield from article_of(data, doc)


READER = Reader(
    id="html",
    summary="a web page: its article text, title, date and site (extra: html)",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read,
    sniff=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith((b"<!doctype html", b"<html")),
)

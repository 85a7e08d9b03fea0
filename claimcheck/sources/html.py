"""HTML pages: the article's own text and metadata, without menus and footers, by trafilatura (extra `html`).

Offsets, lines and columns count in the text that was taken out of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.frontmatter import FIELDS, article
from claimcheck.sources.source import Item, Note, Reader, read_bounded, unread


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """One article a page."""
    data = read_bounded(stream, doc, max_size=max_size)
    if isinstance(data, Note):
        yield data
        return
    try:
        from trafilatura import bare_extraction  # an optional extra, and slow to import
    except ImportError:
        yield unread(doc, 'reading HTML needs the extra "html": pip install "claimcheck-cli[html]"')
        return
    page = bare_extraction(data, with_metadata=True, include_comments=False, favor_precision=True)
    if page is None or not (page.text or "").strip():
        yield unread(doc, "no article text found in the page")
        return
    known = {"title": page.title, "date": page.date, "source": page.sitename, "url": page.url, "lang": page.language}
    yield from article(doc, page.text, {key: known[key] for key in FIELDS if known[key]})


READER = Reader(
    id="html",
    summary="a web page: its article text, title, date and site (extra: html)",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read,
    sniff=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith((b"<!doctype html", b"<html")),
)

"""HTML pages: the article's own text and metadata, without menus and footers, by trafilatura (extra `html`).

Offsets, lines and columns count in the text that was taken out of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.frontmatter import article
from claimcheck.sources.source import Item, Note, Reader, read_bounded, unread

_NAMES = {"title": "title", "date": "date", "source": "sitename", "url": "url", "lang": "language"}  # ours: theirs


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """One article a page."""
    data = read_bounded(stream, doc, max_size=max_size)
    if isinstance(data, Note):
        yield data
        return
    try:
        from trafilatura import bare_extraction  # type: ignore[import-not-found,unused-ignore]  # an extra, slow
    except ImportError:
        yield unread(doc, 'reading HTML needs the extra "html": pip install "claimcheck-cli[html]"')
        return
    found = bare_extraction(data, with_metadata=True, include_comments=False, favor_precision=True)
    page = found if isinstance(found, dict) or found is None else found.as_dict()
    text = str(page.get("text") or "") if page else ""
    if not page or not text.strip():
        yield unread(doc, "no article text found in the page")
        return
    known = {key: str(page[name]) for key, name in _NAMES.items() if page.get(name)}
    yield from article(doc, text, known)


READER = Reader(
    id="html",
    summary="a web page: its article text, title, date and site (extra: html)",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read,
    sniff=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith((b"<!doctype html", b"<html")),
)

"""The article in a web page: its own text, title, date and site, without menus and footers, by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.sources.frontmatter import article
from claimcheck.sources.source import Item, unread

_NAMES = {"title": "title", "date": "date", "source": "sitename", "url": "url", "lang": "language"}  # ours: theirs


def article_of(data: bytes, doc: str, *, url: str = "") -> Iterator[Item]:
    """The article of a page, or a note where there is none. `url` is where the page was, if it does not say itself."""
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
    yield from article(doc, text, {"url": url, **known})

"""RSS and Atom: an article an item, with the text that the feed carries of it (often a teaser only).

A document that declares entities is refused: it could name files, or grow without end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.sources.decode import decode
from claimcheck.sources.markup import text_of
from claimcheck.sources.record import Records
from claimcheck.sources.source import Item, Note, Reader, read_bounded, unread

if TYPE_CHECKING:  # only where there is a feed
    from xml.etree.ElementTree import Element

_ID, _DATE = ("guid", "id"), ("pubdate", "published", "date", "updated", "issued")
_TEXT = ("encoded", "content", "description", "summary")  # the fullest first


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """The items of one feed, in its order. The feed's title is their source, where an item names none."""
    data = read_bounded(stream, doc, max_size=max_size)
    if isinstance(data, Note):
        yield data
        return
    text, notes = decode(data, doc)
    yield from notes
    if any(note.unread for note in notes):
        return
    if "<!ENTITY" in text or "<!entity" in text:
        yield unread(doc, "declares entities, which no feed needs; refused")
        return
    from xml.etree import ElementTree  # no entities by now

    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield unread(doc, f"not XML: {error.msg}", line=error.position[0])
        return
    if _name(root) not in ("rss", "feed", "RDF"):
        yield unread(doc, f"XML, but no RSS or Atom feed (its root is {_name(root)!r})")
        return
    channel = next((child for child in root if _name(child) == "channel"), root)
    common = _fields(channel)
    records = Records(doc)
    for item in (element for element in root.iter() if _name(element) in ("item", "entry")):
        yield from records.article(_record(item, common))


def _record(item: Element, common: dict[str, str]) -> dict[str, str]:
    fields = _fields(item)
    found = {
        "id": _first(fields, *_ID, "link"),
        "title": text_of(fields.get("title", "")),
        "text": text_of(_first(fields, *_TEXT)),
        "date": _first(fields, *_DATE),
        "source": _first(fields, "source") or common.get("title", ""),
        "url": fields.get("link", ""),
        "lang": fields.get("language") or common.get("language", ""),
    }
    return {key: value for key, value in found.items() if value or key == "text"}


def _fields(element: Element) -> dict[str, str]:
    """Child -> its text, by the name without its namespace, in lower case; the first of each that has any."""
    found: dict[str, str] = {}
    for child in element:
        name = _name(child).lower()
        text = child.get("href", "") if name == "link" and child.get("rel", "alternate") == "alternate" else ""
        text = text or _inside(child).strip()
        if text and name not in found:
            found[name] = text
    return found


def _inside(element: Element) -> str:
    """The text of an element; for XHTML content its mark-up."""
    from xml.etree import ElementTree

    if len(element) and element.get("type") == "xhtml":
        return "".join(ElementTree.tostring(child, encoding="unicode") for child in element).replace("<html:", "<")
    named = next((child for child in element if _name(child) in ("title", "name")), None)
    return (element if named is None else named).text or ""  # never `if named`: an element without children is false


def _first(fields: dict[str, str], *names: str) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


READER = Reader(
    id="feed",
    summary="an RSS or Atom feed; an article is an item, PATH#id",
    suffixes=(".xml", ".rss", ".atom"),
    read=read,
    records=True,
    sniff=lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:RDF")),
)

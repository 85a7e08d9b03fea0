"""ninjs, the IPTC's JSON for news items (1 to 3): its fields by our names. https://iptc.org/standards/ninjs/"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from claimcheck.sources.markup import text_of

Json: TypeAlias = Mapping[str, object]


def record_of(item: Json) -> Json:
    """A record {id, title, text, date, source, url, lang} of a news item; any other record as it is."""
    if "text" in item or "uri" not in item or not item.keys() & {"body_text", "body_xhtml", "bodies", "headlines"}:
        return item
    found = {
        "id": item["uri"],
        "title": item.get("headline") or _of_list(item.get("headlines")),
        "text": item.get("body_text") or _text(item.get("body_xhtml")) or _body(item.get("bodies")),
        "date": item.get("versioncreated") or item.get("versionCreated") or item.get("firstcreated"),
        "source": item.get("provider") or item.get("copyrightholder") or item.get("copyrightHolder"),
        "url": item.get("url"),
        "lang": item.get("language"),
    }
    return {key: value for key, value in found.items() if value is not None}


def _of_list(values: object) -> object:
    """The `value` of the first, as ninjs 2 and 3 write headlines."""
    first = values[0] if isinstance(values, list) and values else None
    return first.get("value") if isinstance(first, dict) else None


def _body(bodies: object) -> object:
    """The plain one of several bodies, else the first."""
    known = [body for body in bodies if isinstance(body, dict)] if isinstance(bodies, list) else []
    known.sort(key=lambda body: body.get("contenttype", body.get("contentType")) != "text/plain")
    return _text(known[0].get("value")) if known else None


def _text(markup: object) -> object:
    return text_of(markup) if isinstance(markup, str) else None

"""Events as the rest of the run sees them: what sort, when and where, in the words of most of their articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.linking.copies import copies
from claimcheck.linking.strength import Strength
from claimcheck.model import Event, EventMention, Extraction, stable_id

_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Linked:
    """An event in the making: the mentions it consists of, and how they are linked."""

    mentions: tuple[EventMention, ...]
    how: Strength
    copies: tuple[tuple[str, ...], ...] = ()


def event_of(articles: Sequence[Extraction], how: Strength) -> Linked:
    """The main event of some articles."""
    return Linked(
        tuple(x.events[0] for x in articles), how, copies([x.article for x in articles]) if len(articles) > 1 else ()
    )


def numbered(found: Sequence[Linked]) -> tuple[Event, ...]:
    """Events with their ids, by first document. An id is kind/place/date; where several events share it, each gets a
    hash of its first mention, so that an id does not depend on how many others there are before it."""
    events = [event_from(linked) for linked in found]
    shared = Counter(event.id for event in events)
    named = [replace(e, id=own_id(e.id, e.mentions[0])) if shared[e.id] > 1 else e for e in events]
    return tuple(sorted(named, key=lambda event: (event.mentions[0], event.id)))


def own_id(shared: str, first: tuple[str, str]) -> str:
    """The id of an event that shares kind, place and date with others, by its first mention."""
    return f"{shared}~{stable_id(*first, size=3)}"


def event_from(linked: Linked) -> Event:
    """The event, with an id that others may share."""
    mentions = sorted(linked.mentions, key=lambda m: (not m.main, m.doc, m.key))
    mains = [m for m in mentions if m.main] or mentions
    kind = _most([m.kind for m in mains])
    place = _most([m.place for m in mains])
    date = _most([m.date for m in mains if m.date_low is not None and m.date_low == m.date_high])
    date = date or _most([m.date for m in mains])
    parts = (kind or "event", place or "somewhere", date or "undated")
    documents = tuple(sorted({m.doc for m in mentions}))
    return Event(
        id="/".join(_NOT_WORD.sub("-", part.lower()).strip("-") for part in parts),
        kind=kind,
        date=date,
        place=place,
        mentions=tuple((m.doc, m.key) for m in mentions),
        main_documents=tuple(dict.fromkeys(m.doc for m in mentions if m.main)),
        documents=documents,
        link=linked.how.link,
        reasons=linked.how.reasons,
        copies=linked.copies,
        loose=linked.how.loose,
        several=tuple(sorted({m.doc for m in mentions if m.several})) if len(documents) > 1 else (),
    )


def _most(values: Sequence[str | None]) -> str | None:
    """The most frequent value that is known; of equals the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None

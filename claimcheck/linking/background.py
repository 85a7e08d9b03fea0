"""Events that articles mention beside their main one: last year's attack, a sister incident, an anniversary.

They join an event only on hard evidence (same kind, same place, same known day); all others stay events of their own,
so that their claims never mix with those of a main event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.linking.events import Linked
from claimcheck.linking.strength import ALONE, Strength
from claimcheck.model import EventMention, Extraction

NARROW = 1  # days a date may span to be a day
Key = tuple[str, str, int, int]
_SAME_DAY = "one kind, place and day"


def background_events(ordered: Sequence[Extraction], groups: Sequence[str], mains: Sequence[Linked]) -> list[Linked]:
    """The main events with the background mentions that are of them, and the other background events."""
    group = {x.article.doc: g for x, g in zip(ordered, groups, strict=True)}
    where: dict[Key, int] = {}
    found: list[list[EventMention]] = [list(linked.mentions) for linked in mains]
    for number, linked in enumerate(mains):
        for mention in linked.mentions:
            for key in keys_of(mention, group[mention.doc]):
                where.setdefault(key, number)
    apart: defaultdict[Key, list[EventMention]] = defaultdict(list)
    alone: list[EventMention] = []
    for extraction in ordered:
        for mention in extraction.events[1:]:
            keys = keys_of(mention, group[mention.doc])
            event = next((where[key] for key in keys if key in where), None)
            if event is not None and all(m.doc != mention.doc for m in found[event] if m.main):
                found[event].append(mention)
            elif keys and event is None:
                apart[keys[0]].append(mention)
            else:
                alone.append(mention)
    made = [Linked(tuple(m), linked.how, linked.copies) for m, linked in zip(found, mains, strict=True)]
    return made + [background(mentions) for mentions in apart.values()] + [Linked((m,), ALONE) for m in alone]


def background(mentions: Sequence[EventMention]) -> Linked:
    """An event that articles mention beside their main one."""
    several = len({m.doc for m in mentions}) > 1
    return Linked(tuple(mentions), Strength("likely", (_SAME_DAY,)) if several else ALONE)


def keys_of(mention: EventMention, group: str) -> list[Key]:
    """Kind, place and day of a mention; empty where one of them is not known well enough."""
    low, high = mention.date_low, mention.date_high
    if mention.kind is None or mention.geonameid is None or low is None or high is None or high - low > NARROW:
        return []
    return [(group, mention.kind, mention.geonameid, day) for day in range(low, high + 1)]

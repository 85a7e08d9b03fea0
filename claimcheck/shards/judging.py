"""The last steps: rules on each event and its articles, and the counts of what was compared.

judge   an event, the articles about it and the claims that hang on it
corpus  all of a group's articles at once: where a rule asks for that, one worker holds them all
tally   counts, added up
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.model import Event, EventMention, Extraction, stable_id
from claimcheck.shards.rows import (
    article_from,
    claims_from,
    event_from_row,
    event_row,
    extraction_from,
    finding_row,
    undecided_row,
)
from claimcheck.shards.slip import Key, Plain, Rows, Slip

if TYPE_CHECKING:
    from claimcheck.checks.check import AnyRule, Scope
    from claimcheck.checks.judge import Said
    from claimcheck.checks.panel import Panel

EVENTS, FINDINGS, UNDECIDED, TALLIES = "events", "findings", "undecided", "tallies"  # what comes out
_COUNTS = ("groups", "claims", "roles", "compared", "doubts")
_BUCKETS = 16
_NOTHING_HANGS = EventMention("", "", main=True)  # stands where only the claims of an article are wanted
Place = tuple[int, str, str, str]  # the scope, and the document or the event: the order in which one process judges


def by_judge(key: Key, rows: Rows, panels: Mapping[Scope, Panel]) -> Iterator[Slip]:
    """What the rules say, each with its place in the order of one process; and the event with the ids of its claims."""
    shared, own = None, ""
    mains: list[Extraction] = []
    others: list[Extraction] = []
    for order, data in rows:
        if order[0] == "0":
            shared = event_from_row(data)
        elif order[0] == "1":
            own = data
        else:
            main, article, claims = data
            extraction = Extraction(article_from(article), claims_from(claims), (_NOTHING_HANGS,))
            (mains if main else others).append(extraction)
    if shared is None:
        return
    event = replace(shared, id=own)
    yield Slip(EVENTS, "", "", (event_row(event), _hanging(event, (*mains, *others))))
    if panels:
        yield from _judged(key, event, mains, others, panels)


def _hanging(event: Event, extractions: Sequence[Extraction]) -> Plain:
    mentions = set(event.mentions)
    ordered = sorted(extractions, key=lambda extraction: extraction.article.doc)
    return tuple(c.id for x in ordered for c in x.claims if (c.doc, c.event or "") in mentions)


def _judged(
    key: Key,
    event: Event,
    mains: Sequence[Extraction],
    others: Sequence[Extraction],
    panels: Mapping[Scope, Panel],
) -> Iterator[Slip]:
    from claimcheck.checks.judge import tallied  # where there are rules

    tally: dict[str, Counter[str]] = {}
    for scope, panel in panels.items():
        if scope == "corpus":
            continue
        parts = [[x] for x in mains] if scope == "article" else [sorted((*mains, *others), key=lambda x: x.article.doc)]
        for part in parts:
            place = (0, part[0].article.doc, "", "") if scope == "article" else (1, *event.mentions[0], event.id)
            said = tallied(part, [event], panel)
            yield from _told(said, place)
            for rule, count in said.tally.items():
                tally.setdefault(rule, Counter()).update(count)
    counts = tuple((rule, *(count[name] for name in _COUNTS)) for rule, count in tally.items() if count)
    if counts:
        yield Slip("tally", (int(stable_id(repr(key)), 16) % _BUCKETS,), repr(key), counts)


def _told(said: Said, place: Place) -> Iterator[Slip]:
    yield from (Slip(FINDINGS, "", "", (place, n, finding_row(f))) for n, f in enumerate(said.findings))
    yield from (Slip(UNDECIDED, "", "", (place, n, undecided_row(u))) for n, u in enumerate(said.undecided))


def by_corpus(key: Key, rows: Rows, panel: Panel) -> Iterator[Slip]:
    """Rules on all articles of a group."""
    from claimcheck.checks.judge import tallied

    events: list[Event] = []
    extractions: list[Extraction] = []
    for order, data in rows:
        if order[0] == "0":
            events.append(event_from_row(data))
        else:
            extractions.append(extraction_from(data))
    group = str(key)
    said = tallied(extractions, events, panel, group_of=lambda _doc: group)
    yield from _told(said, (2, group, "", ""))
    counts = tuple((rule, *(count[name] for name in _COUNTS)) for rule, count in said.tally.items())
    yield Slip("tally", (0,), f"corpus {group}", counts)


def by_tally(rows: Rows) -> Iterator[Slip]:
    """The counts of many events, rule by rule."""
    sums: dict[str, list[int]] = {}
    for _, counts in rows:
        for rule, *numbers in counts:
            before = sums.setdefault(rule, [0] * len(_COUNTS))
            for at, number in enumerate(numbers):
                before[at] += number
    yield Slip(TALLIES, "", "", tuple((rule, *numbers) for rule, numbers in sums.items()))


def tally_of(rules: Sequence[AnyRule], rows: Sequence[Plain]) -> dict[str, Counter[str]]:
    """All counts together."""
    tally: dict[str, Counter[str]] = {rule.id: Counter() for rule in rules}
    for counts in rows:
        for rule, *numbers in counts:
            tally[rule].update(dict(zip(_COUNTS, numbers, strict=True)))
    return tally

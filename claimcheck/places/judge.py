"""Which names of an article are places: those with enough evidence, then those that the others make likely."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.places.capitals import Spot
from claimcheck.places.evidence import hopeless, weigh
from claimcheck.places.gazetteer import COMMON, GIVEN, STATE, SURNAME, Gazetteer
from claimcheck.places.reading import ENOUGH, Evidence, Reading
from claimcheck.record import record
from claimcheck.text.passage import Passage

# From one line end, where the search is one for a character, to what no other line begins with
_DATELINE = re.compile(
    r"\n[\"' ]*((?=[A-Z][^a-z])(?:[A-Z][A-Z.'-]*[ -]?){1,5})(?:, (?:[A-Z][\w.]* ?){1,3}(?:\d{1,2} ?(?:, \d{4} ?)?)?)?"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:--?|:|\() ?"
)
_HEAD = 2500  # characters in which a dateline stands
_DOUBTFUL = 0.9  # enough for a town of a region that the article names
_FAIR = 1.2  # enough for a town of a country that the article names
_NAMED = 9.0  # more than enough
_A_PERSON = 1.0  # against a name that another reader took for somebody's whole name
Spans = Sequence[tuple[int, int]]


@record(frozen=True, slots=True)
class Found:
    """A name accepted as a place (or nearly), before it is known which. `fixed` is its id where that is sure."""

    passage: int
    spot: Spot
    evidence: Evidence
    fixed: int = 0


def find_places(
    gazetteer: Gazetteer,
    readings: Sequence[Reading],
    streets: Sequence[Spans],
    names: Sequence[Spans],
    hints: Counter[int],
) -> list[Found]:
    """All places of an article, in order. `streets` are addresses and `names` those of people and organisations, per
    passage, in order and apart. Adds to `hints` the places that stand in another's name: the city of a police
    department."""
    found: list[Found] = []
    doubtful: list[Found] = []
    for n, reading in enumerate(readings):
        _judge(reading, n, streets[n], names[n], found, doubtful, hints)
    more = _likely(gazetteer, found, doubtful, hints)
    found = sorted(found + more, key=lambda f: (f.passage, f.spot.start)) if more else found
    return _same_unknown(found)


def _judge(
    reading: Reading,
    n: int,
    streets: Spans,
    names: Spans,
    found: list[Found],
    doubtful: list[Found],
    hints: Counter[int],
) -> None:
    datelines = _datelines(reading.passage)
    street_starts, street_ends = [s for s, _ in streets], [e for _, e in streets]
    name_starts, name_ends = [s for s, _ in names], [e for _, e in names]
    previous = (0, 0)
    outer: dict[int, int] = {}  # start of a name -> the id that the name before it asked of it: Paris, Texas
    for spot in reading.capitals.spots:
        if spot.start in outer:
            found.append(Found(n, spot, Evidence(_NAMED, spot.start, spot.end, strong=True), outer[spot.start]))
            previous = (spot.end, outer[spot.start])
            continue
        dateline = spot.start in datelines and not spot.name.marks & STATE
        if not dateline and spot.name.marks and hopeless(reading, spot):
            continue
        if streets and bisect_right(street_ends, spot.start) < bisect_left(street_starts, spot.end):
            continue
        evidence = weigh(reading, spot, previous)
        low, high = bisect_right(name_ends, spot.start), bisect_left(name_starts, spot.end)
        if low < high:  # a part of a name, or a whole one
            if name_starts[low] < evidence.start or name_ends[high - 1] > evidence.end:
                continue
            evidence = replace(evidence, score=evidence.score - _A_PERSON)
        if dateline:
            evidence = replace(evidence, score=max(evidence.score, 0.0) + 4.0, strong=True, tags=("dateline",))
        if evidence.score >= ENOUGH:
            following = reading.by_first.get(spot.last + 1) if evidence.outer else None
            if following:
                outer[following.start] = evidence.outer
            found.append(Found(n, spot, evidence))
            previous = (evidence.end, spot.name.ids[0])
        elif evidence.part:
            hints[spot.name.ids[0]] += 1
        elif evidence.score > -1.0:
            doubtful.append(Found(n, spot, evidence))


def _likely(
    gazetteer: Gazetteer, found: Sequence[Found], doubtful: Sequence[Found], hints: Counter[int]
) -> list[Found]:
    """Doubtful names that are places elsewhere in the article, or towns of the regions and countries it names."""
    if not doubtful:
        return []
    sure = {f.spot.written for f in found if f.evidence.strong}
    named = {f.evidence.outer or f.fixed or f.spot.name.ids[0] for f in found}
    regions = {id_ for id_ in named if (p := gazetteer.place(id_)) and p.sort == "region"}
    countries = {gazetteer.country(id_) for id_ in (*named, *hints)} - {0}
    return [f for f in doubtful if f.spot.written in sure or _belongs(gazetteer, f, regions, countries)]


def _belongs(gazetteer: Gazetteer, f: Found, regions: set[int], countries: set[int]) -> bool:
    """Whether a doubtful name can be a town of one of the regions, or a fair town of one of the countries."""
    if f.evidence.score < _DOUBTFUL:
        return False
    ids = f.spot.name.ids
    if regions and any(gazetteer.region(id_) in regions for id_ in ids[:24]):
        return True
    plain = not f.spot.name.marks & (COMMON | GIVEN | SURNAME)
    return plain and f.evidence.score >= _FAIR and gazetteer.country(ids[0]) in countries


def _same_unknown(found: list[Found]) -> list[Found]:
    """A town said to lie where the gazetteer has none of its name is that town wherever the article names it."""
    lacking = {f.spot.written.lower(): f.evidence.outer for f in found if f.evidence.unknown and f.evidence.outer}
    if not lacking:
        return found
    return [
        replace(f, evidence=replace(f.evidence, unknown=True, outer=lacking[f.spot.written.lower()]))
        if f.spot.written.lower() in lacking and not f.fixed and not f.evidence.outer
        else f
        for f in found
    ]


def _datelines(passage: Passage) -> frozenset[int]:
    """Where the towns of datelines begin: `MOSCOW (Reuters) -`, `VANCOUVER, Wash. --`, `LIMA, May 3 (AFP) -`."""
    if passage.field == "title" or passage.capitals:
        return frozenset()
    lines = "\n" + passage.folded[:_HEAD]
    return frozenset([m.start(1) - 1 for m in _DATELINE.finditer(lines) if len(m.group(1).strip()) > 3])

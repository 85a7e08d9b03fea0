"""Reads the places of an article: title first, then the text, each name resolved in the light of all the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.model import Mention, Value
from claimcheck.places.addresses import find_addresses
from claimcheck.places.capitals import Capitals, Spot, find_capitals, persons
from claimcheck.places.evidence import ENOUGH, Evidence, Reading, weigh
from claimcheck.places.gazetteer import STATE, Gazetteer, shipped
from claimcheck.places.resolve import Asked, resolve
from claimcheck.places.words import Words, load_words
from claimcheck.text.passage import Passage

_DATELINE = re.compile(
    r"^[\"' ]*((?:[A-Z][A-Z.'-]*[ -]?){1,5})(?:, (?:[A-Z][\w.]*[ ]?){1,3})?(?: ?\([^()\n]{2,40}\))? ?(?:--?|:|\() ?", re.M
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A name accepted as a place, before it is known which."""

    passage: int
    spot: Spot
    evidence: Evidence
    tags: tuple[str, ...]


class Places:
    """The reader of places. One per process."""

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self.gazetteer = gazetteer
        self.words = words

    def read(self, passages: Sequence[Passage], *, names: Sequence[Sequence[Mention]] = ()) -> list[list[Mention]]:
        """Mentions of kind location, per passage, in order. `names` are the people and organisations another reader
        found, per passage: what lies inside one of them is no place."""
        capitals = [find_capitals(p, self.gazetteer, self.words) for p in passages]
        people = frozenset().union(*(persons(c, p.folded, self.words) for c, p in zip(capitals, passages, strict=True)))
        addresses = [find_addresses(p.folded) for p in passages]
        hints: Counter[int] = Counter()
        found: list[_Found] = []
        doubtful: list[_Found] = []
        for n, (passage, caps) in enumerate(zip(passages, capitals, strict=True)):
            reading = Reading(passage, caps, self.gazetteer, self.words, people, _plain(passage))
            taken = [m[:2] for m in addresses[n]] + [(m.start, m.end) for m in (names[n] if n < len(names) else ())]
            self._judge(reading, n, taken, found, doubtful, hints)
            for spot in caps.demonyms:
                hints[spot.name.ids[0]] += 1
        found = _said_elsewhere(found, doubtful)
        ids = resolve(self.gazetteer, [_asked(f) for f in found], hints)
        out: list[list[Mention]] = [[] for _ in passages]
        for f, id_ in zip(found, ids, strict=True):
            out[f.passage].append(self._mention(passages[f.passage], f, id_))
        for n, rows in enumerate(addresses):
            out[n] += [Mention("location", s, e, Value(passages[n].text[s:e]), tags=("address",)) for s, e in rows]
            out[n].sort(key=lambda m: (m.start, -m.end))
        return out

    def _judge(
        self,
        reading: Reading,
        n: int,
        taken: Sequence[tuple[int, int]],
        found: list[_Found],
        doubtful: list[_Found],
        hints: Counter[int],
    ) -> None:
        datelines = _datelines(reading.passage)
        previous = (0, 0)
        outer: dict[int, int] = {}
        for spot in reading.capitals.spots:
            if any(s < spot.end and e > spot.start for s, e in taken):
                continue
            if spot.start in outer:
                evidence = Evidence(9.0, spot.start, spot.end, strong=True)
            else:
                evidence = weigh(reading, spot, previous)
            tags: tuple[str, ...] = ()
            if spot.start in datelines and not spot.name.marks & STATE:
                evidence = replace(evidence, score=max(evidence.score, 0.0) + 4.0, strong=True)
                tags = ("dateline",)
            if evidence.outer:
                following = next((s for s in reading.capitals.spots if s.first == spot.last + 1), None)
                if following:
                    outer[following.start] = evidence.outer
            row = _Found(n, spot, replace(evidence, outer=evidence.outer), tags)
            if evidence.score >= ENOUGH:
                if spot.start in outer:
                    row = replace(row, evidence=replace(evidence, outer=-outer[spot.start]))
                found.append(row)
                previous = (evidence.end, outer.get(spot.start) or spot.name.ids[0])
            elif evidence.part:
                hints[spot.name.ids[0]] += 1
            elif evidence.score > -1.0:
                doubtful.append(row)

    def _mention(self, passage: Passage, f: _Found, id_: int) -> Mention:
        place = self.gazetteer.place(id_) if id_ else None
        start, end = f.evidence.start, f.evidence.end
        written = passage.text[start:end]
        if place is None:
            return Mention("location", start, end, Value(written), tags=f.tags)
        short = f.spot.name.marks & STATE or (len(written) <= 5 and written.isupper() or "." in written[:-1])
        value = place.name if short and place.name and place.sort in ("region", "country") else written
        return Mention(
            "location",
            start,
            end,
            Value(value, lat=place.lat, lon=place.lon, geonameid=id_ if id_ > 0 else None),
            tags=f.tags,
        )


def load_places() -> Places:
    """The reader with the shipped gazetteer and vocabulary."""
    return Places(shipped(), load_words())


def _asked(f: _Found) -> Asked:
    e = f.evidence
    if e.outer < 0:  # the outer name itself, as its inner one asked for it
        return Asked(f.spot.written, replace(f.spot.name, ids=(-e.outer,)))
    return Asked(f.spot.written, f.spot.name, e.sort, e.outer)


def _said_elsewhere(found: list[_Found], doubtful: list[_Found]) -> list[_Found]:
    """Names that are places elsewhere in the article are places where the words around do not say."""
    sure = {f.spot.written for f in found if f.evidence.strong}
    more = [f for f in doubtful if f.spot.written in sure and not f.evidence.part]
    return sorted(found + more, key=lambda f: (f.passage, f.spot.start)) if more else found


def _datelines(passage: Passage) -> frozenset[int]:
    if passage.field == "title" or passage.capitals:
        return frozenset()
    head = passage.folded[:2500]
    return frozenset(m.start(1) for m in _DATELINE.finditer(head) if len(m.group(1).strip()) > 3)


def _plain(passage: Passage) -> bool:
    """Whether capital letters mark names here: not in wire copy nor in headlines in title case."""
    if passage.capitals:
        return False
    if passage.field != "title":
        return True
    long = [w for w in passage.folded.split() if len(w) > 3 and w[0].isalpha()]
    return not long or sum(w[0].isupper() for w in long) < 0.75 * len(long)

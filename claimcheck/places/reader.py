"""Reads the places of an article: title first, then the text, each name resolved in the light of all the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.model import Mention, Value
from claimcheck.places.addresses import find_addresses
from claimcheck.places.capitals import Spot, find_capitals, persons
from claimcheck.places.evidence import hopeless, weigh
from claimcheck.places.gazetteer import COMMON, DEMONYM, GIVEN, STATE, SURNAME, Gazetteer, shipped
from claimcheck.places.reading import ENOUGH, Evidence, Reading
from claimcheck.places.resolve import Asked, Resolver
from claimcheck.places.seats import find_seats
from claimcheck.places.unknown import find_unknown
from claimcheck.places.words import Words, load_words
from claimcheck.text.passage import Passage

_DATELINE = re.compile(
    r"^[\"' ]*((?:[A-Z][A-Z.'-]*[ -]?){1,5})(?:, (?:[A-Z][\w.]*[ ]?){1,3})?(?: ?\([^()\n]{2,40}\))? ?(?:--?|:|\() ?", re.M
)
_DOUBTFUL = 0.9  # enough for a town of a region that the article names
_FAIR = 1.2  # enough for a town of a country that the article names
_DISTANCE = frozenset(("km", "kilometer", "kilometers", "kilometre", "kilometres", "mile", "miles", "mi", "outskirts", "suburbs"))
_NEAR = frozenset(("near", "outside", "nearby", "around", "off"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A name accepted as a place (or nearly), before it is known which. `fixed` is its id where that is sure."""

    passage: int
    spot: Spot
    evidence: Evidence
    fixed: int = 0


class Places:
    """The reader of places. One per process."""

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self._resolver = Resolver(gazetteer)
        homes = (("US", words.home_us), ("GB", words.home_gb), ("IN", words.home_in), ("AU", words.home_au), ("CA", words.home_ca))
        self._homes = {word: code for code, of in homes for word in of}

    def read(self, passages: Sequence[Passage], *, names: Sequence[Sequence[Mention]] = ()) -> list[list[Mention]]:
        """Mentions of kind location, per passage, in order. `names` are the people and organisations another reader
        found, per passage: what lies inside one of them is no place.

        Tags: dateline; address (a street, without a point); near (`near X`, `10 km south of X`: the event is not in X);
        metonym (`Kyiv said`: a government); unknown (no entry of the gazetteer: words say that it is a place);
        capital (`the Russian capital`: the value is its name).
        """
        readings = self._readings(passages)
        addresses = [_addresses(r) for r in readings]
        hints = self._hints(readings)
        found: list[_Found] = []
        doubtful: list[_Found] = []
        for n, reading in enumerate(readings):
            taken = addresses[n] + [(m.start, m.end) for m in (names[n] if n < len(names) else ())]
            self._judge(reading, n, taken, found, doubtful, hints)
        found = self._same_unknown(self._with_doubtful(found, doubtful, hints))
        ids = self._resolve(found, hints)
        out = [[Mention("location", s, e, Value(r.passage.text[s:e]), tags=("address",)) for s, e in a] for r, a in zip(readings, addresses, strict=True)]
        for f, id_ in zip(found, ids, strict=True):
            out[f.passage].append(self._mention(readings[f.passage], f, id_))
        self._add_unnamed(readings, found, ids, addresses, hints, out)
        for rows in out:
            rows.sort(key=lambda m: (m.start, -m.end))
        return out

    def demonym(self, word: str) -> int:
        """The country (or region) whose people or things are called so: `Russian`, `Chechens`; 0: no demonym."""
        name = self.gazetteer.name(word)
        return name.ids[0] if name and name.marks & DEMONYM and name.ids else 0

    def within(self, geonameid: int) -> tuple[int, ...]:
        """What contains a place, nearest first."""
        return self.gazetteer.within(geonameid)

    def contains(self, a: int, b: int) -> bool:
        """Whether b lies in a, or is a."""
        return self.gazetteer.contains(a, b)

    def distance_km(self, a: int, b: int) -> float | None:
        """Between two places, as the crow flies."""
        return self.gazetteer.distance_km(a, b)

    def _readings(self, passages: Sequence[Passage]) -> list[Reading]:
        capitals = [find_capitals(p, self.gazetteer, self.words) for p in passages]
        people = frozenset().union(*(persons(c, p.folded, self.words) for c, p in zip(capitals, passages, strict=True)))
        return [
            Reading(p, c, {s.first: s for s in c.spots}, self.gazetteer, self.words, people, _plain(p))
            for p, c in zip(passages, capitals, strict=True)
        ]

    def _hints(self, readings: Sequence[Reading]) -> Counter[int]:
        """What the article is about beside the places it names: demonyms, words of one country's papers."""
        hints: Counter[int] = Counter()
        for reading in readings:
            for spot in reading.capitals.demonyms:
                hints[spot.name.ids[0]] += 1
            telling = Counter(self._homes[w] for w in self._homes.keys() & set(reading.passage.words))
            for code, times in telling.items():
                hints[self.gazetteer.code(code)] += min(3, times)
            if any(len(t) == 4 and t[0] in "KW" and t.isupper() for t in reading.capitals.texts[:80]):
                hints[self.gazetteer.code("US")] += 1  # the call sign of a station
        return +hints

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
            if spot.start in outer:
                id_ = outer[spot.start]
                found.append(_Found(n, spot, Evidence(9.0, spot.start, spot.end, strong=True), id_))
                previous = (spot.end, id_)
                continue
            dateline = spot.start in datelines and not spot.name.marks & STATE
            if not dateline and hopeless(reading, spot):
                continue
            if taken and any(s < spot.end and e > spot.start for s, e in taken):
                continue
            evidence = weigh(reading, spot, previous)
            if dateline:
                evidence = evidence._replace(score=max(evidence.score, 0.0) + 4.0, strong=True, tags=("dateline",))
            if evidence.score >= ENOUGH:
                following = reading.by_first.get(spot.last + 1) if evidence.outer else None
                if following:
                    outer[following.start] = evidence.outer
                found.append(_Found(n, spot, evidence))
                previous = (evidence.end, spot.name.ids[0])
            elif evidence.part:
                hints[spot.name.ids[0]] += 1
            elif evidence.score > -1.0:
                doubtful.append(_Found(n, spot, evidence))

    def _with_doubtful(self, found: list[_Found], doubtful: list[_Found], hints: Counter[int]) -> list[_Found]:
        """Adds names that are places elsewhere in the article, and towns of the regions that it names."""
        sure = {f.spot.written for f in found if f.evidence.strong}
        regions = {f.evidence.outer or f.fixed or f.spot.name.ids[0] for f in found}
        regions = {id_ for id_ in regions if (p := self.gazetteer.place(id_)) and p.sort == "region"}
        countries = {self.gazetteer.country(id_) for id_ in (*(f.fixed or f.spot.name.ids[0] for f in found), *hints)} - {0}
        more = [
            f
            for f in doubtful
            if f.spot.written in sure or self._belongs(f, regions, countries)
        ]
        return sorted(found + more, key=lambda f: (f.passage, f.spot.start)) if more else found

    def _belongs(self, f: _Found, regions: set[int], countries: set[int]) -> bool:
        """Whether a doubtful name can be a town of a region, or a fair town of a country, that the article names."""
        if f.evidence.score < _DOUBTFUL:
            return False
        ids = f.spot.name.ids
        if any(self.gazetteer.outer(id_)[0] in regions for id_ in ids[:24]):
            return True
        plain = not f.spot.name.marks & (COMMON | GIVEN | SURNAME)
        return plain and f.evidence.score >= _FAIR and self.gazetteer.country(ids[0]) in countries

    def _resolve(self, found: Sequence[_Found], hints: Counter[int]) -> list[int]:
        hints = hints.copy()
        open_ = [f for f in found if not f.fixed and not f.evidence.unknown]
        for f in found:
            if f.fixed:
                hints[f.fixed] += 1
        asked = [Asked(f.spot.written, f.evidence.sort, f.evidence.outer) for f in open_]
        names = {f.spot.written: f.spot.name for f in open_}
        ids = iter(self._resolver.resolve(asked, names, hints))
        return [f.fixed or (0 if f.evidence.unknown else next(ids)) for f in found]

    @staticmethod
    def _same_unknown(found: Sequence[_Found]) -> list[_Found]:
        """A town said to lie where the gazetteer has none of its name is that town wherever the article names it."""
        lacking = {f.spot.written.lower(): f.evidence.outer for f in found if f.evidence.unknown and f.evidence.outer}
        if not lacking:
            return list(found)
        return [
            replace(f, evidence=f.evidence._replace(unknown=True, outer=lacking[f.spot.written.lower()]))
            if f.spot.written.lower() in lacking and not f.fixed and not f.evidence.outer
            else f
            for f in found
        ]

    def _mention(self, reading: Reading, f: _Found, id_: int) -> Mention:
        start, end = f.evidence.start, f.evidence.end
        written = reading.passage.text[start:end]
        place = self.gazetteer.place(id_) if id_ else None
        tags = f.evidence.tags + _tags(reading, f.spot, self._governs(id_))
        if place is None:
            around = self.gazetteer.place(f.evidence.outer) if f.evidence.outer else None
            point = (around.lat, around.lon) if around and around.sort != "country" else (None, None)
            return Mention("location", start, end, Value(written, lat=point[0], lon=point[1]), tags=(*tags, "unknown"))
        short = f.spot.name.marks & STATE or (len(written) < 6 and written.isupper()) or "." in written[:-1]
        value = place.name if short and place.name and place.sort in ("region", "country") else written
        return Mention(
            "location", start, end, Value(value, lat=place.lat, lon=place.lon, geonameid=id_ if id_ > 0 else None), tags=tags
        )

    def _governs(self, id_: int) -> bool:
        """Whether the name of the place may stand for a government: a country, a capital."""
        country = self.gazetteer.country(id_) if id_ else 0
        return bool(country) and id_ in (country, self.gazetteer.capital(country))

    def _add_unnamed(
        self,
        readings: Sequence[Reading],
        found: Sequence[_Found],
        ids: Sequence[int],
        addresses: Sequence[list[tuple[int, int]]],
        hints: Counter[int],
        out: list[list[Mention]],
    ) -> None:
        """Places without an entry in the gazetteer, and capitals that are not called by name."""
        countries: Counter[int] = Counter()
        for id_ in ids:
            countries[self.gazetteer.country(id_) if id_ else 0] += 1
        for id_, times in hints.items():
            countries[self.gazetteer.country(id_)] += times
        del countries[0]
        for n, reading in enumerate(readings):
            accepted = {f.evidence.start: id_ for f, id_ in zip(found, ids, strict=True) if f.passage == n}
            spans = [(m.start, m.end) for m in out[n]]
            for name in find_unknown(reading, accepted):
                if any(s < name.end and e > name.start for s, e in spans):
                    continue
                around = self.gazetteer.place(name.outer) if name.outer else None
                lat, lon = (around.lat, around.lon) if around and around.sort != "country" else (None, None)
                value = Value(reading.passage.text[name.start : name.end], lat=lat, lon=lon)
                out[n].append(Mention("location", name.start, name.end, value, tags=("unknown",)))
            for seat in find_seats(reading, accepted, countries):
                capital = self.gazetteer.place(self.gazetteer.capital(seat.country))
                if capital and capital.name:
                    value = Value(capital.name, lat=capital.lat, lon=capital.lon, geonameid=capital.id)
                    out[n].append(Mention("location", seat.start, seat.end, value, tags=("capital",)))


def load_places() -> Places:
    """The reader with the shipped gazetteer and vocabulary."""
    return Places(shipped(), load_words())


def _addresses(reading: Reading) -> list[tuple[int, int]]:
    """Streets, without those in the name of something else (Wall Street Journal) and those that are known as places."""
    found = find_addresses(reading.passage.folded, reading.capitals.streets)
    if not found:
        return found
    capitals, folded = reading.capitals, reading.passage.folded
    known = {(s.start, s.end) for s in capitals.spots if s.first != s.last}
    next_ = {start: text.lower() for start, text in zip(capitals.starts, capitals.texts, strict=True)}
    return [
        span
        for span in found
        if span not in known and not (folded[span[1] : span[1] + 1] == " " and next_.get(span[1] + 1) in reading.words.heads)
    ]


def _tags(reading: Reading, spot: Spot, governs: bool) -> tuple[str, ...]:
    words, passage = reading.words, reading.passage
    said = passage.words
    k = reading.word_before(spot)
    tags: tuple[str, ...] = ()
    if k >= 0 and (said[k] in _NEAR or (said[k] in ("of", "from") and not _DISTANCE.isdisjoint(said[max(0, k - 3) : k]))):
        tags = ("near",)
    n = reading.word_after(spot) if governs else len(said)
    if n < len(said) and said[n] in words.actions and passage.starts[n] - spot.end == 1:
        tags += ("metonym",)
    return tags


def _datelines(passage: Passage) -> frozenset[int]:
    """Where the towns of datelines begin: `MOSCOW (Reuters) -`, `VANCOUVER, Wash. --`."""
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

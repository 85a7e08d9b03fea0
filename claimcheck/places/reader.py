"""Reads the places of an article: title first, then the text, each name resolved in the light of all the others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from claimcheck.model import Mention, Value
from claimcheck.places.addresses import find_addresses
from claimcheck.places.capitals import Spot, find_capitals, persons
from claimcheck.places.gazetteer import DEMONYM, STATE, Gazetteer, Place, shipped
from claimcheck.places.judge import Found, find_places
from claimcheck.places.reading import Reading
from claimcheck.places.resolve import Asked, Resolver
from claimcheck.places.seats import find_seats
from claimcheck.places.unknown import find_unknown
from claimcheck.places.words import Words, load_words
from claimcheck.text.passage import Passage

_HOMES = ("US", "GB", "IN", "AU", "CA")
_TELLING = 3  # so many words of one country's papers say all that more would say
_CALL_SIGNS = 80  # capitalised words among which a station signs: `GREENVILLE, S.C. (WYFF)`


class Places:
    """The reader of places. One per process; remembers names from one article to the next, never what they meant."""

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self._resolver = Resolver(gazetteer)
        own = (words.home_us, words.home_gb, words.home_in, words.home_au, words.home_ca)
        self._homes = {word: code for code, of in zip(_HOMES, own, strict=True) for word in of}
        self._telling = frozenset(self._homes)

    def read(self, passages: Sequence[Passage], *, names: Sequence[Sequence[Mention]] = ()) -> list[list[Mention]]:
        """Mentions of kind location, per passage, in order. `names` are the people and organisations another reader
        found, per passage: a part of one is no place; the whole of one only if the text says so.

        Tags: dateline; address (a street, without a point); near (`near X`, `10 km south of X`: the event is not in X);
        metonym (`Kyiv said`: a government); unknown (the gazetteer lacks it, the words say it is a place; its point, if
        any, is that of the region it is said to lie in); capital (`the Russian capital`: the value is its name).
        """
        return self.read_all([passages], names=[names])[0]

    def read_all(
        self, articles: Sequence[Sequence[Passage]], *, names: Sequence[Sequence[Sequence[Mention]]]
    ) -> list[list[list[Mention]]]:
        """The same of several articles, stage by stage: see `Extractor.extract_all`."""
        readings = [self._readings(passages) for passages in articles]
        streets = [[_addresses(r) for r in of_one] for of_one in readings]
        people = [
            [[(m.start, m.end) for m in (of_one[n] if n < len(of_one) else ())] for n in range(len(passages))]
            for passages, of_one in zip(articles, names, strict=True)
        ]
        hints = [self._hints(of_one) for of_one in readings]
        found = [find_places(self.gazetteer, *of_one) for of_one in zip(readings, streets, people, hints, strict=True)]
        ids = [self._resolve(*of_one) for of_one in zip(found, hints, strict=True)]
        rows = zip(readings, streets, people, hints, found, ids, strict=True)
        return [self._of_article(*of_one) for of_one in rows]

    def _of_article(
        self,
        readings: Sequence[Reading],
        streets: Sequence[list[tuple[int, int]]],
        people: Sequence[list[tuple[int, int]]],
        hints: Counter[int],
        found: Sequence[Found],
        ids: Sequence[int],
    ) -> list[list[Mention]]:
        countries = self._countries(ids, hints)
        out: list[list[Mention]] = []
        for n, reading in enumerate(readings):
            rows = [_address(reading, *span) for span in streets[n]]
            rows += [self._mention(reading, f, i) for f, i in zip(found, ids, strict=True) if f.passage == n]
            accepted = {f.evidence.start: i for f, i in zip(found, ids, strict=True) if f.passage == n}
            rows += self._unnamed(reading, accepted, countries, rows, people[n])
            rows.sort(key=lambda m: (m.start, -m.end))
            out.append(_apart(rows))
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
            telling = self._telling & reading.passage.different
            for code, times in Counter([self._homes[w] for w in sorted(telling)]).items() if telling else ():
                hints[self.gazetteer.code(code)] += min(_TELLING, times)
            if [t for t in reading.capitals.texts[:_CALL_SIGNS] if len(t) == 4 and t[0] in "KW" and t.isupper()]:
                hints[self.gazetteer.code("US")] += 1
        return hints

    def _resolve(self, found: Sequence[Found], hints: Counter[int]) -> list[int]:
        """Ids, 0 for what the gazetteer lacks."""
        sure = hints.copy()
        sure.update(f.fixed for f in found if f.fixed)
        open_ = [f for f in found if not f.fixed and not f.evidence.unknown]
        asked = [Asked(f.spot.written, f.evidence.sort, f.evidence.outer) for f in open_]
        ids = iter(self._resolver.resolve(asked, sure))
        return [f.fixed or (0 if f.evidence.unknown else next(ids)) for f in found]

    def _countries(self, ids: Sequence[int], hints: Mapping[int, int]) -> Counter[int]:
        """How often the article speaks of each country."""
        countries: Counter[int] = Counter()
        for id_ in ids:
            countries[self.gazetteer.country(id_) if id_ else 0] += 1
        for id_, times in hints.items():
            countries[self.gazetteer.country(id_)] += times
        del countries[0]
        return countries

    def _mention(self, reading: Reading, f: Found, id_: int) -> Mention:
        start, end = f.evidence.start, f.evidence.end
        written = reading.passage.text[start:end]
        tags = f.evidence.tags + _tags(reading, f.spot, governs=self._governs(id_))
        place = self.gazetteer.place(id_) if id_ else None
        if place is None:
            return self._lacking(reading, start, end, f.evidence.outer, tags)
        short = f.spot.name.marks & STATE or (len(written) < 6 and written.isupper()) or "." in written[:-1]
        value = place.name if short and place.name and place.sort in ("region", "country") else written
        return Mention("location", start, end, _value(value, place), tags=tags)

    def _lacking(self, reading: Reading, start: int, end: int, outer: int, tags: tuple[str, ...] = ()) -> Mention:
        """A place that the gazetteer lacks, at the point of the region that it lies in."""
        around = self.gazetteer.place(outer) if outer else None
        point = (around.lat, around.lon) if around and around.sort != "country" else (None, None)
        value = Value(reading.passage.text[start:end], lat=point[0], lon=point[1])
        return Mention("location", start, end, value, tags=(*tags, "unknown"))

    def _governs(self, id_: int) -> bool:
        """Whether the name of the place may stand for a government: a country, a capital."""
        country = self.gazetteer.country(id_) if id_ else 0
        return bool(country) and id_ in (country, self.gazetteer.capital(country))

    def _unnamed(
        self,
        reading: Reading,
        accepted: dict[int, int],
        countries: Counter[int],
        rows: Sequence[Mention],
        people: Sequence[tuple[int, int]],
    ) -> list[Mention]:
        """Places without an entry in the gazetteer, and capitals that are not called by name."""
        spans = [(m.start, m.end) for m in rows] + list(people)
        found = [
            self._lacking(reading, name.start, name.end, name.outer)
            for name in find_unknown(reading, accepted)
            if not any(s < name.end and e > name.start for s, e in spans)
        ]
        for seat in find_seats(reading, accepted, countries):
            capital = self.gazetteer.place(self.gazetteer.capital(seat.country))
            if capital and capital.name:
                value = _value(capital.name, capital)
                found.append(Mention("location", seat.start, seat.end, value, tags=("capital",)))
        return found


def _apart(rows: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the first stands."""
    kept: list[Mention] = []
    for mention in rows:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def load_places() -> Places:
    """The reader with the shipped gazetteer and vocabulary."""
    return Places(shipped(), load_words())


def _value(value: str, place: Place) -> Value:
    return Value(value, lat=place.lat, lon=place.lon, geonameid=place.id if place.id > 0 else None)


def _address(reading: Reading, start: int, end: int) -> Mention:
    return Mention("location", start, end, Value(reading.passage.text[start:end]), tags=("address",))


def _addresses(reading: Reading) -> list[tuple[int, int]]:
    """Streets, without those in the name of something else (Wall Street Journal) and those that are known as places."""
    found = find_addresses(reading.passage.folded, reading.capitals.streets)
    if not found:
        return found
    known = {(s.start, s.end) for s in reading.capitals.spots if s.first != s.last}
    return [(s, e) for s, e in found if (s, e) not in known and not _goes_on(reading, e)]


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the head of a longer name follows: Wall Street Journal."""
    starts = reading.capitals.starts
    i = bisect_left(starts, end + 1)
    beside = i < len(starts) and starts[i] == end + 1 and reading.passage.folded[end] == " "
    return beside and reading.capitals.texts[i].lower() in reading.words.heads


def _tags(reading: Reading, spot: Spot, *, governs: bool) -> tuple[str, ...]:
    words, passage = reading.words, reading.passage
    said = passage.words
    k = reading.word_before(spot)
    tags: tuple[str, ...] = ()
    far = k >= 0 and said[k] in ("of", "from") and not words.distance.isdisjoint(said[max(0, k - 3) : k])
    if far or (k >= 0 and said[k] in words.near):
        tags = ("near",)
    acts = governs and not (k >= 0 and (said[k] in words.locative or said[k] in words.motion or said[k] == "of"))
    n = reading.word_after(spot) if acts else len(said)
    if n < len(said) and said[n] in words.actions and passage.starts[n] - spot.end == 1:
        tags += ("metonym",)
    return tags


def _plain(passage: Passage) -> bool:
    """Whether capital letters mark names here: not in wire copy nor in headlines in title case."""
    if passage.capitals:
        return False
    if passage.field != "title":
        return True
    long = [w for w in passage.folded.split() if len(w) > 3 and w[0].isalpha()]
    return not long or sum(w[0].isupper() for w in long) < 0.75 * len(long)

"""Which place a name means in this article: size, what else is named, what lies near, what the words ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log10
from typing import NamedTuple

from claimcheck.places.gazetteer import Gazetteer, Place, distance_km
from claimcheck.places.spelling import spelling
from claimcheck.record import record
from claimcheck.remembered import Remembered

_SORT = {"continent": 6.0, "area": 6.0, "country": 3.5, "region": -0.3, "county": -0.8, "division": -1.5, "water": 4.0}
_WANTED: dict[str, tuple[tuple[str, ...], ...]] = {
    "": (("continent", "area", "country", "region", "county", "town", "village", "water"),),
    "region": (("region", "area"), ("county", "division")),
    "county": (("county", "division"), ("region",)),
    "town": (("town", "village"),),
}
_MOST = 24  # candidates looked at, the largest first
_REMEMBERED = 1_500  # names with their candidates
_KNOWN_ABROAD = 100_000  # people
_LOCAL = ("town", "village", "county", "division")


class Asked(NamedTuple):
    """A name to resolve. `sort` is what a noun asks for (town, region, county, ""); `outer` the place named behind a
    comma, or 0."""

    written: str
    sort: str = ""
    outer: int = 0


@record(frozen=True, slots=True)
class _Option:
    place: Place
    bare: float  # the score without the article
    region: int
    country: int


class Resolver:
    """Remembers the options of a name from one article to the next."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._options = Remembered(self._bare, keep=_REMEMBERED)

    def resolve(self, asked: Sequence[Asked], hints: Counter[int]) -> list[int]:
        """The place of each name, in order (0: none fits). `hints` are places the article is about without naming them
        as places: demonyms, the city in a police department's name, the country whose words it uses."""
        times = Counter(asked)
        different = list(times)
        options = [self._fitting(a) for a in different]
        sure = dict(hints)
        for a, found in zip(different, options, strict=True):
            if a.outer:
                sure[a.outer] = sure.get(a.outer, 0) + 2
            if len(found) == 1:
                sure[found[0].place.id] = sure.get(found[0].place.id, 0) + times[a]
        around: dict[int, int] = {}
        for id_, count in sure.items():
            _speak(around, *self._gazetteer.outer(id_), count)
        first = [_best(o, around, ()) for o in options]
        own = [min(times[a], 2) if len(o) > 1 else times[a] for a, o in zip(different, options, strict=True)]
        for option, found, weight in zip(first, options, own, strict=True):
            if option and len(found) > 1:
                _speak(around, option.region, option.country, weight)
        points = tuple({(o.place.lat, o.place.lon, o.place.id) for o in first if o and o.place.sort in _LOCAL})
        home = _home(self._gazetteer, around)
        second = [
            _at_home(_best(o, around, points, own=(f.region, f.country, n)), home, around, (f.country, n))
            if f
            else None
            for o, f, n in zip(options, first, own, strict=True)
        ]
        chosen = dict(zip(different, (o.place.id if o else 0 for o in second), strict=True))
        return self._one_meaning(asked, chosen)

    def _ids(self, written: str) -> tuple[int, ...]:
        name = self._gazetteer.name(written)
        return name.ids if name else ()

    def _bare(self, written: str) -> list[_Option]:
        """All options of a name with what they score by themselves."""
        key = spelling(written)
        found: list[_Option] = []
        for id_ in self._ids(written):
            place = self._gazetteer.place(id_)
            if place:
                score = 1.3 * log10(place.population + 300) + _SORT.get(place.sort, 0.0)
                if place.sort == "town" and place.name and spelling(place.name) != key:
                    score -= 1.5
                region, country = self._gazetteer.outer(id_)
                if country and self._gazetteer.capital(country) == id_:
                    score += 1.2
                found.append(_Option(place, score, region, country))
            if len(found) >= _MOST:
                break
        seats = {o.region for o in found if o.place.sort == "town"}  # Odesa is the city, not its oblast
        found = [replace(o, bare=o.bare - 2.5) if o.place.id in seats else o for o in found]
        lands = {o.place.id for o in found if o.place.sort == "country"}  # Mexico is no town of Mexico
        return [replace(o, bare=o.bare - 4.0) if o.country in lands and o.place.id not in lands else o for o in found]

    def _fitting(self, a: Asked) -> list[_Option]:
        """The options that the words around the name admit."""
        found = self._options[a.written]
        if a.outer:
            inside = [o for o in found if a.outer in self._gazetteer.within(o.place.id)]
            if not inside:
                ids = self._ids(a.written)
                rest = [p for i in ids if a.outer in self._gazetteer.within(i) and (p := self._gazetteer.place(i))]
                inside = [_Option(p, log10(p.population + 300), *self._gazetteer.outer(p.id)) for p in rest]
            found = inside or found
        for sorts in _WANTED[a.sort]:
            kept = [o for o in found if o.place.sort in sorts]
            if kept:
                return kept
        return found

    def _one_meaning(self, asked: Sequence[Asked], chosen: dict[Asked, int]) -> list[int]:
        """A name means one place in an article, unless a noun or a comma says otherwise."""
        said = {a.written.lower(): chosen[a] for a in reversed(asked) if a.outer and chosen[a]}
        if not said:
            return [chosen[a] for a in asked]
        out = []
        for a in asked:
            id_ = chosen[a]
            other = said.get(a.written.lower(), 0)
            place = self._gazetteer.place(other) if other and not a.outer else None
            if place and (not a.sort or (a.sort == "town") == (place.sort in ("town", "village"))):
                id_ = other
            out.append(id_)
        return out


def _speak(around: dict[int, int], region: int, country: int, times: int) -> None:
    """Count how often each region and country is spoken of, by itself or by what lies in it."""
    if region:
        around[region] = around.get(region, 0) + times
    if country:
        around[country] = around.get(country, 0) + times


def _home(gazetteer: Gazetteer, around: Mapping[int, int]) -> int:
    """The country that nearly everything in the article belongs to, or 0."""
    countries = {id_: n for id_, n in around.items() if gazetteer.country(id_) == id_}
    if not countries:
        return 0
    country, times = min(countries.items(), key=lambda item: (-item[1], item[0]))
    return country if times >= 3 and times > 0.8 * sum(countries.values()) else 0


def _at_home(option: _Option | None, home: int, around: Mapping[int, int], own: tuple[int, int]) -> _Option | None:
    """Nothing, rather than a small town abroad that has the name of one at home that the gazetteer lacks."""
    if option is None or not home or option.country in (0, home):
        return option
    named = around.get(option.country, 0) - (own[1] if option.country == own[0] else 0)
    small = option.place.sort in _LOCAL and option.place.population < _KNOWN_ABROAD
    return None if small and named <= 0 else option


def _best(
    options: list[_Option],
    around: Mapping[int, int],
    points: Sequence[tuple[float, float, int]],
    *,
    own: tuple[int, int, int] = (0, 0, 0),
) -> _Option | None:
    """The option that fits best. `own` is (region, country, times) that the name itself has added to `around`: what is
    already chosen speaks not for itself."""
    if len(options) < 2:
        return options[0] if options else None
    best, most = options[0], -99.0
    for option in options:
        place, score = option.place, option.bare
        if option.country:
            score += min(2.1, 0.7 * (around.get(option.country, 0) - (own[2] if option.country == own[1] else 0)))
        if option.region:
            score += min(3.0, 1.1 * (around.get(option.region, 0) - (own[2] if option.region == own[0] else 0)))
        if points and place.sort in _LOCAL and score > most - 1.0:
            others = [distance_km(place.lat, place.lon, lat, lon) for lat, lon, i in points if i != place.id]
            near = min(others, default=9e9)
            score += 0.9 if near < 60 else 0.6 if near < 200 else 0.2 if near < 500 else 0.0
        if score > most:
            best, most = option, score
    return best

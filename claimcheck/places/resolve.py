"""Which place a name means in this article: size, what else is named, what lies near, what the words ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from claimcheck.places.gazetteer import Gazetteer, Name, Place, distance_km

_SORT = {"continent": 3.0, "area": 2.0, "country": 2.2, "region": 0.6, "county": 0.0, "division": -1.0, "water": 1.0, "seat": 0.0}
_MOST = 40  # candidates looked at


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to resolve. `sort` is what a noun asks for (town, region, ""); `outer` the place named behind a comma."""

    written: str
    name: Name
    sort: str = ""
    outer: int = 0
    weight: float = 1.0


def resolve(gazetteer: Gazetteer, asked: Sequence[Asked], hints: Counter[int]) -> list[int]:
    """The place of each name, in order (0: none fits). `hints` are places the article is about without naming them as
    places: demonyms, the city in a police department's name."""
    sure: Counter[int] = Counter(hints)
    options: list[list[Place]] = []
    for a in asked:
        found = fitting(gazetteer, a)
        options.append(found)
        if a.outer:
            sure[a.outer] += 2
        if len(found) == 1 or (found and a.outer):
            sure[found[0].id] += 1
    around = _surroundings(gazetteer, sure)
    first = [_best(gazetteer, o, around, ()) for o in options]
    for place in first:
        if place:
            sure[place.id] += 1
    around = _surroundings(gazetteer, sure)
    points = tuple({(p.lat, p.lon, p.id) for p in first if p and p.sort in ("town", "village", "county", "division")})
    second = [_best(gazetteer, o, around, points) for o in options]
    return _one_meaning(asked, [p.id if p else 0 for p in second], gazetteer)


def fitting(gazetteer: Gazetteer, a: Asked) -> list[Place]:
    """The candidates that the words around the name admit."""
    found = [p for id_ in a.name.ids[:_MOST] if (p := gazetteer.place(id_))]
    if a.outer:
        inside = [p for id_ in a.name.ids if a.outer in gazetteer.within(id_) and (p := gazetteer.place(id_))]
        inside = inside or found
        towns = [p for p in inside if p.sort not in ("division",)]
        found = (towns or inside) if a.sort != "region" else inside
    if a.sort == "region":
        kept = [p for p in found if p.sort in ("region", "county", "division", "area")]
        return kept or found
    if a.sort == "town":
        kept = [p for p in found if p.sort in ("town", "village")]
        return kept or found
    return [p for p in found if p.sort != "division"] or found


def _surroundings(gazetteer: Gazetteer, sure: Counter[int]) -> Counter[int]:
    """How often each region and country is spoken of, by itself or by what lies in it."""
    around: Counter[int] = Counter()
    for id_, times in sure.items():
        for outer in {id_, gazetteer.region(id_), gazetteer.country(id_)}:
            if outer:
                around[outer] += times
    return around


def _best(
    gazetteer: Gazetteer, options: list[Place], around: Counter[int], points: Sequence[tuple[float, float, int]]
) -> Place | None:
    if len(options) < 2:
        return options[0] if options else None
    return max(options, key=lambda p: (_score(gazetteer, p, around, points), p.population, -p.id))


def _score(
    gazetteer: Gazetteer, place: Place, around: Counter[int], points: Sequence[tuple[float, float, int]]
) -> float:
    score = 1.1 * log10(place.population + 300) + _SORT.get(place.sort, 0.0)
    if place.name is None:
        score -= 0.3
    country = gazetteer.country(place.id)
    if place.id != country:
        score += min(1.5, 0.5 * around[country]) if country else 0.0
        region = gazetteer.region(place.id)
        if region and region != place.id:
            score += min(3.0, 1.2 * around[region])
    if points and place.sort in ("town", "village", "county", "division"):
        near = min((distance_km(place.lat, place.lon, lat, lon) for lat, lon, id_ in points if id_ != place.id), default=9e9)
        score += 1.2 if near < 60 else 0.8 if near < 200 else 0.3 if near < 500 else 0.0
    return score


def _one_meaning(asked: Sequence[Asked], ids: list[int], gazetteer: Gazetteer) -> list[int]:
    """A name means one place in an article, unless a noun or a comma says otherwise."""
    said: dict[str, int] = {}
    for a, id_ in zip(asked, ids, strict=True):
        if a.outer and id_:
            said.setdefault(a.written, id_)
    out = []
    for a, id_ in zip(asked, ids, strict=True):
        other = said.get(a.written, 0)
        place = gazetteer.place(other) if other else None
        fits = place and (not a.sort or (a.sort == "town") == (place.sort in ("town", "village")))
        out.append(other if fits and not a.outer else id_)
    return out

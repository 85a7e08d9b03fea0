"""Location: where something is or was said to be. One place in another is no clash, nor is a suburb of a great city."""

from __future__ import annotations

from collections import Counter

from claimcheck.kinds.kind import Kind, name_of
from claimcheck.model import Claim, Comparison, Value
from claimcheck.places.addresses import compare_streets
from claimcheck.places.gazetteer import DEMONYM, Gazetteer, Place, distance_km, shipped
from claimcheck.places.resolve import Asked, Resolver
from claimcheck.places.spelling import spelling

_EXACT = ("country", "region", "county", "division", "town", "village")  # sorts of which two different ones clash
_SUBURBS_KM = 0.009  # times the root of a city's people: 27 km for nine million, 5 km for 300,000


def normalise(text: str) -> Value | None:
    """ "Moscow", "Donbas", "4006 NW 47th Street": the most important place of that name, else the name alone."""
    name = text.strip().removeprefix("the ")
    if not name:
        return None
    known = shipped().name(name)
    if known is None or not known.ids or known.marks & DEMONYM:
        return Value(name)
    (id_,) = Resolver(shipped()).resolve([Asked(name)], Counter())
    place = shipped().place(id_)
    if place is None:
        return Value(name)
    return Value(name, lat=place.lat, lon=place.lon, geonameid=place.id if place.id > 0 else None)


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Same place; or one in the other, or no more than `within` kilometres apart: compatible; other known places
    clash. What the gazetteer does not know is the same by name, or nothing can be said; streets by their numbers."""
    one, other = _id(a), _id(b)
    if one is None or other is None:
        if spelling(str(a.value)) == spelling(str(b.value)):
            return Comparison.SAME
        return compare_streets(str(a.value), str(b.value))
    if one == other:
        return Comparison.SAME
    known = shipped()
    if known.contains(one, other) or known.contains(other, one):
        return Comparison.COMPATIBLE
    p, q = known.place(one), known.place(other)
    if p is None or q is None or p.sort not in _EXACT or q.sort not in _EXACT:
        return Comparison.UNKNOWN  # seas, parts of the world: they reach further than a list of what they hold
    apart = distance_km(p.lat, p.lon, q.lat, q.lon)
    if apart <= within or _one_called_by_the_other(known, p, q) or _suburb(p, q, apart):
        return Comparison.COMPATIBLE
    return Comparison.CONFLICT


def _id(claim: Claim) -> int | None:
    """The id of a claim's place: GeoNames', or our own (negative) for an area that only our lists know."""
    if claim.geonameid is not None:
        return claim.geonameid
    known = shipped().name(str(claim.value)) if claim.lat is not None else None
    own = [id_ for id_ in known.ids if id_ < 0] if known else []
    return own[0] if own else None


def _one_called_by_the_other(known: Gazetteer, p: Place, q: Place) -> bool:
    """A town and the region that has its name lie together, though not in one another: Moscow and Moscow Oblast."""
    if (p.sort in ("town", "village")) == (q.sort in ("town", "village")) or known.country(p.id) != known.country(q.id):
        return False
    name = known.name(p.name) if p.name else None
    return bool(name and q.id in name.ids)


def _suburb(p: Place, q: Place, apart: float) -> bool:
    """Whether the smaller may be a quarter or suburb of the larger: Brooklyn of New York."""
    if "town" not in (p.sort, q.sort) or not {p.sort, q.sort} <= {"town", "village"}:
        return False
    large, small = (p, q) if p.population >= q.population else (q, p)
    return large.population >= 3 * small.population and apart <= _SUBURBS_KM * large.population**0.5


KIND = Kind(id="location", summary="where something is", normalise=normalise, compare=compare, render=name_of)

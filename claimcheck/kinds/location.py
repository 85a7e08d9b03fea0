"""Location: where something is or was said to be."""

from __future__ import annotations

from functools import cache

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison
from claimcheck.places.gazetteer import Gazetteer, distance_km


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """One in the other is compatible, as are two points no more than `within` kilometres apart; other known places
    clash. Of a place that the gazetteer does not know, only an equal name says something."""
    if a.geonameid is None or b.geonameid is None:
        equal = str(a.value).casefold() == str(b.value).casefold()
        return Comparison.SAME if equal else Comparison.UNKNOWN
    if a.geonameid == b.geonameid:
        return Comparison.SAME
    known = _gazetteer()
    if known.contains(a.geonameid, b.geonameid) or known.contains(b.geonameid, a.geonameid):
        return Comparison.COMPATIBLE
    if within and a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
        near = distance_km(a.lat, a.lon, b.lat, b.lon) <= within
        return Comparison.COMPATIBLE if near else Comparison.CONFLICT
    return Comparison.CONFLICT


KIND = Kind(id="location", summary="where something is", normalise=by_name, compare=compare, render=name_of)

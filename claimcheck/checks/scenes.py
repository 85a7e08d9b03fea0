"""Where each article puts its event, as far as that can be told from all the other places it names."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.checks.check import Group
from claimcheck.checks.choose import marked
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison
from claimcheck.places.gazetteer import Place, shipped

_ON_THE_WAY = frozenset(("route", "departed"))  # roles of places that a journey goes from or to


def names_the_other(group: Group, a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one article names, in whatever role, the place where the other puts the event: then its own scene is a
    part of that, or a name misread."""
    every = group.by_kind.get("location", ())
    for said, others in ((a, b), (b, a)):
        docs = {c.doc for c in said}
        named = [c for c in every if c.doc in docs]
        if any(KINDS["location"].compare(x, y) is Comparison.SAME for x in named for y in others):
            return True
    return False


def scenes(group: Group, claims: Sequence[Claim]) -> list[Claim]:
    """Of the places, the towns where each article puts its event. Where nobody has said that the articles are of one
    event, a town must be named more than once, or be the only one: a name alone is too easily of a station, a home,
    another town."""
    found = []
    for claim in claims:
        place = shipped().place(claim.geonameid) if claim.geonameid is not None else None
        if place is None or not (place.sort in ("town", "village") or _municipality(place, str(claim.value))):
            continue
        if str(claim.value).casefold() != (claim.place or "").casefold():
            continue
        if group.link == "certain" or _told_again(group, claim):
            found.append(claim)
    return found


def _municipality(place: Place, written: str) -> bool:
    """Whether the county is that of a town of its name: Krakow. Which of the two is read makes no difference."""
    if place.sort != "county":
        return False
    gazetteer = shipped()
    found = gazetteer.name(written)
    towns = (gazetteer.place(id_) for id_ in found.ids) if found is not None else ()
    return any(town is not None and town.sort == "town" and gazetteer.contains(place.id, town.id) for town in towns)


def inside(part: str, whole: str) -> bool:
    """Whether the place of one name lies in that of another: a district, its country. What is told from a capital is
    of the country."""
    gazetteer = shipped()
    one, two = gazetteer.name(part), gazetteer.name(whole)
    if one is None or two is None or not one.ids or not two.ids or not set(one.ids).isdisjoint(two.ids):
        return False
    country = gazetteer.country(two.ids[0])
    outer = country if gazetteer.capital(country) in two.ids else two.ids[0]
    return any(gazetteer.contains(outer, id_) for id_ in one.ids)


def _told_again(group: Group, claim: Claim) -> bool:
    mine = [c for c in group.by_kind["location"] if c.doc == claim.doc and c.geonameid == claim.geonameid]
    if not any(c.role == "event" and not marked(c, "dateline") for c in mine):
        return False
    return len(mine) > 1 or _alone(group, claim)


def _alone(group: Group, claim: Claim) -> bool:
    """Whether the article names no other place but some around this one (Cusco, Peru) and where a journey began."""
    named = (c for c in group.by_kind["location"] if c.doc == claim.doc and c.role not in _ON_THE_WAY)
    others = {c.geonameid for c in named} - {claim.geonameid}
    around = shipped().within(claim.geonameid) if claim.geonameid is not None else ()
    return bool(others) and others.issubset(around)

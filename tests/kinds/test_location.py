"""Location: which places can both be true of one event, and which cannot."""

from __future__ import annotations

import pytest

from claimcheck.kinds.location import KIND
from claimcheck.model import Claim, Comparison

SAME, COMPATIBLE, CONFLICT, UNKNOWN = Comparison.SAME, Comparison.COMPATIBLE, Comparison.CONFLICT, Comparison.UNKNOWN


def claim(name: str) -> Claim:
    value = KIND.normalise(name)
    assert value is not None
    return Claim(
        "1", "a.txt", "location", value.value, name, 0, len(name), 1, 1, name,
        lat=value.lat, lon=value.lon, geonameid=value.geonameid,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ("Kyiv", "Kiev", SAME),
        ("Moscow", "Russia", COMPATIBLE),
        ("Moscow", "Moscow Oblast", UNKNOWN),  # its noun is read in a text, not in a value alone
        ("Lipetsk", "Belgorod", CONFLICT),
        ("Brooklyn", "New York City", COMPATIBLE),
        ("Dallas", "Houston", CONFLICT),
        ("Mariupol", "Donbas", COMPATIBLE),
        ("Black Sea", "Odesa", UNKNOWN),
        ("Oksova", "oksova", SAME),
        ("Oksova", "Trebnovo", UNKNOWN),
        ("1000 block of Elm Street", "1012 Elm St.", COMPATIBLE),
        ("1000 block of Elm Street", "1400 block of Elm Street", CONFLICT),
        ("Elm Street", "1400 block of Elm Street", COMPATIBLE),
        ("Elm Street", "Oak Avenue", UNKNOWN),
        ("4006 NW 47th Street", "4006 Northwest 47th St", COMPATIBLE),
        ("Elm Street and Oak Avenue", "Elm Street", UNKNOWN),
    ],
)
def test_places_are_compared(one: str, other: str, result: Comparison) -> None:
    assert KIND.compare(claim(one), claim(other)) is result
    assert KIND.compare(claim(other), claim(one)) is result


def test_two_towns_that_are_near_are_compatible_where_the_rule_allows_it() -> None:
    assert KIND.compare(claim("Minneapolis"), claim("Duluth"), within=10) is CONFLICT
    assert KIND.compare(claim("Minneapolis"), claim("Duluth"), within=300) is COMPATIBLE


@pytest.mark.parametrize("name", ["Moscow", "Donbas", "Oksova", "4006 NW 47th Street"])
def test_a_value_reads_back_as_it_is_written(name: str) -> None:
    value = KIND.normalise(KIND.render(claim(name)))
    assert value == KIND.normalise(name)


def test_nothing_is_no_place() -> None:
    assert KIND.normalise("  ") is None

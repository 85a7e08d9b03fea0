"""Two names: one actor, spelling variants, or two."""

from __future__ import annotations

import pytest

from claimcheck.kinds.actor import KIND
from claimcheck.model import Claim, Comparison

PAIRS = [
    ("Ana Torres", "Ana Torres", Comparison.SAME),
    ("Ana Torres", "Torres", Comparison.SAME),
    ("Ana M. Torres", "Ana Torres", Comparison.SAME),
    ("José Núñez", "Jose Nunez", Comparison.SAME),
    ("Carl Ames Jr.", "Carl Ames", Comparison.SAME),
    ("FBI", "Federal Bureau of Investigation", Comparison.SAME),
    ("Sergei Sobyanin", "Sergey Sobianin", Comparison.COMPATIBLE),
    ("mayor", "Ana Torres", Comparison.UNKNOWN),
    ("Ana Torres", "Petr Novak", Comparison.CONFLICT),
    ("Ana Torres", "Luis Torres", Comparison.CONFLICT),
]


def claim(value: str) -> Claim:
    return Claim("x", "a.txt", "actor", value, value, 0, len(value), 1, 1, value)


@pytest.mark.parametrize(("a", "b", "want"), PAIRS)
def test_names_are_compared_both_ways(a: str, b: str, want: Comparison) -> None:
    assert KIND.compare(claim(a), claim(b)) is want
    assert KIND.compare(claim(b), claim(a)) is want


def test_a_name_is_read_back_as_it_is_rendered() -> None:
    value = KIND.normalise("  Ana   Torres ")
    assert value is not None
    assert KIND.render(claim(str(value.value))) == "Ana Torres"


def test_an_empty_text_is_no_name() -> None:
    assert KIND.normalise("  ") is None

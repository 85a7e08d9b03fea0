"""Two penalties, two verdicts: which of them one person can have at once."""

from __future__ import annotations

import pytest

from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison

PENALTIES = [
    ("life", "life", Comparison.SAME),
    ("life", "term", Comparison.CONFLICT),
    ("life", "death", Comparison.CONFLICT),
    ("suspended", "term", Comparison.CONFLICT),
    ("community", "term", Comparison.CONFLICT),
    ("suspended", "community", Comparison.COMPATIBLE),
]
VERDICTS = [
    (("guilty", None), ("guilty", "murder"), Comparison.SAME),
    (("guilty", None), ("acquitted", None), Comparison.CONFLICT),
    (("guilty", "murder"), ("acquitted", "murder"), Comparison.CONFLICT),
    (("guilty", "murder"), ("acquitted", None), Comparison.CONFLICT),
    (("guilty", "manslaughter"), ("acquitted", "murder"), Comparison.UNKNOWN),
]


def claim(kind: str, value: str, *, unit: str | None = None, subject: str | None = None) -> Claim:
    return Claim("x", "a.txt", kind, value, value, 0, len(value), 1, 1, value, unit=unit, subject=subject)


@pytest.mark.parametrize(("a", "b", "want"), PENALTIES)
def test_penalties_are_compared_both_ways(a: str, b: str, want: Comparison) -> None:
    compare = KINDS["penalty"].compare
    assert compare(claim("penalty", a), claim("penalty", b)) is want
    assert compare(claim("penalty", b), claim("penalty", a)) is want


@pytest.mark.parametrize(("a", "b", "want"), VERDICTS)
def test_verdicts_are_compared_both_ways(
    a: tuple[str, str | None], b: tuple[str, str | None], want: Comparison
) -> None:
    compare = KINDS["verdict"].compare
    one, other = (claim("verdict", value, unit=unit) for value, unit in (a, b))
    assert compare(one, other) is want
    assert compare(other, one) is want


@pytest.mark.parametrize(("kind", "a", "b"), [("penalty", "life", "death"), ("verdict", "guilty", "acquitted")])
def test_two_persons_are_not_compared(kind: str, a: str, b: str) -> None:
    one, other = claim(kind, a, subject="Ana Torres"), claim(kind, b, subject="Petr Novak")
    assert KINDS[kind].compare(one, other) is Comparison.UNKNOWN

"""Penalty: what a court orders - death, life (imprisonment without end), term (years or months to be served), suspended
(prison only if it happens again), community (work or supervision in freedom)."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

_IN_FREEDOM = {"suspended", "community"}


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Of one person, two penalties clash, except that a suspended sentence often comes with work to be done."""
    if a.subject and b.subject and a.subject != b.subject:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    return Comparison.COMPATIBLE if {a.value, b.value} <= _IN_FREEDOM else Comparison.CONFLICT


KIND = Kind(id="penalty", summary="what a court orders", normalise=by_name, compare=compare, render=name_of)

"""Verdict: what a court finds, guilty or acquitted. The unit is the offence that it finds so of, where one is named."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Of one person and one offence the two exclude each other. Who is acquitted of one offence may be guilty of
    another; where an article names none, it is taken to speak of the same."""
    if a.subject and b.subject and a.subject != b.subject:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    return Comparison.UNKNOWN if a.unit and b.unit and a.unit != b.unit else Comparison.CONFLICT


KIND = Kind(id="verdict", summary="what a court finds", normalise=by_name, compare=compare, render=name_of)

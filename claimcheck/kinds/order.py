"""Order: what came before or after what."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

_BEFORE = {"before", "same-day-before"}
_AFTER = {"after", "same-day-after"}


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Before and after clash between the same two things; without knowing the things, nothing is known."""
    if not a.subject or a.subject != b.subject or a.role != b.role:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    same_side = {a.value, b.value} <= _BEFORE or {a.value, b.value} <= _AFTER
    return Comparison.COMPATIBLE if same_side else Comparison.CONFLICT


KIND = Kind(id="order", summary="what came before or after what", normalise=by_name, compare=compare, render=name_of)

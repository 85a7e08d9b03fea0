"""Disclosure: what is kept back (undisclosed), not said at all (none), or made known (disclosed)."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Of one subject, disclosed clashes with the other two, which say nearly the same."""
    if not a.subject or a.subject != b.subject:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    return Comparison.CONFLICT if "disclosed" in (a.value, b.value) else Comparison.COMPATIBLE


KIND = Kind(
    id="disclosure", summary="what is made known or kept back", normalise=by_name, compare=compare, render=name_of
)

"""Origin: the country or bloc where a thing was made."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

BLOCS = frozenset({"western", "foreign", "domestic", "nato", "european", "eastern", "unknown"})


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Two countries clash for one subject. A bloc beside a country says nothing without a table of members, except
    that domestic and foreign exclude each other."""
    if a.subject != b.subject:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    if {a.value, b.value} == {"domestic", "foreign"}:
        return Comparison.CONFLICT
    return Comparison.UNKNOWN if a.value in BLOCS or b.value in BLOCS else Comparison.CONFLICT


KIND = Kind(id="origin", summary="where a thing was made", normalise=by_name, compare=compare, render=name_of)

"""Origin: the country or bloc where a thing was made."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

BLOCS = frozenset({"western", "foreign", "domestic", "nato", "european", "eastern", "unknown"})
PARTED = frozenset({"Soviet Union", "Yugoslavia", "Czechoslovakia"})  # states that are several countries now


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Two countries clash for one subject. A bloc beside a country says nothing without a table of members, except
    that domestic and foreign exclude each other; nor does a state of old beside one that it became."""
    if a.subject != b.subject:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    if {a.value, b.value} == {"domestic", "foreign"}:
        return Comparison.CONFLICT
    vague = BLOCS | PARTED
    return Comparison.UNKNOWN if a.value in vague or b.value in vague else Comparison.CONFLICT


KIND = Kind(id="origin", summary="where a thing was made", normalise=by_name, compare=compare, render=name_of)

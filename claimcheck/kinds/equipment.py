"""Equipment: a weapon, vehicle or machine, by kind (drone) or model (Ka-52)."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Only sameness is known here: a helicopter and a Ka-52 may be one thing; reference tables know which are."""
    return Comparison.SAME if a.value == b.value else Comparison.UNKNOWN


KIND = Kind(id="equipment", summary="a weapon, vehicle or machine", normalise=by_name, compare=compare, render=name_of)

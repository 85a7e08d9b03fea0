"""Set: how often something is - every week, daily. The value is the length from one time to the next."""

from __future__ import annotations

import re

from claimcheck.kinds.kind import Kind
from claimcheck.model import Claim, Comparison, Value

_LENGTH = re.compile(r"PT?[\d.X]*(?:S|M|H|D|W|Y|DE|CE)$")


def normalise(text: str) -> Value | None:
    """P1W, or `every P1W` as render writes it."""
    length = text.strip().removeprefix("every ")
    return Value(length, timex=length) if _LENGTH.match(length) else None


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Two lengths are the same or clash; which weekday or part of the day it is may be said in one report only."""
    if a.value != b.value:
        return Comparison.CONFLICT
    return Comparison.SAME if a.timex == b.timex else Comparison.COMPATIBLE


def render(claim: Claim) -> str:
    """every P1W."""
    return f"every {claim.value}"


KIND = Kind(id="set", summary="how often", normalise=normalise, compare=compare, render=render)

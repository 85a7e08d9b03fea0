"""Access: who can read a channel - restricted (for chosen people), private (closed), public, routine (ordinary use),
ordinary (an app that anyone has)."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

_CLOSED = {"restricted", "private"}
_OPEN = {"public", "routine", "ordinary"}


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Of one channel, closed and open clash; two words for closed, or for open, can both be true."""
    if a.subject and b.subject and a.subject != b.subject:
        return Comparison.UNKNOWN
    if a.value == b.value:
        return Comparison.SAME
    if {a.value, b.value} <= _CLOSED or {a.value, b.value} <= _OPEN:
        return Comparison.COMPATIBLE
    return Comparison.CONFLICT


KIND = Kind(id="access", summary="who can read a channel", normalise=by_name, compare=compare, render=name_of)

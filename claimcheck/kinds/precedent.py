"""Precedent: whether such a thing happened before - first, unprecedented, rare, repeated, campaign, or a number."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

_NEVER_BEFORE = {"first", "unprecedented"}
_WORDS = {"rare", "campaign"}


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """ "First" and "unprecedented" clash with "repeated" and with any later number. "Rare" and "campaign" go with
    both: how rare is a matter of words, so a rule must ask for it. Two numbers may count different things: nothing is
    known."""
    if a.value == b.value:
        return Comparison.SAME
    never = (a.value in _NEVER_BEFORE, b.value in _NEVER_BEFORE)
    if all(never) or not _WORDS.isdisjoint((a.value, b.value)):
        return Comparison.COMPATIBLE
    if any(never):
        return Comparison.CONFLICT
    return Comparison.UNKNOWN if isinstance(a.value, int) and isinstance(b.value, int) else Comparison.COMPATIBLE


KIND = Kind(id="precedent", summary="whether it happened before", normalise=by_name, compare=compare, render=name_of)

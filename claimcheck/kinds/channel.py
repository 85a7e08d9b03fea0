"""Channel: where something was published (Telegram, X, a press conference)."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Two different channels clash where a rule asks for one; tolerances mean nothing here."""
    return Comparison.SAME if a.value == b.value else Comparison.CONFLICT


KIND = Kind(id="channel", summary="where something was published", normalise=by_name, compare=compare, render=name_of)

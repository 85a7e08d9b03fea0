"""Is an action denied, hedged or only thought of? Told by the auxiliaries and adverbs right before its word."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.grammar import grammar

REACH = 6  # words before the action that belong to its verb group


def mood(words: Sequence[str], low: int, first: int, *, base: bool) -> tuple[bool, str]:
    """(denied, "" | "hedged" | "hypothetical") of the action at word `first`; `base`: a bare infinitive."""
    g = grammar()
    at = first - 1
    if base and at >= low and words[at] in g.to:
        return False, "hypothetical"
    if not g.failed.isdisjoint(words[max(low, at - 2) : first]):
        return False, "hypothetical"
    denied, unreal = False, ""
    for at in range(first - 1, max(low, first - REACH) - 1, -1):
        word = words[at]
        if word in g.not_ and word not in g.modal:
            denied = True
        elif word in g.perhaps:
            unreal = "hedged"
        elif word in g.unreal:
            unreal = "hypothetical"
        elif word in g.to and words[at + 1] in g.to_have:
            unreal = unreal or "hedged"
        elif word not in g.verbal and word not in g.adverb and word not in ("'", "t"):
            break
    return denied, unreal

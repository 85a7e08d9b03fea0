"""Ordinal: the how-manieth of its sort something is: the 12th drone, a second victim."""

from __future__ import annotations

from claimcheck.kinds.amount import read_written
from claimcheck.kinds.kind import Kind
from claimcheck.model import Claim, Comparison, Value
from claimcheck.text.numbers import Number

SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def ordinal_value(number: Number) -> Value:
    """The value of an ordinal."""
    return Value(number, low=number, high=number, qualifier="exact")


def normalise(text: str) -> Value | None:
    """ "12th", "twelfth", "12"."""
    found = read_written(text)
    if found is None or found.rule != "exact" or found.read.first or found.read.after != len(found.passage.words):
        return None
    read = found.read
    if read.form not in ("cardinal", "ordinal") or (read.suffix and read.suffix not in SUFFIXES) or read.value < 1:
        return None
    return ordinal_value(read.value)


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Two ordinals of one sort of thing clash where they differ; whether both are of one thing is the rule's to say."""
    if a.subject is None or a.subject != b.subject or isinstance(a.value, str) or isinstance(b.value, str):
        return Comparison.UNKNOWN
    apart = abs(a.value - b.value)
    if apart == 0:
        return Comparison.SAME
    return Comparison.COMPATIBLE if apart <= max(within, relative * max(a.value, b.value)) else Comparison.CONFLICT


def render(claim: Claim) -> str:
    """ "21st", "12th"."""
    if not isinstance(claim.value, int):
        return str(claim.value)
    last = claim.value % 100
    suffix = "th" if 10 <= last <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return f"{claim.value}{suffix}"


KIND = Kind(id="ordinal", summary="the how-manieth", normalise=normalise, compare=compare, render=render)

"""Count: how many. What is counted is the claim's subject; counts of different things are never compared."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.kinds.amount import Amount, compare_intervals, interval, read_written, write_amount
from claimcheck.kinds.kind import Kind
from claimcheck.model import Claim, Comparison, Value
from claimcheck.text.numbers import whole

_PHRASES = {"at_most": "as many as ", "less_than": "fewer than ", "just_under": "just fewer than "}

ROUNDED = 10


@lru_cache(maxsize=4096)
def count_value(amount: Amount) -> Value:
    """The value of a count; low and high are whole things."""
    low, high = interval(amount, counted=True)
    return Value(whole(amount.value), low=low, high=high, qualifier=amount.qualifier)


def normalise(text: str) -> Value | None:
    """ "16", "sixteen", "at least 3", "10 to 12", "1.2 million"."""
    found = read_written(text)
    if found is None or found.read.first > found.first or found.last.after != len(found.passage.words):
        return None
    if found.last.suffix or found.read.form in ("ordinal", "share"):
        return None
    return count_value(found.amount())


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Intervals that do not meet clash: 2 and 4, but not 2 and as many as 40."""
    if a.subject is None or a.subject != b.subject:
        return Comparison.UNKNOWN
    one, other = (a.low, a.high), (b.low, b.high)
    same = a.value == b.value and a.qualifier == b.qualifier and one == other
    if a.value == b.value and {a.qualifier, b.qualifier} == {"exact", "more_than"} and _many(a.value):
        return Comparison.COMPATIBLE  # "20" and "more than 20" are one figure, rounded with more or less care
    return compare_intervals(one, other, same=same, within=within, relative=relative)


def _many(value: str | float) -> bool:
    """Whether writers round such numbers; "more than one" is never one."""
    return not isinstance(value, str) and value >= ROUNDED


def render(claim: Claim) -> str:
    """ "as many as 40"; "several" as what it admits: "3 to 9"."""
    return write_amount(claim, normalise, (("", ""),), to=claim.high, phrases=_PHRASES)


KIND = Kind(id="count", summary="how many", normalise=normalise, compare=compare, render=render)

"""Measure: a number of units - kilometres, tonnes, per cent, magnitude, years of age - comparable across units.

`value` is as written, low and high are in the base unit of the dimension (rules/core/vocabulary/units.yaml): "10 km"
and "6.2 miles" agree, each standing for all that rounds to it. A score or a vote ("3-1") is a measure too, of the unit
"score": its value is text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.kinds.amount import Amount, Bounds, compare_intervals, interval, read_written, write_amount
from claimcheck.kinds.kind import Kind
from claimcheck.kinds.wording import joined_units, short_units, unit_phrases, units, units_before
from claimcheck.model import Claim, Comparison, Scalar, Value
from claimcheck.text.numbers import Number, Numeral, whole
from claimcheck.text.passage import Passage
from claimcheck.text.phrases import listed

SCORE = "score"
_CAPITAL = frozenset("cf")  # of one letter these are written large: 40C, 104F
_SCORE = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")
_RATIO = re.compile(r"([0-9,]+) in ([0-9,]+)")


@lru_cache(maxsize=4096)
def measure_value(amount: Amount, unit: str) -> Value:
    """The value of a measure. A number without decimals stands for all that round to it, as one with decimals does."""
    step = amount.step
    if amount.rule == "exact" and amount.to is None and not amount.vague and not step and unit != "share":
        step = 0.0 if isinstance(amount.value, float) else 1.0
    low, high = interval(Amount(amount.value, amount.rule, step, amount.to, amount.vague), counted=False)
    low, high = in_base(unit, low, high)
    return Value(whole(amount.value), low=low, high=high, qualifier=amount.qualifier, unit=unit)


def in_base(unit: str, low: Number | None, high: Number | None) -> Bounds:
    """An interval in a unit as one in the base unit; a calibre of .40 is one of 40 (hundredths of an inch)."""
    known = units()[unit]
    most = known.factor if known.most is None else known.most
    if unit == "calibre" and high is not None and high < 1:
        low, high = (None if low is None else low * 100), high * 100
    return (
        None if low is None else whole(low * (known.factor if low >= 0 else most) + known.offset),
        None if high is None else whole(high * (most if high >= 0 else known.factor) + known.offset),
    )


def share_of(part: Number, of: Number) -> Number:
    """One in five is 0.2."""
    return whole(part / of)


def score_value(ours: str, theirs: str) -> Value:
    """A result or a vote."""
    return Value(f"{ours}-{theirs}", qualifier="exact", unit=SCORE)


def unit_before(passage: Passage, read: Numeral) -> tuple[str, int] | None:
    """Unit and position of its first word where it stands before the number: magnitude 6.1, Category 4."""
    words, i = passage.words, read.first
    if i and words[i - 1] == "-":
        i -= 1
    return units_before().before(words, i)


def unit_after(passage: Passage, i: int, read: Numeral) -> tuple[str, int] | None:
    """Unit and the position after it where it stands at word `i` after the number: 6.1 percent, 40-foot, 5 m."""
    words = passage.words
    if i >= len(words):
        return None
    if words[i] == "-" and passage.starts[i] - read.end <= 1 and i + 1 < len(words):
        i += 1
        unit = joined_units().get(words[i])
        if unit:
            return unit, i + 1
    found = unit_phrases().after(words, i)
    if found is None and len(words[i]) == 1 and read.digits and passage.starts[i] - read.end == 1:
        unit = short_units().get(words[i])
        if unit and passage.folded[passage.starts[i]].isupper() == (words[i] in _CAPITAL):
            return unit, i + 1
    return found


def unit_suffix(passage: Passage, read: Numeral) -> tuple[str, int] | None:
    """The same for letters right at the digits: 10km, 120km/h, 40C. A 5G network has no grams."""
    words, suffix, after = passage.words, read.suffix, read.after
    if words[after : after + 1] == ("/",) and after + 1 < len(words):
        unit = short_units().get(f"{suffix}/{words[after + 1]}")
        if unit:
            return unit, after + 2
    unit = short_units().get(suffix)
    capital = passage.folded[read.end - len(suffix)].isupper()
    if unit is None or (len(suffix) == 1 and capital != (suffix in _CAPITAL)):
        return None
    return unit, after


def normalise(text: str) -> Value | None:
    """ "12 %", "6.1 km", "about 300 miles", "2/3", "1 in 5", "3-1"."""
    score = _SCORE.fullmatch(text.strip())
    if score:
        return score_value(*score.groups())
    ratio = _RATIO.fullmatch(text.strip())
    if ratio:
        part, of = (int(group.replace(",", "") or 0) for group in ratio.groups())
        return measure_value(Amount(share_of(part, of)), "share") if of else None
    found = read_written(text, letters=False)
    if found is None:
        return None
    words, last = found.passage.words, found.last
    before = unit_before(found.passage, found.read)
    if before and before[1] == found.first and last.after == len(words):
        return measure_value(found.amount(), before[0])
    if found.read.first > found.first:
        return None
    if found.read.form == "share" and last.after == len(words):
        return measure_value(found.amount(), "share")
    after = unit_suffix(found.passage, last) if last.suffix else unit_after(found.passage, last.after, last)
    return measure_value(found.amount(), after[0]) if after and after[1] == len(words) else None


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Measures of one dimension clash where their intervals, in the base unit, do not meet; of two dimensions, nothing
    is known. Scores clash unless they are the same either way round. `within` is in the base unit."""
    if a.unit == b.unit == SCORE:
        return Comparison.SAME if _sides(a.value) == _sides(b.value) else Comparison.CONFLICT
    one, other = units().get(a.unit or ""), units().get(b.unit or "")
    if one is None or other is None or one.dimension != other.dimension:
        return Comparison.UNKNOWN
    same = (a.value, a.unit, a.qualifier, a.low, a.high) == (b.value, b.unit, b.qualifier, b.low, b.high)
    return compare_intervals((a.low, a.high), (b.low, b.high), same=same, within=within, relative=relative)


def _sides(score: Scalar) -> list[str]:
    return sorted(str(score).split("-"))


def render(claim: Claim) -> str:
    """ "12 %", "10 km", "magnitude 6.1", "2/3"."""
    unit = claim.unit or ""
    known = units().get(unit)
    if known is None:
        return str(claim.value)
    around = [(f"{name} ", "") for name in listed(known.before)[:1]]
    around += [("", f" {name}") for name in listed(known.names)[:1]]
    around += [("", f"-{name}") for name in listed(known.joined)[:1]]
    to = None if claim.high is None else whole(round((claim.high - known.offset) / (known.most or known.factor), 6))
    return write_amount(claim, normalise, around or (("", ""),), to=to)


KIND = Kind(id="measure", summary="a number of units", normalise=normalise, compare=compare, render=render)

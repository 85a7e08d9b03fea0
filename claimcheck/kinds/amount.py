"""Amounts: what count, ordinal, money and measure share - a number, how exact its writer was, the interval that admits.

The bands are conventions of this tool, chosen so that two reports that round differently agree and two that count
differently do not: "about" is ten per cent either way, "nearly" ten per cent below. A number written rounded (1.2
million, 6.1 km) stands for all that round to it: it agrees with 1,234,567 and clashes with 1.3 million.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from claimcheck.kinds.wording import numerals, qualifier_phrases
from claimcheck.model import Claim, Comparison, Value
from claimcheck.text.numbers import Number, Numeral, read_numeral, times, whole
from claimcheck.text.passage import Passage, read_passage

BAND = 0.1
RULES = {  # rule -> how it is written, and what the output contract calls it
    "exact": ("", "exact"),
    "about": ("about ", "about"),
    "nearly": ("nearly ", "about"),
    "at_least": ("at least ", "at_least"),
    "at_most": ("up to ", "at_most"),
    "more_than": ("more than ", "more_than"),
    "less_than": ("less than ", "less_than"),
    "just_over": ("just over ", "more_than"),
    "just_under": ("just under ", "less_than"),
}
_SCALES = ((1_000_000, "million"), (10**9, "billion"), (10**12, "trillion"), (1000, "thousand"))
_LARGE = (10**12, 10**9, 10**6, 1000)
_SHORT = 1000  # "2 to 3 million", but not "2,500 to 3 million"
Bounds = tuple[Number | None, Number | None]


class Amount(NamedTuple):
    """A number as written; a tuple, since values are remembered by it. `rule`: a key of RULES; `step`: what its last
    digit is worth where it is rounded; `to`: the upper end of a range ("10 to 12"); `vague`: what a word such as
    "several" or "dozens" admits."""

    value: Number
    rule: str = "exact"
    step: float = 0.0
    to: Number | None = None
    vague: Bounds | None = None

    @property
    def qualifier(self) -> str:
        """exact about at_least at_most more_than less_than."""
        if self.vague:
            return "about" if self.vague[1] is not None else "at_least"
        return "about" if self.to is not None else RULES[self.rule][1]


def qualified(amount: Amount, rule: str) -> Amount:
    """The amount with what the writer put before or after it: "at least 10 to 12" is at least 10, "up to several
    hundred" at most 900; "about 10 to 12" and "nearly several hundred" say no more than without."""
    if rule == "exact":
        return amount
    if amount.to is None and amount.vague is None:
        return Amount(amount.value, rule)
    if rule in ("about", "nearly"):
        return amount
    low, high = amount.vague or (amount.value, amount.to)
    end = high if rule in ("at_most", "less_than", "just_under") else low
    return Amount(amount.value if end is None else end, rule)


def interval(amount: Amount, *, counted: bool) -> Bounds:
    """Lowest and highest number that the wording admits; None is open. `counted`: of whole things, so that more than
    300 is 301 at least."""
    value, step = amount.value, amount.step if amount.value else 0
    if amount.vague or amount.to is not None:
        return amount.vague or (value, amount.to)
    if amount.rule == "exact":
        if counted:
            return (value, value) if step < 2 else (math.ceil(value - step / 2), math.ceil(value + step / 2) - 1)
        return (whole(value - step / 2), whole(value + step / 2)) if step else (value, value)
    floor, one = (0 if value >= 0 else None), (1 if counted else 0)
    below, above = whole(value - BAND * abs(value)), whole(value + BAND * abs(value))
    if counted:
        below, above = math.floor(below), math.ceil(above)
    bounds: dict[str, Bounds] = {
        "about": (below, above),
        "nearly": (below, value),
        "at_least": (value, None),
        "at_most": (floor, value),
        "more_than": (value + one, None),
        "less_than": (floor, value - one),
        "just_over": (value + one, max(above, value + one)),
        "just_under": (min(below, value - one), value - one),
    }
    return bounds[amount.rule]


def compare_intervals(a: Bounds, b: Bounds, *, same: bool, within: float, relative: float) -> Comparison:
    """Of two intervals of one thing. `same`: both say the same in the same words. Intervals that only touch, because
    two rounded numbers are neighbours, do not overlap; a bound and a number on it do. `within` is a distance in the
    intervals' own unit, `relative` a share of the larger number."""
    if same:
        return Comparison.SAME
    if a == (None, None) or b == (None, None):
        return Comparison.UNKNOWN
    low = max((v for v in (a[0], b[0]) if v is not None), default=None)
    high = min((v for v in (a[1], b[1]) if v is not None), default=None)
    if low is None or high is None or low < high:
        return Comparison.COMPATIBLE
    if low == high and (a[0] == a[1] or b[0] == b[1] or None in (*a, *b)):
        return Comparison.SAME if a == b else Comparison.COMPATIBLE
    room = max(within, relative * max(abs(low), abs(high)))
    return Comparison.COMPATIBLE if low - high <= room and room > 0 else Comparison.CONFLICT


@dataclass(frozen=True, slots=True)
class Written:
    """An amount in a text that is nothing else: the qualifier's rule, the position of the first word after it, the
    number, and the upper end where a range is written."""

    rule: str
    first: int
    read: Numeral
    passage: Passage
    upper: Numeral | None = None

    @property
    def last(self) -> Numeral:
        return self.upper or self.read

    def amount(self) -> Amount:
        return qualified(amount_of(self.read, to=self.upper), self.rule)


def read_written(text: str, *, letters: bool = True) -> Written | None:
    """Read "about 300", "10 to 12", "$1.2m": a qualifier, at most three other words or signs, a number. `letters`: a
    letter at the digits is a thousand or a million, not a unit."""
    passage = read_passage(text.strip())
    words, after, rule = passage.words, 0, "exact"
    for end in range(1, min(len(words), 7)):
        found = qualifier_phrases()[0].before(words, end)
        if found and found[1] == 0:
            rule, after = found[0], end
    for i in range(after, min(len(words), after + 5)):
        read = _numeral(passage, i, letters=letters)
        if read is not None:
            upper = None
            if words[read.after : read.after + 1] == ("to",) and read.after + 1 < len(words):
                upper = _numeral(passage, read.after + 1, letters=letters)
            return Written(rule, after, level(read, upper) if upper else read, passage, upper)
    return None


def level(low: Numeral, high: Numeral) -> Numeral:
    """The lower end of a range with the million of the upper one: 2 to 3 million."""
    if low.scaled or not high.scaled or not high.step or abs(low.value) >= _SHORT:
        return low
    scale = next((s for s in _LARGE if high.value >= s and high.step >= s / _SHORT), 1)
    return times(low, scale) if scale > 1 and low.value * scale < high.value else low


def _numeral(passage: Passage, i: int, *, letters: bool) -> Numeral | None:
    read = read_numeral(passage, i, numerals())
    scale = numerals().letters.get(read.suffix) if read and letters else None
    return times(read, scale)._replace(suffix="") if read and scale else read


def amount_of(read: Numeral, *, to: Numeral | None = None) -> Amount:
    """The amount of a number without its qualifier; a dozen and half a million are round by nature."""
    if read.form in ("open", "vague"):
        return Amount(read.value, vague=(read.low, read.high))
    if to is not None:
        return Amount(read.value, to=to.value)
    return Amount(read.value, "about" if read.form == "round" else "exact", read.step)


def write_amount(
    claim: Claim,
    parse: Callable[[str], Value | None],
    units: Iterable[tuple[str, str]],
    *,
    to: Number | None = None,
    phrases: dict[str, str] | None = None,
) -> str:
    """The first writing of a claim's value that `parse` reads back to it. `units` are what may stand before and after
    the number, `to` the upper end where the value may be a range, `phrases` other words for a rule of RULES."""
    wanted = (claim.value, claim.low, claim.high, claim.qualifier, claim.unit)
    around = tuple(units)
    for number in _writings(claim.value):
        for rule, (phrase, qualifier) in RULES.items():
            if qualifier != claim.qualifier:
                continue
            for before, after in around:
                text = f"{(phrases or {}).get(rule, phrase)}{before}{number}{after}"
                if _reads(parse(text), wanted):
                    return text
    for upper in () if to is None else _writings(to):
        for number in _writings(claim.value):
            for before, after in around:
                text = f"{before}{number} to {upper}{after}"
                if _reads(parse(text), wanted):
                    return text
    return f"{around[0][0]}{claim.value}{around[0][1]}"


def _reads(value: Value | None, wanted: tuple[object, ...]) -> bool:
    return value is not None and (value.value, value.low, value.high, value.qualifier, value.unit) == wanted


def _short(value: Number) -> str:
    """1800000000 as "1.8 billion"; empty for a number below a million, or one that two decimals do not hold."""
    for scale, name in _SCALES[2::-1]:  # the largest first
        if value >= scale:
            text = f"{value / scale:,.2f}".rstrip("0").rstrip(".")
            return f"{text} {name}" if value / scale < 1000 and round(float(text) * scale, 3) == value else ""
    return ""


def _writings(value: str | Number) -> Iterator[str]:
    """1200000 as "1.2 million", "1,200,000", "1.20 million"; 0.2 as "1/5", "0.2"; 3.5 as "3.5", "3 1/2"; 6 as "6",
    "6.0", "6.00"; 0.09 as "1 in 11"."""
    if isinstance(value, str):
        yield value
        return
    if value < 0:
        yield from (f"-{text}" for text in _writings(-value))
        return
    part = Fraction(value % 1).limit_denominator(100)
    parted = abs(part - Fraction(value % 1)) < Fraction(1, 10**8) and part.denominator > 1
    if parted and 0 < value < 1:
        yield str(part)
    if short := _short(value):
        yield short
    yield f"{value:,}" if isinstance(value, int) else f"{value:,.9f}".rstrip("0").rstrip(".")
    for decimals in (1, 2, 3):
        yield f"{value:,.{decimals}f}"
    if parted and value > 1:
        yield f"{int(value)} {part}"
    for scale, name in sorted(_SCALES, key=lambda unit: unit[0] > value):  # 40 thousand rather than 0.040 million
        if abs(value) * 100 >= scale:
            for decimals in range(4):
                yield f"{value / scale:,.{decimals}f} {name}"
    if 0 < value < 1:
        ratio = Fraction(value).limit_denominator(10_000_000)
        yield f"{ratio.numerator} in {ratio.denominator}"

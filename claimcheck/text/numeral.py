"""What a number in a text is: the words it is made of, and what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Number = int | float


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words: rules/core/vocabulary/numbers.yaml, which says what each table holds."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    letters_spaced: dict[str, int]
    parts: dict[str, int]
    vulgar: dict[str, float]
    open: dict[str, int]
    vague: dict[str, tuple[int, ...]]
    groups: dict[str, int]
    negative: tuple[str, ...]
    share_leads: tuple[str, ...]

    def words(self) -> frozenset[str]:
        """Every word at which a number may begin."""
        counted = (*self.cardinals, *self.ordinals, *self.scales, *self.open, *self.vague, *self.groups)
        return frozenset((*counted, *self.parts, *self.vulgar))


class Numeral(NamedTuple):
    """A number read: words `first` to `after` (exclusive) of the passage, characters `start` to `end`.

    form    cardinal; ordinal; share (a part of one: "two thirds"); round (by nature: "two dozen", "half a million");
            open ("dozens": from `low` on); vague ("several": `low` to `high`)
    step    what the last digit written is worth where the number is rounded ("1.2 million": 100,000), else 0
    suffix  letters attached to the digits and not read: "km" in "10km"
    digits  written in digits, at least in part
    scaled  a word or letter for thousand, million, ... is in it
    """

    value: Number
    start: int
    end: int
    first: int
    after: int
    form: str = "cardinal"
    step: float = 0
    low: Number | None = None
    high: Number | None = None
    suffix: str = ""
    digits: bool = False
    scaled: bool = False


def whole(value: float) -> Number:
    """The number as an integer where it is one but for the error of binary fractions (4.1 billion is 4100000000)."""
    if isinstance(value, int):
        return value
    near = round(value)
    if near and abs(value - near) <= 1e-9 * abs(near):
        return near
    return round(value, 9) if abs(value) > 1e-6 else float(f"{value:.9g}")


def times(numeral: Numeral, scale: int, *, end: int | None = None, after: int | None = None) -> Numeral:
    """The number multiplied by a thousand, a million, ...: rounded to what its last digit is then worth."""
    return numeral._replace(
        value=whole(numeral.value * scale),
        step=(numeral.step or 1) * scale,
        end=numeral.end if end is None else end,
        after=numeral.after if after is None else after,
        scaled=True,
    )

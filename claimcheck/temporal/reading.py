"""A reading: what a time expression says before it is anchored to the article's date or to dates said before."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.record import record
from claimcheck.temporal.literals import Literal
from claimcheck.temporal.vocabulary import Normal, Vocabulary
from claimcheck.text.passage import Passage

Groups = dict[str, tuple[int, int]]  # name -> positions of the first word that is kept, and after the last


class Reading(NamedTuple):
    """Under-specified first. `how` says what anchoring has to do:

    fixed     nothing: `timex` is the value
    calendar  year, month, day, weekday or `sub` (SU, Q3, H2, WE) as far as they are said; the rest is to be found
    offset    `amount` units from the article's date (`seen` now) or from the date last said (`seen` said)
    clock     `minutes` after midnight of a day to be found
    part      a part of a day to be found: this day (`seen` now), that day (`seen` said), or none
    from      `amount` units from the date that `base` says (the day after Christmas), or the `unit` that holds it
    """

    kind: str
    first: int  # position of the first word
    last: int  # position after the last word
    how: str
    timex: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    sub: str = ""
    unit: str = ""
    amount: float = 0
    seen: str = ""  # now | said | event: of something that is told, in a story most likely what was said last
    toward: str = ""  # last next this that same previous following: which one
    part: str = ""  # TMO TAF TEV TNI TDT
    edge: str = ""  # start mid end
    minutes: int = -1
    around: tuple[int, int] | None = None  # minutes before and after that the wording admits
    qualifier: str | None = None
    zone: str | None = None
    value: Normal | None = None  # where it is not the timex
    low: float | None = None
    high: float | None = None
    tags: tuple[str, ...] = ()
    base: Reading | None = None


@record(frozen=True, slots=True)
class Text:
    """A passage as the grammar sees it."""

    passage: Passage
    codes: str
    literals: dict[int, Literal]


class Parts:
    """The words that a pattern kept, by name, in one passage."""

    __slots__ = ("_groups", "_low", "codes", "first", "last", "literals", "passage", "vocabulary")

    def __init__(self, text: Text, vocabulary: Vocabulary, groups: Groups, low: int, first: int, last: int) -> None:
        """`groups` count words from `low`, the span (`first`, `last`) from the beginning of the passage."""
        self.passage, self.codes, self.literals, self.vocabulary = text.passage, text.codes, text.literals, vocabulary
        self._groups, self._low = groups, low
        self.first, self.last = first, last

    def has(self, name: str) -> bool:
        return name in self._groups

    def span(self, name: str) -> tuple[int, int]:
        """Positions of the words kept as `name`."""
        first, last = self._groups[name]
        return first + self._low, last + self._low

    def word(self, name: str) -> str:
        """The (first) word kept as `name`; "" where there is none."""
        at = self._groups.get(name)
        return self.passage.words[at[0] + self._low] if at else ""

    def words(self, name: str) -> tuple[str, ...]:
        at = self._groups.get(name)
        return self.passage.words[at[0] + self._low : at[1] + self._low] if at else ()

    def value(self, name: str, *classes: str) -> Normal | None:
        """The normal value of the word kept as `name`, in the first of the classes that has it."""
        word = self.word(name)
        for class_ in classes:
            found = self.vocabulary.values[class_].get(word)
            if found is not None:
                return found
        return None

    def whole(self, name: str, *classes: str) -> int | None:
        """The same as a whole number: of the classes, or of the digits that begin the word."""
        word = self.word(name)
        if not word:
            return None
        if "0" <= word[0] <= "9":
            digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
            return int(digits) if digits.isdecimal() else None
        found = self.value(name, *classes)
        return int(found) if isinstance(found, int | float) else None

    def before(self, count: int = 1) -> str:
        """The word `count` places before the expression; "" at the beginning of the passage."""
        at = self.first - count
        return self.passage.words[at] if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The word `count` places after the expression; "" at the end of the passage."""
        at = self.last + count - 1
        return self.passage.words[at] if at < len(self.passage.words) else ""

    def sign(self, name: str, word: str) -> bool:
        """Whether the word is among the signs of that name."""
        return word in self.vocabulary.signs[name]

    def capital(self, name: str) -> bool:
        """Whether the word kept as `name` begins with a capital."""
        return self.passage.folded[self.passage.starts[self.span(name)[0]]].isupper()


def named_so(parts: Parts, name: str) -> bool:
    """Whether the word is part of a name: the Daily News, USA Today, Good Morning America."""
    passage, at = parts.passage, parts.span(name)[0]
    if passage.capitals or not passage.folded[passage.starts[at]].isupper():
        return False
    if passage.starts[at] in passage.sentence_starts:
        return False  # `Overnight Boston police`: it only opens the sentence
    return _capital_word(passage, at - 1, at) or _capital_word(passage, at + 1, at)


def _capital_word(passage: Passage, at: int, beside: int) -> bool:
    """A capitalised word right beside another in one line; not one that only opens the sentence."""
    if not 0 <= at < len(passage.words) or not passage.folded[passage.starts[at]].isupper():
        return False
    first, second = min(at, beside), max(at, beside)
    if passage.starts[second] - passage.ends[first] != 1 or passage.starts[at] in passage.sentence_starts:
        return False
    return passage.folded[passage.ends[first]] == " "

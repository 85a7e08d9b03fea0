"""The words of a sentence around an expression of time, and plain questions about them."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.text.passage import Passage


class Clause(NamedTuple):
    """A passage with the words that are signs of tense; words `low` to `high` are of the sentence, `first` to `last` of
    the expression."""

    passage: Passage
    signs: dict[str, frozenset[str]]
    low: int
    first: int
    last: int
    high: int

    @property
    def words(self) -> tuple[str, ...]:
        return self.passage.words

    @property
    def title(self) -> bool:
        return self.passage.field == "title"

    def word(self, at: int) -> str:
        """The word at a position; "" outside the sentence."""
        return self.words[at] if self.low <= at < self.high else ""

    def next(self, at: int) -> int:
        """The word after `at` that is no adverb or negation: where an auxiliary has its verb."""
        at += 1
        while at < self.high and (self._adverb(at) or self._negated(at)):
            at += 1
        return at

    def before(self, at: int) -> int:
        """The word before `at` that is no adverb or negation."""
        at -= 1
        while at >= self.low and (self._adverb(at) or self._negated(at)):
            at -= 1
        return at

    def infinitive(self, at: int) -> bool:
        """May a verb follow `to` at this position."""
        word = self.word(self.next(at))
        return word.isalpha() and word not in self.signs["no-infinitive"]

    def name(self, at: int) -> bool:
        """A capital in mid-sentence, where capitals say something."""
        return not self.passage.capitals and self.passage.folded[self.passage.starts[at]].isupper()

    def finite(self, at: int) -> bool:
        """Does the word have a form that is past or a participle."""
        word, signs = self.word(at), self.signs
        return word in signs["past"] or word in signs["participle"] or word in signs["unchanged"] or self.ends(at)

    def ends(self, at: int) -> bool:
        """Is it a regular past form."""
        word = self.word(at)
        return word.endswith("ed") and len(word) > 4 and word not in self.signs["not-past"]

    def _adverb(self, at: int) -> bool:
        word = self.words[at]
        return word in self.signs["between"] or (word.endswith("ly") and word not in self.signs["not-between"])

    def _negated(self, at: int) -> bool:
        """Of the two words that "n't" leaves behind."""
        word = self.words[at]
        return (word == "'" and self.word(at + 1) == "t") or (word == "t" and self.word(at - 1) == "'")

"""What a reader of quantities looks at: a passage, what of it is taken, and plain questions about a place in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.quantities.tables import Context
from claimcheck.text.numeral import Numerals
from claimcheck.text.passage import Passage

_PHRASE = 3  # words that may stand before the noun of a counted phrase: "12 badly burned bodies"
_LONG = 3  # letters: shorter words are small in headlines as well
_HEADLINE = 0.6


@dataclass(slots=True)
class Scene:
    """A passage with the tables to read it by. `left` and `right` are the characters between which the next mention
    must stay: what is before is read, what is after is taken."""

    passage: Passage
    numerals: Numerals
    context: Context
    left: int = 0
    right: int = 0
    ages_end: int = 0  # the word after a list of ages: what stands before it is read as one
    headlines: dict[int, bool] = field(default_factory=dict)

    def word(self, i: int) -> str:
        """The word at a position; "" outside the passage and where it is out of bounds."""
        words = self.passage.words
        return words[i] if 0 <= i < len(words) else ""

    def before(self, i: int) -> str:
        """The word right before position `i`, unless it is read or taken, or of the line before."""
        if i <= 0 or self.passage.starts[i - 1] < self.left:
            return ""
        return self.passage.words[i - 1]

    def number_at(self, i: int) -> bool:
        """Does a number begin at word `i`."""
        word = self.word(i)
        return word in self.numerals.cardinals or word[:1].isdecimal()

    def capital(self, i: int) -> bool:
        """Does the word begin with a capital letter."""
        words = self.passage.words
        return 0 <= i < len(words) and self.passage.folded[self.passage.starts[i]].isupper()

    def cased(self, i: int) -> bool:
        """Do capital letters mean a name here: not in a title, a headline, wire copy, or at the start of a sentence."""
        passage = self.passage
        if passage.field == "title" or passage.capitals:
            return False
        number = passage.sentence_at(passage.starts[i])
        known = self.headlines.get(number)
        if known is None:
            known = self.headlines[number] = self._headline(*passage.sentences[number])
        return not known

    def _headline(self, start: int, end: int) -> bool:
        words = [w for w in self.passage.folded[start:end].split() if len(w) > _LONG and w[0].isalpha()]
        capitals = sum(w[0].isupper() for w in words)
        return len(words) > 1 and capitals >= _HEADLINE * len(words)

    def opens(self, i: int) -> bool:
        """Is the word the first of its sentence, or of a quotation or a clause after a colon."""
        passage = self.passage
        if i == 0 or passage.words[i - 1] in ('"', ":", "'", "(", "-", "."):
            return True
        number = passage.sentence_at(passage.starts[i])
        return passage.sentences[number][0] >= passage.ends[i - 1]

    def things(self, i: int) -> bool:
        """Does a counted noun follow at word `i`: "12 others", not "12 were killed"."""
        return self.word(i) not in self.context.left_out and self.countable(i)

    def countable(self, i: int) -> bool:
        """Does a noun in the plural, or what goes with one, follow at word `i` within a noun phrase's reach."""
        context, words = self.context, self.passage.words
        for word in words[i : i + _PHRASE]:
            if word in context.plural:
                return True
            if not word.isalpha() or word in context.stops:
                return False
            if word[-1] == "s" and word[-2:] != "ss" and word not in context.not_plural:
                return True
        return False

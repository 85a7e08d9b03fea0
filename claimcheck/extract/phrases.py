"""Noun phrases that count: `two police officers`, `a 15-year-old boy`, `no one`, `a man and his wife`, `two of them`.

Read right to left from a head noun of the vocabulary, over its modifiers, to the number or determiner that counts it.
Positions are those of words in the passage; ranges are half-open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.extract.grammar import Grammar, grammar
from claimcheck.lexicon import Entry
from claimcheck.model import Mention
from claimcheck.text.passage import Passage

MODIFIERS = 12  # words between a determiner and its noun ("17-year-old" is five)


class Noun(NamedTuple):
    """A noun of the vocabulary at words [first, last)."""

    first: int
    last: int
    entry: Entry
    form: str


class Phrase(NamedTuple):
    """What is counted, and how many.

    form   number | zero | single (a man) | definite (the man) | named | pronoun | ranked (the third man) | many (how many
           is not said) | owner
           (`the man's`: only for what is his)
    sort   category of the noun (person, thing, equipment); "" for a bare number
    group  id of the noun: officer, child, drone; "" where none
    marks  partial, others
    """

    first: int
    last: int
    value: float | None
    form: str
    sort: str
    group: str
    given: Mention | None = None  # the number as the article gives it
    marks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    parts: int = 1


class Spans(NamedTuple):
    """What stands where in a sentence, by word: counts by the word after them, names by their first word."""

    counts: Mapping[int, tuple[int, Mention]]
    names: Mapping[int, int]
    ordinals: Mapping[int, tuple[int, Mention]]  # by the word after them, as counts
    verbs: Mapping[int, int]  # first word of an action -> its end


class PhraseReader:
    """Reads the phrases of one sentence: words [low, high) of the passage."""

    def __init__(self, passage: Passage, low: int, high: int, spans: Spans, *, headline: bool) -> None:
        words = passage.words
        self._passage = passage
        self.words, self.low, self.high, self.spans, self.headline = words, low, high, spans, headline
        self.grammar: Grammar = grammar()
        self._verbs = {w for first, last in spans.verbs.items() for w in range(first, last)}
        self._used: set[int] = set()
        self._used_last: set[int] = set()

    def read(self, nouns: Sequence[Noun]) -> list[Phrase]:
        """All phrases, in order, none inside another."""
        found: list[Phrase] = []
        reach = self.low
        for i, noun in enumerate(nouns):
            if noun.first < reach:
                continue
            following = nouns[i + 1] if i + 1 < len(nouns) else None
            if self._modifies(noun, following):
                continue
            phrase = self._phrase(noun)
            if phrase is not None and not self._runs_on(phrase):
                found.append(phrase)
                reach = phrase.last
        found += self._names(found)
        found += self._bare(found)
        found.sort()
        return found

    def _modifies(self, noun: Noun, following: Noun | None) -> bool:
        """Is the noun only part of a longer phrase: `police officer training`, `15-year-old boy`?"""
        words, g, last = self.words, self.grammar, noun.last
        if following is not None and following.first < self.high:
            gap = words[last : following.first]
            if not gap or (len(gap) < 5 and "age" in noun.entry.tags and g.closed.isdisjoint(gap)):
                return not (gap[:1] == ("'",))
        if last < self.high and last in self.spans.names:
            return True
        return False

    def _runs_on(self, phrase: Phrase) -> bool:
        """`police officer training`: a bare noun before another word is part of that."""
        if "bare" not in phrase.tags or phrase.form != "single" or "age" in phrase.tags or phrase.last >= self.high:
            return False
        word, g = self.words[phrase.last], self.grammar
        return word.isalpha() and word not in g.closed and word not in g.adverb and phrase.last not in self._verbs

    def _phrase(self, noun: Noun) -> Phrase | None:
        words, g, spans = self.words, self.grammar, self.spans
        entry, tags = noun.entry, noun.entry.tags
        many = noun.form == "many" or (noun.form == "" and "group" not in tags)
        at = noun.first - 1
        if "age" in tags:
            at = self._over_age(at)
        marks: tuple[str, ...] = ("others",) if "adjective" in tags else ()
        lowest = max(self.low, at - MODIFIERS)
        while at >= lowest:
            word = words[at]
            counted = spans.counts.get(at + 1)
            if counted is not None:
                return self._numbered(noun, counted, marks)
            if word in g.one:
                return self._made(noun, at, 1.0, "single", marks)
            if word in g.another:
                return self._made(noun, at, 1.0, "single", ("others",))
            if word in g.definite or word in g.every:
                return self._made(noun, at, None if many else 1.0, "many" if many else "definite", marks)
            if word == "s" and at > self.low and words[at - 1] == "'":
                return self._made(noun, at + 1, None if many else 1.0, "many" if many else "definite", marks)
            if word in g.no:
                return self._made(noun, at, 0.0, "zero", marks)
            if at + 1 in spans.ordinals and not many:
                return self._made(noun, *self._ranked(spans.ordinals[at + 1][0]), ("others",))
            if word in g.few:
                return self._made(noun, at, None, "many", marks)
            if word in g.closed or at in spans.names:
                break
            if at in self._verbs and not self._attributive(at):
                break
            if word in g.more:
                marks = ("others",)
            at -= 1
        if "adjective" in tags and not many:
            return None
        return self._made(noun, noun.first, None if many else 1.0, "many" if many else "single", marks, bare=True)

    def _ranked(self, first: int) -> tuple[int, float | None, str]:
        """`a third man` is one more; `the 31st drone` says nothing of this event's number."""
        one = first > self.low and self.words[first - 1] in self.grammar.one
        return (first - 1, 1.0, "single") if one else (first, None, "ranked")

    def _over_age(self, at: int) -> int:
        """From the word before `year-old` over its number."""
        words = self.words
        while at >= self.low and (words[at] in "-" or words[at].isdigit()):
            at -= 1
        return at

    def _attributive(self, at: int) -> bool:
        """`two wounded men`, `the dead officer`: a determiner or number stands before the participle."""
        while at > self.low and at in self._verbs:
            at -= 1
        word = self.words[at]
        return word in self.grammar.one or word in self.grammar.definite or at + 1 in self.spans.counts

    def _numbered(self, noun: Noun, counted: tuple[int, Mention], marks: tuple[str, ...]) -> Phrase | None:
        first, mention = counted
        number = mention.value.value
        if not isinstance(number, int | float):
            return None
        if noun.form == "one" and number not in (0, 1) and "age" not in noun.entry.tags:
            return None
        before = self.words[first - 1] if first > self.low else ""
        if before in self.grammar.another:
            first, marks = first - 1, ("others",)
        return self._made(noun, first, float(number), "zero" if number == 0 else "number", marks, given=mention)

    def _made(
        self,
        noun: Noun,
        first: int,
        value: float | None,
        form: str,
        marks: tuple[str, ...],
        *,
        given: Mention | None = None,
        bare: bool = False,
    ) -> Phrase | None:
        """The phrase, with the members of a couple counted, an owner told from what is owned."""
        words, tags, last = self.words, noun.entry.tags, noun.last
        if "group" in tags and value is not None:
            value = value * float(tags[tags.index("group") + 1])
            form = "number"
        owner = last + 1 < self.high and words[last] == "'" and (words[last + 1] == "s" or noun.form == "many")
        if owner:
            form = "owner"
        self._used.update(range(first, last))
        self._used_last.add(last)
        if bare:
            tags = (*tags, "bare")
        if "adjective" in tags:  # `two others`: of whom or what, the verb says
            return Phrase(first, last, value, form, "", "", given, marks, tags)
        return Phrase(first, last, value, form, noun.entry.category, noun.entry.id, given, marks, tags)

    def _names(self, taken: Sequence[Phrase]) -> list[Phrase]:
        found = []
        words = self.words
        for first, last in self.spans.names.items():
            if first in self._used:
                continue
            owner = last + 1 < self.high and words[last] == "'" and words[last + 1] == "s"
            self._used.update(range(first, last))
            found.append(Phrase(first, last, 1.0, "owner" if owner else "named", "person", "name"))
        return found

    def _bare(self, taken: Sequence[Phrase]) -> list[Phrase]:
        """Numbers without a noun (`two were killed`, `two of the injured`) and words for nobody."""
        words, g, found = self.words, self.grammar, list[Phrase]()
        for last, (first, mention) in self.spans.counts.items():
            if first in self._used or not isinstance(mention.value.value, int | float):
                continue
            phrase = self._number(first, last, mention)
            if phrase is not None:
                found.append(phrase)
        for at in range(self.low, self.high):
            word = words[at]
            if word in g.nobody and at not in self._used and at + 1 not in self.spans.counts:
                part = ("partial",) if words[at + 1 : at + 2] == ("of",) else ()
                found.append(Phrase(at, at + 1, 0.0, "zero", "person", "", marks=part))
            elif word in g.another and at not in self._used and self._ends(at + 1):
                found.append(Phrase(at, at + 1, 1.0, "single", "", "", None, ("others",)))
        for last, (first, _) in self.spans.ordinals.items():
            if words[first - 1 : first] and words[first - 1] in g.one and last not in self._used and self._ends(last):
                found.append(Phrase(first - 1, last, 1.0, "single", "", "", None, ("others",)))
        return found

    def _ends(self, at: int) -> bool:
        """Does a phrase without a noun end here: before an auxiliary, an adverb, an action?"""
        word = self.words[at] if at < self.high else "."
        return at in self._verbs or word in self.grammar.verbal or word in self.grammar.adverb or word == "in"

    def _age(self, first: int, last: int, number: float) -> bool:
        """`John Smith, 35, of Toledo`, `a man, 35`, `(35)`."""
        words = self.words
        if not 0 < number < 115 or first - 2 < self.low:
            return False
        before, earlier = words[first - 1], words[first - 2]
        if before in ("turned", "turning", "aged", "age", "turn"):
            return True
        after = words[last] if last < self.high else "."
        if before not in (",", "(", "-") or after not in (",", ".", ")", "-", ";", "and", "was", "were", "is", "of", "from"):
            return False
        passage = self._passage
        if after == ")" or (before == "," and after == ","):
            return True
        named = passage.folded[passage.starts[first - 2]].isupper() and earlier.isalpha()
        return named or first - 1 in self._used_last

    def _number(self, first: int, last: int, mention: Mention) -> Phrase | None:
        words, g = self.words, self.grammar
        number = float(mention.value.value)
        form = "zero" if number == 0 else "number"
        after = words[last] if last < self.high else "."
        before = words[first - 1] if first > self.low else "."
        marks: tuple[str, ...] = ()
        if after == "of" and last + 1 < self.high and self._whole(words[last + 1]):
            if not g.uncounted.isdisjoint(words[last + 2 : min(self.high, last + 4)]):
                return None
            return Phrase(first, last, number, form, "", "", mention, ("partial", "of-them"))
        if before in ("-", "$", "#", "/", "%") or (before == "of" and first - 2 >= self.low and words[first - 2] in g.kin_of):
            return None
        if before in g.no or self._age(first, last, number):
            return None
        if form == "zero" and after in ("one", "body"):
            return Phrase(first, last + 1, 0.0, "zero", "person", "", mention)
        if after in g.more and after not in ("other", "further", "additional"):
            return Phrase(first, last + 1, number, form, "", "", mention, ("others",))
        if before in g.another:
            marks, first = ("others",), first - 1
        nearby = after in g.closed or after in g.adverb or last in self._verbs
        if not nearby or after in g.uncounted or (before == "of" and words[first - 2 : first - 1] and words[first - 2] not in g.of_people):
            return None
        return Phrase(first, last, number, form, "", "", mention, marks)

    def _whole(self, word: str) -> bool:
        g = self.grammar
        return word in g.definite or word in g.him or word in g.they or word in g.relative or word in ("us", "whom")

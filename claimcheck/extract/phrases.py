"""Noun phrases that count: `two police officers`, `a 15-year-old boy`, `no survivors`, `the man's wife`.

Read right to left from a head noun of the vocabulary, over its modifiers, to the number or determiner that counts it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.bare import bare_phrases
from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import PERSON, Noun, Phrase, Spans
from claimcheck.model import Mention
from claimcheck.text.passage import Passage

MODIFIERS = 12  # words between a determiner and its noun ("17-year-old" is five)
MANY = "many"


class PhraseReader:
    """Reads the phrases of one sentence: words [low, high) of a passage."""

    def __init__(self, passage: Passage, low: int, high: int, spans: Spans) -> None:
        self._passage, self._words = passage, passage.words
        self._low, self._high, self._spans = low, high, spans
        self._grammar = grammar()

    def read(self, nouns: Sequence[Noun]) -> list[Phrase]:
        """All phrases, in order, none inside another: with a noun, named, and bare numbers."""
        found: list[Phrase] = []
        reach = self._low
        for i, noun in enumerate(nouns):
            following = next((other for other in nouns[i + 1 : i + 3] if other.first >= noun.last), None)
            if noun.first < reach or self._modifies(noun, following):  # "bus" begins in "bus drivers" as well
                continue
            phrase = self._phrase(noun)
            if phrase is not None and not self._runs_on(phrase):
                found.append(phrase)
                reach = phrase.last
        spans, another = self._spans, self._grammar.another
        if not (spans.names or spans.counts or spans.ordinals) and (
            another.isdisjoint(self._passage.different) or another.isdisjoint(self._words[self._low : self._high])
        ):
            return found
        used = {w for p in found for w in range(p.first, p.last)}
        for first, last in self._spans.names.items():
            if first not in used:
                used.update(range(first, last))
                form = "owner" if self._owns(last, MANY) else "named"
                found.append(Phrase(first, last, 1.0, form, PERSON, "name"))
        found += bare_phrases(self._passage, self._low, self._high, self._spans, used)
        found.sort(key=_first)
        return found

    def _modifies(self, noun: Noun, following: Noun | None) -> bool:
        """Is the noun only a modifier of the next one or of a name: `15-year-old boy`, `officer John Smith`?"""
        g, last = self._grammar, noun.last
        if following is not None and following.first < self._high:
            gap = self._words[last : following.first]
            if not gap or (len(gap) < 5 and "age" in noun.entry.tags and g.closed.isdisjoint(gap)):
                return gap[:1] != ("'",)
        return last < self._high and last in self._spans.names

    def _runs_on(self, phrase: Phrase) -> bool:
        """`police officer training`, `three Chinese firms`: a noun before another word is part of that."""
        if phrase.last >= self._high:
            return False
        bare = "bare" in phrase.tags and phrase.form == "single" and "age" not in phrase.tags
        if not bare and "adjectival" not in phrase.tags:
            return False
        word, g = self._words[phrase.last], self._grammar
        return word.isalpha() and word not in g.closed and word not in g.adverb and phrase.last not in self._spans.verbs

    def _phrase(self, noun: Noun) -> Phrase | None:
        """From the noun leftwards to what counts it."""
        words, g, tags = self._words, self._grammar, noun.entry.tags
        many = noun.form == MANY or (noun.form == "" and "group" not in tags)
        at = self._before_age(noun.first - 1) if "age" in tags else noun.first - 1
        others: tuple[str, ...] = ("others",) if "adjective" in tags else ()
        lowest = max(self._low, at - MODIFIERS)
        while at >= lowest:
            counted = self._spans.counts.get(at + 1)
            if counted is not None:
                return self._numbered(noun, counted, others)
            word = words[at]
            if word in g.determiner:
                return self._determined(noun, at, word, others, many=many)
            if word == "s" and at > self._low and words[at - 1] == "'":
                return self._made(noun, at + 1, None if many else 1.0, MANY if many else "definite", others)
            if at + 1 in self._spans.ordinals and not many:
                return self._ranked(noun, self._spans.ordinals[at + 1][0])
            if word == "." and at > self._low and len(words[at - 1]) == 1:
                at -= 1  # "two U.S. soldiers"
                continue
            if self._between_ages(at):
                at -= 1
                continue
            if word in g.closed or (at in self._spans.verbs and not self._attributive(at)):
                break
            if word in g.more:
                others = ("others",)
            at -= 1
        if "adjective" in tags and not many:
            return None
        return self._made(noun, noun.first, None if many else 1.0, MANY if many else "single", others, bare=True)

    def _determined(self, noun: Noun, at: int, word: str, others: tuple[str, ...], *, many: bool) -> Phrase:
        g = self._grammar
        if word in g.one and noun.form == MANY:  # "a fire damaged houses": of another noun
            return self._made(noun, noun.first, None, MANY, others, bare=True)
        if word in g.one:
            return self._made(noun, at, 1.0, "single", others)
        if word in g.another:
            return self._made(noun, at, 1.0, "single", ("others",))
        if word in g.no:
            return self._made(noun, at, 0.0, "zero", others)
        if word in g.two and many:
            return self._made(noun, at, 2.0, "number", others)
        if many or word in g.few:
            return self._made(noun, at, None, MANY, others)
        return self._made(noun, at, 1.0, "definite", others)

    def _ranked(self, noun: Noun, first: int) -> Phrase:
        """`a third man` is one more; `the 12th drone` says nothing of this event's number."""
        if first > self._low and self._words[first - 1] in self._grammar.one:
            return self._made(noun, first - 1, 1.0, "single", ("others",))
        return self._made(noun, first, None, "ranked", ("others",))

    def _before_age(self, at: int) -> int:
        """From the word before `year-old` over its number."""
        while at >= self._low and (self._words[at] == "-" or self._words[at].isdigit()):
            at -= 1
        return at

    def _between_ages(self, at: int) -> bool:
        """`six 18- to 20-year-old men`: the word between two numbers of which the second is of an age."""
        words, after = self._words, at + 1 + (self._words[at + 1 : at + 2] == ("-",))
        before = at - 1 - (words[at - 1] == "-")
        if words[at] not in self._grammar.to_or or before < self._low or not words[before].isdigit():
            return False
        return words[after : after + 1] != () and words[after].isdigit() and words[after + 1 : after + 2] == ("-",)

    def _attributive(self, at: int) -> bool:
        """`two wounded men`, `the dead officer`: a determiner or number stands before the participle."""
        while at > self._low and at in self._spans.verbs:
            at -= 1
        return self._words[at] in self._grammar.determiner or at + 1 in self._spans.counts

    def _numbered(self, noun: Noun, counted: tuple[int, Mention], others: tuple[str, ...]) -> Phrase | None:
        first, mention = counted
        number = mention.value.value
        if isinstance(number, str) or (noun.form == "one" and number not in (0, 1) and "age" not in noun.entry.tags):
            return None
        g = self._grammar
        if self._words[self._passage.word_at(mention.end - 1)] in g.few:  # "several", and not "some 40"
            return self._made(noun, first, None, MANY, others)
        before = self._words[first - 1] if first > self._low else ""
        if before in g.another:
            first, others = first - 1, ("others",)
        elif before in g.owned:  # "her two children"
            first -= 1
        return self._made(noun, first, float(number), "number" if number else "zero", others, given=mention)

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
    ) -> Phrase:
        """The phrase, with the members of a couple counted, and an owner told from what is owned."""
        tags, entry = noun.entry.tags, noun.entry
        if "group" in tags and value is not None:
            value, form = value * float(tags[tags.index("group") + 1]), "number"
        if self._owns(noun.last, noun.form):
            form = "owner"
        if bare:
            tags = (*tags, "bare")
        if "adjective" in tags:  # `two others`: of whom or what, the verb says
            return Phrase(first, noun.last, value, form, "", "", given, marks, tags)
        return Phrase(first, noun.last, value, form, entry.category, entry.id, given, marks, tags)

    def _owns(self, last: int, form: str) -> bool:
        """Does `'s` (or the bare apostrophe of a plural) follow?"""
        if last + 1 >= self._high or self._words[last] != "'":
            return False
        return self._words[last + 1] == "s" or form == MANY


def _first(phrase: Phrase) -> int:
    return phrase.first

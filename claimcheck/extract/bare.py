"""Numbers without a noun, where the verb says what they count: `two were killed`, `63 of them`, `another was hurt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import PERSON, Phrase, Spans
from claimcheck.model import Mention
from claimcheck.text.passage import Passage

OF_THEM = "of-them"  # inner mark: `two of the victims`
SOME = "partial-of"  # inner mark: some of a number that the article does not give
OLDEST = 120
MODIFIERS = 3  # words from a number to the end of its noun
SHORT = 5  # letters: fewer make no noun for people that is not known
NEVER = frozenset(("times", "compound"))  # tags of counts that count no one


def bare_phrases(passage: Passage, low: int, high: int, spans: Spans, used: Set[int]) -> Iterator[Phrase]:
    """The phrases of counts and ordinals that no noun has taken (`used` are its words)."""
    g, words = grammar(), passage.words

    def ends(at: int) -> bool:
        """Does a phrase without a noun end before word `at`: at an auxiliary, an adverb, an action?"""
        return at >= high or at in spans.verbs or words[at] in g.verbal or words[at] in g.adverb or words[at] in g.in_

    for last, (first, mention) in spans.counts.items():
        if first not in used and not isinstance(mention.value.value, str):
            phrase = _number(passage, low, high, spans, first, last, mention)
            if phrase is not None:
                yield phrase
    for last, (first, _) in spans.ordinals.items():
        if first > low and words[first - 1] in g.one and last not in used and ends(last):
            yield Phrase(first - 1, last, 1.0, "single", "", "", None, ("others",))
    if not (g.another.isdisjoint(passage.different) or g.another.isdisjoint(words[low:high])):
        for at in range(low, high):
            if words[at] in g.another and at not in used and at + 1 not in spans.counts and ends(at + 1):
                yield Phrase(at, at + 1, 1.0, "single", "", "", None, ("others",))


def _number(
    passage: Passage, low: int, high: int, spans: Spans, first: int, last: int, mention: Mention
) -> Phrase | None:
    g, tags, words = grammar(), mention.tags, passage.words
    if not NEVER.isdisjoint(tags) or words[last - 1] in g.few:
        return None
    number = float(mention.value.value)
    form = "number" if number else "zero"
    after = words[last] if last < high else "."
    before = words[first - 1] if first > low else "."
    if "nobody" in tags:
        return Phrase(first, last, 0.0, form, PERSON, "", mention, _of_nobody(after))
    if "partial" in tags and after in g.of:
        if not g.uncounted.isdisjoint(words[last + 1 : min(high, last + 4)]):
            return None  # "one of the bullets"
        return Phrase(first, last, number, form, "", "", mention, ("partial", OF_THEM))
    if before in g.no or after in g.uncounted or _age(passage, low, first, after, number):
        return None
    if before in g.not_numbers and passage.ends[first - 1] == passage.starts[first]:
        return None
    if before in g.of and first - 2 >= low and words[first - 2] not in g.of_people:
        return None  # "a mother of two"
    if after in g.beyond:
        return Phrase(first, last + 1, number, form, "", "", mention, ("others",))
    if not (after in g.closed or after in g.adverb or last in spans.verbs):
        noun = _agents(words, last, high, spans)
        return Phrase(first, noun, number, form, PERSON, "", mention) if noun else None
    if before in g.another or before in g.beyond:  # "the other 16 were sent to hospital"
        return Phrase(first - 1, last, number, form, "", "", mention, ("others",))
    if before in g.owned:
        if after in g.of_things:
            return None  # "the nine that vanished": houses
        first -= 1
    return Phrase(first, last, number, form, "", "", mention)


def _of_nobody(after: str) -> tuple[str, ...]:
    """`none of the 40` are all of them, if the article has no other; `nobody in the other coaches` are some."""
    g = grammar()
    return ("partial",) if after in g.of else (SOME,) if after in g.preposition else ()


def _agents(words: Sequence[str], first: int, high: int, spans: Spans) -> int:
    """The word after a noun that no vocabulary has and that looks as those of people do (`four local beekeepers`); 0:
    there is none."""
    g = grammar()
    endings = tuple(g.agents)
    for at in range(first, min(high, first + MODIFIERS)):
        word, after = words[at], words[at + 1] if at + 1 < high else "."
        if not word.isalpha() or word in g.closed or at in spans.verbs or word in g.uncounted:
            return 0
        if len(word) > SHORT and word.endswith(endings) and word not in g.no_agents:
            return at + 1 if after in g.closed or after in g.adverb or at + 1 in spans.verbs else 0
    return 0


def _age(passage: Passage, low: int, first: int, after: str, number: float) -> bool:
    """`Ann Lee, 13 - died`: between a name with a comma and a dash or bracket."""
    if not 0 < number < OLDEST or first - 2 < low or passage.words[first - 1] != "," or after not in grammar().dash:
        return False
    return passage.folded[passage.starts[first - 2]].isupper()

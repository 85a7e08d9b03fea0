"""Numbers without a noun, where the verb says what they count: `two were killed`, `63 of them`, `another was hurt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import PERSON, Phrase, Spans
from claimcheck.model import Mention

OF_THEM = "of-them"  # inner mark: `two of the victims`
NEVER = frozenset(("times", "compound"))  # tags of counts that count no one


def bare_phrases(words: Sequence[str], low: int, high: int, spans: Spans, used: Set[int]) -> Iterator[Phrase]:
    """The phrases of counts and ordinals that no noun has taken (`used` are its words)."""
    g = grammar()

    def ends(at: int) -> bool:
        """Does a phrase without a noun end before word `at`: at an auxiliary, an adverb, an action?"""
        return at >= high or at in spans.verbs or words[at] in g.verbal or words[at] in g.adverb or words[at] in g.in_

    for last, (first, mention) in spans.counts.items():
        if first not in used and not isinstance(mention.value.value, str):
            phrase = _number(words, low, high, spans, first, last, mention)
            if phrase is not None:
                yield phrase
    for last, (first, _) in spans.ordinals.items():
        if first > low and words[first - 1] in g.one and last not in used and ends(last):
            yield Phrase(first - 1, last, 1.0, "single", "", "", None, ("others",))
    if not g.another.isdisjoint(words[low:high]):
        for at in range(low, high):
            if words[at] in g.another and at not in used and at + 1 not in spans.counts and ends(at + 1):
                yield Phrase(at, at + 1, 1.0, "single", "", "", None, ("others",))


def _number(
    words: Sequence[str], low: int, high: int, spans: Spans, first: int, last: int, mention: Mention
) -> Phrase | None:
    g, tags = grammar(), mention.tags
    if not NEVER.isdisjoint(tags) or words[first] in g.few:
        return None
    number = float(mention.value.value)
    form = "number" if number else "zero"
    after = words[last] if last < high else "."
    before = words[first - 1] if first > low else "."
    if "nobody" in tags:
        return Phrase(first, last, 0.0, form, PERSON, "", mention, ("partial",) if after in g.of else ())
    if "partial" in tags and after in g.of:
        if not g.uncounted.isdisjoint(words[last + 1 : min(high, last + 4)]):
            return None  # "one of the bullets"
        return Phrase(first, last, number, form, "", "", mention, ("partial", OF_THEM))
    if before in g.not_numbers or before in g.no or after in g.uncounted:
        return None
    if before in g.of and first - 2 >= low and words[first - 2] not in g.of_people:
        return None  # "a mother of two"
    if after in g.beyond:
        return Phrase(first, last + 1, number, form, "", "", mention, ("others",))
    if not (after in g.closed or after in g.adverb or last in spans.verbs):
        return None
    if before in g.another:
        return Phrase(first - 1, last, number, form, "", "", mention, ("others",))
    return Phrase(first, last, number, form, "", "", mention)

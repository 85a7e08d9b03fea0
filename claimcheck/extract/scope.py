"""The events of one article: which sentences tell of the main one, and which turn aside to another.

Last year's attack, the toll of a whole year, a shooting elsewhere the same night: their claims are theirs and never mix
with the claims of the event the article is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.grammar import grammar
from claimcheck.extract.sentences import Page, Sentence
from claimcheck.model import Mention

FAR = 10  # days: an event date farther from the main one is another event's
LEAD = 3  # sentences of the text that tell best what an article is about


@dataclass(frozen=True, slots=True)
class Aside:
    """Where a sentence turns aside: from word `first` on; `sort` is other, past, period or general."""

    first: int
    sort: str


def main_kind(pages: Sequence[Page]) -> str | None:
    """The type of event that the title, the lead and the rest tell of, in falling weight."""
    votes: Counter[str] = Counter()
    for page in pages:
        for sentence in page.sentences:
            weight = 8 if page.headline else 4 if sentence.index < LEAD else 1
            for event, loose in _told(sentence):
                votes[event] += weight / 8 if loose else weight  # type: ignore[assignment]
    if not votes:
        return None
    best = max(votes.values())
    return min(kind for kind, vote in votes.items() if vote == best)


def _told(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """The types of event that a sentence's words tell of; loose: too general a word to decide alone."""
    for act in sentence.acts:
        if act.entry.event is not None:
            yield act.entry.event, "loose" in act.entry.tags
    for _, _, hit in sentence.hits:
        if hit.entry.category == "incident" and hit.entry.event is not None:
            yield hit.entry.event, "loose" in hit.entry.tags


def several(words: Sequence[str], sentence: Sentence) -> bool:
    """Does the sentence tell of more than one event at once: `two shootings`, `wounded in shootings across the city`?"""
    g = grammar()
    for first, _, hit in sentence.hits:
        if hit.entry.category == "incident" and hit.form == "many" and "loose" not in hit.entry.tags:
            before = words[first - 1] if first > sentence.low else ""
            if before not in g.definite and before not in g.no:
                return True
    return False


def aside_of(words: Sequence[str], sentence: Sentence) -> Aside | None:
    """Where and how the sentence leaves the main event, by its words."""
    for first, _, hit in sentence.hits:
        if hit.entry.category == "aside":
            return Aside(_clause(words, sentence.low, first), hit.entry.tags[0])
    return None


def _clause(words: Sequence[str], low: int, at: int) -> int:
    """The first word of the clause that holds word `at`; the sentence's own where nothing was said before."""
    g = grammar()
    for i in range(at - 1, low + 3, -1):
        if words[i] in g.relative or words[i] in g.clause or words[i] in (";", "where"):
            return i
    return low


def far_from(main: Mention | None, mention: Mention) -> bool:
    """Is the date of another event than the main one?"""
    if main is None:
        return False
    value, other = main.value, mention.value
    if value.low is None or value.high is None or other.low is None or other.high is None:
        return False
    return other.high < value.low - FAR or other.low > value.high + FAR


def continues(words: Sequence[str], sentence: Sentence) -> bool:
    """Does the sentence carry on with what the one before told: `He ...`, `That attack ...`?"""
    word = words[sentence.low] if sentence.low < sentence.high else ""
    g = grammar()
    return word in g.he or word in g.they or word in ("that", "those", "it", "both", "his", "her")


def counts_by_name(pages: Sequence[Page]) -> Mapping[str, int]:
    """How often each person and organisation is named: the salience of participants."""
    found: Counter[str] = Counter()
    for page in pages:
        for sentence in page.sentences:
            for _, _, mention in sentence.mentions:
                if mention.kind == "actor" and "office" not in mention.tags:
                    found[str(mention.value.value)] += 3 if page.headline else 1
    return found

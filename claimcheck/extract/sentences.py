"""A passage cut into sentences, with what was found in each: the vocabulary and the mentions, by word position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.extract.phrase import Act, Noun
from claimcheck.lexicon import Hit
from claimcheck.model import Mention
from claimcheck.record import record
from claimcheck.text.passage import Passage

NOUNS = frozenset(("person", "thing", "equipment"))
USED = NOUNS | {"action", "incident", "occurrence", "reporting", "proceeding", "aside", "stance"}


class Sentence:
    """One sentence: words [low, high), and what stands in it. Lists are in order."""

    __slots__ = ("acts", "high", "hits", "index", "low", "mentions", "nouns")

    def __init__(self, index: int, low: int, high: int) -> None:
        self.index, self.low, self.high = index, low, high
        self.acts: list[Act] = []
        self.nouns: list[Noun] = []
        self.hits: list[tuple[int, int, Hit]] = []  # everything else of the vocabulary: first word, last word, hit
        self.mentions: list[tuple[int, int, Mention]] = []


@record(frozen=True, slots=True)
class Page:
    """A passage as sentences that hold something.

    ranges     of all its sentences, by offset
    publisher  offset in a headline where the name of who publishes it begins; the length of the passage elsewhere
    """

    passage: Passage
    sentences: tuple[Sentence, ...]
    ranges: Sequence[tuple[int, int]]
    headline: bool
    publisher: int


def cut(passage: Passage, hits: Sequence[Hit], mentions: Sequence[Mention]) -> Page:
    """Sort everything into its sentence; sentences in which nothing stands are left out. Both lists are in order."""
    ranges = _ranges(passage, mentions)
    index, starts, ends = passage.index, passage.starts, passage.ends
    sentences: list[Sentence | None] = [None] * len(ranges)
    number, limit = 0, ranges[0][1] if ranges else 0
    total = len(starts)
    dated: set[int] = set()  # words of dates: "March" is no march, "May" no auxiliary
    for mention in mentions:
        while mention.start >= limit and number + 1 < len(ranges):
            number += 1
            limit = ranges[number][1]
        place = sentences[number] or _open(sentences, number, ranges, starts)
        first = index.get(mention.start)
        if first is None:
            first = passage.word_at(mention.start)
        last = first + 1
        while last < total and ends[last - 1] < mention.end:
            last += 1
        place.mentions.append((first, last, mention))
        if mention.kind == "date":
            dated.update(range(first, last))
    number, limit = 0, ranges[0][1] if ranges else 0
    for hit in hits:
        entry = hit.entry
        category = entry.category
        first = index.get(hit.start)
        if category not in USED or first is None or first in dated:
            continue
        while hit.start >= limit and number + 1 < len(ranges):
            number += 1
            limit = ranges[number][1]
        place = sentences[number] or _open(sentences, number, ranges, starts)
        last = first + 1
        while ends[last - 1] < hit.end:
            last += 1
        if category == "action":
            if entry.role is not None:
                place.acts.append(Act(first, last, entry, hit.form))
        elif category in NOUNS:
            place.nouns.append(Noun(first, last, entry, hit.form))
        else:
            place.hits.append((first, last, hit))
    headline = passage.field == "title"
    publisher = _publisher(passage.folded) if headline else len(passage.text)
    return Page(passage, tuple([_kept(s) for s in sentences if s is not None]), ranges, headline, publisher)


def _open(
    sentences: list[Sentence | None], number: int, ranges: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Sentence:
    low, high = ranges[number]
    made = sentences[number] = Sentence(number, bisect_left(starts, low), bisect_left(starts, high))
    return made


def _kept(sentence: Sentence) -> Sentence:
    """Without the verbs that are of lives only (`take`, `lose`) where no life is named."""
    acts = sentence.acts
    if acts and not any("life" in noun.entry.tags for noun in sentence.nouns):
        sentence.acts = [act for act in acts if "life" not in act.entry.tags]
    return sentence


def _publisher(title: str) -> int:
    """Where a title ends in its publisher's name (`... - WSMV Channel 4`, `... | News`): a last part in capitals."""
    cut = max(title.rfind(" - "), title.rfind(" | "), title.rfind(" \u00ab "))
    if cut <= len(title) // 3 or any(word[0].islower() for word in title[cut + 3 :].split()):
        return len(title)
    return cut


def _ranges(passage: Passage, mentions: Sequence[Mention]) -> Sequence[tuple[int, int]]:
    """The sentences, with those joined that part a time from its date: `at 9 p.m. Saturday` is one phrase."""
    dates = {m.start for m in mentions if m.kind == "date"}
    split = [m.end for m in mentions if m.kind == "time" and passage.text[m.end - 1 : m.end] == "."]
    if not split or not dates:
        return passage.sentences
    joined: list[tuple[int, int]] = []
    ends = set(split)
    for start, end in passage.sentences:
        if joined and start in dates and joined[-1][1] in ends:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined

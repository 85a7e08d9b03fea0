"""A passage cut into sentences, with what was found in each: the vocabulary and the mentions, by word position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.extract.phrase import Act, Noun
from claimcheck.lexicon import Hit
from claimcheck.model import Mention
from claimcheck.text.passage import Passage

NOUNS = frozenset(("person", "thing", "equipment"))


class Sentence:
    """One sentence: words [low, high), and what stands in it. Lists are in order."""

    __slots__ = ("acts", "high", "hits", "index", "low", "mentions", "nouns")

    def __init__(self, index: int, low: int, high: int) -> None:
        self.index, self.low, self.high = index, low, high
        self.acts: list[Act] = []
        self.nouns: list[Noun] = []
        self.hits: list[tuple[int, int, Hit]] = []  # everything else of the vocabulary: first word, last word, hit
        self.mentions: list[tuple[int, int, Mention]] = []


@dataclass(frozen=True, slots=True)
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


def cut(passage: Passage, hits: Iterable[Hit], mentions: Sequence[Mention]) -> Page:
    """Sort everything into its sentence; sentences in which nothing stands are left out."""
    ranges = _ranges(passage, mentions)
    starts, index = [start for start, _ in ranges], passage.index
    word_starts = passage.starts
    total = len(word_starts)
    found: dict[int, Sentence] = {}

    def sentence(offset: int) -> Sentence:
        number = max(0, bisect_right(starts, offset) - 1)
        known = found.get(number)
        if known is None:
            low, high = ranges[number]
            first = bisect_right(word_starts, low - 1) if low else 0
            known = found[number] = Sentence(number, first, bisect_right(word_starts, high - 1))
        return known

    for hit in hits:
        first = index.get(hit.start)
        if first is None:
            continue
        last = _after(hit.end, first, passage, total)
        entry = hit.entry
        place = sentence(hit.start)
        if entry.argument is not None or entry.category == "action":
            place.acts.append(Act(first, last, entry, hit.form))
        elif entry.category in NOUNS:
            place.nouns.append(Noun(first, last, entry, hit.form))
        else:
            place.hits.append((first, last, hit))
    for mention in mentions:
        first = index.get(mention.start)
        if first is None:
            first = passage.word_at(mention.start)
        sentence(mention.start).mentions.append((first, _after(mention.end, first, passage, total), mention))
    headline = passage.field == "title"
    publisher = _publisher(passage.folded) if headline else len(passage.text)
    return Page(passage, tuple(found[number] for number in sorted(found)), ranges, headline, publisher)


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


def _after(end: int, first: int, passage: Passage, total: int) -> int:
    """The position after the word that ends at `end`."""
    ends = passage.ends
    last = first
    while last + 1 < total and ends[last] < end:
        last += 1
    return last + 1

"""A passage cut into sentences, with what was found in each: the vocabulary and the mentions, by word position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import Act, Noun
from claimcheck.lexicon import Entry, Hit
from claimcheck.model import Mention
from claimcheck.record import record
from claimcheck.text.passage import Passage

NOUNS = frozenset(("person", "thing", "equipment"))
LIVES = 5  # words between "claimed" and the lives that were
USED = NOUNS | {"action", "incident", "occurrence", "reporting", "proceeding", "aside", "stance"}

Placed = tuple[int, int, Hit]


class Sentence:
    """One sentence: words [low, high), and what stands in it. Lists are in order. Most sentences have no stances and
    asides, and are asked for them again and again: those hits stand in lists of their own as well."""

    __slots__ = ("acts", "asides", "high", "hits", "index", "low", "mentions", "nouns", "sayings", "stances", "told")

    def __init__(self, index: int, low: int, high: int) -> None:
        self.index, self.low, self.high = index, low, high
        self.acts: list[Act] = []
        self.nouns: list[Noun] = []
        self.hits: list[Placed] = []  # everything else of the vocabulary: first word, last word, hit
        self.stances: list[Placed] = []
        self.sayings: list[Placed] = []  # of category reporting
        self.asides: list[Placed] = []
        self.told: list[Entry] = []  # actions and incidents of a type of event
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
    number, limit, final = 0, ranges[0][1] if ranges else 0, len(ranges) - 1
    total = len(starts)
    dated: set[int] = set()  # words of dates: "March" is no march, "May" no auxiliary
    for mention in mentions:
        start, end = mention.start, mention.end
        while start >= limit and number < final:
            number += 1
            limit = ranges[number][1]
        place = sentences[number] or _open(sentences, number, ranges, starts)
        first = index.get(start)
        if first is None:
            first = passage.word_at(start)
        last = first + 1
        while last < total and ends[last - 1] < end:
            last += 1
        place.mentions.append((first, last, mention))
        if mention.kind == "date":
            dated.update(range(first, last))
    lively = _sort(passage, hits, sentences, ranges, dated)
    for place in lively:
        if not any("life" in noun.entry.tags for noun in place.nouns):
            place.acts = [act for act in place.acts if "life" not in act.entry.tags]
            place.told = [entry for entry in place.told if entry.category == "incident" or "life" not in entry.tags]
        elif place.sayings:
            _unsay(place)
    headline = passage.field == "title"
    publisher = _publisher(passage.folded) if headline else len(passage.text)
    return Page(passage, tuple([s for s in sentences if s is not None]), ranges, headline, publisher)


def _sort(
    passage: Passage,
    hits: Sequence[Hit],
    sentences: list[Sentence | None],
    ranges: Sequence[tuple[int, int]],
    dated: Set[int],
) -> list[Sentence]:
    """Sort the vocabulary into the sentences. Returns those with verbs that are of lives only (`take`, `lose`): they
    are none where no life is named."""
    index, starts, ends = passage.index, passage.starts, passage.ends
    number, limit, final = 0, ranges[0][1] if ranges else 0, len(ranges) - 1
    new = tuple.__new__  # by their own constructors the nouns and acts take three times as long
    lively: dict[int, Sentence] = {}
    text, words, named = passage.text, passage.words, passage.field != "title"  # headlines leave out what tells them
    for hit in hits:
        start, end, entry, form = hit
        category = entry.category
        if category not in USED:
            continue
        first = index.get(start)
        if first is None or (first in dated and category != "aside"):  # "this year" is a date and turns aside
            continue
        while start >= limit and number < final:
            number += 1
            limit = ranges[number][1]
        place = sentences[number] or _open(sentences, number, ranges, starts)
        if form == "base" and named and ((text[start].isupper() and not passage.capitals) or _noun(words, first)):
            continue
        last = first + 1
        while ends[last - 1] < end:
            last += 1
        if category in NOUNS:
            place.nouns.append(new(Noun, (first, last, entry, form)))
        elif category == "action":
            if entry.role is not None:
                place.acts.append(new(Act, (first, last, entry, form)))
                if entry.event is not None:
                    place.told.append(entry)
                if "life" in entry.tags:
                    lively[number] = place
        else:
            placed = (first, last, hit)
            place.hits.append(placed)
            if category == "incident":
                if entry.event is not None:
                    place.told.append(entry)
            elif category == "reporting":
                place.sayings.append(placed)
            elif category == "stance":
                place.stances.append(placed)
            elif category == "aside":
                place.asides.append(placed)
    return list(lively.values())


def _noun(words: Sequence[str], at: int) -> bool:
    """`the alpine club`, `at level 3`, `the score`: the base form of a verb after what no verb stands after. (`Fire
    Rescue Victoria`, `Rescue teams`: one with a capital letter is none either.)"""
    g = grammar()
    before = words[at - 1] if at else ""
    if before in g.definite or before in g.one or (before in g.preposition and before not in g.to):
        return True
    if words[at] in g.particle:
        return before not in g.to and before not in g.modal  # "a crane came down"
    if words[at] in g.unchanged:
        return False  # "the plane hit the water": a past form as well
    first = words[at - 2] if at > 1 else ""
    return before.isalpha() and (first in g.owned or first in g.one) and before not in g.verbal and before[-1] != "s"


def _unsay(place: Sentence) -> None:
    """`The quake claimed nine lives`: nobody claims anything there."""
    lives = [noun.first for noun in place.nouns if "life" in noun.entry.tags]
    taken = {a.first for a in place.acts if "life" in a.entry.tags and any(0 <= n - a.last < LIVES for n in lives)}
    place.sayings = [placed for placed in place.sayings if placed[0] not in taken]
    place.hits = [placed for placed in place.hits if placed[0] not in taken or placed[2].entry.category != "reporting"]


def _open(
    sentences: list[Sentence | None], number: int, ranges: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Sentence:
    low, high = ranges[number]
    made = sentences[number] = Sentence(number, bisect_left(starts, low), bisect_left(starts, high))
    return made


def _publisher(title: str) -> int:
    """Where a title ends in its publisher's name (`... - WSMV Channel 4`, `... | News`): a last part in capitals."""
    cut = max(title.rfind(" - "), title.rfind(" | "), title.rfind(" \u00ab "))
    if cut <= len(title) // 3 or any(word[0].islower() for word in title[cut + 3 :].split()):
        return len(title)
    return cut


def _ranges(passage: Passage, mentions: Sequence[Mention]) -> Sequence[tuple[int, int]]:
    """The sentences, with those joined that part a time from its date: `at 9 p.m. Saturday` is one phrase."""
    split = [m.end for m in mentions if m.kind == "time" and passage.text[m.end - 1 : m.end] == "."]
    dates = {m.start for m in mentions if m.kind == "date"} if split else None
    if not dates:
        return passage.sentences
    joined: list[tuple[int, int]] = []
    ends = set(split)
    for start, end in passage.sentences:
        if joined and start in dates and joined[-1][1] in ends:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined

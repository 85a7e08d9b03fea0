"""Which patterns can match at all: found by a word or category that stands in every match, and tried only there."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.patterns.files import Pattern
from claimcheck.patterns.match import Match, accepts, match_at
from claimcheck.patterns.scene import Scene

Numbered = tuple[int, tuple[frozenset[str], ...]]  # a pattern's number, and what else it needs of words


class Group(NamedTuple):
    """Patterns of one anchor in which the same further categories stand: their numbers, and the words of which one of
    each set stands in every match besides the anchor."""

    needs: frozenset[str]
    patterns: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Patterns by their anchors: words, and categories. `categories` are all that they ask for."""

    patterns: tuple[Pattern, ...]
    words: frozenset[str]
    by_word: dict[str, tuple[Group, ...]]
    by_category: dict[str, tuple[Group, ...]]
    categories: frozenset[str]

    def matches(self, scene: Scene) -> Iterator[tuple[Pattern, Match]]:
        """Every pattern that matches, sentence by sentence."""
        at, first, limit = -1, 0, 0
        words, hits, after = scene.words, scene.at, scene.after
        for sentence, number in self._worth_trying(scene):
            if sentence != at:
                at = sentence
                first, limit = scene.bounds(sentence)
            pattern = self.patterns[number]
            for position in _starts(pattern, scene, first, limit):
                match = match_at(pattern.sequence, position, words, limit, hits, after)
                if match is not None:
                    yield pattern, match

    def _worth_trying(self, scene: Scene) -> list[tuple[int, int]]:
        """(sentence, number of a pattern of which all words and categories stand in it), in order, each once."""
        pairs: set[tuple[int, int]] = set()
        held, different = frozenset(scene.at), scene.different
        for word in different & self.words:
            said: frozenset[int] | None = None
            for needs, patterns in self.by_word[word]:
                if needs <= held and (possible := _possible(patterns, different)):
                    if said is None:
                        said = scene.saying(word)
                    _add(scene, said, needs, possible, pairs)
        for category in held & self.by_category.keys():
            for needs, patterns in self.by_category[category]:
                if needs <= held and (possible := _possible(patterns, different)):
                    _add(scene, scene.holding(category), needs, possible, pairs)
        return sorted(pairs)


def index_of(patterns: Iterable[Pattern]) -> Index:
    """The patterns in the order given, which is their number."""
    known = tuple(patterns)
    by_word: dict[str, list[int]] = defaultdict(list)
    by_category: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(known):
        for word in sorted(pattern.anchor_words):
            by_word[word].append(number)
        if pattern.anchor_category:
            by_category[pattern.anchor_category].append(number)
    return Index(
        known,
        frozenset(by_word),
        {word: _groups(known, numbers) for word, numbers in by_word.items()},
        {category: _groups(known, numbers) for category, numbers in by_category.items()},
        frozenset(e.category for p in known for e in p.sequence.elements if e.category),
    )


def _groups(patterns: tuple[Pattern, ...], numbers: Iterable[int]) -> tuple[Group, ...]:
    """What the anchor itself stands for is not asked again; of the other words the rarest are asked for first."""
    found: dict[frozenset[str], list[Numbered]] = {}
    for number in numbers:
        pattern = patterns[number]
        others = [words for words in pattern.needs_words if words != pattern.anchor_words]
        rarest_first = sorted(others, key=lambda words: (-min(map(len, words)), len(words)))
        found.setdefault(pattern.needs - {pattern.anchor_category}, []).append((number, tuple(rarest_first)))
    return tuple(Group(needs, tuple(members)) for needs, members in found.items())


def _possible(patterns: Iterable[Numbered], words: frozenset[str]) -> list[Numbered]:
    """Those of which all words stand somewhere in the passage."""
    return [numbered for numbered in patterns if not any(map(words.isdisjoint, numbered[1]))]


def _add(
    scene: Scene,
    sentences: frozenset[int],
    needs: frozenset[str],
    possible: Sequence[Numbered],
    pairs: set[tuple[int, int]],
) -> None:
    """Add the patterns by those of the sentences in which all their categories and words stand."""
    for category in needs:
        sentences &= scene.holding(category)
    for sentence in sentences:
        words = scene.words_of(sentence)
        for number, sets in possible:
            if not any(map(words.isdisjoint, sets)):
                pairs.add((sentence, number))


def _starts(pattern: Pattern, scene: Scene, first: int, limit: int) -> Iterable[int]:
    """Positions in the sentence [first, limit) where the first element stands."""
    element = pattern.sequence.elements[0]
    if element.words:
        words = element.words
        return [p for p, word in enumerate(scene.words[first:limit], first) if word in words]
    if element.category not in scene.at:
        return ()
    hits, positions = scene.at[element.category], scene.positions(element.category)
    here = positions[bisect_left(positions, first) : bisect_left(positions, limit)]
    return [p for p in here if accepts(element, hits[p])]

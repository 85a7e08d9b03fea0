"""Which patterns can match at all: found by a word or category that stands in every match, and tried only there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.patterns.files import Pattern
from claimcheck.patterns.match import Match, accepts, match_at
from claimcheck.patterns.scene import Scene


class Group(NamedTuple):
    """Patterns of one anchor in which the same categories stand: their numbers, and the words of which one of each set
    stands in every match."""

    needs: frozenset[str]
    patterns: tuple[tuple[int, tuple[frozenset[str], ...]], ...]


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
        words: frozenset[str] = frozenset()
        for sentence, number in sorted(self._worth_trying(scene)):
            if sentence != at:
                at, words = sentence, scene.words_of(sentence)
                first, limit = scene.bounds(sentence)
            pattern = self.patterns[number]
            if any(map(words.isdisjoint, pattern.needs_words)):
                continue
            for position in _starts(pattern, scene, first, limit):
                match = match_at(pattern.sequence, position, scene.words, limit, scene.at, scene.after)
                if match is not None:
                    yield pattern, match

    def _worth_trying(self, scene: Scene) -> set[tuple[int, int]]:
        """(sentence, number of a pattern whose anchor and categories stand in it)."""
        pairs: set[tuple[int, int]] = set()
        held = scene.at.keys()
        for word in scene.different & self.words:
            for group in self.by_word[word]:
                if group.needs <= held and (numbers := _possible(group, scene.different)):
                    sentences = scene.saying(word).intersection(*map(scene.holding, group.needs))
                    pairs.update([(sentence, number) for sentence in sentences for number in numbers])
        for category in self.by_category.keys() & held:
            for group in self.by_category[category]:
                if group.needs <= held and (numbers := _possible(group, scene.different)):
                    sentences = scene.holding(category).intersection(*map(scene.holding, group.needs))
                    pairs.update([(sentence, number) for sentence in sentences for number in numbers])
        return pairs


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
    found: dict[frozenset[str], list[tuple[int, tuple[frozenset[str], ...]]]] = {}
    for number in numbers:
        found.setdefault(patterns[number].needs, []).append((number, patterns[number].needs_words))
    return tuple(Group(needs, tuple(members)) for needs, members in found.items())


def _possible(group: Group, words: frozenset[str]) -> list[int]:
    """Those of which all words stand somewhere in the passage."""
    return [number for number, needs in group.patterns if not any(map(words.isdisjoint, needs))]


def _starts(pattern: Pattern, scene: Scene, first: int, limit: int) -> list[int]:
    """Positions in the sentence [first, limit) where the first element stands."""
    element = pattern.sequence.elements[0]
    if element.words:
        words = element.words
        return [p for p, word in enumerate(scene.words[first:limit], first) if word in words]
    hits = scene.at.get(element.category)
    return [p for p in range(first, limit) if p in hits and accepts(element, hits[p])] if hits else []

"""Which patterns can match at all: those of which every word and category stands in the sentence. Only they are tried.

A pattern asks for one of each of several sets: of words, of categories. Patterns are bits of an integer, by their
numbers; for each place in that list of sets, a word or category knows the patterns that it serves. What stands in a
passage is joined place by place, and what all places have in common is looked for in its sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.patterns.files import Pattern
from claimcheck.patterns.match import Match, accepts, match_at
from claimcheck.patterns.scene import Scene

Serves: TypeAlias = tuple[tuple[int, int], ...]  # (place in the list of sets, bits of patterns)


@dataclass(frozen=True, slots=True)
class Index:
    """Patterns by what they ask for. `free` are, place by place, the patterns that ask for no more there; `categories`
    are all that stand in any pattern."""

    patterns: tuple[Pattern, ...]
    words: frozenset[str]
    by_word: Mapping[str, Serves]
    by_category: Mapping[str, Serves]
    free: tuple[int, ...]
    categories: frozenset[str]

    def matches(self, scene: Scene) -> Iterator[tuple[Pattern, Match]]:
        """Every pattern that matches, sentence by sentence."""
        words, hits, after = scene.words, scene.at, scene.after
        for sentence, number in self._worth_trying(scene):
            first, limit = scene.bounds(sentence)
            pattern = self.patterns[number]
            for position in _starts(pattern, scene, first, limit):
                match = match_at(pattern.sequence, position, words, limit, hits, after)
                if match is not None:
                    yield pattern, match

    def _worth_trying(self, scene: Scene) -> list[tuple[int, int]]:
        """(sentence, number of a pattern of which all words and categories stand in it), in order."""
        said = scene.different & self.words
        possible = self._joined(said, self.by_category.keys() & scene.at.keys())
        if not possible:
            return []
        found: list[tuple[int, int]] = []
        where = scene.sentences_of(said)
        for number in bits_of(possible):
            pattern = self.patterns[number]
            sentences = scene.all_sentences
            for category in pattern.needs:
                sentences &= scene.holding(category)
            for names in pattern.needs_words:
                if not sentences:
                    break
                here = 0
                for name in names & said:
                    here |= where[name]
                sentences &= here
            found += [(sentence, number) for sentence in bits_of(sentences)]
        found.sort()
        return found

    def _joined(self, words: Iterable[str], categories: Iterable[str]) -> int:
        """The patterns for which these words and categories hold one of each set."""
        served = list(self.free)
        by_word, by_category = self.by_word, self.by_category
        for category in categories:
            for place, bits in by_category[category]:
                served[place] |= bits
        for word in words:
            for place, bits in by_word[word]:
                served[place] |= bits
        common = -1
        for bits in served:
            common &= bits
        return common


def bits_of(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def index_of(patterns: Iterable[Pattern]) -> Index:
    """The patterns in the order given, which is their number."""
    known = tuple(patterns)
    words: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    categories: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    places = max((len(p.needs) + len(p.needs_words) for p in known), default=0)
    free = [0] * max(1, places)
    for number, pattern in enumerate(known):
        sets = [(categories, frozenset((name,))) for name in sorted(pattern.needs)]
        sets += [(words, names) for names in pattern.needs_words]
        for place, (table, names) in enumerate(sets):
            for name in names:
                table[name][place] |= 1 << number
        for place in range(len(sets), len(free)):
            free[place] |= 1 << number
    return Index(
        known,
        frozenset(words),
        {word: tuple(serves.items()) for word, serves in words.items()},
        {category: tuple(serves.items()) for category, serves in categories.items()},
        tuple(free),
        frozenset(e.category for p in known for e in p.sequence.elements if e.category),
    )


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

"""Steps 3 to 5: the keys of each article, the pairs that share some, how like they are, and the points of each pair."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from operator import mul

from claimcheck.linking.candidates import CROWD, LEAST, WINDOW, Vector, keys_of, near, usual_of, vector_of
from claimcheck.linking.scorecard import Compared, score, total
from claimcheck.linking.steps.counted import Words, word_key
from claimcheck.linking.steps.shelved import HELD, Days, Profiles
from claimcheck.linking.steps.step import Span, Step, Work, ranges
from claimcheck.remembered import Remembered
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Rows, Shelf
from claimcheck.spill.sorter import Sorter, key_of
from claimcheck.spill.table import Table


@dataclass(frozen=True, slots=True)
class Pairs:
    """What was compared. A row of `compared` is of the pairs of an article with later ones: numbers, cosines; one of
    `points` is their points. `cut`: pairs that a window left out."""

    compared: Rows
    points: Rows
    usual: array[float]
    sizes: dict[int, int]
    cut: int


@dataclass(frozen=True)
class Key(Step):
    """A range of articles -> for each its vector, and digests of its keys."""

    profiles: Profiles
    words: Words
    groups: array[int]
    sizes: dict[int, int]

    def build(self) -> Callable[[Span], list[tuple[bytes, bytes]]]:
        """The worker."""
        corpus = self.words.corpus()

        def key(span: Span) -> list[tuple[bytes, bytes]]:
            made = []
            for number in range(*span):
                profile, group = self.profiles.whole(number), self.groups[number]
                vector = vector_of(profile, corpus)
                keys = keys_of(profile, vector, corpus, self.sizes[group])
                own = key_of(group)
                digests = array("Q", [own ^ word_key(key) for key in keys])
                made.append((_packed(vector), digests.tobytes()))
            return made

        return key


@dataclass(frozen=True)
class Pair(Step):
    """A range of articles -> for each the later articles that are like it, how like; how many were left out."""

    keys: Rows
    under: Table
    vectors: Rows
    days: Days

    def build(self) -> Callable[[Span], list[tuple[bytes, bytes, int]]]:
        """The worker."""
        return lambda span: [self._pair(number) for number in range(*span)]

    def _pair(self, number: int) -> tuple[bytes, bytes, int]:
        under, cut = array("I"), 0
        for key in array("Q", self.keys[number]):
            later, left = self.under.after(key, number, most=WINDOW)
            under += later
            cut += left
        others, cosines = array("I"), array("d")
        own, day, days = dict(zip(*_unpacked(self.vectors[number]), strict=True)), self.days[number], self.days
        for other in sorted([o for o, shared in Counter(under).items() if shared > 1 or near(day, days[o])]):
            cosine = _cosine_of(own, self.vectors[other])
            if cosine >= LEAST:
                others.append(other)
                cosines.append(cosine)
        return others.tobytes(), cosines.tobytes(), cut


@dataclass(frozen=True)
class Score(Step):
    """A range of articles -> for each the points of its pairs."""

    profiles: Profiles
    words: Words
    groups: array[int]
    sizes: dict[int, int]
    compared: Rows
    usual: array[float]

    def build(self) -> Callable[[Span], list[bytes]]:
        """The worker."""
        corpus, profiles = self.words.corpus(), Remembered(self.profiles.told, keep=HELD)

        def points(number: int) -> Iterator[float]:
            size = self.sizes[self.groups[number]]
            for other, cosine in pairs_of(self.compared[number]):
                usual = (self.usual[number] + self.usual[other]) / 2
                pair = Compared(profiles[number], profiles[other], corpus, cosine, usual, size)
                yield total(score(pair), size)

        return lambda span: [array("d", points(number)).tobytes() for number in range(*span)]


def _packed(vector: Vector) -> bytes:
    """A vector by the digests of its words."""
    return array("Q", map(word_key, vector)).tobytes() + array("d", vector.values()).tobytes()


def _unpacked(row: bytes) -> tuple[array[int], array[float]]:
    half = len(row) // 2
    return array("Q", row[:half]), array("d", row[half:])


def _cosine_of(a: dict[int, float], row: bytes) -> float:
    """`cosine_of` of a vector and the row of another: to make a dictionary of that would take longer."""
    words, weights = _unpacked(row)
    return math.fsum(map(mul, map(a.get, words, repeat(0.0)), weights))  # exact: the zeros change nothing


def pairs_of(row: bytes) -> Iterator[tuple[int, float]]:
    """The pairs of a row of `compared`: the other article, the cosine."""
    count = len(row) // 12
    return zip(array("I", row[: 4 * count]), array("d", row[4 * count :]), strict=True)


def compare_pairs(
    folder: Folder, profiles: Profiles, words: Words, days: Days, groups: array[int], work: Work
) -> Pairs:
    """All pairs worth it."""
    size, sizes = len(groups), dict(Counter(groups))
    vectors, keys, under = Shelf(folder, "vectors"), Shelf(folder, "keys"), Sorter(folder, "under")
    for made in work(Key(profiles, words, groups, sizes), ranges(size)):
        for vector, digests in made:
            vectors.add(vector)
            under.extend(array("Q", digests), keys.add(digests))
    several = ((key, map(int, members)) for key, members in under.groups() if len(members) > 1)
    table = Table(folder, "under", several)
    compared, cosines, cut = Shelf(folder, "compared"), Sorter(folder, "cosines", kind="d", span=size), 0
    for found in work(Pair(keys.rows(), table, vectors.rows(), days), ranges(size)):
        for others, alike, left in found:
            number = compared.add(others + alike)
            cut += left
            for other, cosine in zip(array("I", others), array("d", alike), strict=True):
                cosines.add(number, cosine)
                cosines.add(other, cosine)
    usual = array("d", [usual_of(())]) * size
    for number, values in cosines.groups():
        usual[number] = usual_of(values)
    rows, points = compared.rows(), Shelf(folder, "points")
    for scored in work(Score(profiles, words, groups, sizes, rows, usual), ranges(size)):
        for row in scored:
            points.add(row)
    return Pairs(rows, points.rows(), usual, sizes, cut)


__all__ = ["CROWD", "Pairs", "compare_pairs", "pairs_of"]

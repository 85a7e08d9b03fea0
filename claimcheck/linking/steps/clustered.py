"""Step 6: articles that hang together by good points are clustered; each cluster says how firm it is."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.linking.candidates import Nearness
from claimcheck.linking.clusters import cluster
from claimcheck.linking.compare import Compares
from claimcheck.linking.copies import copies
from claimcheck.linking.days import other_day
from claimcheck.linking.decisions import Decision
from claimcheck.linking.scorecard import NEEDED
from claimcheck.linking.steps.counted import Words
from claimcheck.linking.steps.paired import Pairs, pairs_of
from claimcheck.linking.steps.shelved import HELD, Profiles, Shelved
from claimcheck.linking.steps.step import Step, Work
from claimcheck.linking.strength import TOLD, Strength, strength
from claimcheck.remembered import Remembered
from claimcheck.spill.folder import Folder
from claimcheck.spill.sorter import Sorter

Pair: TypeAlias = tuple[int, int]
Decided: TypeAlias = Mapping[Pair, Decision]
Cluster: TypeAlias = tuple[list[int], str, tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class Join(Step):
    """Articles that may be of one event, in order -> clusters of several articles: their numbers, link, reasons, loose
    documents, copies."""

    shelved: Shelved
    profiles: Profiles
    words: Words
    pairs: Pairs
    together: Decided
    apart: Decided

    def build(self) -> Callable[[list[int]], list[Cluster]]:
        """The worker."""
        corpus = self.words.corpus()
        profiles = Remembered(self.profiles.whole, keep=HELD)

        def join(numbers: list[int]) -> list[Cluster]:
            place = {number: at for at, number in enumerate(numbers)}
            mains = [profiles[number].main for number in numbers]
            made = Compares(
                [profiles[number] for number in numbers],
                corpus,
                Nearness({}, [self.pairs.usual[number] for number in numbers]),
                [self.pairs.sizes[self.shelved.groups[number]] for number in numbers],
                {},
            )
            for at, number in enumerate(numbers):
                points = array("d", self.pairs.points[number])
                for (other, cosine), value in zip(pairs_of(self.pairs.compared[number]), points, strict=True):
                    if other in place:
                        made.nearness.cosines[at, place[other]] = cosine
                        made.points[at, place[other]] = value
            together, apart = (_within(place, decided) for decided in (self.together, self.apart))
            found = cluster(
                len(numbers),
                made.points,
                needed=NEEDED,
                apart=apart.keys(),
                together=together,
                barred=lambda a, b: other_day(mains, a, b),
            )
            several = [members for members in found if len(members) > 1]
            return [
                _row(self.shelved, [numbers[at] for at in members], strength(members, made, together))
                for members in several
            ]

        return join


@dataclass(frozen=True)
class Told(Step):
    """Articles that are told to be of one event -> their one cluster."""

    shelved: Shelved

    def build(self) -> Callable[[list[int]], list[Cluster]]:
        """The worker."""
        return lambda numbers: [_row(self.shelved, numbers, TOLD)]


def _row(shelved: Shelved, members: list[int], how: Strength) -> Cluster:
    return members, how.link, how.reasons, how.loose, copies([shelved.article(number) for number in members])


def _within(place: Mapping[int, int], decided: Decided) -> dict[Pair, Decision]:
    """The decisions on pairs of these articles."""
    return {(place[a], place[b]): said for (a, b), said in decided.items() if a in place and b in place}


def clusters_found(folder: Folder, step: Join, work: Work) -> Iterator[Cluster]:
    """All clusters of several articles, those of one component after another."""
    size = len(step.shelved)
    root = array("I", range(size))
    for number in range(size):
        points = array("d", step.pairs.points[number])
        for (other, _), value in zip(pairs_of(step.pairs.compared[number]), points, strict=True):
            if value >= NEEDED:
                _unite(root, number, other)
    for a, b in step.together:
        _unite(root, a, b)
    yield from _worked(folder, step, (_root(root, number) for number in range(size)), work)


def clusters_told(folder: Folder, shelved: Shelved, work: Work) -> Iterator[Cluster]:
    """The articles of each group as one cluster."""
    yield from _worked(folder, Told(shelved), shelved.groups, work)


def _worked(folder: Folder, step: Join | Told, roots: Iterator[int] | array[int], work: Work) -> Iterator[Cluster]:
    parts = Sorter(folder, "components", span=max(1, len(step.shelved)))
    for number, root in enumerate(roots):
        parts.add(root, number)
    components = ([int(n) for n in members] for _, members in parts.groups() if len(members) > 1)
    for made in work(step, components):
        yield from made


def _root(root: array[int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at


def _unite(root: array[int], a: int, b: int) -> None:
    low, high = sorted((_root(root, a), _root(root, b)))
    root[high] = low


__all__ = ["Cluster", "Join", "clusters_found", "clusters_told"]

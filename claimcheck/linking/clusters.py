"""Clusters of articles: the best pair of groups is joined first, as long as its average points suffice.

The average over all pairs keeps one lucky pair from chaining two incidents together. Pairs nobody compared count as
`STRANGERS`: two groups of which most members share no rare word stay apart.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

Pair = tuple[int, int]
Barred = Callable[[list[int], list[int]], bool]  # members of two groups: must they stay apart?
STRANGERS = -3.0  # points of a pair that shares nothing rare: about what such pairs score when they are compared


def _never(_a: list[int], _b: list[int]) -> bool:
    return False


def cluster(
    size: int,
    points: Mapping[Pair, float],
    *,
    needed: float,
    apart: Collection[Pair] = (),
    together: Iterable[Pair] = (),
    barred: Barred = _never,
) -> list[list[int]]:
    """Members of each cluster, sorted; clusters by their first member.

    `points` of pairs (a, b) with a < b. Pairs in `together` are joined before all others; whatever holds a pair of
    `apart`, or is `barred` as a whole, is never joined. Cost: the number of pairs times a logarithm.
    """
    groups = _Groups(size, points, apart)
    for a, b in together:
        groups.join(groups.of[a], groups.of[b])
    heap = [(-value, a, b) for (a, b) in groups.pairs() if (value := groups.average(a, b)) >= needed]
    heapq.heapify(heap)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups.members or b not in groups.members:
            continue
        if barred(groups.members[a], groups.members[b]):
            continue
        joined = groups.join(a, b)
        for other in groups.near[joined]:
            value = groups.average(joined, other)
            if value >= needed:
                heapq.heappush(heap, (-value, other, joined))
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """The groups so far: sums and counts of points between each two of them."""

    def __init__(self, size: int, points: Mapping[Pair, float], apart: Collection[Pair]) -> None:
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.of = list(range(size))
        self.near: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        self._next = size
        for (a, b), value in points.items():
            self.near[a][b] = self.near[b][a] = (value, 1)
        for a, b in apart:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def pairs(self) -> list[Pair]:
        """Each two groups between which something is known, once."""
        return [(a, b) for a in sorted(self.members) for b in self.near[a] if a < b]

    def average(self, a: int, b: int) -> float:
        """Mean points of a pair with one member in each; minus infinity where they must stay apart."""
        if b in self.apart[a]:
            return -float("inf")
        value, known = self.near[a].get(b, (0.0, 0))
        pairs = len(self.members[a]) * len(self.members[b])
        return (value + STRANGERS * (pairs - known)) / pairs

    def join(self, a: int, b: int) -> int:
        """One group of two; its number."""
        if a == b:
            return a
        new, self._next = self._next, self._next + 1
        self.members[new] = self.members.pop(a) + self.members.pop(b)
        for member in self.members[new]:
            self.of[member] = new
        near = self.near.pop(a, {})
        for other, (value, known) in self.near.pop(b, {}).items():
            before = near.get(other, (0.0, 0))
            near[other] = (before[0] + value, before[1] + known)
        self.near[new] = {other: near[other] for other in sorted(near) if other in self.members}
        for other, both in self.near[new].items():
            self.near[other].pop(a, None)
            self.near[other].pop(b, None)
            self.near[other][new] = both
        self.apart[new] = self.apart.pop(a, set()) | self.apart.pop(b, set())
        for other in self.apart[new]:
            self.apart[other].add(new)
        return new

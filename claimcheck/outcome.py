"""What came of a run, as rows on disk: events, findings, doubts and counts. It is what a cache keeps of a whole run."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from claimcheck.model import Event, Finding, Undecided
from claimcheck.rows import finding_of, undecided_of
from claimcheck.spill.folder import Folder
from claimcheck.spill.lazily import Lazily
from claimcheck.spill.shelf import Rows, Shelf

T = TypeVar("T")
_SORTS = ("event", "finding", "undecided")
_LAST = "counts"


@dataclass(frozen=True, slots=True)
class Outcome:
    """events, findings, undecided  rows in their final order
    tally  rule -> how many groups it was asked about, and what it made of them
    cut    pairs of articles on one place and week that were too many to compare
    """

    folder: Folder
    events: Rows
    findings: Rows
    undecided: Rows
    tally: Mapping[str, Counter[str]]
    cut: int

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """All of it, to be kept."""
        for sort, rows in zip(_SORTS, (self.events, self.findings, self.undecided), strict=True):
            yield from ((sort, row) for row in rows)
        yield _LAST, marshal.dumps(({rule: dict(count) for rule, count in self.tally.items()}, self.cut))

    def each_event(self) -> Lazily[Event]:
        """Events in order."""
        return self._each(self.events, lambda row: Event(*row))

    def each_finding(self) -> Lazily[Finding]:
        """Findings in order."""
        return self._each(self.findings, finding_of)

    def each_undecided(self) -> Lazily[Undecided]:
        """Doubts in order."""
        return self._each(self.undecided, undecided_of)

    def _each(self, rows: Rows, made: Callable[[Any], T]) -> Lazily[T]:
        def read() -> Iterator[T]:
            for row in rows:
                yield made(marshal.loads(row))
            assert self.folder  # stays as long as its rows are read

        def one(at: int) -> T:
            return made(marshal.loads(rows[at]))

        return Lazily(len(rows), read, one)


def outcome_of(folder: Folder, rows: Iterable[tuple[str, bytes]]) -> Outcome | None:
    """The inverse of `Outcome.rows`; None where they are not all there."""
    shelves = {sort: Shelf(folder, sort) for sort in _SORTS}
    for sort, row in rows:
        if sort == _LAST:
            tally, cut = marshal.loads(row)
            counts = {rule: Counter(count) for rule, count in tally.items()}
            events, findings, undecided = (shelf.rows() for shelf in shelves.values())
            return Outcome(folder, events, findings, undecided, counts, cut)
        shelves[sort].add(row)
    return None

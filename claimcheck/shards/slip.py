"""A slip is a row on its way to a step, a flow the steps in order: what an engine has to know of all this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, Protocol

Key = str | tuple[str | int, ...]
Plain = Any  # what `marshal` writes (tuples of text, numbers, None ...): each step unpacks what the one before packed


class Slip(NamedTuple):
    """`data` for the step `to`, where it meets all others of its `key`, sorted by `order` (as text, by code points)."""

    to: str
    key: Key
    order: str
    data: Plain


Rows = Iterator[tuple[str, Plain]]  # (order, data), read once, in order; of equal order the data is equal too
Work = Callable[[Key, Rows], Iterator[Slip]]


class Flow(Protocol):
    """Something small that can be pickled. `steps` are in the order in which they run; slips to other names are the
    result."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps."""

    def build(self) -> dict[str, Work]:
        """The steps, where the work is done."""


def run(flow: Flow, slips: Iterable[Slip]) -> dict[str, list[Slip]]:
    """All steps in this process and in memory: what other ways to run them must equal. The result by name."""
    waiting: dict[str, list[Slip]] = {}
    _deal(slips, waiting)
    work = flow.build()
    for step in flow.steps:
        rows = waiting.pop(step, [])
        rows.sort(key=lambda slip: (repr(slip.key), slip.order))
        for key, group in groupby(rows, itemgetter(1)):
            _deal(work[step](key, ((slip.order, slip.data) for slip in group)), waiting)
    return waiting


def _deal(slips: Iterable[Slip], waiting: dict[str, list[Slip]]) -> None:
    for slip in slips:
        waiting.setdefault(slip.to, []).append(slip)


def ranked(rows: Sequence[tuple[str, Plain]], rank: str) -> list[Plain]:
    """The data of the rows whose order begins so."""
    return [data for order, data in rows if order[0] == rank]

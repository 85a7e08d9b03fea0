"""The seam of an engine: where work runs. It maps recipes over items, in order, and knows nothing of what they are.

An engine opens a crew: workers that are at hand for several recipes, one after the other. What crosses the seam are
items and rows (`Recipe.pack`); trees of objects never cross a process boundary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

Given = TypeVar("Given", contravariant=True)
Made = TypeVar("Made")
Result = TypeVar("Result", covariant=True)
T = TypeVar("T")
R = TypeVar("R")
CHUNK = 8  # items that go to a worker together: about 20 ms of articles


@runtime_checkable
class Together(Protocol[Given, Result]):
    """Work that several items take less of together than one by one. What a recipe builds may be such."""

    def each(self, items: Iterable[Given]) -> Iterator[Result]:
        """Results in the order of the items; what precedes an item that cannot be had is given before the error."""


def over(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Results in the order of the items: of several together, where the work can do that."""
    return work.each(items) if isinstance(work, Together) else map(work, items)


class Recipe(Protocol[Given, Made]):
    """Something small that can be pickled, and builds the worker (its tables, its matchers) where the work is done."""

    def build(self) -> Callable[[Given], Made]:
        """The function that does the work on one item."""

    def pack(self, made: Made) -> object:
        """A result in plain rows, for the way between processes and for files."""

    def unpack(self, item: Given, packed: object) -> Made:
        """The inverse of `pack`, where the item is at hand."""

    def lost(self, item: Given) -> Made:
        """The result of an item that no worker survived."""


class Crew(Protocol):
    """Workers of a run. One mapping at a time: it is read to its end, or closed, before the next begins."""

    def rows(self, recipe: Recipe[T, R], items: Iterable[T], *, chunk: int = CHUNK) -> Iterator[object]:
        """Packed results in the order of the items, whatever runs at once."""

    def map(self, recipe: Recipe[T, R], items: Iterable[T]) -> Iterator[R]:
        """Results in the order of the items."""

    def close(self) -> None:
        """End every worker. Where there is work again, others begin."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Where work runs.

    open    a crew of so many workers
    apart   workers are other processes: what they are to read must be in files
    flows   runs all of a command at once, on other machines (cluster.py)
    """

    id: str
    summary: str
    open: Callable[[int], Crew]
    apart: bool = False
    flows: bool = False

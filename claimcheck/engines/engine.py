"""The seam of an engine: where work runs. It maps a recipe over items, in order, and knows nothing of what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Given = TypeVar("Given", contravariant=True)
Made = TypeVar("Made")
T = TypeVar("T")
R = TypeVar("R")


class Recipe(Protocol[Given, Made]):
    """Something small that can be pickled, and builds the worker (its tables, its matchers) where the work is done."""

    def build(self) -> Callable[[Given], Made]:
        """The function that does the work on one item."""

    def pack(self, made: Made) -> object:
        """A result in plain rows, for the way between processes: trees of objects cost more than they save."""

    def unpack(self, item: Given, packed: object) -> Made:
        """The inverse of `pack`, where the item is at hand."""

    def lost(self, item: Given) -> Made:
        """The result of an item that no worker survived."""


class Map(Protocol):
    """Results of a recipe over items, in the order of the items, whatever runs at once."""

    def __call__(self, recipe: Recipe[T, R], items: Iterable[T], *, jobs: int) -> Iterator[R]: ...


@dataclass(frozen=True, slots=True)
class Engine:
    """Where work runs."""

    id: str
    summary: str
    map: Map

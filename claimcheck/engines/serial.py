"""One after the other in this process: the reference that every other engine must equal, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from claimcheck.engines.engine import CHUNK, Engine, Recipe

T = TypeVar("T")
R = TypeVar("R")


class Alone:
    """A crew of nobody but us."""

    def rows(self, recipe: Recipe[T, R], items: Iterable[T], *, chunk: int = CHUNK) -> Iterator[object]:
        """Packed results, each made when it is asked for."""
        del chunk
        return map(recipe.pack, self.map(recipe, items))

    def map(self, recipe: Recipe[T, R], items: Iterable[T]) -> Iterator[R]:
        """Results, each made when it is asked for."""
        return map(recipe.build(), items)

    def close(self) -> None:
        """Nothing is open."""


def crew(_jobs: int) -> Alone:
    """`jobs` is one here, whatever is asked."""
    return Alone()


ENGINE = Engine(id="serial", summary="one article after the other in this process", open=crew)

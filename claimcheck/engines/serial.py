"""One after the other in this process: the reference that every other engine must equal, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeVar

from claimcheck.engines.engine import CHUNK, Engine, Recipe, over

T = TypeVar("T")
R = TypeVar("R")


class Alone:
    """A crew of nobody but us. What was built last is kept: a recipe may come again."""

    def __init__(self) -> None:
        self._built: tuple[object, Callable[[Any], Any]] | None = None

    def rows(self, recipe: Recipe[T, R], items: Iterable[T], *, chunk: int = CHUNK) -> Iterator[object]:
        """Packed results, each made when it is asked for."""
        del chunk
        return map(recipe.pack, self.map(recipe, items))

    def map(self, recipe: Recipe[T, R], items: Iterable[T]) -> Iterator[R]:
        """Results, each made when it is asked for, or with a few that follow. Nothing is built for no item."""
        rest = iter(items)
        for first in rest:
            if self._built is None or self._built[0] != recipe:
                self._built = recipe, recipe.build()
            yield from over(self._built[1], chain((first,), rest))

    def close(self) -> None:
        """Nothing is open."""
        self._built = None


def crew(_jobs: int) -> Alone:
    """`jobs` is one here, whatever is asked."""
    return Alone()


ENGINE = Engine(id="serial", summary="one article after the other in this process", open=crew)

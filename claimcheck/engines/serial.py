"""One after the other in this process: the reference that every other engine must equal, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from claimcheck.engines.engine import Engine, Recipe

T = TypeVar("T")
R = TypeVar("R")


def run(recipe: Recipe[T, R], items: Iterable[T], *, jobs: int) -> Iterator[R]:
    """`jobs` is one here, whatever is asked."""
    del jobs
    return map(recipe.build(), items)


ENGINE = Engine(id="serial", summary="one article after the other in this process", map=run)

"""One step of linking as a recipe: small, picklable, over ranges of articles; an engine runs it anywhere, in order."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from claimcheck.errors import ClaimcheckError

T = TypeVar("T")
RANGE = 100  # articles that a worker goes through at once
Span = tuple[int, int]


class Step(ABC):
    """What all steps share: their results are plain already."""

    @abstractmethod
    def build(self) -> Callable[[Any], Any]:
        """The function that does the step."""

    def pack(self, made: Any) -> object:
        """As it is."""
        return made

    def unpack(self, item: object, packed: object) -> Any:
        """As it is."""
        del item
        return packed

    def lost(self, item: object) -> Any:
        """A run that lacks some of its links would not be the same as others: it ends."""
        raise ClaimcheckError(
            f"the processes that linked articles died, again and again ({type(self).__name__} {item})"
        )


class Work(Protocol):
    """Results of a step over items, in the order of the items."""

    def __call__(self, step: Any, items: Iterable[Any], /) -> Iterator[Any]: ...


def ranges(size: int) -> Iterator[Span]:
    """All numbers below `size`, in parts."""
    return ((low, min(low + RANGE, size)) for low in range(0, size, RANGE))

"""Sequences that are read from disk as they are gone through, so that a report of a large corpus need not be held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T = TypeVar("T")


class Lazily(Sequence[T]):
    """`size` items; `read` begins anew with the first each time. `one` reads an item by its number; without it that is
    found by going through."""

    def __init__(self, size: int, read: Callable[[], Iterable[T]], one: Callable[[int], T] | None = None) -> None:
        self._size, self._read, self._one = size, read, one

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        return iter(self._read())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            start, stop, step = at.indices(self._size)
            if step < 0:
                return list(self)[at]
            return list(islice(self, start, stop, step))
        if not -self._size <= at < self._size:
            raise IndexError(at)
        return self._one(at % self._size) if self._one else next(islice(self, at % self._size, None))

    def by_number(self) -> Sequence[T]:
        """The same for who asks for many by their numbers: held, where they would have to be gone through."""
        return self if self._one else list(self)

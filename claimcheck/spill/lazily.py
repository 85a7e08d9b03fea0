"""Sequences that are read from disk as they are gone through, so that a report of a large corpus need not be held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T = TypeVar("T")


class Lazily(Sequence[T]):
    """`size` items; `read` begins anew with the first each time. An item by its number is found by going through."""

    def __init__(self, size: int, read: Callable[[], Iterable[T]]) -> None:
        self._size, self._read = size, read

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
        return next(islice(self, at % self._size, None))

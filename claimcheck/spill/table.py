"""A table from numbers of 64 bits to a few small numbers each: written in order, looked up in any, by any process."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from pathlib import Path

from claimcheck.spill.folder import Folder, full

_BLOCK = 64  # keys between two fences
_FEW = 256  # values that are read at once
_WIDE = 16  # bytes of an entry of the index: a key, and where its values begin


class Table:
    """`get` reads two places of a file, of which it knows every 64th key. Pickles as the name of its file."""

    def __init__(self, folder: Folder, name: str, groups: Iterable[tuple[int, Iterable[int]]]) -> None:
        """`groups` in the order of their keys."""
        self._fences = array("Q")
        self._path: Path | None = None
        self._files: tuple[int, int] | None = None
        self._keys, self._starts, self._values = array("Q"), array("Q"), array("I")
        size = written = 0
        for key, found in groups:
            if size % _BLOCK == 0:
                self._fences.append(key)
            size += 1
            self._keys.append(key)
            self._starts.append(written + len(self._values))
            self._values.extend(found)
            if len(self._values) * 4 + len(self._keys) * _WIDE > folder.memory:
                self._path = self._path or folder.file(name)
                written += len(self._values)
                self._write()
        self._keys.append(0)
        self._starts.append(written + len(self._values))
        if self._path or folder.apart:
            self._path = self._path or folder.file(name)
            self._write()
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __contains__(self, key: int) -> bool:
        return self._find(key) is not None

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_files": None}

    def __del__(self) -> None:
        for file in self._files or ():
            os.close(file)

    def get(self, key: int) -> array[int]:
        """The numbers under a key; none where there is no such key."""
        start, end = self._bounds(key)
        return self._read(start, end)

    def after(self, key: int, value: int, *, most: int) -> tuple[array[int], int]:
        """The first numbers under a key that are greater than `value`, and how many more there are. The numbers under
        a key are in order then."""
        low, end = self._bounds(key)
        if end - low <= _FEW:
            found = self._read(low, end)
            later = found[bisect_right(found, value) :]
            return later[:most], max(0, len(later) - most)
        high = end
        while low < high:
            middle = (low + high) // 2
            if self._read(middle, middle + 1)[0] > value:
                high = middle
            else:
                low = middle + 1
        last = min(end, low + most)
        return self._read(low, last), end - last

    def _bounds(self, key: int) -> tuple[int, int]:
        """Where the numbers under a key begin and end."""
        at = self._find(key)
        if at is None:
            return 0, 0
        if self._path is None:
            return self._starts[at], self._starts[at + 1]
        _, start, _, end = array("Q", os.pread(self._opened(self._path)[0], 2 * _WIDE, _WIDE * at))
        return start, end

    def _read(self, start: int, end: int) -> array[int]:
        if self._path is None:
            return self._values[start:end]
        return array("I", os.pread(self._opened(self._path)[1], 4 * (end - start), 4 * start))

    def _find(self, key: int) -> int | None:
        if self._path is None:
            at = bisect_left(self._keys, key, 0, self._size)
            return at if at < self._size and self._keys[at] == key else None
        block = bisect_left(self._fences, key)
        if block == len(self._fences) or self._fences[block] != key:
            block -= 1
        if block < 0:
            return None
        index, _ = self._opened(self._path)
        first = block * _BLOCK
        keys = array("Q", os.pread(index, _WIDE * min(_BLOCK, self._size - first), _WIDE * first))[::2]
        at = bisect_left(keys, key)
        return first + at if at < len(keys) and keys[at] == key else None

    def _opened(self, path: Path) -> tuple[int, int]:
        if self._files is None:
            self._files = os.open(path, os.O_RDONLY), os.open(f"{path}.values", os.O_RDONLY)
        return self._files

    def _write(self) -> None:
        assert self._path is not None
        index = array("Q")
        for pair in zip(self._keys, self._starts, strict=True):
            index.extend(pair)
        try:
            with self._path.open("ab") as stream, Path(f"{self._path}.values").open("ab") as values:
                index.tofile(stream)
                self._values.tofile(values)
        except OSError as error:
            raise full(error, self._path) from None
        del self._keys[:], self._starts[:], self._values[:]

"""Rows of bytes under running numbers: written once, then read in any order, by this process and by others."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from io import BufferedWriter
from pathlib import Path

from claimcheck.spill.folder import Folder, full

_WIDE = 8  # bytes of an offset


class Rows:
    """Rows that can be read by their numbers. Pickles as the names of its files."""

    def __init__(self, held: list[bytes] | None, path: Path | None, size: int) -> None:
        self._held, self._path, self._size = held, path, size
        self._files: tuple[int, int] | None = None

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> bytes:
        if self._held is not None:
            return self._held[number]
        if not 0 <= number < self._size:
            raise IndexError(number)
        data, index = self._files or self._open()
        ends = array("Q", os.pread(index, 2 * _WIDE, number * _WIDE))
        return os.pread(data, ends[1] - ends[0], ends[0])

    def __iter__(self) -> Iterator[bytes]:
        return (self[number] for number in range(self._size))

    def __reduce__(self) -> tuple[object, ...]:
        return Rows, (self._held, self._path, self._size)

    def __del__(self) -> None:
        for file in self._files or ():
            os.close(file)

    def _open(self) -> tuple[int, int]:
        assert self._path is not None  # nothing is held, so there is a file
        self._files = os.open(self._path, os.O_RDONLY), os.open(f"{self._path}.at", os.O_RDONLY)
        return self._files


class Shelf:
    """Where rows are put down. They stay in memory while they are few."""

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder, self._name = folder, name
        self._held: list[bytes] = []
        self._bytes = 0
        self._files: tuple[BufferedWriter, BufferedWriter] | None = None
        self._path = Path()
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def add(self, row: bytes) -> int:
        """Put a row down; its number."""
        self._bytes += len(row)
        self._size += 1
        if self._files:
            self._write(row)
        else:
            self._held.append(row)
            if self._bytes > self._folder.memory:
                self._unload()
        return self._size - 1

    def rows(self) -> Rows:
        """What is there, to be read; nothing is added after."""
        if not self._files and not self._folder.apart:
            return Rows(self._held, None, self._size)
        if not self._files:
            self._unload()
        assert self._files is not None
        try:
            for file in self._files:
                file.close()
        except OSError as error:
            raise full(error, self._path) from None
        return Rows(None, self._path, self._size)

    def _unload(self) -> None:
        self._path = self._folder.file(self._name)
        held, self._held, self._bytes = self._held, [], 0
        try:
            self._files = self._path.open("wb"), Path(f"{self._path}.at").open("wb")  # noqa: SIM115  # closed by `rows`
            self._files[1].write(bytes(_WIDE))
        except OSError as error:
            raise full(error, self._path) from None
        for row in held:
            self._bytes += len(row)
            self._write(row)

    def _write(self, row: bytes) -> None:
        assert self._files is not None
        try:
            self._files[0].write(row)
            self._files[1].write(self._bytes.to_bytes(_WIDE, "little"))
        except OSError as error:
            raise full(error, self._path) from None

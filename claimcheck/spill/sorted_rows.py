"""Rows in the order of their keys, however many: sorted runs on disk, merged when they are read."""

from __future__ import annotations

import heapq
import marshal
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from claimcheck.spill.folder import Folder, full

Key: TypeAlias = "str | int | tuple[Key, ...]"
_MERGED = 200  # runs that are read at once
_OVERHEAD = 200  # bytes that a held row costs besides its own


class SortedRows:
    """Equal keys keep the order in which they came."""

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder, self._name = folder, name
        self._held: list[tuple[Key, bytes]] = []
        self._bytes = 0
        self._runs: list[Path] = []
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def add(self, key: Key, row: bytes) -> None:
        """One row."""
        self._held.append((key, row))
        self._size += 1
        self._bytes += len(row) + _OVERHEAD
        if self._bytes > 2 * self._folder.memory:
            self._write(iter(self._sorted()))
            self._held, self._bytes = [], 0
            if len(self._runs) == _MERGED:
                runs, self._runs = self._runs, []
                self._write(heapq.merge(*map(_read, runs), key=itemgetter(0)))
                for run in runs:
                    run.unlink()

    def __iter__(self) -> Iterator[bytes]:
        runs = [*map(_read, self._runs), iter(self._sorted())]
        for _, row in heapq.merge(*runs, key=itemgetter(0)) if self._runs else self._sorted():
            yield row

    def _sorted(self) -> list[tuple[Key, bytes]]:
        return sorted(self._held, key=itemgetter(0))

    def _write(self, pairs: Iterator[tuple[Key, bytes]]) -> None:
        path = self._folder.file(self._name)
        try:
            with path.open("wb") as stream:
                for pair in pairs:
                    marshal.dump(pair, stream)
        except OSError as error:
            raise full(error, path) from None
        self._runs.append(path)


def _read(path: Path) -> Iterator[tuple[Key, bytes]]:
    with path.open("rb") as stream:
        while True:
            try:
                yield marshal.load(stream)
            except EOFError:
                return

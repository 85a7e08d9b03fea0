"""Pairs of a number and a value, grouped by the number: a hash-partitioned spill that holds one part in memory.

Keys are below `span`; a key's upper bits say in which part it lies, so that the parts, each sorted, are sorted in all.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from claimcheck.spill.folder import Folder, full

PARTS = 8  # bits: 256 parts
BUFFER = 400_000  # pairs held before they are written
HASH = 1 << 64  # the span of `key_of`


def key_of(*parts: object) -> int:
    """A number of 64 bits for some words: the same on every machine and run."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), "little")


class Sorter:
    """`kind` is the array type of the values: I, Q or d."""

    def __init__(self, folder: Folder, name: str, *, kind: str = "I", span: int = HASH) -> None:
        self._folder, self._name, self._kind = folder, name, kind
        self._shift = max(0, (max(span, 2) - 1).bit_length() - PARTS)
        self._keys = [array("Q") for _ in range(1 << PARTS)]
        self._values: list[array[float]] = [array(kind) for _ in range(1 << PARTS)]
        self._held = 0
        self._path: Path | None = None
        self._segments: list[list[tuple[int, int]]] = [[] for _ in range(1 << PARTS)]  # offset, pairs
        self._end = 0

    def add(self, key: int, value: float) -> None:
        """One pair."""
        part = key >> self._shift
        self._keys[part].append(key)
        self._values[part].append(value)
        self._held += 1
        if self._held >= BUFFER:
            self._flush()

    def extend(self, keys: Iterable[int], value: float) -> None:
        """One value under several keys."""
        for key in keys:
            self.add(key, value)

    def groups(self) -> Iterator[tuple[int, list[float]]]:
        """Each key with its values, keys and values in order."""
        first, second = itemgetter(0), itemgetter(1)
        for key, pairs in groupby(self._sorted(), first):
            yield key, list(map(second, pairs))

    def _sorted(self) -> Iterator[tuple[int, float]]:
        for part in range(1 << PARTS):
            keys = array("Q")
            values: array[float] = array(self._kind)
            if self._path and self._segments[part]:
                with self._path.open("rb") as stream:
                    for offset, count in self._segments[part]:
                        stream.seek(offset)
                        keys.fromfile(stream, count)
                        values.fromfile(stream, count)
            keys += self._keys[part]
            values += self._values[part]
            yield from sorted(zip(keys, values, strict=True))

    def _flush(self) -> None:
        self._path = self._path or self._folder.file(self._name)
        try:
            with self._path.open("ab") as stream:
                for part, (keys, values) in enumerate(zip(self._keys, self._values, strict=True)):
                    if keys:
                        keys.tofile(stream)
                        values.tofile(stream)
                        self._segments[part].append((self._end, len(keys)))
                        self._end += len(keys) * (keys.itemsize + values.itemsize)
                        del keys[:], values[:]
        except OSError as error:
            raise full(error, self._path) from None
        self._held = 0

"""What came of whole runs: a file each, under the digest of all that went in. Checked before it is believed."""

from __future__ import annotations

import marshal
import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from claimcheck.spill.folder import locked

KEPT = 8  # runs; the longest unused goes first
MOST = 2_000_000_000  # bytes of one file
SUFFIX, _PART = ".run", ".part"
_DIGEST = 16
_WIDE = 8
_CHUNK = 500  # rows that are packed together
Row = tuple[str, bytes]


class Runs:
    """Rows of runs, each of a sort, in the order in which they were put down."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: bytes) -> Iterator[Row]:
        """The rows of a run; none where it is not there, or not whole."""
        path = self._folder / (key.hex() + SUFFIX)
        try:
            with path.open("rb") as stream:
                end = path.stat().st_size - _DIGEST
                if _whole(stream, key, end):
                    os.utime(path)
                    yield from _rows(stream, end)
        except OSError:
            return

    def write(self, key: bytes, rows: Iterable[Row]) -> None:
        """Keep a run. Where that cannot be done, nothing is kept."""
        part: Path | None = None
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=_PART)
            part = Path(name)
            digest, size = blake2b(key, digest_size=_DIGEST), 0
            with os.fdopen(handle, "wb") as stream:
                locked(stream)
                for chunk in _packed(rows):
                    written = len(chunk).to_bytes(_WIDE, "little") + chunk
                    digest.update(written)
                    stream.write(written)
                    size += len(written)
                    if size > MOST:
                        raise OSError("too large")
                stream.write(digest.digest())
            part.replace(self._folder / (key.hex() + SUFFIX))
            self._forget()
        except OSError:
            if part:
                with suppress(OSError):
                    part.unlink(missing_ok=True)

    def _forget(self) -> None:
        found = sorted(self._folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in found[KEPT:]:
            path.unlink(missing_ok=True)
        for path in self._folder.glob(f"*{_PART}"):
            with suppress(OSError), path.open("r+b") as stream:
                if locked(stream):  # of a run that was killed
                    path.unlink()


def _packed(rows: Iterable[Row]) -> Iterator[bytes]:
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) == _CHUNK:
            yield zlib.compress(marshal.dumps(held), 1)
            held = []
    yield zlib.compress(marshal.dumps(held), 1)


def _whole(stream: BinaryIO, key: bytes, left: int) -> bool:
    """Whether a file is as it was written."""
    digest = blake2b(key, digest_size=_DIGEST)
    while left > 0:
        part = stream.read(min(left, 1 << 20))
        if not part:
            return False
        digest.update(part)
        left -= len(part)
    return left == 0 and stream.read() == digest.digest()


def _rows(stream: BinaryIO, end: int) -> Iterator[Row]:
    stream.seek(0)
    while stream.tell() < end:
        size = int.from_bytes(stream.read(_WIDE), "little")
        yield from marshal.loads(zlib.decompress(stream.read(size)))

"""What was read of each article, under the digest of the article and of all that reads it: one SQLite file.

Several runs may use it at once (WAL; batches in `BEGIN IMMEDIATE`), and be killed at any moment. A row carries a
checksum. A file that is damaged is set aside; one that is full, read-only or busy is no longer written: both are said,
and neither costs a result.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

FILE = "extractions.sqlite"
LAYOUT = 1
BATCH = 200  # rows that are written together
WAIT = 5.0  # seconds for another run that is writing
MOST = 8_000_000_000  # bytes of the file, beyond which the oldest quarter of the rows goes
_ASKED = 500  # keys of one question
Row = tuple[bytes, bytes, int]
_BROKEN = (sqlite3.Error, zlib.error, ValueError, TypeError, OverflowError)  # what a damaged file raises
_TABLE = """CREATE TABLE IF NOT EXISTS extraction (
 key BLOB NOT NULL UNIQUE, claims INTEGER NOT NULL, made BLOB NOT NULL, sketch BLOB NOT NULL, digest BLOB NOT NULL)"""


class Extractions:
    """Rows by key. `tell` hears what is wrong with the file, in a line, once."""

    def __init__(self, folder: Path, tell: Callable[[str], None], *, most: int = MOST) -> None:
        self._path, self._tell, self._most = folder / FILE, tell, most
        self._waiting: dict[bytes, Row] = {}
        self._writing = True
        self._opened: int | None = None
        self._base: sqlite3.Connection | None = None
        for _ in range(2):  # the second time after a damaged file was set aside
            try:
                self._base = self._open()
                return
            except _BROKEN as error:
                if not self._set_aside(error):
                    return
            except OSError as error:
                self._say(f"cannot be used: {error.strerror or error}")
                return

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Row]:
        """The rows that are there."""
        found: dict[bytes, Row] = {}
        try:
            for start in range(0, len(keys), _ASKED):
                part = keys[start : start + _ASKED]
                found.update(self._rows(part))
        except _BROKEN as error:
            self._failed(error)
        return found

    def put(self, key: bytes, row: Row) -> None:
        """A row to be kept; it is written with others."""
        if self._base and self._writing:
            self._waiting[key] = row
            if len(self._waiting) >= BATCH:
                self._write()

    def close(self) -> None:
        """Write what waits."""
        self._write()
        self._shrink()
        self._drop()

    def _rows(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Row]]:
        if not self._base:
            return
        marks = ",".join("?" * len(keys))
        asked = f"SELECT key, claims, made, sketch, digest FROM extraction WHERE key IN ({marks})"
        for key, claims, made, sketch, digest in self._base.execute(asked, keys):
            if digest != _digest(key, claims, made, sketch):
                raise ValueError("a row is not what was written")
            yield key, (zlib.decompress(made), zlib.decompress(sketch), claims)

    def _write(self) -> None:
        if not self._base or not self._waiting or not self._writing:
            return
        rows = [_written(key, row) for key, row in self._waiting.items()]
        self._waiting.clear()
        try:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?, ?)", rows)
            self._base.execute("COMMIT")
        except _BROKEN as error:
            with suppress(*_BROKEN):
                self._base.execute("ROLLBACK")
            self._failed(error)

    def _shrink(self) -> None:
        if not self._base or not self._writing:
            return
        with suppress(*_BROKEN, OSError):
            if self._path.stat().st_size > self._most:
                low, high = self._base.execute("SELECT min(rowid), max(rowid) FROM extraction").fetchone()
                self._base.execute("DELETE FROM extraction WHERE rowid < ?", (low + (high - low) // 4,))

    def _failed(self, error: Exception) -> None:
        """Go on without what failed: without writing, or without the file."""
        text = str(error)
        if isinstance(error, sqlite3.OperationalError) and "malformed" not in text and "disk I/O" not in text:
            self._writing = False
            self._say(f"is not written to any more: {text}")
        else:
            self._set_aside(error)

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        base = sqlite3.connect(self._path, timeout=WAIT, isolation_level=None)
        try:
            base.execute("PRAGMA synchronous = NORMAL")
            try:
                base.execute("PRAGMA journal_mode = WAL")
                if not base.execute("SELECT 1 FROM sqlite_master WHERE name = 'extraction'").fetchone():
                    base.execute(_TABLE)
                    base.execute(f"PRAGMA user_version = {LAYOUT}")
            except sqlite3.OperationalError as error:
                self._writing = False
                self._say(f"is not written to: {error}")
            base.execute("SELECT key, claims, made, sketch, digest FROM extraction LIMIT 1").fetchone()
            self._opened = self._path.stat().st_ino
        except BaseException:
            base.close()
            raise
        return base

    def _drop(self) -> None:
        if self._base:
            with suppress(*_BROKEN):
                self._base.close()
        self._base = None
        self._waiting.clear()

    def _set_aside(self, error: Exception) -> bool:
        """Rename a damaged file, unless another run has done so; whether there is room for a new one."""
        self._drop()
        if isinstance(error, sqlite3.OperationalError):
            self._say(f"cannot be used: {error}")
            return False
        try:
            if self._opened in (None, self._path.stat().st_ino):
                aside = self._path.with_suffix(".damaged")
                self._path.replace(aside)
                for more in ("-wal", "-shm"):
                    Path(f"{self._path}{more}").unlink(missing_ok=True)
                self._say(f"is damaged ({error}); it is set aside as {aside.name}, and nothing of it was used")
        except OSError:
            self._say(f"is damaged ({error}), and is not used")
            return False
        return True

    def _say(self, what: str) -> None:
        self._tell(f"the cache {self._path} {what}")


def _written(key: bytes, row: Row) -> tuple[bytes, int, bytes, bytes, bytes]:
    made, sketch, claims = zlib.compress(row[0], 1), zlib.compress(row[1], 1), row[2]
    return key, claims, made, sketch, _digest(key, claims, made, sketch)


def _digest(key: bytes, claims: int, made: bytes, sketch: bytes) -> bytes:
    found = blake2b(key, digest_size=16)
    for part in (str(claims).encode(), len(made).to_bytes(8, "little"), made, sketch):
        found.update(part)
    return found.digest()

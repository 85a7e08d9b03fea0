"""A temporary folder of one run. It goes with the run; what a killed run left behind is cleared away by the next.

Rows stay in memory as long as they are few; workers in other processes (`apart`) read them from files.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError

PREFIX = "claimcheck-run-"
_LOCK = "lock"
MEMORY = 2_000_000  # bytes of one shelf that stay in memory


class Folder:
    """Made when the first file is asked for; holds a lock while it is in use, and goes when nobody holds it any more.

    apart   other processes read what is put down: it is all in files
    memory  bytes of one shelf that stay in memory
    top     where it is made; left out: where the machine has its temporary files
    """

    def __init__(self, *, apart: bool = False, memory: int = MEMORY, top: str | None = None) -> None:
        self.apart = apart
        self.memory = memory
        self._top = top
        self._path: Path | None = None
        self._number = 0
        self.close: Callable[[], object] = lambda: None

    @property
    def path(self) -> Path:
        """The folder itself."""
        if self._path is None:
            top = Path(self._top or tempfile.gettempdir())
            _clear(top)
            try:
                self._path, lock = _made(top)
            except OSError as error:
                raise full(error, top / PREFIX / _LOCK) from None
            self.close = weakref.finalize(self, _remove, self._path, lock)
        return self._path

    def file(self, name: str) -> Path:
        """A path for a new file."""
        self._number += 1
        return self.path / f"{self._number:03}-{name}"


def _made(top: Path) -> tuple[Path, BinaryIO]:
    """A new folder and its lock, which is ours; a folder that another run took for one left behind is not used."""
    while True:
        path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=top))
        lock = (path / _LOCK).open("wb")
        if locked(lock) is not False and os.fstat(lock.fileno()).st_nlink:
            return path, lock
        lock.close()


def _remove(path: Path, lock: BinaryIO) -> None:
    shutil.rmtree(path, ignore_errors=True)
    lock.close()


def full(error: OSError, path: Path) -> ClaimcheckError:
    """What to say where a temporary file cannot be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ClaimcheckError(f"no room for temporary files in {path.parent.parent} (TMPDIR names another folder)")
    return ClaimcheckError(f"{path}: cannot be written: {error.strerror or error}")


def _clear(top: Path) -> None:
    """Remove the folders of runs that were killed: those of ours that nobody holds a lock on."""
    for path in top.glob(PREFIX + "*"):
        try:
            known = path.lstat()
            if not stat.S_ISDIR(known.st_mode) or not hasattr(os, "getuid") or known.st_uid != os.getuid():
                continue
            with (path / _LOCK).open("r+b") as lock:
                if locked(lock):
                    shutil.rmtree(path, ignore_errors=True)
        except OSError:  # gone meanwhile, or just being made
            continue


def locked(stream: BinaryIO) -> bool | None:
    """Whether the lock of a file is ours now; None where there are no locks (Windows, some shared folders)."""
    try:
        import fcntl
    except ImportError:  # Windows: nothing is ever cleared there
        return None
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True

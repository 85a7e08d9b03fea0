"""What the cache holds, and how it is cleared: only files of ours are counted or removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.store.extractions import FILE, WAIT
from claimcheck.store.runs import SUFFIX


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is there."""

    articles: int
    runs: int
    bytes: int


def sizes(folder: Path) -> Sizes:
    """Count it."""
    files = list(_files(folder))
    return Sizes(_rows(folder / FILE), sum(path.suffix == SUFFIX for path in files), sum(map(_size, files)))


def clear(folder: Path) -> int:
    """Remove every file; how many bytes they had. A run that is using them goes on without."""
    freed = 0
    for path in _files(folder):
        size = _size(path)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise ClaimcheckError(Problem(str(path), f"cannot be removed: {error.strerror or error}")) from None
        freed += size
    return freed


def _files(folder: Path) -> Iterator[Path]:
    stem = Path(FILE).stem
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(f"{stem}.") or path.suffix in (SUFFIX, ".part"):
            yield path


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _rows(path: Path) -> int:
    """How many articles a file knows; none where it cannot be read."""
    if not path.is_file():
        return 0
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=WAIT)) as base:
            return int(base.execute("SELECT count(*) FROM extraction").fetchone()[0])
    except (sqlite3.Error, ValueError, TypeError):
        return 0

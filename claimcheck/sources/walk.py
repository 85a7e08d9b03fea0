"""Which files are articles: paths as given, folders in sorted order, never a hidden file and never one of our own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.sources.source import Note, unread

OWN_FILES = frozenset(
    {"claimcheck.yaml", "claimcheck.links.yaml", "claimcheck.ignore.yaml", "claimcheck.baseline.json", "pyproject.toml"}
)
PACK_FILE = "pack.yaml"  # a folder that holds one is a rule pack
DATASET_FILE = "claimcheck-dataset.json"  # a folder that holds one is a dataset: claims, and no articles


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, and whether the user named it (then it is read whatever its suffix)."""

    path: str
    named: bool


def walk(paths: Collection[str], *, suffixes: Collection[str], never: Collection[str] = ()) -> Iterator[Found | Note]:
    """Files of `paths`, sorted, each once. Raises ClaimcheckError with every path that does not exist.

    `never` are real paths that are no articles (the config and baseline in use).
    """
    missing = [Problem(path, "no such file or folder") for path in paths if path != "-" and not os.path.lexists(path)]
    if missing:
        raise ClaimcheckError(*missing)
    seen: set[tuple[int, int]] = set()
    for path in sorted(set(paths)):
        if path == "-":
            yield Found("-", named=True)
        elif Path(path).is_dir():
            yield from _folder(Path(path), frozenset(suffixes), frozenset(never), seen)
        elif _first_time(Path(path), seen):
            yield Found(path, named=True)


def suffix_of(name: str, known: Collection[str]) -> str:
    """The suffix of a file's name, of those that are known: of `a.warc.gz` both parts; empty where none is known."""
    parts = Path(name.lower()).suffixes
    return next((suffix for suffix in ("".join(parts[-2:]), "".join(parts[-1:])) if suffix in known), "")


def _folder(
    top: Path, suffixes: frozenset[str], never: frozenset[str], seen: set[tuple[int, int]]
) -> Iterator[Found | Note]:
    if not _first_time(top, seen):
        return
    try:
        entries = sorted(top.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield unread(str(top), f"the folder cannot be read: {error.strerror}")
        return
    if any(entry.name == PACK_FILE for entry in entries):
        return
    if any(entry.name == DATASET_FILE for entry in entries):
        yield unread(str(top), "a dataset of claims: name it as a PATH of its own, with --engine spark")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in OWN_FILES:
            continue
        if entry.is_dir():
            yield from _folder(entry, suffixes, never, seen)
        elif suffix_of(entry.name, suffixes) and _is_article(entry, never) and _first_time(entry, seen):
            yield Found(str(entry), named=False)


def _is_article(path: Path, never: frozenset[str]) -> bool:
    """Regular files, and links that lead nowhere: opening these will say so. A pipe would wait for ever."""
    return (path.is_file() or path.is_symlink()) and os.path.realpath(path) not in never


def _first_time(path: Path, seen: set[tuple[int, int]]) -> bool:
    """False for a file or folder reached before under another name: a link, a loop of links."""
    try:
        known = path.stat()
    except OSError:
        return True  # a dangling link: opening it will say so
    key = (known.st_dev, known.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True

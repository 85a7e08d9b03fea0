"""From paths to articles. One reader a file; adding a format is one file and one name in READERS."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from claimcheck.sources import archive, csv, feed, html, json, jsonl, parquet, text, warc
from claimcheck.sources.source import DEFAULT_MAX_SIZE, Item, Note, Reader, unread
from claimcheck.sources.walk import Found, suffix_of, walk

__all__ = [
    "DEFAULT_MAX_SIZE",
    "READERS",
    "Found",
    "Item",
    "Note",
    "Reader",
    "file_of",
    "load",
    "read_file",
    "suffixes",
    "walk",
]

_PLAIN: tuple[Reader, ...] = (
    *(warc.READER, parquet.READER, html.READER, feed.READER, jsonl.READER, json.READER, csv.READER, text.READER),
)


def _member(stream: BinaryIO, name: str, doc: str, max_size: int) -> Iterator[Item]:
    """A file within an archive, read as it would be outside; one without a known suffix is none of ours."""
    known = {suffix: reader for reader in _PLAIN for suffix in reader.suffixes}
    if reader := known.get(suffix_of(name, known)):
        yield from reader.read(stream, doc, max_size=max_size)
    elif suffix_of(name, _ARCHIVES):
        yield unread(doc, "an archive within an archive is not read")


_ARCHIVED = archive.readers(_member)
_ARCHIVES = frozenset(suffix for reader in _ARCHIVED for suffix in reader.suffixes)
READERS: dict[str, Reader] = {reader.id: reader for reader in (*_ARCHIVED, *_PLAIN)}
"""In the order in which they are asked whether a nameless input is theirs; `text` takes what is left."""

_MANY = "|".join(re.escape(suffix) for reader in READERS.values() if reader.records for suffix in reader.suffixes)
_RECORD = re.compile(rf"(.+?(?:{_MANY})|-)#(.*)", re.S | re.I)


def suffixes() -> dict[str, Reader]:
    """File suffix, with its dot, in lower case -> reader."""
    return {suffix: reader for reader in READERS.values() for suffix in reader.suffixes}


def file_of(doc: str) -> tuple[str, str]:
    """The file of a document and the id of its record in there; no id where the file is one article."""
    found = _RECORD.match(doc)
    return (found[1], found[2]) if found else (doc, "")


def load(paths: Collection[str], *, max_size: int = DEFAULT_MAX_SIZE, never: Collection[str] = ()) -> Iterator[Item]:
    """Every article below `paths` in sorted order of files, with a note for each that could not be read."""
    for found in walk(paths, suffixes=suffixes(), never=never):
        if isinstance(found, Note):
            yield found
        else:
            yield from read_file(found, max_size=max_size)


def read_file(found: Found, *, max_size: int = DEFAULT_MAX_SIZE, at: str = "") -> Iterator[Item]:
    """The articles of one file, or of standard input where the path is `-`. `at` is where the file is, if its path
    does not say so from here."""
    if found.path == "-":
        yield from _read(sys.stdin.buffer, "-", None, max_size)
        return
    try:
        with Path(at or found.path).open("rb") as stream:
            yield from _read(stream, found.path, _reader(found.path), max_size)
    except OSError as error:
        yield unread(found.path, f"cannot be read: {error.strerror or error}")


def _reader(path: str) -> Reader | None:
    known = suffixes()
    return known.get(suffix_of(Path(path).name, known))


def _read(stream: BinaryIO, doc: str, reader: Reader | None, max_size: int) -> Iterator[Item]:
    if reader is None:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        head, stream = buffered.peek(512)[:512], buffered
        reader = next(r for r in READERS.values() if r.sniff(head))
    yield from reader.read(stream, doc, max_size=max_size)

"""The seam of a reader: bytes in, articles out, and a note for everything that could not be read as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from claimcheck.errors import Problem
from claimcheck.model import Article

DEFAULT_MAX_SIZE = 2_000_000  # bytes; a long article has 50,000


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader must be told of an input.

    unread  the article was not read; else it was, with a doubt
    fault   it could not be read because of a mistake of ours, not of the article's
    """

    problem: Problem
    unread: bool = True
    fault: bool = False

    def __str__(self) -> str:
        return f"{self.problem} (not read)" if self.unread else str(self.problem)


Item = Article | Note


class Read(Protocol):
    """Articles of one opened file, in order. `doc` is the path as given, `max_size` the bytes an article may have."""

    def __call__(self, stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of some suffixes become articles.

    sniff    whether the first bytes (of standard input, of a file without a known suffix) are of this format
    records  a file holds many articles, each called PATH#id
    """

    id: str
    summary: str
    suffixes: tuple[str, ...]
    read: Read
    sniff: Callable[[bytes], bool]
    records: bool = False


def unread(doc: str, message: str, *, line: int = 0) -> Note:
    """The note of an article that was left out."""
    return Note(Problem(doc, message, line))


def doubt(doc: str, message: str, *, line: int = 0) -> Note:
    """The note of an article that was read all the same."""
    return Note(Problem(doc, message, line), unread=False)


def megabytes(size: int) -> str:
    """A size as a message gives it."""
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size} bytes"


def read_bounded(stream: BinaryIO, doc: str, *, max_size: int) -> bytes | Note:
    """The whole of a stream, or a note where it is larger than an article may be."""
    data = stream.read(max_size + 1)
    if len(data) > max_size:
        return unread(doc, f"larger than {megabytes(max_size)}, the limit of one article (--max-size)")
    return data

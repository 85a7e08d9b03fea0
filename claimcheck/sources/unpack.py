"""What is in a zip or tar archive, member by member, streamed. Apart from archive.py: slow to import.

An archive is untrusted: names are labels and never paths to open, links and devices are passed over, archives within
archives are not read, and what expands beyond all measure (`ROOM`, `RATIO`) ends there.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from claimcheck.sources.source import Item, unread

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

ROOM, RATIO = 100_000_000, 250  # bytes that an archive may expand to in any case, and besides for each byte of its own
DIRECTORY = 100_000_000  # bytes of a zip's list of members, which is held in memory
HEADER = 1 << 20  # bytes of a tar's extended header
_DAMAGE = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)
_OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], object]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
Member = Callable[[BinaryIO, str, str, int], Iterator[Item]]  # see archive.py


class _TooMuch(Exception):  # noqa: N818  # not an error of ours
    """An archive expands beyond all measure."""


class _Bounded(io.RawIOBase):
    """A stream that counts. `room`: how much there may be by now."""

    def __init__(self, stream: BinaryIO, room: Callable[[], int], *, read: int = 0) -> None:
        self._stream, self._room, self.count = stream, room, read

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """As a stream does."""
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self.count += len(data)
        if self.count > self._room():
            raise _TooMuch
        return len(data)


class _Header(tarfile.TarInfo):
    """A member of a tar whose own description is not too large."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.size > HEADER and not (self.isfile() or self.islnk() or self.issym() or self.isdir() or self.isdev()):
            raise tarfile.ReadError("an extended header is too large")
        made: tarfile.TarInfo = super()._proc_member(archive)  # type: ignore[misc]  # for subclasses, say its comments
        return made


def unzipped(stream: BinaryIO, doc: str, member: Member, max_size: int) -> Iterator[Item]:
    """The articles of a zip archive."""
    yield from _read(doc, lambda: _zipped(stream, doc), member, max_size)


def untarred(stream: BinaryIO, doc: str, member: Member, max_size: int) -> Iterator[Item]:
    """The articles of a tar archive."""
    yield from _read(doc, lambda: _tarred(stream), member, max_size)


def _read(
    doc: str, members: Callable[[], Iterator[tuple[str, BinaryIO]]], member: Member, max_size: int
) -> Iterator[Item]:
    number = 0
    try:
        for name, stream in members():
            number += 1
            path = PurePosixPath(name.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts or not name.isprintable():
                yield unread(doc, f"member {number} is passed over: its name leads out of the archive, or is none")
            elif not any(part.startswith((".", "__MACOSX")) for part in path.parts):
                yield from member(stream, path.name, f"{doc}#{name}", max_size)
    except _TooMuch:
        yield unread(doc, f"expands to more than {RATIO} times its size; read up to member {number}")
    except _DAMAGE as error:
        yield unread(doc, f"a damaged archive, or none; read up to member {number} ({type(error).__name__})")


def _zipped(stream: BinaryIO, doc: str) -> Iterator[tuple[str, BinaryIO]]:
    if not stream.seekable():
        raise zipfile.BadZipFile(f"{doc}: a zip can be read from a file alone")
    size = stream.seek(0, 2)
    if _directory(stream, size) > DIRECTORY:
        raise zipfile.BadZipFile("its list of members is too long")
    count = 0
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir() or info.flag_bits & 1:
                continue
            with archive.open(info) as opened:
                bounded = _Bounded(cast("BinaryIO", opened), lambda: ROOM + RATIO * size, read=count)
                yield info.filename, io.BufferedReader(bounded)
                count = bounded.count


def _directory(stream: BinaryIO, size: int) -> int:
    """How long a zip's list of members says it is."""
    tail = min(size, 1 << 17)
    stream.seek(size - tail)
    end = stream.read(tail)
    if (at := end.rfind(b"PK\x06\x06")) >= 0:
        return int.from_bytes(end[at + 40 : at + 48], "little")
    at = end.rfind(b"PK\x05\x06")
    return int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0


def _tarred(stream: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    raw = _Peeked(stream)
    opened = next((opener(cast("BinaryIO", raw)) for magic, opener in _OPENERS if raw.head.startswith(magic)), raw)
    bounded = io.BufferedReader(_Bounded(cast("BinaryIO", opened), lambda: ROOM + RATIO * raw.count))
    with tarfile.open(fileobj=bounded, mode="r|", tarinfo=_Header) as archive:
        for info in archive:
            if info.isreg() and (inside := archive.extractfile(info)):
                yield info.name, io.BufferedReader(_Bounded(cast("BinaryIO", inside), lambda: ROOM + RATIO * raw.count))
            archive.members = []  # type: ignore[attr-defined]  # else it keeps them all


class _Peeked:
    """A stream of which the first bytes are known, that counts what was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.head = self._rest = stream.read(8)
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """As a stream does."""
        wanted = len(self._rest) if size < 0 else size
        data, self._rest = self._rest[:wanted], self._rest[wanted:]
        if size < 0 or len(data) < size:
            data += self._stream.read(size - len(data) if size >= 0 else -1)
        self.count += len(data)
        return data

"""Zip and tar archives: an article is `PATH#member`, and `PATH#member#id` where a member holds records. Streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from claimcheck.sources.source import Item, Reader

Member = Callable[[BinaryIO, str, str, int], Iterator[Item]]
"""Reads a member: its bytes, its name, the name of what is in it, the bytes an article may have."""


def readers(member: Member) -> tuple[Reader, Reader]:
    """The readers of both sorts of archives, given who reads a member."""

    def read_zip(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
        from claimcheck.sources.unpack import unzipped  # where there is one

        yield from unzipped(stream, doc, member, max_size)

    def read_tar(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
        from claimcheck.sources.unpack import untarred

        yield from untarred(stream, doc, member, max_size)

    return (
        Reader(
            id="zip",
            summary="an archive; an article is PATH#member, or PATH#member#id",
            suffixes=(".zip",),
            read=read_zip,
            records=True,
            sniff=lambda head: head.startswith(b"PK\x03\x04"),
        ),
        Reader(
            id="tar",
            summary="an archive, plain or compressed (gz, bz2, xz); an article is PATH#member, or PATH#member#id",
            suffixes=(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"),
            read=read_tar,
            records=True,
            sniff=lambda head: head[257:262] == b"ustar",
        ),
    )

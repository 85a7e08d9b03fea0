"""WARC, the archive of crawlers: an article a web page in it, streamed, by warcio (extras `warc` and `html`)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.page import article_of
from claimcheck.sources.source import Item, Reader, megabytes, unread

_PAGES = ("text/html", "application/xhtml+xml")


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """The pages that were fetched with success. An article is `PATH#` and its record's UUID."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped,unused-ignore]  # an extra
        from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        yield unread(doc, 'reading WARC needs the extra "warc": pip install "claimcheck-cli[warc]"')
        return
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if record.rec_type != "response" or not record.http_headers:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            if kind not in _PAGES or record.http_headers.get_statuscode() != "200":
                continue
            written = (record.rec_headers.get_header("WARC-Record-ID") or str(number)).strip("<>")
            name = f"{doc}#{written.removeprefix('urn:uuid:')}"
            data = record.content_stream().read(max_size + 1)
            if len(data) > max_size:
                yield unread(name, f"larger than {megabytes(max_size)}, the limit of one article (--max-size)")
                continue
            record.raw_stream.read()  # what encodings leave over
            if getattr(record.raw_stream, "limit", 0):  # bytes of the record that are not there
                yield unread(name, "the archive ends within it")
                continue
            yield from article_of(data, name, url=record.rec_headers.get_header("WARC-Target-URI") or "")
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error):
        yield unread(doc, f"a damaged archive, or none; read up to record {number}")


READER = Reader(
    id="warc",
    summary="an archive of web pages; an article is PATH#record (extra: warc)",
    suffixes=(".warc", ".warc.gz"),
    read=read,
    records=True,
    sniff=lambda head: head.startswith(b"WARC/"),
)

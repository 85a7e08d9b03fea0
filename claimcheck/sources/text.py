"""Plain text and Markdown: one article a file, read as written, with optional front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.sources.decode import decode
from claimcheck.sources.frontmatter import article, split
from claimcheck.sources.source import Item, Note, Reader, read_bounded, unread


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """One article. Markdown stays as written: offsets count in the file's own text."""
    data = read_bounded(stream, doc, max_size=max_size)
    if isinstance(data, Note):
        yield data
        return
    text, notes = decode(data, doc)
    yield from notes
    if any(note.unread for note in notes):
        return
    known, body, line, notes = split(text, doc)
    yield from notes
    if not body.strip():
        yield unread(doc, "empty")
        return
    yield from article(doc, body, known, line=line, at_line=1 if line > 1 else 0)


READER = Reader(
    id="text",
    summary="plain text or Markdown, with optional YAML front matter (title, source, date, url, lang)",
    suffixes=(".txt", ".md", ".markdown", ".text"),
    read=read,
    sniff=lambda _head: True,
)

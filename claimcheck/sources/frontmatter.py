"""The YAML block on top of a text file that says its title, source, date, url and language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article
from claimcheck.sources.dates import iso_date
from claimcheck.sources.source import Item, Note, doubt

FIELDS = ("title", "date", "source", "url", "lang")
_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_KEY = re.compile(r"^[A-Za-z_][\w -]*:(?:\s|$)", re.M)
_MAX_BLOCK = 65_536


def split(text: str, doc: str) -> tuple[dict[str, str], str, int, list[Note]]:
    """Metadata, the text after the block, the line on which that begins, and what is wrong with the block.

    A text that merely begins with a rule of dashes has no block. A broken block is said and left out of the text.
    """
    found = _BLOCK.match(text, 0, _MAX_BLOCK) if text.startswith("---") else None
    if not found or (found[1].strip() and not _KEY.search(found[1])):
        return {}, text, 1, []
    line = text.count("\n", 0, found.end()) + 1
    if not found[1].strip():
        return {}, text[found.end() :], line, []
    from claimcheck.yamlfile import parse_yaml  # only where a file has front matter

    try:
        data = parse_yaml(found[1], name=doc, first_line=2).data
    except ClaimcheckError as error:
        return {}, text[found.end() :], line, [Note(problem, unread=False) for problem in error.problems]
    if not isinstance(data, dict):
        return {}, text[found.end() :], line, [doubt(doc, "the front matter is no mapping; read without it", line=2)]
    known = {key: str(data[key]) for key in FIELDS if isinstance(data.get(key), str | int | float)}
    return known, text[found.end() :], line, []


def article(
    doc: str, text: str, known: Mapping[str, str], *, line: int = 1, at_line: int = 0, record: int = 0
) -> Iterator[Item]:
    """The article, after a note where its date is not understood. `at_line` is where the note points."""
    date = known.get("date", "")
    if date:
        iso = iso_date(date)
        if iso is None:
            yield doubt(doc, f"the date {date[:40]!r} is not understood; write it as 2016-07-04", line=at_line)
        date = iso or ""
    yield Article(
        doc=doc,
        text=text,
        title=known.get("title", ""),
        date=date,
        source=known.get("source", ""),
        url=known.get("url", ""),
        lang=known.get("lang", ""),
        line=line,
        record=record,
    )

"""One record of a JSON file as an article: what its fields must be, and how it is called."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.sources.frontmatter import FIELDS, article
from claimcheck.sources.ninjs import record_of
from claimcheck.sources.source import Item, doubt, unread

_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
CLAIM_KEYS = {"doc", "kind", "value", "start", "end", "sentence"}


class Records:
    """Names the records of one file: `PATH#id`; its number where it has no id; `~2` after an id that came before."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._number = 0
        self._seen: dict[str, int] = {}

    def unread(self, why: str) -> Iterator[Item]:
        """The note of a record that could not be read at all; it has its number."""
        self._number += 1
        yield unread(self._path, f"record {self._number}: {why}")

    def article(self, record: object, *, line: int = 0) -> Iterator[Item]:
        """The article of a decoded record, or a note that says what is wrong with it."""
        self._number += 1
        where = "" if line else f"record {self._number}: "
        if not isinstance(record, dict):
            yield unread(self._path, f"{where}a record is an object, not {_name(record)}", line=line)
            return
        record = record_of(record)
        title = record.get("title")
        text = record.get("text")
        if text is None and isinstance(title, str) and title.strip():
            text = ""  # a headline alone is an article too
        if not isinstance(text, str):
            wrong = 'has no "text"' if text is None else f'"text" is {_name(text)}, not text'
            yield unread(self._path, f"{where}the record {wrong}", line=line)
            return
        written = record.get("id")
        name = str(written) if isinstance(written, str | int) and written != "" else str(self._number)
        again = self._seen[name] = self._seen.get(name, 0) + 1
        doc = f"{self._path}#{name}" if again == 1 else f"{self._path}#{name}~{again}"
        if again > 1:
            yield doubt(self._path, f"{where}the id {name!r} was used before; read as {doc!r}", line=line)
        if record.keys() >= CLAIM_KEYS:
            yield unread(doc, "a claim that claimcheck wrote, not an article", line=line)
            return
        if not text.strip() and not (isinstance(title, str) and title.strip()):
            yield unread(doc, "empty")
            return
        known = {key: str(record[key]) for key in FIELDS if isinstance(record.get(key), str | int | float)}
        yield from article(doc, text, known, at_line=line, record=line)


def _name(value: object) -> str:
    return "null" if value is None else _TYPES.get(type(value), "text")

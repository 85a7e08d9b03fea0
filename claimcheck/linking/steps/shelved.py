"""The articles of a run on their shelves, by their numbers: their places in the order of documents."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from claimcheck.linking.profile import Profile
from claimcheck.linking.steps.sketch import profile_of
from claimcheck.model import Article, Extraction
from claimcheck.rows import Row, extraction_of
from claimcheck.spill.shelf import Rows

T = TypeVar("T")
HELD = 1_000  # decoded rows that a reader keeps at hand


@dataclass(frozen=True, slots=True)
class Shelved:
    """articles, extractions, sketches   rows in the order in which they were read
    order    number -> place on the shelves
    changed  number -> the row of its extraction, where claims of others were added
    groups   number -> number of the group within which it may be compared
    """

    articles: Rows
    extractions: Rows
    sketches: Rows
    order: array[int]
    groups: array[int]
    changed: Mapping[int, bytes] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.order)

    def article(self, number: int) -> Article:
        """The article itself."""
        return Article(*marshal.loads(self.articles[self.order[number]]))

    def extraction_row(self, number: int) -> Row:
        """Its claims and event mentions, as rows."""
        written = self.changed.get(number)
        row: Row = marshal.loads(self.extractions[self.order[number]] if written is None else written)
        return row

    def extraction(self, number: int) -> Extraction:
        """All that was read of it."""
        return extraction_of(self.article(number), self.extraction_row(number))

    def sketch(self, number: int) -> Row:
        """What linking keeps of it."""
        row: Row = marshal.loads(self.sketches[self.order[number]])
        return row


class Days:
    """A day, or none, for each article: four bytes of it."""

    _NONE = 0  # no day has this ordinal

    def __init__(self, size: int) -> None:
        self._days = array("i", bytes(4 * size))

    def __getitem__(self, number: int) -> int | None:
        return self._days[number] or None

    def __setitem__(self, number: int, day: int | None) -> None:
        self._days[number] = day or self._NONE


class Kept(Generic[T]):
    """Rows decoded when they are asked for, some of them kept: two generations, of which the older one goes when the
    younger one is full."""

    def __init__(self, read: Callable[[int], T], *, most: int = HELD) -> None:
        self._read, self._most = read, most // 2
        self._young: dict[int, T] = {}
        self._old: dict[int, T] = {}

    def __getitem__(self, number: int) -> T:
        if number in self._young:
            return self._young[number]
        found = self._old[number] if number in self._old else self._read(number)
        if len(self._young) >= self._most:
            self._old, self._young = self._young, {}
        self._young[number] = found
        return found


@dataclass(frozen=True, slots=True)
class Profiles:
    """Rows of profiles by number, their words apart: most steps do without."""

    rows: Rows
    words: Rows

    def told(self, number: int) -> Profile:
        """One without its words."""
        return profile_of(marshal.loads(self.rows[number]), {})

    def whole(self, number: int) -> Profile:
        """One with its words."""
        return profile_of(marshal.loads(self.rows[number]), marshal.loads(self.words[number]))

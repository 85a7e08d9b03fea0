"""The articles of a run on their shelves, by their numbers: their places in the order of documents."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.linking.profile import Profile
from claimcheck.linking.steps.sketch import profile_of
from claimcheck.model import Article, Extraction
from claimcheck.rows import Row, extraction_of
from claimcheck.spill.shelf import Rows

HELD = 500  # decoded rows of a generation that a reader keeps at hand


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

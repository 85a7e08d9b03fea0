"""Step 1: the lines that belong to a site and not to a story, and the articles that have some."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.linking.parts import LOOKED_AT, Page, far_apart, mostly_unlike
from claimcheck.linking.steps.shelved import Days, Shelved
from claimcheck.linking.steps.sketch import lines_of, page_from
from claimcheck.remembered import Remembered
from claimcheck.spill.folder import Folder
from claimcheck.spill.sorter import Sorter
from claimcheck.spill.table import Table

_HELD = 200


@dataclass(frozen=True, slots=True)
class Repeated:
    """lines   a table of the digests of a site's own lines
    has     for each article whether it has one
    days    when each appeared"""

    lines: Table
    has: bytearray
    days: Days


def repeated_lines(folder: Folder, shelved: Shelved) -> Repeated:
    """Look for lines that many articles have."""
    has = bytearray(len(shelved))
    pages: Remembered[int, Page[int]]
    pages = Remembered(lambda number: page_from(shelved.sketch(number)), keep=_HELD)
    where = Sorter(folder, "lines")
    days = Days(len(shelved))
    for number in range(len(shelved)):
        row = shelved.sketch(number)
        days[number] = row[0]
        where.extend(lines_of(row), number)

    def found() -> Iterator[tuple[int, tuple[int, ...]]]:
        for line, at in where.groups():
            numbers = [int(number) for number in at]
            if len(numbers) > 1 and far_apart([days[number] for number in numbers]):
                if not mostly_unlike([pages[number] for number in numbers[:LOOKED_AT]]):
                    continue
                for number in numbers:
                    has[number] = 1
                yield line, ()

    return Repeated(Table(folder, "repeated", found()), has, days)

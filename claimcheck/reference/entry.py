"""One row of a reference table: a thing, its names, its facts, the days on which they hold, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
_LAST = "~"  # sorts after every digit and hyphen: "2019~" is the end of 2019


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing. `facts`: name of a fact -> its values (several where each is right). `from_` and `until` bound the
    days on which they hold, inclusive (2019, 2019-07, 2019-07-01); empty: always. `date` is when the source says so."""

    id: str
    facts: dict[str, tuple[str | int | float, ...]]
    source: str
    date: str | int
    names: tuple[str, ...] = ()
    from_: str | int = ""
    until: str | int = ""

    @property
    def bounded(self) -> bool:
        """Whether the facts hold on some days only."""
        return bool(self.from_ or self.until)

    def holds(self, day: str) -> bool:
        """Whether the facts hold on a day, or on some day of a month or year."""
        return (not self.from_ or str(self.from_) <= day + _LAST) and (not self.until or day <= str(self.until) + _LAST)


def day_problems(entry: Entry) -> Iterator[tuple[str, str]]:
    """(key, what is wrong) of the days of an entry."""
    for key, day in (("from", entry.from_), ("until", entry.until)):
        if day and not _DAY.match(str(day)):
            yield key, f'"{day}" is no day: write 2019-07-01, 2019-07 or 2019'
    if entry.from_ and entry.until and str(entry.from_) > str(entry.until) + _LAST:
        yield "until", f"ends on {entry.until}, before it begins on {entry.from_}"

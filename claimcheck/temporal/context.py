"""What expressions are anchored to: the article's date, dates said before, and whether the text is news or history."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from claimcheck.temporal.reading import Reading
from claimcheck.text.timex import real_day

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FAR = 2  # years from the article's date at which a year is history
_DAY_NAMED = 10  # a text that names its own day in full is no narrative of the past
_NAMED_YEARS = 3  # so many years of history, and more than twice the mentions of the present, make a narrative


class Said(NamedTuple):
    """The date last said, as far as it was; `sub` is a season, quarter or half."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    sub: str = ""

    @property
    def date(self) -> date | None:
        """The day, where it is known to the day."""
        if self.year is None or self.month is None or self.day is None or self.year < 1:
            return None
        return real_day(self.year, self.month, self.day)


class Context(NamedTuple):
    """`published` is the article's day, None where it is not known. In a narrative, what is not said is taken from
    what was said before; in news, from the day of publication."""

    published: date | None
    narrative: bool

    @property
    def now(self) -> Said:
        """The article's date as if it had been said."""
        day = self.published
        return Said(day.year, day.month, day.day) if day else Said()


def article_day(text: str) -> date | None:
    """The day of an ISO date or time stamp; None for anything else, or where the day is not given."""
    found = _ISO.match(text)
    return real_day(int(found[1]), int(found[2]), int(found[3])) if found and found[3] else None


def context_of(published: date | None, readings: Iterable[Reading]) -> Context:
    """News or history: history names many years of long ago, and hardly points at the day of writing."""
    far = present = 0
    for reading in readings:
        if reading.kind != "date":
            continue
        if reading.year is not None:
            far += published is None or abs(reading.year - published.year) >= _FAR
            there = real_day(max(reading.year, 1), reading.month or 1, reading.day) if reading.day else None
            near = published is not None and there is not None and abs((published - there).days) < 8
            present += _DAY_NAMED * near
        elif reading.seen == "now" or (reading.weekday and not reading.month):
            present += 1
    return Context(published, narrative=far >= _NAMED_YEARS and far > 2 * present)

"""The calendar behind TIMEX3 values: which days `1918-11`, `2012-W34` or `199` cover, and steps between them.

Days are counted as `datetime.date.toordinal()` does. Years before Christ, `BC0499`, cover no counted days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[int, int]

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (0, 14)}  # months; a year has two winters
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?$")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$")
_LONG = re.compile(r"\d{2,3}$")


@lru_cache(maxsize=4096)
def covered_days(timex: str) -> Days | None:
    """First and last day of a TIMEX3 date; None where the year is not known or the value is a reference."""
    value = timex.partition("T")[0]
    try:
        return _covered(value)
    except ValueError:
        return None


def _covered(value: str) -> Days | None:
    if found := _DATE.match(value):
        year, month, day = (int(part) if part else 0 for part in found.groups())
        if day:
            number = date(year, month, day).toordinal()
            return number, number
        if month > 12:
            return None
        return month_days(year, month, month) if month else month_days(year, 1, 12)
    if found := _WEEK.match(value):
        year, week, part = int(found[1]), int(found[2]), found[3]
        monday = date.fromisocalendar(year, week, 1).toordinal()
        if part == "WE":
            return monday + 5, monday + 6
        return (monday + int(part) - 1,) * 2 if part else (monday, monday + 6)
    if found := _PART.match(value):
        year = int(found[1])
        if found[2]:
            return month_days(year, 3 * int(found[2]) - 2, 3 * int(found[2]))
        if found[3]:
            return month_days(year, 6 * int(found[3]) - 5, 6 * int(found[3]))
        return month_days(year, *_SEASONS[found[4]])
    if _LONG.match(value):
        width = 10 ** (4 - len(value))
        first = max(1, int(value) * width)
        return month_days(first, 1, 12)[0], month_days(first // width * width + width - 1, 1, 12)[1]
    return None


def month_days(year: int, first: int, last: int) -> Days:
    """The days from month `first` to month `last`; 0 is the December before, 13 the January after."""
    low = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return low.toordinal(), date(end_year, end_month, monthrange(end_year, end_month)[1]).toordinal()


def year_name(year: int) -> str:
    """`1918`, or `BC0499` for -499."""
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def day_name(year: int | None, month: int | None, day: int | None) -> str:
    """TIMEX3 of what is known, from the year down: 1918-11-11, XXXX-12-24, 1918-11, 1918-XX-24."""
    text = "XXXX" if year is None else year_name(year)
    if month is None and day is None:
        return text
    text += "-XX" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


def week_name(day: date) -> str:
    """2012-W34: the ISO week that holds the day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def step_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) `count` months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def step_days(day: date, count: int) -> date | None:
    """The day `count` days on; None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (or, from -1, the last) Monday (1) .. Sunday (7) of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return date(year, n // 31, n % 31 + 1)

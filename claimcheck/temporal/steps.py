"""Steps from one date to another in units of the calendar: three days on, the last week, the next decade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.temporal.context import Said
from claimcheck.text.timex import day_name, step_days, step_months, week_name, year_name

_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX",
}  # fmt: skip


class Anchored(NamedTuple):
    """The TIMEX3 value of a date (without a part of the day), and what it leaves for the next expression."""

    timex: str
    said: Said | None = None


def whole_steps(amount: float, unit: str) -> tuple[int, str]:
    """A step in whole units: half a year is six months."""
    if amount == int(amount):
        return (int(amount) * 2, "W") if unit == "F" else (int(amount), unit)
    if unit == "Y":
        return round(amount * 12), "M"
    if unit in ("W", "M"):
        return round(amount * (7 if unit == "W" else 30)), "D"
    if unit == "DE":
        return round(amount * 10), "Y"
    return round(amount), unit


def some_later(base: Said, unit: str) -> str:
    """An unsaid number of units later."""
    year = "XXXX" if base.year is None else year_name(base.year)
    if unit == "D":
        return f"{year}-XX-XX" if base.year is None else "FUTURE_REF"
    if unit == "W":
        return f"{year}-WXX"
    return "FUTURE_REF"


def unknown(unit: str) -> str:
    """A unit of which nothing is known."""
    return _UNKNOWN.get(unit, "XXXX-XX-XXTXX" if unit.startswith("T") else "XXXX-QX")


def _days(base: Said, amount: int) -> Anchored:
    day = base.date
    if day is None:
        if amount == 0 or base.month is not None:
            return day_said(base)
        return Anchored(_unknown_in(base, "-XX-XX"))
    found = step_days(day, amount)
    return of_day(found) if found else Anchored("XXXX-XX-XX")


def _weeks(base: Said, amount: int) -> Anchored:
    day = base.date
    found = day and step_days(day, 7 * amount)
    if not found:
        return Anchored(_unknown_in(base, "-WXX"))
    return Anchored(week_name(found), Said(found.year, found.month, found.day))


def weekend(base: Said, amount: int, *, past: bool) -> Anchored:
    """This weekend, or the one so many on; `past`: the one that is over, where it is not yet Saturday."""
    day = base.date
    if day is None:
        return Anchored(_unknown_in(base, "-WXX-WE"))
    saturday = day + timedelta(days=6 - day.isoweekday()) if day.isoweekday() < 7 else day - timedelta(days=1)
    if amount == 0 and past and saturday > day:
        saturday -= timedelta(days=7)
    if amount < 0:
        saturday -= timedelta(days=7 * (1 if saturday <= day else -amount))
    elif amount > 0 and saturday <= day:
        saturday += timedelta(days=7 * amount)
    return Anchored(week_name(saturday) + "-WE", Said(saturday.year, saturday.month, saturday.day))


def _months(base: Said, amount: int) -> Anchored:
    if base.year is None or base.month is None:
        return Anchored(_unknown_in(base, "-XX"))
    year, month = step_months(base.year, base.month, amount)
    return Anchored(day_name(year, month, None), Said(year, month))


def _years(base: Said, amount: int) -> Anchored:
    year = (base.year or 1) + amount
    return Anchored(year_name(year), Said(year))


def _decades(base: Said, amount: int) -> Anchored:
    year = base.year or 1
    if year < 0:
        return Anchored(f"BC{(-year // 10 - amount):03d}")
    return Anchored(f"{year // 10 + amount:03d}")


def _centuries(base: Said, amount: int) -> Anchored:
    year = base.year or 1
    if year < 0:
        return Anchored(f"BC{(-year // 100 - amount):02d}")
    return Anchored(f"{year // 100 + amount:02d}")


def _quarters(base: Said, amount: int) -> Anchored:
    if base.year is None or base.month is None:
        return Anchored("XXXX-QX")
    index = base.year * 4 + (base.month - 1) // 3 + amount
    return Anchored(f"{index // 4:04d}-Q{index % 4 + 1}", Said(index // 4, index % 4 * 3 + 1))


STEPS: dict[str, Callable[[Said, int], Anchored]] = {
    "D": _days, "W": _weeks, "M": _months, "Y": _years, "DE": _decades, "CE": _centuries, "Q": _quarters,
}  # fmt: skip


def _unknown_in(base: Said, rest: str) -> str:
    """What is not known of a year that may be."""
    return ("XXXX" if base.year is None else year_name(base.year)) + rest


def day_said(said: Said) -> Anchored:
    """The day last said, with XX for what was not."""
    if said.day is not None:
        return Anchored(day_name(said.year, said.month, said.day), said)
    return Anchored(f"{day_name(said.year, said.month, None)}-{'XX' if said.month else 'XX-XX'}", said)


def of_day(day: date) -> Anchored:
    return Anchored(day.isoformat(), Said(day.year, day.month, day.day))

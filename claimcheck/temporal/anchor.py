"""Anchoring: from what an expression says to the days it means, by the article's date and the dates said before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from claimcheck.temporal.context import Context, Said
from claimcheck.temporal.holidays import holiday_in, holiday_month
from claimcheck.temporal.reading import Reading
from claimcheck.temporal.steps import STEPS, Anchored, day_said, of_day, some_later, unknown, weekend, whole_steps
from claimcheck.temporal.tense import Tense
from claimcheck.text.timex import day_name, real_day, step_days, step_months, year_name

TenseOf = Callable[[], Tense]
_NOW_FAR = 2
_LAPSED = 45  # days ago that a plan told in the past ("would resign on ...") may have been for
_PLANNED = 60  # days ahead that a date without a year is a plan rather than a day of last year, whatever the tense
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def anchor_date(reading: Reading, context: Context, said: Said, tense: TenseOf) -> Anchored:
    """What a date expression means."""
    if reading.how == "fixed":
        return Anchored(reading.timex, Said(reading.year, reading.month, reading.day) if reading.year else None)
    if reading.how == "offset":
        return _offset(reading, context, said, tense)
    if reading.how == "from" and reading.base is not None:
        return _from_base(reading, anchor_date(reading.base, context, said, tense))
    if reading.how == "part":
        return day_said(said) if said.year else Anchored("XXXX-XX-XX")
    return _calendar(reading, context, said, tense)


def _calendar(reading: Reading, context: Context, said: Said, tense: TenseOf) -> Anchored:
    if reading.weekday and not reading.month and not reading.day:
        return _weekday(reading, context, said, tense)
    if reading.day and not reading.month:
        return _day_of_month(reading, context, said, tense)
    year = reading.year
    if year is None and reading.toward.endswith(" year"):
        year = _year_toward(reading.toward.removesuffix(" year"), context, said)
    elif year is None:
        year = _year(reading, context, said, tense)
    if reading.sub.startswith("@"):
        day = holiday_in(reading.sub[1:], year) if year else None
        return of_day(day) if day else Anchored("XXXX-XX-XX" if year is None else f"{year_name(year)}-XX-XX")
    if reading.sub:
        name = f"{'XXXX' if year is None else year_name(year)}-{reading.sub}"
        return Anchored(name, Said(year, sub=reading.sub) if year else None)
    now = Said(year, reading.month, reading.day)
    return Anchored(day_name(year, reading.month, reading.day), now if year else None)


def _from_base(reading: Reading, base: Anchored) -> Anchored:
    """`the day after Christmas`, `the week of Oct. 9`."""
    if base.said is None or base.said.date is None:
        return Anchored(unknown(reading.unit))
    if reading.unit == "WE":
        return weekend(base.said, 0, past=False)
    return STEPS[reading.unit](base.said, int(reading.amount))


def _year_toward(toward: str, context: Context, said: Said) -> int | None:
    base = _base(toward, context, said).year
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(toward, 0)
    return None if base is None else base + step


def _base(toward: str, context: Context, said: Said) -> Said:
    """What `last` (the article's date) or `the previous` (what was said) counts from."""
    if toward in ("last", "next", "this"):
        return _present(context, said)
    return said if said.year is not None else context.now


def _present(context: Context, said: Said) -> Said:
    """The time of telling: in a narrative of long ago, the time told of."""
    if context.published is None:
        return Said()
    if context.narrative and said.year is not None and abs(said.year - context.published.year) >= _NOW_FAR:
        return said
    return context.now


def _year(reading: Reading, context: Context, said: Said, tense: TenseOf) -> int | None:
    """The year of a month, day of a month or season that comes without one."""
    if reading.sub.startswith("@"):
        month = holiday_month(reading.sub[1:])
    else:
        month = reading.month or _SEASON_MONTH.get(reading.sub, 1)
    toward = reading.toward
    if toward in ("last", "next", "previous", "following"):
        base = _base(toward, context, said)
        last = month + 2 if reading.sub in ("SP", "SU", "FA") else month
        return _beside(base, month, last, -1 if toward in ("last", "previous") else 1)
    if toward in ("same", "that"):
        return said.year if said.year is not None else context.now.year
    if toward != "this" and context.narrative and said.year is not None:
        return _narrated(said, month, reading.sub)
    if context.published is None:
        return said.year if said.month is not None else None
    if toward == "this" or reading.sub[:1] in ("Q", "H"):
        return _present(context, said).year
    return _nearest(context.published, month, reading.day, reading.sub, tense)


def _beside(base: Said, month: int, last: int, step: int) -> int | None:
    """The year of the last or next such month or season (up to month `last`), seen from `base`."""
    if base.year is None:
        return None
    here = base.month or (1 if step < 0 else 12)
    if step < 0:
        return base.year if last < here else base.year - 1
    return base.year if month > here else base.year + 1


def _narrated(said: Said, month: int, sub: str) -> int | None:
    """A story moves on: January after November is of the next year, and so is most of the winter after autumn."""
    if said.year is None:
        return None
    if sub == "WI":
        return said.year + ((said.month or 0) >= 9 or said.sub == "FA")
    return said.year + (said.month is not None and not sub and said.month - month >= 9)


def _nearest(published: date, month: int, day: int | None, sub: str, tense: TenseOf) -> int:
    """The year that brings the day nearest to the article's date on the side that the tense says."""
    year = published.year
    if day is None and not sub:
        away = (month - published.month) * 30
        if away == 0:
            return year
    else:
        there = real_day(year, month, day or 15) or real_day(year, month, 28)
        away = (there - published).days if there else 0
    if away == 0 or abs(away) < 2:
        return year
    said = tense()
    if said == "past":
        return year - 1 if away > _PLANNED else year
    if said == "future":
        return year + 1 if away < -_LAPSED else year
    if away > 120:
        return year - 1
    return year + 1 if away < -300 else year


def _weekday(reading: Reading, context: Context, said: Said, tense: TenseOf) -> Anchored:
    number = reading.weekday or 1
    toward = reading.toward
    if toward in ("previous", "following", "same", "that") or (context.narrative and said.date and not toward):
        base = said.date or context.published
        found = base and _from_said(base, number, toward)
    else:
        base = context.published
        found = base and _from_published(base, number, toward, tense)
    return of_day(found) if found else Anchored(f"XXXX-WXX-{number}")


def _from_said(base: date, number: int, toward: str) -> date | None:
    back = (base.isoweekday() - number) % 7
    if toward == "previous":
        return step_days(base, -(back or 7))
    if toward == "following":
        return step_days(base, 7 - back)
    return step_days(base, -back if back <= 3 else 7 - back)


def _from_published(base: date, number: int, toward: str, tense: TenseOf) -> date | None:
    back = (base.isoweekday() - number) % 7
    if toward.endswith(" week"):
        step = {"last": -7, "previous": -7, "next": 7, "following": 7}.get(toward.removesuffix(" week"), 0)
        return step_days(base, number - base.isoweekday() + step)
    if toward == "last":
        return step_days(base, -(back or 7))
    if toward == "next":
        return step_days(base, 7 - back)
    if toward == "this":
        return step_days(base, (7 - back) % 7 if tense() != "past" else -back)
    if back == 0:
        return base
    return step_days(base, 7 - back if tense() == "future" else -back)


def _day_of_month(reading: Reading, context: Context, said: Said, tense: TenseOf) -> Anchored:
    day = reading.day or 1
    base = said if said.year is not None and said.month is not None else context.now
    if base.year is None or base.month is None:
        return Anchored(day_name(None, None, day))
    year, month = base.year, base.month
    if base == context.now and context.published and not context.narrative:
        if day > context.published.day and tense() != "future":
            year, month = step_months(year, month, -1)
        elif day < context.published.day and tense() == "future":
            year, month = step_months(year, month, 1)
    return Anchored(day_name(year, month, day), Said(year, month, day))


def _offset(reading: Reading, context: Context, said: Said, tense: TenseOf) -> Anchored:
    today = reading.unit == "D" and reading.seen == "now" and not reading.toward and abs(reading.amount) < 3
    if today and context.published:
        if context.narrative and reading.amount == 0 and not reading.part:
            return Anchored("PRESENT_REF")
        base = context.now
    elif reading.seen == "now":
        base = _present(context, said)
    elif said.year is not None and (reading.seen != "event" or context.narrative):
        base = said
    else:
        base = Said() if reading.amount and reading.unit in ("D", "W", "WE") else context.now
    if reading.toward == "this" and context.narrative and said.year is not None and tense() == "past":
        base = said
    amount, unit = whole_steps(reading.amount, reading.unit)
    if reading.toward == "some":
        return Anchored(some_later(base, unit))
    if base.year is None:
        return Anchored(unknown(unit))
    if unit == "WE":
        return weekend(base, amount, past=reading.seen == "now" and tense() != "future")
    step = STEPS.get(unit)
    return step(base, amount) if step else Anchored(unknown(unit))

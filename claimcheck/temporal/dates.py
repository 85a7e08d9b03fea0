"""Readings of days: dates with and without a year, dates in digits, weekdays, the 24th."""

from __future__ import annotations

from claimcheck.temporal.build import calendar, date_reading, edge_of, part_of, toward_of, word_value
from claimcheck.temporal.literals import Written
from claimcheck.temporal.reading import Parts, Reading

Readings = tuple[Reading, ...]
INTO = "night-into"  # the tag of `overnight into Thursday`: the night that ends on that day
RANGE = ("-", "to", "through", "until", "till")


def day(parts: Parts) -> Readings:
    """24 December 2016, Tuesday, Dec. 24, the night of 20 June 1791, the 25th of August."""
    number = _day_number(parts)
    if number is None or not 1 <= number <= 31 or is_verb(parts, beside_number=True):
        return ()
    found = calendar(parts, day=number)
    if (found.month, found.day, found.year) == (9, 11, None) and parts.sign("attacks", parts.after()):
        found = found._replace(year=2001)
    return (found,)


def days(parts: Parts) -> Readings:
    """12-14 July 1950; May 4 and 5; 28 and 29 August: two days that share month and year."""
    first, second = parts.whole("d"), parts.whole("d2")
    if first is None or second is None or is_verb(parts, beside_number=True):
        return ()
    link = parts.passage.words[parts.span("d")[1]]
    if link in ("and", "or", "to") and parts.after()[:1].isalpha() and not parts.has("y"):
        month_last = parts.span("m")[0] > parts.span("d2")[0]
        if not month_last and parts.passage.words[parts.span("d2")[0]].isdecimal() and _counts_things(parts):
            return ()
    tags = (("range-start",), ("range-end",)) if link in RANGE else ((), ())
    whole = calendar(parts, day=first)
    cut = parts.span("d")[1]
    start = parts.span("d2")[0]
    return (
        whole._replace(last=cut, tags=tags[0]),
        whole._replace(first=start, day=second, weekday=None, toward=whole.toward or "that", tags=tags[1]),
    )


def _counts_things(parts: Parts) -> bool:
    """`July 4 and 5 others`: what looks like a second day counts the plural that follows."""
    word = parts.after()
    return word.endswith("s") and not parts.sign("counts-things", word)


def _day_number(parts: Parts) -> int | None:
    number = parts.whole("d", "ordinal")
    tens = parts.value("dt", "tens")
    return number + int(tens) if number is not None and isinstance(tens, int | float) else number


def written(parts: Parts) -> Readings:
    """2016-12-24, 24/12/2016, 12/24/16, 9/11: with digits only."""
    literal = parts.literals.get(parts.span("date")[0])
    if not isinstance(literal, Written):
        return ()
    name = literal.dates[0]
    if len(name) < 8 or name.startswith("XXXX"):
        return _short_date(parts, literal)
    weekday = parts.whole("wd", "weekday", "wkd")
    year, month, number = int(name[:4]), int(name[5:7]), int(name[8:])
    found = date_reading(parts, year=year, month=month, day=number, weekday=weekday, part=part_of(parts))
    if literal.minutes < 0:
        return (found,)
    clock = f"{name}T{literal.minutes // 60:02d}:{literal.minutes % 60:02d}"
    return (found._replace(how="fixed", timex=clock, value=name),)


def _short_date(parts: Parts, literal: Written) -> Readings:
    """12/24 is a date beside a weekday or after a preposition of time; 9/11 by itself is that day of 2001."""
    month, number = int(literal.dates[0][5:7]), int(literal.dates[0][8:])
    if (month, number) == (9, 11) and not parts.has("wd"):
        return (date_reading(parts, year=2001, month=9, day=11),)
    if parts.has("wd") or parts.before() in ("on", "since", "until", "dated"):
        return (date_reading(parts, month=month, day=number, weekday=parts.whole("wd", "weekday", "wkd")),)
    return ()


def weekday(parts: Parts) -> Readings:
    """Tuesday, last Friday, early Monday, Wednesday night, Friday of last week."""
    number = parts.whole("wd", "weekday", "wkd")
    if parts.after() == "of" and not parts.has("wdir") and parts.before() in parts.vocabulary.values["ordinal"]:
        return ()  # the second Tuesday of every month
    found = date_reading(parts, weekday=number, part=part_of(parts), edge=edge_of(parts), toward=toward_of(parts))
    if parts.has("wdir"):
        found = found._replace(toward=f"{word_value(parts, 'wdir', 'dir')} week")
    return (found,)


def night_into(parts: Parts) -> Readings:
    """overnight into Thursday, late Monday into Tuesday: one night, named by the day that it ends on."""
    return (date_reading(parts, weekday=parts.whole("wd", "weekday"))._replace(tags=(INTO,)),)


def day_alone(parts: Parts) -> Readings:
    """on the 24th: a day of the month, where a preposition of time says so and nothing is counted."""
    if parts.after()[:1].isalpha() and not parts.sign("after-a-day", parts.after()):
        return ()
    found = date_reading(parts, day=parts.whole("d"), part=part_of(parts), edge=edge_of(parts))
    return (found._replace(first=parts.span("the")[0]) if parts.has("the") else found,)


def is_verb(parts: Parts, *, beside_number: bool) -> bool:
    """`may`, `march` and clipped names like `dec` where they are no month."""
    word = parts.word("m")
    if word not in parts.vocabulary.values["doubtfulmonth"]:
        return False
    named = parts.has("edge") or parts.has("dir")
    before = parts.before()
    if parts.passage.capitals:
        named = parts.has("edge") or parts.word("dir") in ("last", "next", "this", "past")
        return not (beside_number or named or parts.sign("month-follows-in-capitals", before))
    if not parts.capital("m"):
        return word in parts.vocabulary.values["monthname"] or not beside_number
    if beside_number or named or parts.sign("month-follows", before):
        return False
    if word == "march" and parts.sign("march-of-people", parts.after()):
        return True
    return not parts.sign("month-beside", before)

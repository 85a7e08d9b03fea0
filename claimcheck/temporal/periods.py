"""Readings of longer stretches of the calendar: months, seasons, quarters, halves."""

from __future__ import annotations

from claimcheck.temporal.build import calendar, date_reading, toward_of
from claimcheck.temporal.dates import is_verb
from claimcheck.temporal.reading import Parts, Reading

Readings = tuple[Reading, ...]


def month(parts: Parts) -> Readings:
    """December 2016, early May, last March, August of that year; a bare `May` needs a sign that it is one."""
    if is_verb(parts, beside_number=parts.has("y")):
        return ()
    return (calendar(parts, toward=toward_of(parts)),)


def month_end(parts: Parts) -> Readings:
    """month's end, year-end."""
    unit = parts.value("u", "unit")
    return (date_reading(parts, how="offset", unit=str(unit), seen="now", edge="end"),)


def season(parts: Parts) -> Readings:
    """the spring of 1790, last summer, summer."""
    return (calendar(parts, sub=str(parts.value("s", "season")), toward=toward_of(parts)),)


def doubtful_season(parts: Parts) -> Readings:
    """`in the fall`, `Spring Offensive`, `this spring`: the words have other meanings, so the neighbours decide."""
    before, after = parts.before(), parts.after()
    has_article = parts.last - parts.first > 1
    if has_article and parts.sign("season-follows", before) and after != "of":
        return season(parts)
    if parts.word("s") == "spring":
        of_year = parts.has("edge") or parts.sign("spring-of-year", after) or before in ("in", "that")
        return season(parts) if of_year else ()
    return season(parts) if parts.sign("fall-of-year", after) or before == "that" else ()


def quarter(parts: Parts) -> Readings:
    """the third quarter of 2012, first-quarter, Q3 2012."""
    if parts.has("qt"):
        nth = next(int(c) for c in parts.word("qt") if c.isdigit())
    else:
        found = parts.value("q", "lowordinal")
        if parts.after() == "of" and not parts.has("y") and not parts.has("ydir"):
            return ()  # the first quarter of the season
        nth = 4 if parts.word("q") == "last" else int(found) if isinstance(found, int) else 0
        if parts.word("q") == "last" and not parts.has("y") and not parts.has("ydir"):
            return (date_reading(parts, how="offset", unit="Q", amount=-1, seen="now"),)
    return (calendar(parts, sub=f"Q{nth}"),) if 1 <= nth <= 4 else ()


def half(parts: Parts) -> Readings:
    """the second half of 2008, the first half of the year, the latter half of May."""
    last = parts.word("q") in ("latter", "last", "second")
    if parts.word("q") in ("third", "fourth"):
        return ()
    if parts.has("m"):
        return (calendar(parts)._replace(edge="end" if last else "start"),)
    unit = parts.value("u", "longunit")
    if unit is not None and unit != "Y":
        seen = "now" if parts.word("ydir") in ("this", "last", "next") else "said"
        toward = str(parts.value("ydir", "dir") or "that")
        edge = "end" if last else "start"
        return (date_reading(parts, how="offset", unit=str(unit), seen=seen, toward=toward, edge=edge),)
    return (calendar(parts, sub="H2" if last else "H1"),)

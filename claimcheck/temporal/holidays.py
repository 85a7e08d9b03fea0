"""Readings of named days: Christmas Eve, Good Friday, Thanksgiving 2016, D-Day."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.temporal.build import date_reading, edge_of, part_of, toward_of
from claimcheck.temporal.reading import Parts, Reading
from claimcheck.text.timex import easter, nth_weekday, real_day

Readings = tuple[Reading, ...]


def holiday(parts: Parts) -> Readings:
    """A named day, with its year or part of the day where they follow."""
    head = parts.span("hol")[0]
    words = parts.passage.words
    for phrase, day in parts.vocabulary.holidays.get(words[head], ()):
        if words[head : head + len(phrase)] == phrase:
            if not _capital(parts, head):
                return ()
            return (_named_day(parts, head + len(phrase), day),)
    return ()


def _capital(parts: Parts, head: int) -> bool:
    """`a good friday night out` names no feast."""
    return parts.passage.folded[parts.passage.starts[head]].isupper()


def _named_day(parts: Parts, last: int, rule: str) -> Reading:
    words = parts.passage.words
    found = date_reading(parts, part=part_of(parts), edge=edge_of(parts), toward=toward_of(parts))
    part = parts.vocabulary.values["part"].get(words[last]) if last < len(words) else None
    if part:
        found, last = found._replace(part=str(part)), last + 1
    skip = 1 if last < len(words) and words[last] in (",", "of", "in") else 0
    if last + skip < len(words) and words[last + skip].isdecimal() and 1000 <= int(words[last + skip][:5]) <= 2100:
        found, last = found._replace(year=int(words[last + skip])), last + skip + 1
    found = found._replace(last=last, how="calendar", timex="")
    if rule[:2].isdecimal() and rule[2:3] == "-":
        month_day, _, year = rule.partition(" ")
        return found._replace(month=int(month_day[:2]), day=int(month_day[3:]), year=int(year) if year else found.year)
    return found._replace(sub="@" + rule)


def holiday_month(rule: str) -> int:
    """The month to look for a movable feast in."""
    return 4 if rule.startswith("easter") else int(rule.split()[0])


def holiday_in(rule: str, year: int) -> date | None:
    """The day of a movable feast: `easter-2`, or `11 4 4`, the fourth Thursday of November."""
    if real_day(year, 1, 1) is None:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, nth, weekday = map(int, rule.split())
    return nth_weekday(year, month, weekday, nth)

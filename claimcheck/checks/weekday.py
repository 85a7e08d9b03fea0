"""A date that is written with its weekday falls on it: a form of the check `arithmetic`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from claimcheck.checks.check import NOTHING, Clash, Group, Outcome
from claimcheck.checks.choose import chosen
from claimcheck.model import Claim, Side

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_THEN_DATE = (", ", " (")  # between a weekday and its date
_THEN_DAY = (", a ", " (a ", " (", " - a ", ", which was a ", " was a ", ", it was a ")
_LONGEST = max(map(len, _THEN_DAY))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A date that is written with its weekday falls on it.

    names   the seven weekdays, Monday first, each as its written forms
    years   where no year is written: years before and after the article's in which it may fit
    near    days around the article's own date in which the year is beyond doubt
    """

    names: tuple[tuple[str, ...], ...]
    years: tuple[int, ...] = (2, 1)
    near: int = 21


def weekday_fits(options: Weekday, group: Group) -> Outcome:
    """Whether each date that is written with its weekday falls on it."""
    compared, clashes = 0, []
    names = _numbers(options.names)
    dates = chosen(group, kind="date", compare=("asserted", "reported", "hedged", "future"), besides=frozenset())
    beside = _beside(dates)
    for claim in dates:
        written = (*beside.get(claim.id, ()), claim)
        said = {names[w] for c in written for word in _WORD.findall(c.text) if (w := word.lower()) in names}
        if len(said) != 1 or not _ISO.fullmatch(str(claim.value)) or not re.search(r"\d", claim.text):
            continue
        day, weekday, published = date.fromisoformat(str(claim.value)), said.pop(), group.dates.get(claim.doc, "")
        if not _year_written(day, claim) and not _ISO.match(published):
            continue  # the year is a guess
        compared += 1
        if any(d.weekday() == weekday for d in _readings(day, claim, options, published)):
            continue
        truth = options.names[day.weekday()][0].capitalize()
        fits = [d.isoformat() for n in (-3, -2, -1, 1, 2, 3) if (d := day + timedelta(n)).weekday() == weekday]
        clashes.append(
            Clash(
                kind="arithmetic",
                sides=(Side(", ".join([c.text for c in written]), written),),
                note=f"{day.isoformat()} was a {truth}",
                help=f"the {options.names[weekday][0].capitalize()} nearest to it: {fits[0]}" if fits else "",
            )
        )
    return Outcome(compared, tuple(clashes)) if compared else NOTHING


def _beside(dates: Sequence[Claim]) -> dict[str, tuple[Claim]]:
    """By the id of a date with a number, the day without one that is written right beside it: `Tuesday morning, Jan.
    12`, `January 12, 2017, a Tuesday`."""
    found: dict[str, tuple[Claim]] = {}
    ordered = sorted(dates, key=lambda c: (c.doc, c.field, c.start))
    for one, other in pairwise(ordered):
        if (one.doc, one.field, one.sentence) != (other.doc, other.field, other.sentence):
            continue
        numbered = [re.search(r"\d", c.text) is not None for c in (one, other)]
        length = other.start - one.end
        if numbered[0] == numbered[1] or not 0 < length <= _LONGEST:
            continue
        links = _THEN_DAY if numbered[0] else _THEN_DATE
        if any(len(link) == length and f"{one.text}{link}{other.text}" in one.sentence for link in links):
            day, date_ = (other, one) if numbered[0] else (one, other)
            found[date_.id] = (day,)
    return found


@cache
def _numbers(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {form: number for number, forms in enumerate(names) for form in forms}


def _year_written(day: date, claim: Claim) -> bool:
    return bool(re.search(rf"\b{day.year}\b|[/.-]{day.year % 100:02}\b", claim.text))


def _readings(day: date, claim: Claim, options: Weekday, published: str) -> Iterator[date]:
    """The dates that the words can mean: other years too, where none is written and the article's date is not near."""
    yield day
    if _year_written(day, claim):
        return
    told = date.fromisoformat(published[:10])
    if abs((told - day).days) <= options.near:
        return
    around = told.year
    before, after = (*options.years, *options.years)[:2]
    for year in range(around - before, around + after + 1):
        if year != day.year and (day.month, day.day) != (2, 29):
            yield day.replace(year=year)

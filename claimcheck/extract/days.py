"""The day of the main event, out of all the dates that an article names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as day

from claimcheck.extract.governors import EVENT, PERHAPS
from claimcheck.extract.line import Line
from claimcheck.model import Mention

WITHIN = 30  # days within which a death is told of an event before it
OCCASION = "occasion"  # tag of a date whose pattern gives it a role, and which is the event's all the same
FAR = 10  # days: an event date farther from the main one is another event's
LEAD = 6  # sentences of the text that may date it by a year alone: farther down that is another event's
MONTH = 31  # days
DEATH = "death"
PLAN = "plan"
AFTER = ("aftermath",)  # "taken to hospital on Monday after she was hit": that day, where no other is told

Dated = tuple[Line, int, Mention]


def main_date(lines: Sequence[Line], written: str = "") -> Mention | None:
    """The first day that the event is surely told to have been on, or perhaps where none is sure; a day before it
    where that is of a death or find; a vaguer date where no day is given, and a day that hangs on no known word where
    there is no other. `written`: the article's date."""
    said = _dates(lines, EVENT)
    days = [d for d in said if is_day(d[2])]
    if not days:
        return _without_day(lines, said, written)
    first = days[0]
    if first[0].ranks.get(first[1]) == PERHAPS:
        first = next((d for d in days if not d[0].ranks.get(d[1])), first)
    if first[0].later(first[1]):
        for line, i, mention in (*days, *_dates(lines, None)):
            if not line.later(i) and is_day(mention) and 0 < low(first[2]) - low(mention) <= WITHIN:
                if line.roles.get(i) != EVENT:
                    line.give(i, EVENT, PERHAPS)
                return mention
    return first[2]


def _without_day(lines: Sequence[Line], said: Sequence[Dated], written: str) -> Mention | None:
    for line, i, mention in (dated for role in (None, *AFTER) for dated in _dates(lines, role)):
        if line.eventful and is_day(mention):
            if said and not covers(said[0][2], mention) and not _before(line, said[0][0]):
                break
            line.give(i, EVENT, PERHAPS)
            return mention
    early = [m for line, _, m in said if _width(m) <= MONTH or line.sentence.index < (1 if _past(m, written) else LEAD)]
    return next((m for m in early if m.value.low is not None), early[0] if early else None)


def _past(mention: Mention, written: str) -> bool:
    """Was it an earlier year than that of the article?"""
    year = str(mention.value.value)[:4]
    return year.isdigit() and year < written[:4]


def _before(line: Line, other: Line) -> bool:
    """A vaguer date that comes later is of something earlier: `In 2018, a bus plunged down a cliff`."""
    return (line.page, line.sentence.index) < (other.page, other.sentence.index)


def _dates(lines: Sequence[Line], role: str | None) -> list[Dated]:
    """The dates of a role outside asides, in order. A pattern's role is no other, but may be the event's occasion: a
    deal is of the day on which it was announced."""
    return [
        (line, i, mention)
        for line in lines
        if line.aside is None
        for i, mention in line.dates
        if i not in line.vague
        and (role == EVENT if OCCASION in mention.tags else mention.role is None and line.roles.get(i) == role)
    ]


def settle_dates(lines: Sequence[Line], date: Mention | None, written: str = "") -> None:
    """A death or find after the day of the event is later than it, and so is what is still to come when the article is
    written, of an event that is over; a vaguer date only repeats that day; the day named again is the event's."""
    if date is None:
        return
    today = _day_of(written)
    over = today if today and 0 < low(date) <= today else float("inf")
    told = [(line, i) for line, i, mention in _dates(lines, EVENT) if low(mention) == low(date)]
    rank = min([line.ranks.get(i, 0) for line, i in told], default=PERHAPS)
    for line in lines:
        for i, mention in line.dates:
            role = line.roles.get(i)
            if role == EVENT and line.later(i) and low(mention) > low(date):
                line.give(i, DEATH)
            elif role == EVENT and low(mention) > over:
                line.give(i, PLAN)
            elif role == EVENT and (is_vague(mention) or covers(mention, date)):
                line.give(i, None)
            elif role is None and line.aside is None and is_day(mention) and low(mention) == low(date):
                line.give(i, EVENT, rank)


def _day_of(written: str) -> float:
    """The day of an ISO date, as numbers of days; 0 where there is none."""
    try:
        return float(day.fromisoformat(written[:10]).toordinal())
    except ValueError:
        return 0.0


def most_exact(members: Sequence[Mention]) -> Mention | None:
    """Of `Saturday, May 21, 2016` the second: the narrowest date, the later of equals; none of `now` and `former`."""
    dates = [m for m in members if m.kind == "date" and not is_vague(m)]
    return min(reversed(dates), key=_width) if dates else None


def is_vague(mention: Mention) -> bool:
    """`now`, `recently`: TIMEX3 references without a date."""
    return str(mention.value.value).endswith("_REF")


def is_day(mention: Mention) -> bool:
    """A day, or a night that reaches into the next; no week-end."""
    return _width(mention) <= 1 and "-W" not in str(mention.value.value)


def covers(mention: Mention, day: Mention) -> bool:
    """Is the date a wider one that holds the day: its month, its week?"""
    start, end = mention.value.low, mention.value.high
    if start is None or end is None or is_day(mention):
        return False
    return start <= low(day) <= end


def of_event(mention: Mention) -> bool:
    """Whether a date may be the event's: no pattern gives it a role (the day on which a deal will close), or one that
    is the event's occasion."""
    return mention.role is None or OCCASION in mention.tags


def far_from(date: Mention | None, mention: Mention) -> bool:
    """Is the date of another event than the one of `date`?"""
    if date is None or date.value.low is None or mention.value.low is None:
        return False
    value, other = date.value, mention.value
    return _end(other.low, other.high) < low(date) - FAR or low(mention) > _end(value.low, value.high) + FAR


def low(mention: Mention) -> float:
    """The first day a date can be; 0 where that is not known."""
    return mention.value.low or 0.0


def _end(start: float | None, end: float | None) -> float:
    return end if end is not None else start or 0.0


def _width(mention: Mention) -> float:
    """Days that a date leaves open; without a year, nothing is known."""
    start, end = mention.value.low, mention.value.high
    return end - start if start is not None and end is not None else 1e9

"""Which day a clock time belongs to, and whether "8:30" is in the morning, from the dates around it."""

from __future__ import annotations

from claimcheck.temporal.clock_time import AMBIGUOUS
from claimcheck.temporal.context import Context, Said
from claimcheck.temporal.reading import Reading
from claimcheck.text.passage import Passage
from claimcheck.text.timex import day_name, step_days

Dated = list[tuple[Reading, str]]  # readings in order, with the TIMEX3 value of those that are dates
_DAY = len("2016-07-04")
_BESIDE = 2  # words between that leave two expressions together, whatever the full stop of "p.m." looks like


def day_beside(passage: Passage, readings: Dated, at: int, said: Said, context: Context) -> str:
    """The day as TIMEX3: of the nearest day named in the sentence, else of the day last said, else the article's."""
    reading = readings[at][0]
    now = context.published
    if reading.how == "offset":
        return _day_said(said, context)
    if reading.toward in ("this", "last") and now is not None:
        day = step_days(now, -1 if reading.toward == "last" else 0)
        return day.isoformat() if day else ""
    near = _nearest(passage, readings, at)
    if near:
        return near
    if reading.how == "part" and passage.words[reading.last : reading.last + 2] == ("of", "the"):
        return ""  # the night of the shooting
    return _day_said(said, context)


def _day_said(said: Said, context: Context) -> str:
    """The day last said; in news the day of publication, in a story as much of the day as is known."""
    if said.day is not None:
        return day_name(said.year, said.month, said.day)
    if context.published is not None and not context.narrative:
        return context.published.isoformat()
    return day_name(said.year, said.month, None) + ("-XX" if said.month else "-XX-XX") if said.year else ""


def _nearest(passage: Passage, readings: Dated, at: int) -> str:
    here = readings[at][0]
    sentence = passage.sentence_at(passage.starts[here.first])
    best, distance = "", 1000
    for step in (1, -1):
        other = at + step
        while 0 <= other < len(readings):
            reading, timex = readings[other]
            away = reading.first - here.last if step > 0 else here.first - reading.last
            if away > _BESIDE and passage.sentence_at(passage.starts[reading.first]) != sentence:
                break
            if reading.kind == "date" and len(timex) == _DAY and away < distance:
                best, distance = timex, away
            other += step
    return best


def half_of_day(passage: Passage, readings: Dated, at: int) -> Reading:
    """`8:30` said beside `Saturday night` or `in the evening` is 20:30."""
    reading = readings[at][0]
    if AMBIGUOUS not in reading.tags or reading.how != "clock":
        return reading
    sentence = passage.sentence_at(passage.starts[reading.first])
    for other in (at + 1, at - 1):
        if not 0 <= other < len(readings):
            continue
        near = readings[other][0]
        away = max(near.first - reading.last, reading.first - near.last)
        if not near.part or (away > _BESIDE and passage.sentence_at(passage.starts[near.first]) != sentence):
            continue
        minutes = reading.minutes
        if near.part in ("TAF", "TEV") or (near.part == "TNI" and 300 <= minutes < 720):
            minutes = minutes % 720 + 720
        elif near.part == "TNI":
            minutes %= 720
        tags = tuple(tag for tag in reading.tags if tag != AMBIGUOUS)
        return reading._replace(minutes=minutes, tags=tags)
    return reading

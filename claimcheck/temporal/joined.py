"""Two expressions that are one: the day after Christmas, two days before May 5, the week of Oct. 9."""

from __future__ import annotations

import re

from claimcheck.temporal.reading import Reading
from claimcheck.text.passage import Passage

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])$")
_HOURS = re.compile(r"PT(\d{1,3})([HM])$")
_STEP = {("after",): 1, ("before",): -1, ("prior", "to"): -1, ("from",): 1}


def joined(passage: Passage, readings: list[Reading]) -> list[Reading]:
    """The readings, with a length and the date that it is counted from as one."""
    found: list[Reading] = []
    for reading in readings:
        one = _counted(passage, found[-1], reading) if found else None
        if one:
            found[-1] = one
            continue
        found.append(_of_the_week(passage, reading) or reading)
    return found


def _counted(passage: Passage, length: Reading, base: Reading) -> Reading | None:
    if base.kind == "time" and base.how == "clock":
        return _hours_from(passage, length, base)
    day = base.day or base.weekday or base.unit == "D"
    if base.kind != "date" or base.how not in ("calendar", "offset") or not day:
        return None
    gap = passage.words[length.last : base.first]
    if gap == ("of",) and length.unit == "WE":
        return base._replace(first=length.first, how="from", unit="WE", amount=0, base=base, part="", edge="")
    step = _STEP.get(gap)
    if step is None or length.kind != "duration" or length.tags:
        return None
    if gap == ("from",) and not (base.weekday or base.unit == "D"):
        return None
    amount = _LENGTH.match(length.timex)
    if not amount:
        return None
    count = step * int(amount[1])
    unit, count = ("D", 7 * count) if amount[2] == "W" else (amount[2], count)
    return base._replace(
        first=length.first, how="from", unit=unit, amount=count, base=base, part="", edge="", qualifier=length.qualifier
    )


def _hours_from(passage: Passage, length: Reading, base: Reading) -> Reading | None:
    """about an hour before midnight, 20 minutes after 3 p.m."""
    step = _STEP.get(passage.words[length.last : base.first], 0)
    amount = _HOURS.match(length.timex)
    if not step or length.kind != "duration" or length.tags or not amount or passage.words[length.last] == "from":
        return None
    minutes = base.minutes + step * int(amount[1]) * (60 if amount[2] == "H" else 1)
    about = (15, 15) if length.qualifier else None
    return base._replace(first=length.first, minutes=minutes % 1440, around=about, qualifier=length.qualifier)


def _of_the_week(passage: Passage, reading: Reading) -> Reading | None:
    """`the week of Oct. 9` is a week, not that day."""
    first = reading.first
    if not (reading.kind == "date" and reading.month and reading.day) or passage.words[first - 2 : first] != (
        "week",
        "of",
    ):
        return None
    first -= 3 if passage.words[first - 3 : first - 2] == ("the",) else 2
    return reading._replace(first=first, how="from", unit="W", amount=0, base=reading, part="", edge="")

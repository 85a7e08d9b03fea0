"""Spans of time that must fit: how long something lasted and from when to when; how old somebody is and when born.

Forms of the check `arithmetic`. Both look at one sentence: only there is it sure what belongs to what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimcheck.checks.check import NOTHING, Clash, Doubt, Group, Outcome, Voice, merged
from claimcheck.checks.choose import chosen, marked, parted, sentence_of
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Side

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_AGE = re.compile(r"P(\d+)Y$")
_SECONDS = {"time": 60.0, "date": 86400.0}  # of the base unit of a kind
_DAY = 86400.0
_OTHER = 30  # times as long: the length is of something else
_VAGUE = {len("1986"): 366, len("1986-05"): 31}  # days that a range may begin later or end earlier


@dataclass(frozen=True, slots=True)
class Lasts:
    """A length of time beside a range ("ten days, from May 1 to May 5") is the length of the range.

    room    share of the length by which they may differ; a range of days may count its last day or not
    near    characters between the two: farther apart they are of different things
    """

    room: float | int = 0.2
    near: int = 24


@dataclass(frozen=True, slots=True)
class Age:
    """An age beside a date of birth is the age on the day of the event.

    birth, age    the roles of the two
    room          years by which they may differ: a birthday
    """

    birth: str = "birth"
    age: str = "age"
    room: int = 1


def spans(form: Lasts | Age, group: Group, voices: tuple[Voice, ...]) -> Outcome:
    """What the form says of each sentence."""
    kinds = ("time", "date", "duration")
    claims = [c for kind in kinds for c in chosen(group, kind=kind, compare=voices, besides=frozenset())]
    if isinstance(form, Lasts) and not any(c.marks and "range-start" in c.marks for c in claims):
        return NOTHING
    one = _lasts if isinstance(form, Lasts) else _age
    return merged(one(form, group, said) for said in parted(claims, sentence_of))  # type: ignore[arg-type]  # `one` is of `form`


def _lasts(form: Lasts, _group: Group, said: list[Claim]) -> Outcome:
    lengths = [c for c in said if c.kind == "duration" and c.role is None and c.low is not None and not c.marks]
    starts = [c for c in said if marked(c, "range-start") and c.low is not None]
    ends = [c for c in said if marked(c, "range-end")]
    if not len(lengths) == len(starts) == len(ends) == 1 or starts[0].kind != ends[0].kind:
        return NOTHING
    length, start, end = lengths[0], starts[0], ends[0]
    if start.kind == "time" and (length.low or 0) >= _DAY:  # open 7 to 22, seven days a week
        return NOTHING
    if (
        length.high is None
        or start.high is None
        or min(abs(length.start - end.end), abs(start.start - length.end)) > form.near
    ):
        return NOTHING
    spanned = ((start.high or 0) - (start.low or 0)) * _SECONDS[start.kind]
    if spanned > _OTHER * length.high:  # a school ran on four days a week from 2011 to 2018
        return NOTHING
    most = spanned + (_DAY if start.kind == "date" else 0)
    vague = _VAGUE.get(len(str(end.value)), 0) * _DAY if start.kind == "date" else 0
    if (length.low or 0) <= (most + vague) * (1 + form.room) and length.high >= (spanned - vague) * (1 - form.room):
        return Outcome(1)
    sides = tuple(Side(KINDS[c.kind].render(c), (c,)) for c in (length, start, end))
    return Outcome(1, (Clash(kind="arithmetic", sides=sides),))


def _age(form: Age, group: Group, said: list[Claim]) -> Outcome:
    births = [c for c in said if c.kind == "date" and c.role == form.birth and _ISO.fullmatch(str(c.value))]
    ages = [c for c in said if c.role == form.age and _AGE.match(str(c.value))]
    if not len(births) == len(ages) == 1:
        return NOTHING
    told = (births[0].date or group.dates.get(births[0].doc, ""))[:10]
    if not told:
        return Outcome(
            0, (), (Doubt("neither the event nor the article has a date: how old on which day?", (ages[0],)),)
        )
    others = [c for c in said if c.kind == "date" and c is not births[0] and str(c.value)[:4] < told[:4]]
    if not _ISO.fullmatch(told) or others:  # a life told from end to end: the age may be of another day
        return NOTHING
    born, day = date.fromisoformat(str(births[0].value)), date.fromisoformat(told)
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    given = int(_AGE.match(str(ages[0].value))[1])  # type: ignore[index]  # matched above
    if abs(years - given) <= form.room:
        return Outcome(1)
    sides = tuple(Side(KINDS[c.kind].render(c), (c,)) for c in (ages[0], births[0]))
    note = f"born then, one is {years} on {told}"
    return Outcome(1, (Clash(kind="arithmetic", sides=sides, note=note, subject=ages[0].subject),))


def spans_described(form: Lasts | Age) -> str:
    """The form as a sentence."""
    if isinstance(form, Lasts):
        return "A length of time told with its beginning and end is as long as these are apart."
    return f"An age told with a date of birth is the age on the day, give or take {form.room} year."


def spans_mistakes(form: Lasts | Age) -> Iterator[tuple[str, str]]:
    """Room that is none."""
    if form.room < 0:
        yield "", "room is not below 0"

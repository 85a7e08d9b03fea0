"""Time: the clock. Compared around the circle of the day, across zones, points with intervals and parts of the day."""

from __future__ import annotations

import re

from claimcheck.kinds.kind import Kind
from claimcheck.kinds.timewords import GREENWICH, names, split_qualifier, zones
from claimcheck.model import Claim, Comparison, Value

DAY = 1440  # minutes
HALF = 720  # "8:30" without a.m. or p.m. admits both: its interval is half a day wide, and only its ends count
PARTS = {"TMO": (300, 720), "TAF": (720, 1080), "TEV": (1020, 1320), "TNI": (1080, 1800), "TDT": (360, 1200)}
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?: ?([ap])\.?m\.?)?(?: ([A-Za-z]+)(?: time)?)?$")
_OPEN = {"at_most": (-HALF, 0), "less_than": (-HALF, 0), "more_than": (0, HALF), "about": (-15, 15)}
Interval = tuple[float, float]


def normalise(text: str) -> Value | None:
    """03:10, 3:10 a.m., about 03:15, 07:37 GMT, morning, TMO."""
    written = names()
    qualifier, rest = split_qualifier(text.strip(), written.clock_qualifiers)
    rest = rest.removeprefix("the ")
    part = next((code for code, word in written.parts.items() if rest in (code, word)), None)
    if part:
        low, high = PARTS[part]
        return Value(part, low, high, qualifier, timex=part)
    found = _CLOCK.match(rest)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    clock = f"{hour % 24:02d}:{minute:02d}"
    minutes = hour % 24 * 60 + minute
    before, after = _OPEN[qualifier] if qualifier else (0, 0)
    return Value(clock, minutes + before, minutes + after, qualifier, found[4], f"T{clock}")


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """`within` is in minutes. SAME: one minute; COMPATIBLE: intervals meet, or may in some zone; UNKNOWN: no clock."""
    first, second = _intervals(a), _intervals(b)
    if not first or not second:
        return Comparison.UNKNOWN
    moved = shifts(a.unit, b.unit)
    if moved is None:
        return Comparison.UNKNOWN
    if (a.value, a.qualifier) == (b.value, b.qualifier) and 0 in moved:
        return Comparison.SAME
    exact = len(first) == len(second) == 1 and first[0][0] == first[0][1] and second[0][0] == second[0][1]
    gap = min(_gap(one, (two[0] + shift, two[1] + shift)) for one in first for two in second for shift in moved)
    if gap > within:
        return Comparison.CONFLICT
    return Comparison.SAME if exact and gap == 0 and len(moved) == 1 else Comparison.COMPATIBLE


def width(claim: Claim) -> float:
    """How vague it is, in minutes: 8:30 may be before or after noon, and is exact each time."""
    return max((high - low for low, high in _intervals(claim)), default=0.0)


def render(claim: Claim) -> str:
    """03:10, about 03:15, 07:37 GMT, the morning."""
    written = names()
    text = str(claim.value)
    part = written.parts.get(text)
    text = f"the {part}" if part else text
    qualifier = written.clock_qualifiers.get(claim.qualifier or "")
    if qualifier:
        text = f"{qualifier} {text}"
    if not claim.unit:
        return text
    known = zones().get(claim.unit.lower())
    zone = claim.unit.upper() if known and len(claim.unit) < 5 else claim.unit
    return f"{text} {zone}" if zone.isupper() else f"{text} {zone} time"


def _intervals(claim: Claim) -> list[Interval]:
    """The minutes a claim admits; two points for a time that may be before or after noon."""
    if claim.low is None or claim.high is None:
        return []
    if claim.high - claim.low == HALF and claim.qualifier is None and ":" in str(claim.value):
        return [(claim.low, claim.low), (claim.high, claim.high)]
    return [(claim.low, claim.high)]


def shifts(a: str | None, b: str | None) -> tuple[int, ...] | None:
    """Minutes to add to times in zone b to have them in zone a. A zone that is not said is the local one, which is any
    whole quarter of an hour from Greenwich and no way from any other."""
    one, two = (a or "local").lower(), (b or "local").lower()
    if one == two:
        return (0,)
    known = zones()
    if "local" in (one, two):
        other = two if one == "local" else one
        if other not in known:
            return None  # "6 a.m. Perth time": named because it is not that of the event
        return tuple(range(-HALF, HALF, 15)) if {one, two} & set(GREENWICH) else (0,)
    if one not in known or two not in known:
        return None
    return tuple(dict.fromkeys(x - y for x in known[one] for y in known[two]))


def _gap(a: Interval, b: Interval) -> float:
    """Minutes between two intervals on the circle of the day; 0 where they meet."""
    gaps = []
    for turn in range(-2 * DAY, 3 * DAY, DAY):
        gaps.append(max(a[0] - b[1] - turn, b[0] + turn - a[1]))
    return max(0.0, min(gaps))


KIND = Kind(id="time", summary="a time of day", normalise=normalise, compare=compare, render=render)

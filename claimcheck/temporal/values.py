"""Values of anchored readings: what goes into a mention, and the interval that the words admit."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from claimcheck.model import Value
from claimcheck.temporal.clock_time import AMBIGUOUS
from claimcheck.temporal.dates import INTO
from claimcheck.temporal.reading import Reading
from claimcheck.text.passage import Passage
from claimcheck.text.timex import covered_days

PARTS = {  # minutes after midnight that a part of the day covers; a night goes on after midnight
    "TMO": (300, 720),
    "TAF": (720, 1080),
    "TEV": (1020, 1320),
    "TNI": (1080, 1800),
    "TDT": (360, 1200),
}
_EDGES = {  # early and late in them
    ("start", "TMO"): (240, 540),
    ("small", "TMO"): (0, 360),
    ("dawn", "TMO"): (240, 480),
    ("dusk", "TEV"): (1020, 1320),
    ("end", "TMO"): (540, 720),
    ("mid", "TMO"): (510, 690),
    ("start", "TAF"): (720, 930),
    ("end", "TAF"): (900, 1080),
    ("mid", "TAF"): (780, 960),
    ("start", "TEV"): (1020, 1200),
    ("end", "TEV"): (1170, 1380),
    ("start", "TNI"): (1080, 1320),
    ("end", "TNI"): (1290, 1620),
    ("mid", "TNI"): (1380, 1620),
}
_LINKS = (("to",), ("through",), ("until",), ("till",), ("up", "to"))
_THIRDS = {"start": (0.0, 0.45), "mid": (0.2, 0.8), "end": (0.55, 1.0)}


def date_value(reading: Reading, timex: str) -> Value:
    """ISO or TIMEX3 day, month, year...; the part of the day only in `timex`."""
    if INTO in reading.tags:
        return _night_into(timex)
    return _date_value(timex, reading.part, reading.edge, reading.qualifier)


def _night_into(timex: str) -> Value:
    """`overnight into Thursday`: Thursday, and the night that began the day before."""
    bounds = covered_days(timex)
    if not bounds:
        return Value(timex, timex=timex)
    eve = date.fromordinal(bounds[0] - 1).isoformat() if bounds[0] > 1 else timex
    return Value(timex, bounds[0] - 1, bounds[1], timex=f"{eve}TNI")


@lru_cache(maxsize=4096)
def _date_value(timex: str, part: str, edge: str, qualifier: str | None) -> Value:
    day, _, clock = timex.partition("T")
    if not day or timex.endswith("_REF"):
        return Value(timex, timex=timex)
    bounds = covered_days(day)
    low: float | None = None
    high: float | None = None
    if bounds:
        low, high = bounds
        if edge and high > low and not part:
            share = _THIRDS[edge]
            low, high = low + int((high - low) * share[0]), low + round((high - low) * share[1])
        if qualifier == "about":
            width = max(1, (bounds[1] - bounds[0]) // 2)
            low, high = low - width, high + width
    if part == "TNI" and low == high and high is not None and edge != "start":
        high += 1  # a night ends on the next day
    whole = timex + part if part and len(day) >= 8 and not clock else timex
    return Value(day, low, high, qualifier, timex=whole)


def time_value(reading: Reading, day: str) -> Value:
    """`HH:MM` with minutes after midnight, or a part of the day."""
    prefix = day or "XXXX-XX-XX"
    if reading.how == "offset":
        return Value("TXX", None, None, reading.qualifier, timex=f"{prefix}TXX")  # two hours later
    if reading.how == "part":
        low, high = _EDGES.get((reading.edge, reading.part)) or PARTS[reading.part]
        return Value(reading.part, low, high, timex=prefix + reading.part)
    around = reading.around
    if around is None and AMBIGUOUS in reading.tags and reading.minutes < 720:
        around = (0, 720)  # half-past eight in the morning or in the evening: see kinds/time.py
    return _time_value(reading.minutes, around, reading.qualifier, reading.zone, prefix)


def _time_value(
    minutes: int, around: tuple[int, int] | None, qualifier: str | None, zone: str | None, day: str
) -> Value:
    text = f"{minutes // 60:02d}:{minutes % 60:02d}"
    before, after = around or (0, 0)
    return Value(text, minutes - before, minutes + after, qualifier, zone, f"{day}T{text}")


def length_value(reading: Reading) -> Value:
    """A duration or a set."""
    value = reading.value if reading.value is not None else reading.timex
    return Value(value, reading.low, reading.high, reading.qualifier, reading.zone, reading.timex)


def range_bounds(passage: Passage, readings: list[Reading], values: list[Value], tags: list[tuple[str, ...]]) -> None:
    """Both ends of `from ... to ...` admit everything between: their low and high become those of the whole."""
    for at in range(len(readings) - 1):
        first, second = readings[at], readings[at + 1]
        if first.kind != second.kind or first.kind not in ("date", "time"):
            continue
        low, high = values[at].low, values[at + 1].high
        if "range-start" not in tags[at]:
            backward = low is None or high is None or (first.kind == "date" and high < low)
            if backward or not _spans(passage, first, second, values[at], values[at + 1]):
                continue
            tags[at], tags[at + 1] = (*tags[at], "range-start"), (*tags[at + 1], "range-end")
        if low is None or high is None or (first.kind == "date" and high < low):
            continue
        high += 1440 if high < low else 0
        for place in (at, at + 1):
            old = values[place]
            values[place] = Value(old.value, low, high, old.qualifier, old.unit, old.timex)


def far_ranges(passage: Passage, readings: list[Reading], values: list[Value], tags: list[tuple[str, ...]]) -> None:
    """`between 11 p.m. Friday and 2 a.m. Saturday`: a range of times with their days between."""
    for at in range(len(readings) - 2):
        first, day, last = readings[at : at + 3]
        if (first.kind, day.kind, last.kind) != ("time", "date", "time") or first.how != "clock" or last.how != "clock":
            continue
        gap = passage.words[day.last : last.first]
        before = passage.words[first.first - 1] if first.first else ""
        linked = gap in _LINKS or (before == "between" and gap == ("and",))
        low, high = values[at].low, values[at + 2].high
        if day.first - first.last > 1 or not linked or low is None or high is None:
            continue
        high += 1440 if high < low else 0
        for place, tag in ((at, "range-start"), (at + 2, "range-end")):
            tags[place] = (*tags[place], tag)
            old = values[place]
            values[place] = Value(old.value, low, high, old.qualifier, old.unit, old.timex)


def _spans(passage: Passage, first: Reading, second: Reading, one: Value, two: Value) -> bool:
    """Whether the words between two expressions make a range of them."""
    if first.how == "part" or second.how == "part" or AMBIGUOUS in first.tags:
        return False
    gap = passage.words[first.last : second.first]
    if gap == ("-",):
        return len(str(one.value)) == len(str(two.value))
    if gap in _LINKS or gap == ("into",):
        return True
    before = passage.words[first.first - 1] if first.first else ""
    return before == "between" and gap == ("and",)

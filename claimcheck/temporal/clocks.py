"""Readings of the clock: 3:10 a.m., half past eight, 1353 (1023 GMT), shortly after noon, between 2 and 3 p.m."""

from __future__ import annotations

from claimcheck.temporal.amounts import amount
from claimcheck.temporal.clock_time import AMBIGUOUS, clock_reading, minute_of, of_day
from claimcheck.temporal.literals import Clock
from claimcheck.temporal.reading import Parts, Reading, named_so

Readings = tuple[Reading, ...]
_YEAR = len("1997")


def clock(parts: Parts) -> Readings:
    """3:10 a.m., 7 p.m. ET, 15:40, 8:15 in the evening."""
    literal = parts.literals.get(parts.span("c")[0])
    if not isinstance(literal, Clock):
        return ()
    known = literal.sure or parts.word("zone") in ("gmt", "utc") or (literal.seconds and not parts.has("part"))
    minutes, sure = of_day(parts, literal.minutes, sure=known)
    if (not sure or minutes < 60) and (_opens_a_title(parts) or parts.sign("game-clock", parts.after())):
        return ()
    return (clock_reading(parts, minutes, sure=sure),)


def _opens_a_title(parts: Parts) -> bool:
    """`1:37 Cop busted for stealing`: how long a film is, at the beginning of its line."""
    passage, start = parts.passage, parts.passage.starts[parts.first]
    values = parts.vocabulary.values
    following = passage.words[parts.last + 1 : parts.last + 2]
    if parts.after() in values["weekday"] or (parts.after() in values["month"] and len("".join(following)) < _YEAR):
        return False  # "1:37 March 4", and not "1:37 March 1997 storm"
    line = passage.text[:start].rpartition("\n")[2] if start else ""
    after = passage.starts[parts.last] if parts.last < len(passage.words) else start
    return not line.strip() and passage.folded[after].isupper()


def dotted(parts: Parts) -> Readings:
    """15.40, 8.10 in the evening: only where the neighbours make it a time."""
    before, after = parts.before(), parts.after()
    marked = any(map(parts.has, ("zone", "part", "noon", "ap", "hours", "soon")))
    if not marked and not parts.sign("clock-follows", before):
        return ()
    if parts.sign("measured", after) or after in ("%", "percent", "million", "billion", "-", "/"):
        return ()
    return clock(parts)


def military(parts: Parts) -> Readings:
    """0737 GMT, 1530 hours, at 2315."""
    number = int(parts.word("c"))
    minutes = number // 100 % 24 * 60 + number % 100
    if not (parts.has("zone") or parts.has("hours")):
        after = parts.after()
        counted = after[:1].isalnum() and not (parts.before() == "at" and parts.sign("clock-ends", after))
        led = parts.before() == "at" or (parts.sign("clock-follows", parts.before()) and number < 1700)
        if counted or not led:
            return ()
    return (clock_reading(parts, minutes, sure=True),)


def zone_pair(parts: Parts) -> Readings:
    """1353 (1023 GMT): here and in Greenwich."""
    first, second = parts.word("c1"), parts.word("c2")
    times = [int(w) // 100 % 24 * 60 + int(w) % 100 if w.isdecimal() else -1 for w in (first, second)]
    for at, name in enumerate(("c1", "c2")):
        literal = parts.literals.get(parts.span(name)[0])
        if isinstance(literal, Clock):
            times[at] = literal.minutes
    if -1 in times:
        return ()
    end = parts.span("c1")[1]
    here = Reading("time", parts.first, end, "clock", minutes=times[0], zone="local")
    there = clock_reading(parts, times[1], sure=True)
    return (here, there._replace(first=parts.span("c2")[0], last=parts.span("zone")[1]))


def spoken(parts: Parts) -> Readings:
    """seven o'clock, eight forty am, 8 in the morning, eleven five."""
    hour = parts.whole("h", "hourword")
    if hour is None or hour > 24:
        return ()
    minute = minute_of(parts)
    if minute is None or minute > 59:
        return ()
    minutes, sure = of_day(parts, hour % 24 * 60 + minute, sure=hour > 12 or hour == 0)
    found = clock_reading(parts, minutes, sure=sure)
    return (found._replace(first=parts.span("h")[0]) if parts.has("lead") else found,)


def part_first(parts: Parts) -> Readings:
    """in the afternoon at 7, in the night five thirty; but `in the evening at two shops`."""
    after = parts.after()
    return () if after[:1].isalnum() and not parts.sign("hour-ends", after) else spoken(parts)


def bare_hour(parts: Parts) -> Readings:
    """back at 7: an hour where nothing is counted, measured or scored."""
    after = parts.after()
    if after[:1].isalnum() and not parts.sign("hour-ends", after):
        return ()
    if after == "." and parts.after(2)[:1].isdigit():
        return ()
    return tuple(found._replace(first=parts.span("h")[0]) for found in spoken(parts))


def past(parts: Parts) -> Readings:
    """half past eight, a quarter to 8 in the morning, three minutes to five thirty, 10 past 9."""
    shift = _shift(parts)
    at = parts.span("c")[0] if parts.has("c") else -1
    literal = parts.literals.get(at)
    if isinstance(literal, Clock):
        base, sure = literal.minutes, literal.sure
    else:
        hour, minute = parts.whole("h", "hourword"), minute_of(parts)
        if hour is None or minute is None or hour > 24:
            return ()
        base, sure = hour * 60 + minute, hour > 12
    back = parts.word("way") not in ("past", "after", "half")
    minutes, sure = of_day(parts, base + (-shift if back else shift), sure=sure)
    return (clock_reading(parts, minutes % 1440, sure=sure),)


def named(parts: Parts) -> Readings:
    """noon, 12 midnight, mid-afternoon."""
    value = parts.value("mid", "midpart") if parts.has("mid") else parts.value("noon", "clockword")
    found = clock_reading(parts, int(value) if isinstance(value, int) else 0, sure=True)
    if found.minutes % 720 == 0:
        return (found,)
    return (found._replace(around=(60, 60), qualifier="about"),)


def clocks(parts: Parts) -> Readings:
    """from 5 to 7 p.m., between 10 and 11:30 p.m., 6-8 in the evening."""
    literal = parts.literals.get(parts.span("c")[0]) if parts.has("c") else None
    if isinstance(literal, Clock):
        end, sure = literal.minutes, literal.sure
    else:
        hour = parts.whole("h2", "hourword")
        if hour is None or hour > 24:
            return ()
        end, sure = hour % 24 * 60, False
    end, sure = of_day(parts, end, sure=sure)
    first = parts.literals.get(parts.span("c1")[0]) if parts.has("c1") else None
    hour = parts.whole("h1", "hourword")
    if isinstance(first, Clock):
        start = first.minutes
        known = first.sure
    elif hour is not None and hour <= 24:
        start, known = hour % 24 * 60, hour > 12
    else:
        return ()
    if not known and sure and start < 720 <= end and start + 720 < end:
        start += 720
    elif not known and sure and end < 720 and start > end:
        start = (start + 720) % 1440
    elif not known and sure and end >= 720 and start // 60 == 12:
        start = start % 720 + 720
    cut = parts.span("h1" if parts.has("h1") else "c1")[1]
    begin = parts.span("h2" if parts.has("h2") else "c")[0]
    whole = clock_reading(parts, end, sure=sure)
    head = whole._replace(last=cut, minutes=start, tags=("range-start",) + (() if sure else (AMBIGUOUS,)))
    return (head, whole._replace(first=begin, tags=(*whole.tags, "range-end")))


def part_of_day(parts: Parts) -> Readings:
    """in the morning, overnight, early in the evening."""
    part = str(parts.value("part", "part", "partplain") or "")
    edge = str(parts.value("part", "twilight") or parts.value("edge", "early", "edge", "latter") or "")
    if _of_a_date(parts) or parts.sign("greets", parts.before()):
        return ()
    if parts.last - parts.first == 1 and named_so(parts, "part"):
        return ()
    joined = "-" in parts.passage.words[max(0, parts.first - 1) : parts.last]
    if joined and parts.after().isalpha():
        return ()  # a late-night show: what sort of show it is
    alone = parts.word("part") in parts.vocabulary.values["partalone"]
    if not alone and not parts.has("the") and not parts.sign("part-follows", parts.before()):
        return ()
    return (Reading("time", parts.first, parts.last, "part", part=part, edge=edge),)


def early_hours(parts: Parts) -> Readings:
    """in the early hours, in the small hours."""
    if _of_a_date(parts):
        return ()
    return (Reading("time", parts.first, parts.last, "part", part="TMO", edge="small"),)


def _of_a_date(parts: Parts) -> bool:
    """`the night of 20 June` is read with its date."""
    if parts.after() not in ("of", "on"):
        return False
    ahead = 2
    while parts.after(ahead) in ("the", "early", "late", "hours", "of"):
        ahead += 1
    word = parts.after(ahead)
    values = parts.vocabulary.values
    return word[:1].isdigit() or word in values["month"] or word in values["weekday"]


def _shift(parts: Parts) -> int:
    words = parts.passage.words[parts.first : parts.span("way")[0]]
    if "quarters" in words:
        return 45
    if "half" in words:
        return 30
    if "quarter" in words:
        return 15
    return int(amount(parts, "n") or 0)

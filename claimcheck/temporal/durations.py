"""Readings of lengths of time, of ages, and of how often."""

from __future__ import annotations

from claimcheck.temporal.amounts import SECONDS, amount, duration_timex, qualifier_of, unit_is, unit_of
from claimcheck.temporal.reading import Parts, Reading, named_so

Readings = tuple[Reading, ...]
_SET_TIMEX = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
_OPEN = {"at_least": (1.0, None), "more_than": (1.0, None), "at_most": (0.0, 1.0), "less_than": (0.0, 1.0)}


def duration(parts: Parts) -> Readings:
    """three days, about two and a half years, several bloody weeks, the next six months."""
    unit = unit_of(parts)
    after = parts.after()
    if _early_hours(parts):
        return ()
    if parts.sign("age-follows", after) or after in parts.vocabulary.values["way"]:
        return ()  # `the 17 year old`, `her two days ago`: read from the number on
    if unit == "Q" and (parts.has("n1") or parts.has("a")) and parts.sign("share-follows", after):
        return ()  # a quarter of a percentage point
    if unit_is(parts, "unit", "second") and not _single(parts):
        return ()
    if parts.has("n1") or parts.has("a"):
        count: float | None = 1.0
        unit = unit or str(parts.value("n1", "longunit", "unit", "whole") or "D")
    else:
        count = _count(parts)
    if parts.word("u") in parts.vocabulary.values["shortunit"] and not parts.word("n")[:1].isdigit():
        return ()
    found = _length(parts, count, unit)
    return (_from_least(parts, found, count),)


def _from_least(parts: Parts, found: Reading, count: float | None) -> Reading:
    """Three or four days, 17 to 19 years old."""
    least = amount(parts, "n") if parts.has("n2") else None
    if least is None or found.low is None or not count or least >= count:
        return found
    return found._replace(low=found.low * least / count)


def _single(parts: Parts) -> bool:
    """`two day` is one only where it is an adjective: two-day, a three hour speech."""
    if parts.has("n1") or parts.has("a") or _count(parts) in (1.0, None):
        return True
    at = parts.span("u")[0]
    if parts.passage.words[at - 1] == "-":
        return True
    return unit_of(parts) != "TS" and (parts.after()[:1].isalpha() or parts.after() in ("'", "-"))


def _early_hours(parts: Parts) -> bool:
    """`the early hours of Sunday` are no length."""
    before = parts.passage.words[max(0, parts.last - 2) : parts.last - 1]
    return parts.word("u") == "hours" and before in (("early",), ("small",), ("wee",))


def _count(parts: Parts) -> float | None:
    count = amount(parts, "n2") if parts.has("n2") else amount(parts, "n")
    if count is not None and parts.has("u") and parts.has("n"):
        count += 0.5 * ("half" in parts.passage.words[parts.span("n")[1] : parts.span("u")[0]])
    return count


def nights(parts: Parts) -> Readings:
    """two nights, three mornings: as many days."""
    return (_length(parts, _count(parts), "D"),)


def half_unit(parts: Parts) -> Readings:
    """half an hour, half a century, three quarters of an hour."""
    unit = unit_of(parts)
    words = parts.passage.words[parts.first : parts.last]
    share = 0.75 if "quarters" in words else 0.25 if "quarter" in words else 0.5
    whole = {"TH": (60, "TM"), "TM": (60, "TS"), "Y": (12, "M"), "D": (24, "TH")}.get(unit)
    return (_length(parts, share * whole[0], whole[1]) if whole else _length(parts, share, unit),)


def and_half(parts: Parts) -> Readings:
    """an hour and a half."""
    return (_length(parts, 1.5, unit_of(parts)),)


def week_of(parts: Parts) -> Readings:
    """the last week of September, the first month of 1918."""
    return (_length(parts, 1.0, unit_of(parts)),)


def stretch(parts: Parts) -> Readings:
    """the past year: the length, not the calendar year."""
    return (_length(parts, 1.0, unit_of(parts)),)


def bare_units(parts: Parts) -> Readings:
    """for months, within days, years of war: an amount that is not said."""
    if _early_hours(parts):
        return ()
    long = parts.passage.words[parts.last - 1] == "long"
    before, after = parts.before(), parts.after()
    led = parts.sign("units-follow", before) or (before == "the" and parts.before(2) == "over")
    bound = parts.sign("units-lead", after) and not (before == "the" and after == "of")
    if not (long or led or bound):
        return ()
    return (_length(parts, None, unit_of(parts)),)


def age(parts: Parts) -> Readings:
    """27-year-old, 22 years old, 17 to 19 years old."""
    count = _count(parts)
    found = _length(parts, count, unit_of(parts) if parts.word("u") != "yo" else "Y", ("age",))
    return (_from_least(parts, found, count),)


def aged(parts: Parts) -> Readings:
    """aged 14, at the age of nineteen, ages 20 to 25."""
    count = amount(parts, "n2") if parts.has("n2") else amount(parts, "n")
    if count is None or count > 125 or parts.after() in ("-", "%", "percent"):
        return ()
    found = _length(parts, count, "Y", ("age",))
    return (_from_least(parts, found._replace(first=parts.span("n")[0]), count),)


def every(parts: Parts) -> Readings:
    """every week, each of two days, every other Monday, at night, Mondays."""
    timex, value = _how_often(parts)
    return (_set(parts, timex, value, " ".join(parts.words("every") or ("every",))),)


def _how_often(parts: Parts) -> tuple[str, str]:
    words = parts.passage.words[parts.first : parts.last]
    count = amount(parts, "n") or (2.0 if "other" in words else 1.0)
    unit = unit_of(parts)
    if unit == "WE" or parts.word("u") in parts.vocabulary.values["weekend"]:
        return "XXXX-WXX-WE", "P1W"
    weekday = parts.value("wd", "weekday", "weekdays")
    part = str(parts.value("part", "part", "parts", "partplain") or "")
    if weekday is not None:
        length = duration_timex(count, "W")
        return (f"XXXX-WXX-{weekday}{part}" if count == 1 else length), length
    if part:
        return f"XXXX-XX-XX{part}", "P1D"
    season = parts.value("u", "season")
    if season is not None:
        return f"XXXX-{season}", "P1Y"
    if parts.has("m"):
        return f"XXXX-{int(parts.whole('m', 'month') or 0):02d}", "P1Y"
    length = duration_timex(count, unit)
    return (_SET_TIMEX.get(unit, length) if count == 1 else length), length


def a_unit(parts: Parts) -> Readings:
    """a week: a length; but 30 a day, twice a week, per month: how often."""
    before, word = parts.before(), parts.word("n1")
    rate = before.isdecimal() or before in parts.vocabulary.values["number"] or parts.sign("rate-follows", before)
    if unit_of(parts) in ("TS", "TM", "TH") and (before == "-" or parts.sign("speed", before)):
        return ()  # 50 miles per hour
    if word == "per" or (word in ("a", "an") and rate and parts.last - parts.first == 2):
        length = duration_timex(1.0, unit_of(parts))
        return (_set(parts, length, length, word),)
    return duration(parts)


def regular(parts: Parts) -> Readings:
    """daily, weekly, annual."""
    if named_so(parts, "how"):
        return ()
    timex, _, length = str(parts.value("how", "regular")).partition(" ")
    return (_set(parts, timex, length, parts.word("how")),)


def _set(parts: Parts, timex: str, value: str, quantifier: str) -> Reading:
    return Reading("set", parts.first, parts.last, "fixed", timex=timex, value=value, zone=quantifier)


def _length(parts: Parts, count: float | None, unit: str, tags: tuple[str, ...] = ()) -> Reading:
    timex = duration_timex(count, unit)
    first, qualifier = parts.first, qualifier_of(parts)
    if parts.passage.words[first] == "over" and parts.has("which"):
        first, qualifier = first + 1, None  # `over the next two weeks`: in their course
    if "and" in parts.passage.words[parts.first : parts.last] and parts.has("n2"):
        qualifier = qualifier or "about"
    low, high = length_bounds(count, unit, qualifier)
    return Reading(
        "duration", first, parts.last, "fixed", timex=timex, low=low, high=high, qualifier=qualifier, tags=tags
    )


def length_bounds(count: float | None, unit: str, qualifier: str | None) -> tuple[float | None, float | None]:
    """Seconds: the number said, a tenth around `about`, open above for `more_than`; `days` are two or more."""
    second = SECONDS.get(unit, 86400)
    if count is None:
        return 2.0 * second, None
    whole = count * second
    if qualifier in _OPEN:
        low, high = _OPEN[qualifier]
        return low * whole, None if high is None else high * whole
    return (0.9 * whole, 1.1 * whole) if qualifier == "about" else (whole, whole)

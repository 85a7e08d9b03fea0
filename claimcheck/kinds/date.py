"""Date: a day, month, year, season or decade, as far as it is known. Compared by the days that it may be."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.kinds.kind import Kind
from claimcheck.kinds.timewords import names, split_qualifier
from claimcheck.model import Claim, Comparison, Value
from claimcheck.text.timex import covered_days

_TIMEX = re.compile(
    r"(?:(?:BC)?\d{2,4}|XXXX)"
    r"(?:-(?:W[\dX]{2}(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12]|SP|SU|FA|WI|[\dX]{2}(?:-[\dX]{2})?))?$"
)
_DAY = re.compile(r"([A-Za-z]+) (\d{1,2})(?:, (\d{4}))?$")
_MONTH = re.compile(r"([A-Za-z]+)(?: (\d{4}))?$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])$")
_NO_YEAR = 2000  # stands for a year that is said on neither side: a leap year


def normalise(text: str) -> Value | None:
    """2016-12-24, XXXX-12-24, December 24, 2016, December 24, December 2016, Monday, spring 1918, the 1990s, now."""
    written = names()
    qualifier, rest = split_qualifier(text.strip(), written.qualifiers)
    timex = _timex(rest)
    if timex is None:
        return None
    bounds = covered_days(timex)
    if not bounds:
        return Value(timex, None, None, qualifier, timex=timex) if _sensible(timex) else None
    return Value(timex, *bounds, qualifier, timex=timex)


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """`within` is in days. SAME: one value; COMPATIBLE: some day fits both; UNKNOWN: `now`, or nothing to go by."""
    one, two = str(a.value), str(b.value)
    if one.endswith("_REF") or two.endswith("_REF"):
        return Comparison.UNKNOWN
    if one == two:
        return Comparison.SAME if (a.low, a.high) == (b.low, b.high) or a.low is None else Comparison.COMPATIBLE
    first, second = _days(a), _days(b)
    if first and second:
        gap = max(first[0] - second[1], second[0] - first[1])
        return Comparison.COMPATIBLE if gap <= within else Comparison.CONFLICT
    if first or second:
        known, open_ = (first, two) if first else (second, one)
        return _fits(open_, known, within) if known else Comparison.UNKNOWN
    if one.startswith("BC") and two.startswith("BC"):
        fits = one.startswith(two) or two.startswith(one)
        return Comparison.COMPATIBLE if fits else Comparison.CONFLICT
    if one[:4] == two[:4] == "XXXX":
        year = covered_days(two.replace("XXXX", str(_NO_YEAR)))
        return _fits(one, year, within) if year and "WXX" not in one + two else Comparison.UNKNOWN
    return Comparison.UNKNOWN


def render(claim: Claim) -> str:
    """December 24, 2016; December 24; December 2016; Monday; the 1990s; spring 1918; else the TIMEX3 value."""
    text = _render(str(claim.value))
    qualifier = names().qualifiers.get(claim.qualifier or "")
    return f"{qualifier} {text}" if qualifier else text


def _days(claim: Claim) -> tuple[float, float] | None:
    if claim.low is None or claim.high is None:
        return covered_days(str(claim.value))
    return claim.low, claim.high


def _fits(timex: str, days: tuple[float, float], within: float) -> Comparison:
    """Whether a value without a year, month or week can fall on the days, give or take `within`."""
    low, high = int(days[0] - within), int(days[1] + within)
    weekday = _WEEKDAY.match(timex)
    if weekday:
        wanted = int(weekday[1])
        fits = high - low >= 6 or any((number - 1) % 7 + 1 == wanted for number in range(low, high + 1))
        return Comparison.COMPATIBLE if fits else Comparison.CONFLICT
    if "WXX" in timex or "QX" in timex:
        return Comparison.UNKNOWN
    if not timex.startswith("XXXX"):
        return _inside_year(timex, low, high)
    if high - low > 366 * 2 or timex.startswith("XXXX-XX-XX") or timex == "XXXX":
        return Comparison.UNKNOWN if high - low <= 366 * 2 else Comparison.COMPATIBLE
    years = range(date.fromordinal(max(1, low)).year - 1, date.fromordinal(max(1, high)).year + 2)
    named = [timex.replace("XXXX", f"{year:04d}") for year in years if 0 < year < 9999]
    found = [covered_days(name) for value in named for name in _months(value)]
    fits = any(part and part[0] <= high and low <= part[1] for part in found)
    return Comparison.COMPATIBLE if fits else Comparison.CONFLICT


def _inside_year(timex: str, low: int, high: int) -> Comparison:
    """1915-XX-XX, 1915-XX-24: some day of a year."""
    found = [covered_days(name) for name in (_months(timex) if timex[-2:] != "XX" else [timex[:4]])]
    if timex[5:7] != "XX" and timex[-2:] == "XX":
        found = [covered_days(timex[:7])]
    if not any(found):
        return Comparison.UNKNOWN
    fits = any(part and part[0] <= high and low <= part[1] for part in found)
    return Comparison.COMPATIBLE if fits else Comparison.CONFLICT


def _months(timex: str) -> list[str]:
    """A value once for each month where the month is not known."""
    return [timex.replace("-XX-", f"-{month:02d}-") for month in range(1, 13)] if "-XX-" in timex else [timex]


def _timex(text: str) -> str | None:
    written = names()
    for code, word in written.references.items():
        if text in (code, word):
            return code
    if _TIMEX.match(text):
        return text
    if found := re.match(r"the (\d{3})0s$", text):
        return found[1]
    months = {name: at for at, name in enumerate(written.months, 1)}
    if (found := _DAY.match(text)) and found[1] in months:
        return f"{found[3] or 'XXXX'}-{months[found[1]]:02d}-{int(found[2]):02d}"
    if text in written.weekdays:
        return f"XXXX-WXX-{written.weekdays.index(text) + 1}"
    seasons = {name: code for code, name in written.seasons.items()}
    if found := _MONTH.match(text):
        year = found[2] or "XXXX"
        if found[1] in months:
            return f"{year}-{months[found[1]]:02d}"
        if found[1] in seasons:
            return f"{year}-{seasons[found[1]]}"
    return None


def _sensible(timex: str) -> bool:
    """Nothing like 2016-02-31 or XXXX-13."""
    if not timex.startswith("XXXX"):
        return "XX" in timex or timex.startswith("BC") or timex.endswith("_REF")
    return covered_days(timex.replace("XXXX", str(_NO_YEAR))) is not None or "X" in timex[4:] or timex == "XXXX"


def _render(timex: str) -> str:
    written = names()
    if timex in written.references:
        return written.references[timex]
    weekday = _WEEKDAY.match(timex)
    if weekday:
        return written.weekdays[int(weekday[1]) - 1]
    if re.match(r"\d{3}$", timex):
        return f"the {timex}0s"
    year = "" if timex.startswith("XXXX") else f" {timex[:4]}"
    if re.match(r"(?:\d{4}|XXXX)-\d\d-\d\d$", timex):
        month, day = written.months[int(timex[5:7]) - 1], int(timex[8:])
        return f"{month} {day},{year}" if year else f"{month} {day}"
    if re.match(r"(?:\d{4}|XXXX)-\d\d$", timex):
        return written.months[int(timex[5:7]) - 1] + year
    if timex[5:] in written.seasons and len(timex) == 7:
        return written.seasons[timex[5:]] + year
    return timex


KIND = Kind(id="date", summary="a day, month, year or season", normalise=normalise, compare=compare, render=render)

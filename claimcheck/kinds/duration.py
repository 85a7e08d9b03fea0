"""Duration: a length of time, compared in seconds; who writes in months has rounded to months."""

from __future__ import annotations

import re

from claimcheck.kinds.kind import Kind
from claimcheck.kinds.timewords import names, split_qualifier
from claimcheck.model import Claim, Comparison, Value

SECONDS = {
    "S": 1, "TM": 60, "H": 3600, "D": 86400, "W": 604800,
    "M": 2629746, "Y": 31556952, "DE": 315569520, "CE": 3155695200,
}  # fmt: skip
_TIMEX = re.compile(r"P(T?)(X|[\d.]+)(S|M|H|D|W|Y|DE|CE)$")
_WORDS = re.compile(r"([\d.]+) ([a-z]+)$")


def normalise(text: str) -> Value | None:
    """P3D, PT10M, 3 days, about 2.5 hours."""
    qualifier, rest = split_qualifier(text.strip(), names().qualifiers)
    timex = rest if _TIMEX.match(rest) else _from_words(rest)
    parts = _parts(timex) if timex else None
    if timex is None or parts is None:
        return None
    count, unit = parts
    second = SECONDS[unit]
    if count is None:
        return Value(timex, 2.0 * second, None, qualifier, timex=timex)
    bounds = {
        "about": (0.9, 1.1), "at_least": (1.0, None), "more_than": (1.0, None), "at_most": (0.0, 1.0),
        "less_than": (0.0, 1.0),
    }.get(qualifier or "", (1.0, 1.0))  # fmt: skip
    low, high = (None if share is None else share * count * second for share in bounds)
    return Value(timex, low, high, qualifier, timex=timex)


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """`within` is in seconds, `relative` a share of the longer. Written in two units, half of the coarser is given."""
    one, two = _parts(str(a.value)), _parts(str(b.value))
    if one is None or two is None or (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return Comparison.UNKNOWN
    if (a.low, a.high) == (b.low, b.high):
        return Comparison.SAME
    slack = max(within, relative * max(a.high or a.low or 0, b.high or b.low or 0))
    if one[1] != two[1]:
        slack = max(slack, max(SECONDS[one[1]], SECONDS[two[1]]) / 2)
    below = a.high is not None and b.low is not None and a.high + slack < b.low
    above = b.high is not None and a.low is not None and b.high + slack < a.low
    return Comparison.CONFLICT if below or above else Comparison.COMPATIBLE


def render(claim: Claim) -> str:
    """3 days, about 10 minutes, 1 week; PXD as it is."""
    parts = _parts(str(claim.value))
    if parts is None or parts[0] is None:
        return str(claim.value)
    written = names()
    unit = written.units[parts[1]]
    number = f"{parts[0]:g}" if parts[0] < 1e6 else f"{parts[0]:.0f}"
    if number != "1":
        unit = written.plurals.get(unit, unit + "s")
    qualifier = written.qualifiers.get(claim.qualifier or "")
    return f"{qualifier} {number} {unit}" if qualifier else f"{number} {unit}"


def _parts(timex: str) -> tuple[float | None, str] | None:
    found = _TIMEX.match(timex)
    if not found:
        return None
    try:
        count = None if found[2] == "X" else float(found[2])
    except ValueError:
        return None
    unit = "TM" if found[1] and found[3] == "M" else found[3]
    return (count, unit) if bool(found[1]) == (unit in ("S", "TM", "H")) else None


def _from_words(text: str) -> str | None:
    found = _WORDS.match(text)
    if not found:
        return None
    written = names()
    for code, unit in written.units.items():
        if found[2] in (unit, written.plurals.get(unit, unit + "s")):
            number = found[1].removeprefix("0") if found[1].startswith("0.") else found[1]
            return f"P{'T' if code in ('S', 'TM', 'H') else ''}{number}{code.removeprefix('T')}"
    return None


KIND = Kind(id="duration", summary="a length of time", normalise=normalise, compare=compare, render=render)

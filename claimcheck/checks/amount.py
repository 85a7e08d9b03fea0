"""Amounts as a rule writes them: "10 minutes", "5 km", "10 %" in the base unit of a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(%|[a-z]+)?$")
_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "year": 31557600.0}
_KILOMETRES = {"metre": 0.001, "km": 1.0, "kilometre": 1.0, "mile": 1.609344}
_BASE: dict[str, tuple[dict[str, float], float]] = {  # units that a kind knows, and the size of its base unit
    "time": (_SECONDS, 60.0),
    "date": (_SECONDS, 86400.0),
    "duration": (_SECONDS, 1.0),
    "location": (_KILOMETRES, 1.0),
}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two values may be apart: absolute in the kind's base unit, and as a share of the larger."""

    within: float = 0.0
    relative: float = 0.0


@cache
def tolerance(amount: str | int | float, kind: str) -> Tolerance:
    """Read a tolerance for claims of a kind. Raises ValueError that says what may stand there."""
    if not isinstance(amount, str):
        return Tolerance(within=float(amount))
    match = _AMOUNT.match(amount.strip())
    if not match:
        raise ValueError(f'"{amount}" is no amount: write a number with a unit, such as "10 minutes" or "5 %"')
    number, unit = float(match[1]), (match[2] or "")
    if unit in ("%", "percent"):
        return Tolerance(relative=number / 100)
    if not unit:
        return Tolerance(within=number)
    units, base = _BASE.get(kind, ({}, 1.0))
    size = units.get(unit) or units.get(unit.removesuffix("s"))
    if size is None:
        known = ", ".join(f"{name}s" for name in units) or "a plain number, or %"
        raise ValueError(f'"{unit}" is no unit for {kind}; there are: {known}')
    return Tolerance(within=number * size / base)


@cache
def seconds(amount: str) -> float:
    """A length of time in seconds. Raises ValueError."""
    return tolerance(amount, "duration").within

"""Figures that change as the news comes in: when is another toll an update, and when a contradiction?

Evidence, not assumption: a later article (by its own date), within the time in which figures still move, with a higher
figure; or a lower one, where another figure rose by as much (a wounded man died); or words that say so in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.checks.check import Group
from claimcheck.checks.choose import marked
from claimcheck.checks.sides import Disagreement
from claimcheck.model import Claim

_SAID_SO = ("update", "initial", "correction")  # marks of words such as "later died", "initial reports", "originally"


def told_as_update(
    group: Group, found: Disagreement, *, falling: bool, settled: int, balance: str | None
) -> str | None:
    """The time line, where every disagreement is an update; None where one is not."""
    if not all(_updates(group, found, a, b, falling, settled, balance) for a, b in found.edges):
        return None
    involved = {w for edge in found.edges for w in edge}
    steps = sorted({(_day(group, w), _figure(found.positions[w])) for w in involved})
    line = " → ".join(f"{figure:g} ({day})" for day, figure in steps)
    return f"updated: {line}"


def _updates(
    group: Group, found: Disagreement, a: str, b: str, falling: bool, settled: int, balance: str | None
) -> bool:
    day_a, day_b = _day(group, a), _day(group, b)
    if day_a > day_b:
        a, b, day_a, day_b = b, a, day_b, day_a
    before, after = found.positions[a], found.positions[b]
    if any(marked(c, mark) for c in (*before, *after) for mark in _SAID_SO):
        return True
    if not day_a or day_a == day_b or _settled(group, day_a, settled):
        return False
    change = _figure(after) - _figure(before)
    if change > 0 or falling:
        return True
    return balance is not None and _balanced(group, a, b, -change, balance)


def _settled(group: Group, day: str, settled: int) -> bool:
    """Whether even the earlier article came so long after the event that figures no longer move."""
    try:
        return (date.fromisoformat(day) - date.fromisoformat((group.date or "")[:10])).days > settled
    except ValueError:
        return False


def _balanced(group: Group, a: str, b: str, fall: float, role: str) -> bool:
    def figures(witness: str) -> set[float]:
        found = group.by_kind.get("count", ())
        return {
            float(c.value)
            for c in found
            if c.role == role and group.witness_of(c) == witness and isinstance(c.value, int | float)
        }

    return any(y - x == fall for x in figures(a) for y in figures(b))


def _figure(claims: Sequence[Claim]) -> float:
    return max(float(c.value) for c in claims if isinstance(c.value, int | float))


def _day(group: Group, witness: str) -> str:
    return group.dates.get(witness, "")[:10]

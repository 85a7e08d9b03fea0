"""Figures that change as the news comes in: when is another toll an update, and when a contradiction?

Evidence, not assumption: a later article (by its own date), within the time in which figures still move, with a higher
figure; or a lower one, where another figure rose by as much (a wounded man died); or words that say so in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.checks.check import Group
from claimcheck.checks.choose import apart, explicit, marked
from claimcheck.checks.sides import Disagreement
from claimcheck.model import Claim

_FIRST = ("initial",)  # marks of words such as "initial reports", "originally"
_LATER = ("update", "correction")  # "has risen to", "later died", "not five as first reported"


def told_as_update(
    group: Group, found: Disagreement, *, falling: bool, settled: int, balance: str | None
) -> str | None:
    """The time line, where every disagreement is an update; None where one is not."""
    if not all(_updates(group, found, a, b, falling, settled, balance) for a, b in found.edges):
        return None
    involved = {w for edge in found.edges for w in edge}
    steps = sorted({(_day(group, w), _figure(_contested(found, w))) for w in involved})
    line = [
        f"{figure:g} ({day or 'undated'})"
        for n, (day, figure) in enumerate(steps)
        if not n or figure != steps[n - 1][1]
    ]
    return f"updated: {' → '.join(line)}"


def _updates(
    group: Group, found: Disagreement, a: str, b: str, falling: bool, settled: int, balance: str | None
) -> bool:
    day_a, day_b = _day(group, a), _day(group, b)
    if day_a > day_b:
        a, b, day_a, day_b = b, a, day_b, day_a
    before, after = (_contested(found, witness) for witness in (a, b))
    if _says_so(before, after) or (day_a == day_b and _says_so(after, before)):
        return True
    if not day_a or day_a == day_b or _settled(group, day_a, settled):
        return False
    change = _figure(after) - _figure(before)
    if any(c.value == after[0].value for c in found.positions[a]):
        return False  # the earlier article had the later figure already
    if change > 0 or falling:
        return True
    return balance is not None and _balanced(group, a, b, -change, balance)


def _contested(found: Disagreement, witness: str) -> list[Claim]:
    return [c for c in found.positions[witness] if c.id in found.contested]


def _says_so(before: Sequence[Claim], after: Sequence[Claim]) -> bool:
    """Whether the words of the later figure say that it is new, or those of the earlier that it is a first one."""
    return any(marked(c, mark) for c in after for mark in _LATER) or any(
        marked(c, mark) for c in before for mark in _FIRST
    )


def _settled(group: Group, day: str, settled: int) -> bool:
    """Whether even the earlier article came so long after the event that figures no longer move."""
    try:
        return (date.fromisoformat(day) - date.fromisoformat((group.date or "")[:10])).days > settled
    except ValueError:
        return False


def _balanced(group: Group, a: str, b: str, fall: float, role: str) -> bool:
    def figures(witness: str) -> set[float]:
        exact = (c for c in group.by_kind.get("count", ()) if c.role == role and c.low == c.high and explicit(c))
        return {float(c.low or 0) for c in exact if group.witness_of(c) == witness and not apart(c)}

    return any(y - x == fall for x in figures(a) for y in figures(b))


def _figure(claims: Sequence[Claim]) -> float:
    return max(float(c.value) for c in claims if isinstance(c.value, int | float))


def _day(group: Group, witness: str) -> str:
    return group.dates.get(witness, "")[:10]

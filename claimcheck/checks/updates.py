"""Figures that change as the news comes in: when is another toll an update, and when a contradiction?

Evidence, not assumption: a later article (by its own date), within the time in which figures still move, with a higher
figure; or a lower one, where another figure rose by as much (a wounded man died); or words that say so in the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
    involved = {w for edge in found.edges for w in edge}
    told: dict[float, list[str]] = {}
    for witness in involved:
        moments = [group.dates.get(doc, "") for doc in _docs(found, witness)]
        told.setdefault(_figure(_contested(found, witness)), []).extend(moments)
    since = {figure: min(filter(None, moments), default="") for figure, moments in told.items()}
    if not all(_updates(group, found, edge, since, falling, settled, balance) for edge in found.edges):
        return None
    line = [f"{figure:g} ({moment[:10] or 'undated'})" for moment, figure in sorted((m, f) for f, m in since.items())]
    return f"updated: {' → '.join(line)}"


def _updates(
    group: Group,
    found: Disagreement,
    edge: tuple[str, str],
    since: Mapping[float, str],
    falling: bool,
    settled: int,
    balance: str | None,
) -> bool:
    """Whether the figure of one witness grew out of that of the other. `since`: figure -> when it was first told; a
    later article that repeats an old figure does not make it new."""
    a, b = sorted(edge, key=lambda w: since[_figure(_contested(found, w))])
    before, after = _contested(found, a), _contested(found, b)
    first, then = since[_figure(before)], since[_figure(after)]
    same_day = first[:10] == then[:10] and not ("T" in first and "T" in then and first != then)
    if _says_so(before, after) or (same_day and _says_so(after, before)):
        return True
    if not first or same_day or _settled(group, first[:10], settled):
        return False
    if any(c.value == after[0].value for c in found.positions[a]):
        return False  # the earlier article had the later figure already
    change = _figure(after) - _figure(before)
    if change > 0 or falling:
        return True
    return balance is not None and _balanced(group, _docs(found, a), _docs(found, b), -change, balance)


def _docs(found: Disagreement, witness: str) -> list[str]:
    """The articles that speak for a witness: its copies too."""
    return list(dict.fromkeys(c.doc for c in found.positions[witness]))


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


def _balanced(group: Group, a: Collection[str], b: Collection[str], fall: float, role: str) -> bool:
    """Whether another figure rose, from some articles to others, by as much as this one fell."""

    def figures(docs: Collection[str]) -> set[float]:
        exact = (c for c in group.by_kind.get("count", ()) if c.role == role and c.low == c.high and explicit(c))
        return {float(c.low or 0) for c in exact if c.doc in docs and not apart(c)}

    return any(y - x == fall for x in figures(a) for y in figures(b))


def _figure(claims: Sequence[Claim]) -> float:
    return max(float(c.value) if isinstance(c.value, int | float) else c.low or 0.0 for c in claims)

"""Figures that change as the news comes in: when is another toll an update, and when a contradiction?

Evidence, not assumption: an article that tells both figures and which is the old one; a later article (by its own
date), within the time in which figures still move, with a higher figure, or a lower one, where another figure rose by
as much (a wounded man died); and on one day words that say that a figure is a first one, or a new one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from claimcheck.checks.check import Group
from claimcheck.checks.choose import apart, explicit, marked
from claimcheck.checks.revisions import CAPTION, NEW, Revision
from claimcheck.checks.sides import Disagreement
from claimcheck.kinds import KINDS
from claimcheck.model import Claim

_FIRST = ("initial",)  # marks of words such as "initial reports", "originally"
_OPEN = "unfinished"  # mark of all figures of an article that says that they are not the last ones
_BOUNDS = ("at_least", "at_most", "more_than", "less_than")


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of how the figures of one thing went on.

    falling   a lower figure needs no reason
    settled   days after the event from which figures no longer move
    balance   role of the count that must rise by as much as this one falls
    revised   what articles tell themselves: pairs of an old and a new figure
    """

    falling: bool = False
    settled: int = 30
    balance: str | None = None
    revised: Sequence[Revision] = ()
    pairs: frozenset[frozenset[float]] = field(init=False)

    def __post_init__(self) -> None:
        pairs = frozenset(frozenset((_figure([r.before]), _figure([r.after]))) for r in self.revised if not r.corrects)
        object.__setattr__(self, "pairs", pairs)


def told_as_update(group: Group, found: Disagreement, course: Course) -> str | None:
    """The time line, where every disagreement is an update; None where one is not."""
    told: dict[float, list[str]] = {}
    said: dict[float, list[Claim]] = {}
    for witness in {w for edge in found.edges for w in edge}:
        moments, claims = [group.dates.get(doc, "") for doc in _docs(found, witness)], _contested(found, witness)
        told.setdefault(_figure(claims), []).extend(moments)
        said.setdefault(_figure(claims), []).extend(claims)
    since = {figure: min(filter(None, moments), default="") for figure, moments in told.items()}
    if not all(_updates(group, found, edge, since, course) for edge in found.edges):
        return None
    line = [
        f"{_words(said[figure])} ({moment[:10] or 'undated'})"
        for moment, figure in sorted((m, f) for f, m in since.items())
    ]
    return f"updated: {' → '.join(line)}"


def explained(found: Disagreement, course: Course) -> bool:
    """Whether articles tell themselves of every two figures that clash that one took the place of the other."""
    return bool(course.pairs) and all(
        frozenset(_figure(_contested(found, w)) for w in edge) in course.pairs for edge in found.edges
    )


def told_by_itself(revised: Iterable[Revision]) -> str:
    """The time line of figures that articles revise themselves."""
    lines: dict[str, None] = {}
    for r in revised:
        old, new = _words([r.before]), _words([r.after])
        if marked(r.before, CAPTION):
            lines[f"updated: {old} → {new}, and a caption has the old one"] = None
        else:
            lines[f"{'corrected' if r.corrects else 'updated'}, as the article itself says: {old} → {new}"] = None
    return "; ".join(lines)


def _updates(group: Group, found: Disagreement, edge: tuple[str, str], since: dict[float, str], course: Course) -> bool:
    """Whether the figure of one witness grew out of that of the other. `since`: figure -> when it was first told; a
    later article that repeats an old figure does not make it new."""
    a, b = sorted(edge, key=lambda w: since[_figure(_contested(found, w))])
    before, after = _contested(found, a), _contested(found, b)
    if frozenset((_figure(before), _figure(after))) in course.pairs:
        return True
    first, then = since[_figure(before)], since[_figure(after)]
    same_day = first[:10] == then[:10] and not ("T" in first and "T" in then and first != then)
    if _says_so(group, before, after) or (same_day and _says_so(group, after, before)):
        return True
    if not first or same_day or _settled(group, first[:10], course.settled):
        return False
    if any(c.value == after[0].value for c in found.positions[a]):
        return False  # the earlier article had the later figure already
    if _not_taken_up(group, found, _figure(before), _figure(after)):
        return False
    change = _figure(after) - _figure(before)
    if change > 0 or course.falling:
        return True
    balance = course.balance
    return balance is not None and _balanced(group, _docs(found, a), _docs(found, b), -change, balance)


def _not_taken_up(group: Group, found: Disagreement, old: float, new: float) -> bool:
    """Whether one witness only has the new figure, and one that is younger still the old one."""
    told: dict[float, list[str]] = {old: [], new: []}
    for witness in found.positions:
        said = _contested(found, witness)
        if said and (figure := _figure(said)) in told:
            told[figure].append(max(group.dates.get(doc, "") for doc in _docs(found, witness)))
    return len(told[new]) == 1 and max(told[old], default="") > told[new][0] != ""


def _docs(found: Disagreement, witness: str) -> list[str]:
    """The articles that speak for a witness: its copies too."""
    return list(dict.fromkeys(c.doc for c in found.positions[witness]))


def _contested(found: Disagreement, witness: str) -> list[Claim]:
    return [c for c in found.positions[witness] if c.id in found.contested]


def _says_so(group: Group, before: Sequence[Claim], after: Sequence[Claim]) -> bool:
    """Whether the words of the later figure say that it is new, or those of the earlier that it is a first one, or not
    the last."""
    if any(marked(c, mark) for c in before for mark in _FIRST):
        return True
    if _figure(after) > _figure(before):
        if any(marked(c, mark) for c in after for mark in NEW):
            return True
        if any(marked(c, _OPEN) for c in before) and not any(marked(c, _OPEN) for c in after):
            return True
    return _leaves_room(group, before, _figure(after))


def _leaves_room(group: Group, before: Sequence[Claim], figure: float) -> bool:
    """Whether the article with this figure says elsewhere "up to four", or "at least two", which admits the other."""
    docs, like = {c.doc for c in before}, before[0]
    return any(
        c.qualifier in _BOUNDS and (c.low is None or c.low <= figure) and (c.high is None or figure <= c.high)
        for c in group.by_kind.get(like.kind, ())
        if c.doc in docs and c.role == like.role and c.subject == like.subject and explicit(c) and not apart(c)
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


def _words(claims: Sequence[Claim]) -> str:
    """The figure as a reader writes it, with what its articles say of how exact it is where none is exact."""
    highest = [c for c in claims if _figure([c]) == _figure(claims)]
    claim = min(highest, key=lambda c: (c.qualifier not in (None, "exact"), c.doc, c.start))
    if claim.kind == "count" and not explicit(claim):
        return f"{claim.value:,}" if isinstance(claim.value, int) else str(claim.value)
    return KINDS[claim.kind].render(claim)


def _figure(claims: Sequence[Claim]) -> float:
    return max(float(c.value) if isinstance(c.value, int | float) else c.low or 0.0 for c in claims)

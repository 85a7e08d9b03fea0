"""Two articles that give one figure in different roles, or in parts: what seems a conflict is a reading of ours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from claimcheck.checks.check import Group
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison

_SUMS = frozenset(("money", "measure"))  # kinds of which one article hardly gives another's figure by chance
_NUMBERS = frozenset(("count", *_SUMS))


def told_otherwise(group: Group, a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one article gives what the other says too, only not in that role, or its parts."""
    if not a or a[0].kind not in _NUMBERS:
        return False
    return _knows(group, a, b) or _knows(group, b, a) or (a[0].kind == "count" and _adds_up(a, b))


def _knows(group: Group, said: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """`took $73 million and returned $11 million, leaving $62 million`, where the other has it that $62 million were
    taken; `five men, two from Dublin and three from Kilkenny, were arrested`, of which we took three."""
    docs, kind = {c.doc for c in said}, said[0].kind
    mine = [c for c in group.by_kind[kind] if c.doc in docs]
    if kind not in _SUMS:  # people are counted all over an article: only what stands beside and has no role
        beside = {(c.doc, c.sentence) for c in said}
        mine = [c for c in mine if c.role is None and (c.doc, c.sentence) in beside]
    return any(_same(other, known) for other in others for known in mine)


def _same(other: Claim, known: Claim) -> bool:
    if known.role == other.role or known.unit != other.unit or known.subject != other.subject:
        return False
    return KINDS[other.kind].compare(other, known) is Comparison.SAME


def _adds_up(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one article tells the parts of what the other tells as a whole: three dockers and eight others, 11."""
    one, two = ({c.value for c in said if isinstance(c.value, int | float) and c.value} for said in (a, b))
    sums = ({x + y for x, y in combinations(parts, 2)} for parts in (one, two))
    return any(not found.isdisjoint(wholes) for found, wholes in zip(sums, (two, one), strict=True))

"""Two articles that give one figure in different roles, or in parts: what seems a conflict is a reading of ours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from claimcheck.checks.check import Group
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison

_SUMS = frozenset(("money", "measure"))  # kinds of which one article hardly gives another's figure by chance


def told_otherwise(group: Group, a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one article gives what the other says too, only not in that role; of counts, whether it gives its parts.
    (People are counted all over an article: the same number of them in another role is chance as often as not.)"""
    if a and a[0].kind in _SUMS:
        return _knows(group, a, b) or _knows(group, b, a)
    return bool(a) and a[0].kind == "count" and _adds_up(a, b)


def _knows(group: Group, said: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """`took $73 million and returned $11 million, leaving $62 million`, where the other has it that $62 million were
    taken."""
    docs = {c.doc for c in said}
    mine = [c for c in group.by_kind[said[0].kind] if c.doc in docs]
    return any(_same(other, known) for other in others for known in mine)


def _same(other: Claim, known: Claim) -> bool:
    if known.role == other.role or known.unit != other.unit:
        return False
    return KINDS[other.kind].compare(other, known) is Comparison.SAME


def _adds_up(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one article tells the parts of what the other tells as a whole: three dockers and eight others, 11."""
    one, two = ({c.value for c in said if isinstance(c.value, int | float) and c.value} for said in (a, b))
    sums = ({x + y for x, y in combinations(parts, 2)} for parts in (one, two))
    return any(not found.isdisjoint(wholes) for found, wholes in zip(sums, (two, one), strict=True))

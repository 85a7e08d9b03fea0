"""What speaks for one event where the link is weak: figures that reports of two events hardly share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from claimcheck.checks.check import Group
from claimcheck.checks.choose import apart
from claimcheck.model import Claim, Side

_LARGE = 5  # fewer dead or hurt are so common that two events of one town and week may have them
_SEVERAL = 2  # figures shared that need not be large
_SMALL = 2  # counts below this say nothing


def vouched(group: Group, sides: Sequence[Side]) -> bool:
    """Whether the articles of any two sides name one town and give one large figure, or several that are
    the same: `18 dead in Cusco` on Tuesday and on Thursday is one event with two dates."""
    facts = [_facts(group, {claim.doc for claim in side.claims}) for side in sides]
    towns = [_towns(group, {claim.doc for claim in side.claims}) for side in sides]
    for i, j in combinations(range(len(sides)), 2):
        common = facts[i] & facts[j]
        if towns[i] & towns[j] and (len(common) >= _SEVERAL or any(value >= _LARGE for _, _, value in common)):
            return True
    return False


def _facts(group: Group, docs: Collection[str]) -> set[tuple[str, str, float]]:
    """Exact figures that have a role: kind and unit, role, value."""
    return {
        (f"{c.kind} {c.unit or ''}", c.role, float(c.value))
        for kind in ("count", "measure", "money")
        for c in group.by_kind.get(kind, ())
        if c.doc in docs and _plain(c) and c.role is not None and isinstance(c.value, int | float) and c.value >= _SMALL
    }


def _plain(claim: Claim) -> bool:
    return claim.qualifier in (None, "exact") and claim.polarity == "affirmed" and not apart(claim)


def _towns(group: Group, docs: Collection[str]) -> set[int]:
    return {
        c.geonameid
        for c in group.by_kind.get("location", ())
        if c.doc in docs and c.role == "event" and c.geonameid is not None
    }

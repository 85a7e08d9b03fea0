"""From claims to sides: who holds which value, which holders cannot both be right, and one side per value.

An article's *position* is all it says of one thing. Two articles clash only where no value of the one fits any value of
the other: an article that gives both an old and a new figure is at odds with neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.checks.check import Group
from claimcheck.model import Claim, Comparison, Side

Compare = Callable[[Claim, Claim], Comparison]
ValueKey = tuple[object, ...]
_FITS = (Comparison.SAME, Comparison.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What comparing positions pair by pair gave. `edges`: pairs of witnesses that cannot both be right."""

    positions: dict[str, list[Claim]]
    edges: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    compared: int


def value_key(claim: Claim) -> ValueKey:
    """What two claims must share for every comparison of them to end alike."""
    return (
        claim.value,
        claim.low,
        claim.high,
        claim.qualifier,
        claim.unit,
        claim.timex,
        claim.geonameid,
        claim.subject,
        claim.marks,
        claim.date if claim.kind == "time" else None,
    )


def remembered(compare: Compare) -> Compare:
    """The same comparison, asked once per pair of values."""
    known: dict[tuple[ValueKey, ValueKey], Comparison] = {}

    def ask(a: Claim, b: Claim) -> Comparison:
        key = (value_key(a), value_key(b))
        if key not in known:
            known[key] = known[key[::-1]] = compare(a, b)
        return known[key]

    return ask


def disagreement(group: Group, claims: Iterable[Claim], compare: Compare) -> Disagreement:
    """Compare the positions of all witnesses with one another."""
    positions: dict[str, list[Claim]] = {}
    for claim in claims:
        positions.setdefault(group.witness_of(claim), []).append(claim)
    stances: dict[str, frozenset[ValueKey]] = {}
    holders: dict[frozenset[ValueKey], list[str]] = {}
    for witness, said in positions.items():
        stances[witness] = stance = frozenset(value_key(c) for c in said)
        holders.setdefault(stance, []).append(witness)
    edges, unknown, compared = [], [], 0
    for a, b in combinations(holders, 2):  # witnesses who say just the same are compared once, as one
        answer = _relation(positions[holders[a][0]], positions[holders[b][0]], compare)
        pairs = [(x, y) for x in holders[a] for y in holders[b]]
        if answer is Comparison.UNKNOWN:
            unknown += pairs
        else:
            compared += len(pairs)
            edges += pairs if answer is Comparison.CONFLICT else []
    compared += sum(len(same) * (len(same) - 1) // 2 for same in holders.values())
    return Disagreement(positions, tuple(edges), tuple(unknown), compared)


def _relation(a: Sequence[Claim], b: Sequence[Claim], compare: Compare) -> Comparison:
    answers = {compare(x, y) for x in a for y in b}
    if not answers.isdisjoint(_FITS):
        return Comparison.SAME
    return Comparison.UNKNOWN if Comparison.UNKNOWN in answers else Comparison.CONFLICT


def sides_of(
    claims: Sequence[Claim], compare: Compare, render: Callable[[Claim], str]
) -> tuple[tuple[Side, ...], tuple[Claim, ...]]:
    """One side per value, and the claims that fit more than one side.

    Narrow claims settle the sides, bounds ("as many as 16") come after and often fit several."""
    groups: list[list[Claim]] = []
    agrees: list[Claim] = []
    for claim in sorted(claims, key=_narrow_first):
        fits = [g for g in groups if all(compare(claim, other) in _FITS for other in g)]
        if not fits:
            groups.append([claim])
        elif len(fits) == 1 or any(value_key(claim) == value_key(g[0]) for g in fits):
            best = next((g for g in fits if value_key(claim) == value_key(g[0])), fits[0])
            best.append(claim)
        else:
            agrees.append(claim)
    groups.sort(key=lambda g: (_rank(g[0]), g[0].doc, g[0].start))
    sides = tuple(Side(render(g[0]), tuple(sorted(g, key=_place))) for g in groups)
    return sides, tuple(sorted(agrees, key=_place))


def _place(claim: Claim) -> tuple[str, int]:
    return claim.doc, claim.start


def _narrow_first(claim: Claim) -> tuple[float, str, str, int]:
    if claim.low is None or claim.high is None:
        width = 0.0 if claim.low is None and claim.high is None else float("inf")
    else:
        width = claim.high - claim.low
    return width, str(claim.value), claim.doc, claim.start


def _rank(claim: Claim) -> tuple[int, float, str]:
    """Numbers by size, the rest by name."""
    if isinstance(claim.value, int | float):
        return 0, float(claim.value), ""
    return 1, 0.0, str(claim.value)

"""From claims to sides: who holds which value, which holders cannot both be right, and one side per value.

An article's *position* is all it says of one thing. Two articles clash where no value of the one fits any value of the
other. An article that gives both an old and a new figure is at odds with neither - unless it states the other figure
firmly (what is firm, the check says): then that figure stands on a side, and what fits the other article is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.checks.check import Group
from claimcheck.model import Claim, Comparison, Side

Compare = Callable[[Claim, Claim], Comparison]
Firm = Callable[[Claim, Sequence[Claim]], bool]
Pardon = Callable[[Sequence[Claim], Sequence[Claim]], bool]
ValueKey = tuple[object, ...]
_ANY = float("inf")
_DAY = 1440  # minutes: a night that ends tomorrow
_FITS = (Comparison.SAME, Comparison.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What comparing positions pair by pair gave. `edges`: pairs of witnesses that cannot both be right; `contested`:
    ids of the claims they clash with. `both`: who explains away what others would clash on."""

    positions: dict[str, list[Claim]]
    edges: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    contested: frozenset[str]
    compared: int
    torn: bool = False  # in each pair that clashes one gives the value of the other as well
    both: tuple[str, ...] = ()  # witnesses that give both values of a pair that would clash without them

    def shown(self) -> list[Claim]:
        """The claims that a finding lists: of those who clash, what they clash with; of the others, all."""
        found = []
        for said in self.positions.values():
            mine = [c for c in said if c.id in self.contested]
            found += mine or said
        return found


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
        claim.polarity,
        claim.date if claim.kind == "time" else None,
    )


def remembered(compare: Compare) -> Compare:
    """The same comparison, asked once per pair of values."""
    known: dict[tuple[object, object], Comparison] = {}

    def ask(a: Claim, b: Claim) -> Comparison:
        # days and names are compared with what their articles say round them, so each claim of one is its own
        key = (a.id, b.id) if a.kind in ("date", "actor") else (value_key(a), value_key(b))
        if key not in known:
            known[key] = known[key[::-1]] = compare(a, b)
        return known[key]

    return ask


def disagreement(
    group: Group,
    claims: Iterable[Claim],
    compare: Compare,
    *,
    firm: Firm,
    pardon: Pardon | None = None,
    most: int,
    bridged: bool = False,
) -> Disagreement:
    """Compare the positions of all witnesses with one another. `pardon`: clashing positions that can both be right.
    `most`: values that do not fit each other which one witness may give, who else tells of several things.
    `bridged`: two witnesses do not clash on values that a third one gives both of: there are two things to tell."""
    positions = {w: said for w, said in _positions(group, claims).items() if not _several(said, compare, most)}
    edges, unknown, compared = [], [], 0
    contested: set[str] = set()
    both: dict[str, None] = {}
    torn = True
    for a, b in combinations(positions, 2):
        answer, against, fits = _relation(positions[a], positions[b], compare, firm)
        if answer is Comparison.UNKNOWN:
            unknown.append((a, b))
            continue
        compared += 1
        if answer is not Comparison.CONFLICT or (pardon and pardon(positions[a], positions[b])):
            continue
        if bridged and (third := _third(positions, a, b, against, compare)):
            both[third] = None
            continue
        edges.append((a, b))
        torn = torn and fits
        contested.update(c.id for c in against)
    return Disagreement(positions, tuple(edges), tuple(unknown), frozenset(contested), compared, torn, tuple(both))


def _third(
    positions: Mapping[str, Sequence[Claim]], a: str, b: str, against: Sequence[Claim], compare: Compare
) -> str | None:
    """A third witness that gives what each of two says against the other."""
    odd = {c.id for c in against}
    values = [[c for c in positions[w] if c.id in odd] for w in (a, b)]
    return next(
        (
            third
            for third, said in positions.items()
            if third not in (a, b)
            and all(any(compare(x, y) is Comparison.SAME for x in said for y in value) for value in values)
        ),
        None,
    )


def _several(said: Sequence[Claim], compare: Compare, most: int) -> bool:
    """Whether one article makes more than so many claims no two of which fit: then it tells of several things. (An
    article with hundreds of dates is done with after a few.)"""
    found: list[Claim] = []
    for claim in said:
        if all(compare(claim, other) is Comparison.CONFLICT for other in found):
            found.append(claim)
            if len(found) > most:
                return True
    return False


def _positions(group: Group, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """What each witness says. Copies of one text are one witness, but a copy that gives other values speaks for
    itself: whoever copied it changed them."""
    by_doc: dict[str, list[Claim]] = {}
    for claim in claims:
        by_doc.setdefault(claim.doc, []).append(claim)
    by_doc = {doc: closest(said) for doc, said in by_doc.items()}
    values = {doc: {value_key(c) for c in said} for doc, said in by_doc.items()}
    found: dict[str, list[Claim]] = {}
    stands_for: dict[str, str] = {}  # text -> the first of its copies that says anything
    for doc, said in by_doc.items():
        first = stands_for.setdefault(group.witness.get(doc, doc), doc)
        same = values[doc] <= values[first] or values[first] <= values[doc]
        found.setdefault(first if same else doc, []).extend(said)
    return found


def closest(said: Sequence[Claim]) -> list[Claim]:
    """What one article says, without what it says more closely elsewhere."""
    return [c for c in said if not _told_closer(c, said)]


def _told_closer(claim: Claim, said: Sequence[Claim]) -> bool:
    """Whether the article says the same more closely elsewhere: "at least two" beside "three", "at night" by 0:58."""
    low, high = _bounds(claim)
    if (low, high) == (-_ANY, _ANY):
        return False
    for other in said:
        inner = _bounds(other)
        shifted = (inner[0] + _DAY, inner[1] + _DAY) if claim.kind == "time" else inner
        if inner != (low, high) and any(low <= one and two <= high for one, two in (inner, shifted)):
            return True
    return False


def _bounds(claim: Claim) -> tuple[float, float]:
    return (-_ANY if claim.low is None else claim.low), (_ANY if claim.high is None else claim.high)


def _relation(
    a: Sequence[Claim], b: Sequence[Claim], compare: Compare, firm: Firm
) -> tuple[Comparison, Sequence[Claim], bool]:
    """How two positions stand to each other, the claims that clash, and whether others of them fit. What cannot be
    compared is passed over."""
    answers = {(x.id, y.id): compare(x, y) for x in a for y in b}
    if Comparison.CONFLICT not in answers.values():
        return (Comparison.UNKNOWN if set(answers.values()) == {Comparison.UNKNOWN} else Comparison.SAME), (), False
    if not any(answer in _FITS for answer in answers.values()):
        clashing = {i for pair, answer in answers.items() if answer is Comparison.CONFLICT for i in pair}
        return Comparison.CONFLICT, [c for c in (*a, *b) if c.id in clashing], False
    odd_a, odd_b = _odd(a, b, compare, firm), _odd(b, a, compare, firm)
    if not odd_a and not odd_b:
        return Comparison.SAME, (), True
    against = (*(odd_a or _against(a, odd_b, compare)), *(odd_b or _against(b, odd_a, compare)))
    return Comparison.CONFLICT, against, True


def _against(said: Sequence[Claim], odd: Sequence[Claim], compare: Compare) -> list[Claim]:
    """Of a position, what clashes with all odd claims of the other."""
    return [c for c in said if all(compare(c, o) is Comparison.CONFLICT for o in odd)]


def _odd(said: Sequence[Claim], others: Sequence[Claim], compare: Compare, firm: Firm) -> list[Claim]:
    """Of a position, the firm claims that fit nothing of the other. What cannot be compared is no fit."""
    odd = []
    for claim in said:
        answers = {compare(claim, other) for other in others}
        if Comparison.CONFLICT in answers and answers.isdisjoint(_FITS):
            odd.append(claim)
    return [c for c in odd if firm(c, said)]


def sides_of(
    claims: Sequence[Claim], compare: Compare, render: Callable[[Claim], str]
) -> tuple[tuple[Side, ...], tuple[Claim, ...]]:
    """One side per value, and the claims that fit more than one side.

    Narrow claims settle the sides, bounds ("as many as 40") come after and often fit several."""
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

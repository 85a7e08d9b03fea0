"""How sure a link is, and its reasons in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePosixPath

from claimcheck.linking.candidates import NEAR
from claimcheck.linking.compare import Compares
from claimcheck.linking.decisions import Decision
from claimcheck.linking.profile import Profile
from claimcheck.linking.scorecard import Evidence
from claimcheck.model import EventMention

SURE = 4.0  # points: odds of fifty to one
_THIN = "a date ties them, but little else does"
_REASONS = 5
_TOLD = frozenset({"leading", "names", "ages", "measures", "title", "wording"})  # lines that say something in common
_NOTHING = Evidence("", 0.0, "")
_LOOKED_AT = 24  # members of a cluster among which reasons are looked for
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Strength:
    """certain: told so, or a decision. likely: dates tie the articles, and the evidence is strong (`SURE`) wherever
    they hang together; of such clusters one in a hundred held two incidents. weak: one of the two is missing; of these
    one in ten did. alone: one article."""

    link: str
    reasons: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()  # documents that only weak ties hold to the rest


ALONE = Strength("alone")
TOLD = Strength("certain", ("told so",))


def strength(members: Sequence[int], compares: Compares, together: Mapping[Pair, Decision]) -> Strength:
    """The link of a cluster: as weak as the weakest tie that holds it together."""
    if len(members) == 1:
        return ALONE
    told = [together[pair] for pair in combinations(members, 2) if pair in together]
    said = tuple(dict.fromkeys(decision.says() for decision in told))
    tree = _tree(members, compares, together)
    if all(pair in together for pair in tree):
        return Strength("certain", said)
    untied = _untied(members, compares, together)
    words = _reasons(members, [pair for pair in tree if pair not in together], compares)
    if not untied:
        thin = any(pair not in together and compares.points[pair] < SURE for pair in tree)
        loose = _loose(members, tree, compares, together)
        return Strength("weak", (*said, *words, _THIN), loose) if thin else Strength("likely", said + words)
    names = [PurePosixPath(compares.profiles[i].doc.rpartition("#")[2]).name for i in untied]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    loose = _loose(members, tree, compares, together)
    return Strength("weak", (*said, *words, f"no date ties {shown} to the rest"), loose)


def _loose(
    members: Sequence[int], tree: Sequence[Pair], compares: Compares, together: Mapping[Pair, Decision]
) -> tuple[str, ...]:
    """The documents outside the largest part that firm ties of the tree hold together."""
    of = {i: i for i in members}
    for a, b in tree:
        if (a, b) in together or (compares.points[a, b] >= SURE and tied(compares, a, b)):
            root, gone = of[a], of[b]
            of = {i: root if part == gone else part for i, part in of.items()}
    parts = Counter(of.values())
    core = min(parts, key=lambda root: (-parts[root], root))
    return tuple(sorted(compares.profiles[i].doc for i in members if of[i] != core))


def _untied(members: Sequence[int], compares: Compares, together: Mapping[Pair, Decision]) -> list[int]:
    """The members outside the largest part that dates (or a decision, or points enough) hold together."""
    left = set(members)
    parts: list[list[int]] = []
    while left:
        part = [min(left)]
        left.discard(part[0])
        for i in part:
            near = sorted(j for j in left if (min(i, j), max(i, j)) in together or tied(compares, i, j))
            left.difference_update(near)
            part += near
        parts.append(part)
    largest = max(parts, key=lambda part: (len(part), -part[0]))
    return sorted(set(members) - set(largest))


def tied(compares: Compares, a: int, b: int) -> bool:
    """Does a date tie two articles to one event: the event's own day in both, or their appearing in one week?"""
    one, other = compares.profiles[a], compares.profiles[b]
    if one.day is not None and other.day is not None:
        points = compares.points.get((min(a, b), max(a, b)), 0.0)
        return abs(one.day - other.day) <= NEAR or points >= SURE
    first, second = one.main, other.main
    if first.date_low is None or first.date_high is None or second.date_low is None or second.date_high is None:
        return False
    narrow = max(first.date_high - first.date_low, second.date_high - second.date_low) <= 2
    return narrow and first.date_low <= second.date_high and second.date_low <= first.date_high


def _tree(members: Sequence[int], compares: Compares, together: Collection[Pair]) -> list[Pair]:
    """The strongest pairs that hold the members together (a maximum spanning tree over the compared pairs)."""
    pairs = [pair for pair in combinations(members, 2) if pair in compares.points or pair in together]
    pairs.sort(key=lambda pair: (pair not in together, -compares.points.get(pair, 0.0), pair))
    of = {i: i for i in members}
    tree: list[Pair] = []
    for a, b in pairs:
        if of[a] != of[b]:
            tree.append((a, b))
            gone = of[b]
            for i, root in of.items():
                if root == gone:
                    of[i] = of[a]
    return tree


def _reasons(members: Sequence[int], pairs: Sequence[Pair], compares: Compares) -> tuple[str, ...]:
    """What speaks for one event: first what extraction found in common, then the loudest lines of the scorecard, each
    in the words of its best pair."""
    found = list(_in_common([compares.profiles[i] for i in members]))
    best: dict[str, Evidence] = {}
    for pair in pairs[:_LOOKED_AT]:
        for evidence in compares.evidence(*pair):
            if evidence.name in _TOLD and evidence.points > best.get(evidence.name, _NOTHING).points:
                best[evidence.name] = evidence
    loudest = sorted(best.values(), key=lambda evidence: (-evidence.points, evidence.name))
    return tuple([*found, *(evidence.words for evidence in loudest)][:_REASONS])


def _in_common(profiles: Sequence[Profile]) -> Iterator[str]:
    """Kind, place and time, where the members that give them agree."""
    mains = [p.main for p in profiles]
    kinds = {m.kind for m in mains if m.kind}
    if len(kinds) == 1:
        yield f"same kind ({kinds.pop()})"
    places = [m for m in mains if m.geonameid is not None]
    if len(places) > 1 and all(_one_place(a, b) for a, b in combinations(places, 2)):
        written = Counter(m.place for m in places if m.place)
        yield f"place ({min(written, key=lambda name: (-written[name], name))})"
    days = {(m.date_low, m.date_high): m.date for m in mains if m.date_low is not None and m.date_low == m.date_high}
    if len(days) == 1 and sum(m.date_low is not None for m in mains) > 1:
        yield f"day ({next(iter(days.values()))})"
    published = [p.day for p in profiles if p.day is not None]
    if len(published) == len(profiles) and max(published) - min(published) <= NEAR:
        gap = max(published) - min(published)
        yield f"published within {gap} days" if gap > 1 else "published on the same or the next day"


def _one_place(a: EventMention, b: EventMention) -> bool:
    return a.geonameid == b.geonameid or a.geonameid in b.within or b.geonameid in a.within


__all__ = ["ALONE", "TOLD", "Strength", "strength", "tied"]

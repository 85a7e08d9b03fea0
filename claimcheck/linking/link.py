"""From articles to events: compare, cluster, and say why. Every article is a main document of exactly one event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from claimcheck.errors import ClaimcheckError
from claimcheck.linking.background import background_events
from claimcheck.linking.clusters import cluster
from claimcheck.linking.compare import Compares, compare
from claimcheck.linking.days import other_day
from claimcheck.linking.decisions import Decision, find_article
from claimcheck.linking.events import Linked, event_of, numbered
from claimcheck.linking.scorecard import NEEDED
from claimcheck.linking.several import with_several
from claimcheck.linking.strength import ALONE, TOLD, Strength, strength
from claimcheck.model import Event, Extraction

GroupOf = Callable[[str], str]
Pair = tuple[int, int]


def link(
    extractions: Sequence[Extraction],
    *,
    same_event: bool = False,
    group_of: GroupOf | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[Event, ...]:
    """The events of a corpus, by their first document. The order of `extractions` does not matter.

    same_event  the main events of a group's articles are one event
    group_of    document -> group; articles of different groups are never compared
    decisions   an editor's: they win over every score. Raises ClaimcheckError where they contradict each other
    """
    ordered = sorted(map(with_several, extractions), key=lambda extraction: extraction.article.doc)
    groups = [group_of(x.article.doc) if group_of else "" for x in ordered]
    linked = _told(groups) if same_event else _found(ordered, groups, decisions)
    events = [event_of([ordered[i] for i in members], how) for members, how in linked]
    return numbered(background_events(ordered, groups, events))


def _told(groups: Sequence[str]) -> list[tuple[list[int], Strength]]:
    members: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        members.setdefault(group, []).append(number)
    return [(numbers, TOLD if len(numbers) > 1 else ALONE) for numbers in members.values()]


def _found(
    ordered: Sequence[Extraction], groups: Sequence[str], decisions: Sequence[Decision]
) -> list[tuple[list[int], Strength]]:
    compares = compare(ordered, groups)
    together, apart = decided([x.article.doc for x in ordered], groups, decisions)
    mains = [profile.main for profile in compares.profiles]
    found = cluster(
        len(ordered),
        compares.points,
        needed=NEEDED,
        apart=apart.keys(),
        together=together,
        barred=lambda a, b: other_day(mains, a, b),
    )
    return [(members, strength(members, compares, together)) for members in found]


def decided(
    docs: Sequence[str], groups: Sequence[object], decisions: Sequence[Decision]
) -> tuple[dict[Pair, Decision], dict[Pair, Decision]]:
    """The pairs that an editor joined, and those held apart. Raises ClaimcheckError where a pair is both."""
    number = {doc: i for i, doc in enumerate(docs)}
    together: dict[Pair, Decision] = {}
    apart: dict[Pair, Decision] = {}
    for decision in decisions:
        known = [number[doc] for article in decision.articles if (doc := find_article(article, docs)) is not None]
        for a, b in combinations(sorted(set(known)), 2):
            if groups[a] == groups[b]:
                (together if decision.same else apart)[a, b] = decision
    root = list(range(len(docs)))
    for a, b in together:
        low, high = sorted((_root(root, a), _root(root, b)))
        root[high] = low
    for a, b in apart:
        if _root(root, a) == _root(root, b):
            raise ClaimcheckError(
                f"decisions contradict each other: {docs[a]} and {docs[b]} are the same and not the same"
            )
    return together, apart


def _root(root: list[int], i: int) -> int:
    while root[i] != i:
        i = root[i]
    return i


__all__ = ["Compares", "Linked", "decided", "link"]

"""exclusive: groups of values that cannot stand together: first and second, unprecedented and growing list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from claimcheck.checks.check import NOTHING, Check, Clash, Group, Outcome, Rule, merged
from claimcheck.checks.choose import chosen, parted
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Scalar, Side

_AT_LEAST = re.compile(r"(\d+)\.\.$")


@dataclass(frozen=True, slots=True)
class Also:
    """Claims of another kind that stand in a group as well: "the 12th drone" among what is one of many."""

    kind: str
    group: str
    values: tuple[str | int, ...]
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusive:
    """The keys of `exclusive`.

    groups   name -> values that belong to it; "2.." is any number from 2 on. Values of one group may stand together
    also     claims of other kinds that belong to a group
    per      claims are compared only within this: speaker, subject, or event of the article they hang on
    """

    kind: str
    groups: dict[str, tuple[str | int, ...]]
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()
    per: tuple[str, ...] = ()


def evaluate(rule: Rule[Exclusive], group: Group) -> Outcome:
    """Sort the claims into the groups; two witnesses whose groups have nothing in common clash.

    In an article (scope: article) one text that uses two groups of one event clashes with itself."""
    options = rule.options
    if group.scope != "article" and len(group.documents) < 2:
        return NOTHING
    claims = chosen(group, kind=options.kind, role=options.role, subject=options.subject, compare=rule.compare)
    sorted_in = [(c, name) for c in claims if (name := group_of(c.value, options)) is not None]
    if not sorted_in:
        return NOTHING
    if options.also:
        sorted_in += [pair for also in options.also for pair in _more(rule, also, group)]
        sorted_in.sort(key=lambda pair: (pair[0].doc, pair[0].start))
    names = {id(c): name for c, name in sorted_in}
    parts = [[c for c, _ in sorted_in]]
    for key in options.per:
        parts = [p for part in parts for p in parted(part, lambda c, key=key: getattr(c, key))]  # type: ignore[misc]
    if group.scope == "article":
        return merged(_within(rule, part, names) for part in parts)
    return merged(_across(rule, group, part, names) for part in parts)


def group_of(value: Scalar, options: Exclusive) -> str | None:
    """The group that a value belongs to."""
    for name, members in options.groups.items():
        if any(_is(value, member) for member in members):
            return name
    return None


def _more(rule: Rule[Exclusive], also: Also, group: Group) -> Iterator[tuple[Claim, str]]:
    claims = chosen(group, kind=also.kind, role=also.role, subject=also.subject, compare=rule.compare)
    return ((c, also.group) for c in claims if any(_is(c.value, member) for member in also.values))


@cache
def _is(value: Scalar, member: str | int) -> bool:
    if str(value) == str(member):
        return True
    least = _AT_LEAST.match(str(member))
    try:
        return least is not None and float(value) >= int(least[1])
    except ValueError:
        return False


def _within(rule: Rule[Exclusive], claims: list[Claim], names: dict[int, str]) -> Outcome:
    if len(claims) < 2:
        return NOTHING
    if len({names[id(c)] for c in claims}) < 2:
        return Outcome(1)
    return Outcome(1, (_clash(rule, claims, names),))


def _across(rule: Rule[Exclusive], group: Group, claims: list[Claim], names: dict[int, str]) -> Outcome:
    positions: dict[str, set[str]] = {}
    for claim in claims:
        positions.setdefault(group.witness_of(claim), set()).add(names[id(claim)])
    if len(positions) < 2:
        return NOTHING
    pairs = list(combinations(positions, 2))
    edges = [(a, b) for a, b in pairs if positions[a].isdisjoint(positions[b])]
    if not edges:
        return Outcome(len(pairs))
    involved = {w for edge in edges for w in edge}
    at_odds = [c for c in claims if group.witness_of(c) in involved]
    return Outcome(len(pairs), (_clash(rule, at_odds, names),))


def _clash(rule: Rule[Exclusive], claims: list[Claim], names: dict[int, str]) -> Clash:
    said = {names[id(c)] for c in claims}
    order = [name for name in rule.options.groups if name in said]
    sides = tuple(Side(name, tuple(c for c in claims if names[id(c)] == name)) for name in order)
    return Clash(kind=rule.options.kind, sides=sides, subject=claims[0].subject)


def needs(options: Exclusive) -> tuple[str, ...]:
    """The kind compared."""
    return (options.kind,)


def describe(options: Exclusive) -> str:
    """The rule as a sentence."""
    said = "; ".join(
        f"{name} ({', '.join([*map(str, values), *_others(options, name)])})" for name, values in options.groups.items()
    )
    return f"Of these groups of {options.kind}, only one can hold of one event: {said}."


def _others(options: Exclusive, group: str) -> list[str]:
    return [
        f"{also.kind} of {' or '.join((*also.role, *also.subject))} {' or '.join(map(str, also.values))}"
        for also in options.also
        if also.group == group
    ]


def mistakes(options: Exclusive) -> Iterator[tuple[str, str]]:
    """A kind that does not exist; fewer than two groups; a value in two of them."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'
    if len(options.groups) < 2:
        yield "groups", "two groups or more are needed"
    for also in options.also:
        if also.kind not in KINDS:
            yield "also", f'no kind "{also.kind}"'
        if also.group not in options.groups:
            yield "also", f'no group "{also.group}"'
    seen: dict[str, str] = {}
    for name, values in options.groups.items():
        for value in values:
            if str(value) in seen:
                yield "groups", f'"{value}" stands in "{seen[str(value)]}" and in "{name}"'
            seen[str(value)] = name
    for key in options.per:
        if key not in ("speaker", "subject", "event", "place"):
            yield "per", f'"{key}" is none of speaker, subject, event, place'


CHECK = Check(
    id="exclusive",
    summary="groups of values that cannot stand together",
    options=Exclusive,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

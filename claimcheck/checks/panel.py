"""The rules of a run, ready to be asked: for each sort of group only those that could have something to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.checks import CHECKS
from claimcheck.checks.check import AnyCheck, AnyRule, Group, Scope
from claimcheck.remembered import Remembered

BENCHES = 1_000  # sorts that are remembered: a worker meets some thousands in a large corpus, most of them once
Sort = tuple[Scope, "str | None", frozenset[str]]  # the scope and kind of a group, and the kinds of its claims


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule, its check, the roles that it names, and (kind, roles) pairs of each of which it needs a claim."""

    rule: AnyRule
    check: AnyCheck
    roles: frozenset[str]
    hears: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """Rules for one sort of group. `idle` are for such an event but for claims of other kinds."""

    asked: tuple[Asked, ...]
    idle: tuple[AnyRule, ...]


class Panel:
    """All rules. `bench` gives those for a sort of group, of which there are far fewer than groups."""

    def __init__(self, rules: Iterable[AnyRule]) -> None:
        self.rules = tuple(rules)
        self._asked = [(asked_of(rule), needs_of(rule)) for rule in self.rules]
        self._kinds = frozenset(kind for _, needed in self._asked for kind in needed)
        self.bench = Remembered(self._bench, keep=BENCHES).__getitem__
        self.reads_texts = not all(map(needs_of, self.rules))  # one of them needs no claims but the words themselves

    def sort(self, group: Group) -> Sort:
        """What decides which rules are for a group."""
        return group.scope, group.kind, self._kinds.intersection(group.by_kind)

    def _bench(self, sort: Sort) -> Bench:
        """The rules for groups of a sort."""
        scope, kind, kinds = sort
        asked, idle = [], []
        for ready, needed in self._asked:
            rule = ready.rule
            if rule.scope != scope or (rule.event and kind not in rule.event):
                continue
            if needed and kinds.isdisjoint(needed):
                idle.append(rule)
            else:
                asked.append(ready)
        return Bench(tuple(asked), tuple(idle))


def asked_of(rule: AnyRule) -> Asked:
    """A rule ready to be asked."""
    return Asked(rule, CHECKS[rule.check], roles_of(rule), _hears(rule))


def panels_of(rules: Sequence[AnyRule]) -> dict[Scope, Panel]:
    """A panel for each scope that has rules, in order: of one article, of an event, of the corpus."""
    scopes: tuple[Scope, ...] = ("article", "event", "corpus")
    chosen = ((scope, [rule for rule in rules if rule.scope == scope]) for scope in scopes)
    return {scope: Panel(found) for scope, found in chosen if found}


def needs_of(rule: AnyRule) -> tuple[str, ...]:
    """The kinds of claim that a rule cannot do without."""
    return CHECKS[rule.check].needs(rule.options)


def roles_of(rule: AnyRule) -> frozenset[str]:
    """The roles that a rule names; empty where it listens to any."""
    return frozenset(getattr(rule.options, "role", ()))


def _hears(rule: AnyRule) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((kind, frozenset(roles)) for kind, roles in CHECKS[rule.check].hears(rule.options) if roles)

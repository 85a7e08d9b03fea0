"""The seam of a check: what a rule is, what it is shown (a Group of claims), and its three answers (an Outcome)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from claimcheck.model import Article, Claim, Side

Options = TypeVar("Options")
Severity = Literal["error", "warning", "note"]
Scope = Literal["article", "event", "corpus"]
Voice = Literal["asserted", "reported", "hedged", "denied", "hypothetical", "future"]

ORDINARY: tuple[Voice, ...] = ("asserted", "reported")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Options]):
    """One statement of what must hold, ready to be judged. `event`: types of event it is for; empty: any.

    `compare` are the voices it listens to. `path` is the rule file, `pack` the folder of the pack it belongs to,
    `packs` all packs that were read with it: where its tables may be. `replaces` is a rule that gives way to it."""

    id: str
    summary: str
    check: str
    options: Options
    severity: Severity = "warning"
    scope: Scope = "event"
    event: tuple[str, ...] = ()
    compare: tuple[Voice, ...] = ORDINARY
    message: str = ""
    why: str = ""
    help: str = ""
    path: str = ""
    pack: Path = Path()
    packs: tuple[Path, ...] = ()
    replaces: str = ""


@dataclass(frozen=True)
class Group:
    """The claims that one rule looks at together: of one event, one article or the whole corpus.

    claims     in order of document and offset
    dates      document -> date of publication, ISO 8601; documents without one are left out
    witness    document -> the document that stands for its text; a document that copies no other is left out
    articles   document -> article (for checks that read the words themselves)
    """

    event: str
    scope: Scope
    documents: tuple[str, ...]
    claims: tuple[Claim, ...]
    kind: str | None = None
    date: str | None = None
    place: str | None = None
    link: str = "alone"
    reasons: tuple[str, ...] = ()
    loose: frozenset[str] = frozenset()  # documents that only weak ties hold to the rest
    several: frozenset[str] = frozenset()  # documents that tell of several incidents
    dates: Mapping[str, str] = field(default_factory=dict)
    witness: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)

    @cached_property
    def by_kind(self) -> dict[str, list[Claim]]:
        """The claims of each kind, in order."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.kind, []).append(claim)
        return found

    @cached_property
    def roles(self) -> dict[str, set[str | None]]:
        """The roles of the claims of each kind."""
        return {kind: {claim.role for claim in claims} for kind, claims in self.by_kind.items()}

    def witness_of(self, claim: Claim) -> str:
        """Who says so: copies of one text are one witness."""
        return self.witness.get(claim.doc, claim.doc)

    def link_of(self, sides: Iterable[Side]) -> str:
        """How firmly these sides are tied. A weak event may have a firm core: where two sides have a witness in it,
        their clash rests on no weak tie."""
        firm = sum(any(claim.doc not in self.loose for claim in side.claims) for side in sides)
        return "likely" if self.link == "weak" and self.loose and firm > 1 else self.link

    @cached_property
    def witnesses(self) -> tuple[str, ...]:
        """The texts that tell of this event, in order of their documents."""
        return tuple(dict.fromkeys(self.witness.get(doc, doc) for doc in self.documents))


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims that cannot all be true. `severity` None: the rule's own. `note` is added to the message."""

    kind: str
    sides: tuple[Side, ...]
    agrees: tuple[Claim, ...] = ()
    severity: Severity | None = None
    note: str = ""
    help: str = ""
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something was there to compare, and nothing can be said."""

    reason: str
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule says of one group. `compared` counts decisions made; with no clash and no doubt it holds."""

    compared: int = 0
    clashes: tuple[Clash, ...] = ()
    doubts: tuple[Doubt, ...] = ()


NOTHING = Outcome()


def merged(outcomes: Iterable[Outcome]) -> Outcome:
    """Several outcomes of one rule on parts of one group, as one."""
    parts = [o for o in outcomes if o is not NOTHING]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return Outcome(
        sum(o.compared for o in parts),
        tuple(c for o in parts for c in o.clashes),
        tuple(d for o in parts for d in o.doubts),
    )


def _nothing(_rule: AnyRule) -> Iterator[tuple[str, str]]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Check(Generic[Options]):
    """A kind of statement.

    options   dataclass of its keys in YAML
    evaluate  the answer for one group
    needs     the claim kinds it cannot do without: a group that lacks all of them is passed over; empty: it reads texts
    hears     (kind, roles) pairs: a group that for one of them has no claim is passed over too; no roles: any
    describe  the options as a sentence ("time of the event agrees within 10 minutes")
    mistakes  (key, message) of each option that cannot be meant so
    of_all    whether what it compares is one for all incidents of an article that tells of several: their town
    lacks     (key, message) of each thing that a rule names and its packs do not have
    """

    id: str
    summary: str
    options: type[Options]
    evaluate: Callable[[Rule[Options], Group], Outcome]
    needs: Callable[[Options], tuple[str, ...]]
    describe: Callable[[Options], str]
    mistakes: Callable[[Options], Iterator[tuple[str, str]]]
    hears: Callable[[Options], Iterable[tuple[str, Iterable[str]]]] = lambda _options: ()
    of_all: Callable[[Options], bool] = lambda _options: False
    lacks: Callable[[Rule[Options]], Iterator[tuple[str, str]]] = _nothing


AnyRule = Rule[Any]
AnyCheck = Check[Any]

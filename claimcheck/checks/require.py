"""require: claims of a kind must have what makes them useful: a speaker, a unit, a subject, a date, a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimcheck.checks.check import NOTHING, Check, Clash, Group, Outcome, Rule
from claimcheck.checks.choose import chosen
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Side

Needed = Literal["speaker", "unit", "subject", "role", "date", "place", "event"]


@dataclass(frozen=True, slots=True)
class Require:
    """The keys of `require`.

    have     fields that must not be empty
    anyone   one claim of the article that has them is enough for all of one role and value ("officials said" once)
    """

    kind: str
    have: tuple[Needed, ...]
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    anyone: bool = True


def evaluate(rule: Rule[Require], group: Group) -> Outcome:
    """One clash an article: the claims that lack something."""
    options = rule.options
    claims = chosen(group, kind=options.kind, role=options.role, subject=options.subject, compare=rule.compare)
    if not claims:
        return NOTHING
    clashes = []
    for doc in dict.fromkeys(c.doc for c in claims):
        mine = [c for c in claims if c.doc == doc]
        lacking = [c for c in mine if not _satisfied(options, c, mine)]
        if lacking:
            missing = " and ".join(f for f in options.have if any(not getattr(c, f) for c in lacking))
            clashes.append(Clash(kind=options.kind, sides=_sides(options, lacking), note=f"no {missing}"))
    return Outcome(len(claims), tuple(clashes))


def _satisfied(options: Require, claim: Claim, claims: list[Claim]) -> bool:
    if _has(options, claim):
        return True
    same = (claim.role, claim.subject, claim.value)
    return options.anyone and any(_has(options, c) for c in claims if (c.role, c.subject, c.value) == same)


def _has(options: Require, claim: Claim) -> bool:
    return all(getattr(claim, name) for name in options.have)


def _sides(options: Require, claims: list[Claim]) -> tuple[Side, ...]:
    values: dict[str, list[Claim]] = {}
    for claim in claims:
        values.setdefault(KINDS[options.kind].render(claim), []).append(claim)
    return tuple(Side(value, tuple(said)) for value, said in values.items())


def needs(options: Require) -> tuple[str, ...]:
    """The kind that must have something."""
    return (options.kind,)


def describe(options: Require) -> str:
    """The rule as a sentence."""
    what = options.kind + (f" of {' or '.join(options.role)}" if options.role else "")
    return f"Every {what} comes with its {' and '.join(options.have)}."


def mistakes(options: Require) -> Iterator[tuple[str, str]]:
    """A kind that does not exist; nothing asked for."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'
    if not options.have:
        yield "have", "name at least one field"


CHECK = Check(
    id="require",
    summary="claims of a kind come with a speaker, a unit, a date, ...",
    options=Require,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

"""agree: reports of one event give one value, within a tolerance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from claimcheck.checks.amount import Tolerance, tolerance
from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule, merged
from claimcheck.checks.choose import APART, chosen, marked, parted
from claimcheck.checks.sides import Compare, Disagreement, disagreement, remembered, sides_of
from claimcheck.checks.updates import told_as_update
from claimcheck.kinds import KINDS
from claimcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Agree:
    """The keys of `agree`.

    within    how far values may be apart: "10 minutes", "1 day", "5 km", "10 %" or a number
    updates   `conflict`: another value is at odds whenever it was written; `rising`: a higher value in a later
              article is an update, told as a note; `any`: so is a lower one
    settled   days after the event from which a new value is no update any more
    balance   role of the count that must rise by as much as this one falls (the dead come out of the wounded)
    per       compare only claims that share this: speaker, subject (counts: always), place
    besides   marks of claims left out (the default set leaves out parts, running and withdrawn figures)
    """

    kind: str
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    within: str | int | float = 0
    updates: Literal["conflict", "rising", "any"] = "conflict"
    settled: int = 30
    balance: str | None = None
    per: Literal["speaker", "subject", "place"] | None = None
    besides: tuple[str, ...] | None = None


def evaluate(rule: Rule[Agree], group: Group) -> Outcome:
    """Compare the positions of all witnesses of the event, subject by subject."""
    options = rule.options
    claims = chosen(
        group,
        kind=options.kind,
        role=options.role,
        subject=options.subject,
        compare=rule.compare,
        besides=APART if options.besides is None else frozenset(options.besides),
    )
    if not claims:
        return NOTHING
    parts = [claims] if options.subject else parted(claims, lambda c: c.subject)
    if options.per in ("speaker", "place"):
        name = options.per
        parts = [p for part in parts for p in parted(part, lambda c: getattr(c, name))]
    return merged(_one_thing(rule, group, part) for part in parts)


def _one_thing(rule: Rule[Agree], group: Group, claims: list[Claim]) -> Outcome:
    kind = KINDS[rule.options.kind]
    width: Tolerance = tolerance(rule.options.within, rule.options.kind)
    exact = partial(kind.compare, within=width.within, relative=width.relative)
    compare = remembered(lambda a, b: exact(_as_counted(a), _as_counted(b)))
    found = disagreement(group, claims, compare)
    if found.edges:
        return Outcome(found.compared, (_clash(rule, group, found, compare),))
    if not found.compared:
        return _undecided(group, found, claims)
    return Outcome(found.compared)


def _as_counted(claim: Claim) -> Claim:
    """A toll that includes the perpetrator fits one that does not: 4 with him, or 3 victims."""
    if claim.low is None or not marked(claim, "with-perpetrator"):
        return claim
    return replace(claim, low=claim.low - 1, qualifier="about")


def _clash(rule: Rule[Agree], group: Group, found: Disagreement, compare: Compare) -> Clash:
    options = rule.options
    everyone = [claim for said in found.positions.values() for claim in said]
    sides, agrees = sides_of(everyone, compare, KINDS[options.kind].render)
    update = None
    if options.updates != "conflict":
        update = told_as_update(
            group, found, falling=options.updates == "any", settled=options.settled, balance=options.balance
        )
    return Clash(
        kind=options.kind,
        sides=sides,
        agrees=agrees,
        severity="note" if update else None,
        note=update or "",
        subject=sides[0].claims[0].subject,
    )


def _undecided(group: Group, found: Disagreement, claims: list[Claim]) -> Outcome:
    silent = [w for w in group.witnesses if w not in found.positions]
    if found.unknown:
        return Outcome(0, (), (Doubt("the values given cannot be compared", tuple(claims)),))
    if silent:
        said = ", ".join(silent[:3]) + (f" and {len(silent) - 3} more" if len(silent) > 3 else "")
        verb = "gives" if len(silent) == 1 else "give"
        return Outcome(
            0, (), (Doubt(f"only {next(iter(found.positions))} says so; {said} {verb} none", tuple(claims)),)
        )
    return NOTHING


def needs(options: Agree) -> tuple[str, ...]:
    """The kind compared."""
    return (options.kind,)


def describe(options: Agree) -> str:
    """The rule as a sentence."""
    what = options.kind + (f" of {' or '.join(options.role)}" if options.role else "")
    if options.subject:
        what += f" ({' or '.join(options.subject)})"
    text = f"Reports of one event give one {what}"
    if options.within:
        text += f", within {options.within}"
    if options.per:
        text += f", for each {options.per}"
    if options.updates != "conflict":
        text += (
            "; a later article with a higher one is an update" if options.updates == "rising" else "; later ones update"
        )
    return text + "."


def mistakes(options: Agree) -> Iterator[tuple[str, str]]:
    """A kind that does not exist, a tolerance that cannot be read."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'
        return
    try:
        tolerance(options.within, options.kind)
    except ValueError as error:
        yield "within", str(error)


CHECK = Check(
    id="agree",
    summary="reports of one event give one value, within a tolerance",
    options=Agree,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

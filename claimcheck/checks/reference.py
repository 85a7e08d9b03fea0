"""reference: what an article says of a named thing is what a table says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.checks.amount import tolerance
from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule
from claimcheck.checks.choose import chosen
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison, Side
from claimcheck.reference import Entry, Table, find_table, load_table

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)")


@dataclass(frozen=True, slots=True)
class Reference:
    """The keys of `reference`.

    table     name of a file in the reference/ folder of this pack or of a pack read with it
    kind      claims of this kind, whose subject is looked up in the table
    fact      the fact that their value must be
    role      only claims of these roles
    within    how far a number may be from the table's: "2 %"
    complete  no value but the table's can be right; left out: only one that the table gives to another thing is wrong
    """

    table: str
    kind: str
    fact: str
    role: tuple[str, ...] = ()
    within: str | int | float = 0
    complete: bool = False


def evaluate(rule: Rule[Reference], group: Group) -> Outcome:
    """Look up the subject of each claim. One clash for each thing that is told wrongly."""
    options = rule.options
    claims = [c for c in chosen(group, kind=options.kind, role=options.role, compare=rule.compare) if c.subject]
    if not claims:
        return NOTHING
    path = _path(rule)
    if path is None:
        return NOTHING
    table = load_table(path)
    compared, doubts = 0, []
    wrong: dict[str, tuple[tuple[Entry, ...], list[Claim]]] = {}
    for claim in claims:
        known = table.entries(claim.subject or "")
        if not known:
            continue
        day = _day(claim, group)
        entries = table.entries(claim.subject or "", day=day)
        doubt = _untimely(table, known, entries, day)
        answer = None if doubt else _answer(options, table, entries, claim)
        if answer is None:
            reason = doubt or f'the table "{table.name}" cannot tell "{claim.value}" of {known[0].id}'
            doubts.append(Doubt(reason, (claim,)))
            continue
        compared += 1
        if not answer:
            wrong.setdefault(known[0].id, (entries, []))[1].append(claim)
    clashes = tuple(_clash(rule, entries, said) for entries, said in wrong.values())
    return Outcome(compared, clashes, tuple(doubts)) if compared or doubts else NOTHING


def _path(rule: Rule[Reference]) -> Path | None:
    """The rule's own pack first, then those that were read with it, the last first: a user's before ours."""
    others = rule.packs or tuple(sorted(p.parent for p in rule.pack.parent.glob("*/pack.yaml")))
    return find_table(rule.options.table, (rule.pack, *reversed(others)))


def _day(claim: Claim, group: Group) -> str:
    """The day, month or year that the claim is of, else of its article; empty where neither is known."""
    said = _ISO.match(claim.date or "") or _ISO.match(group.dates.get(claim.doc, ""))
    return said[0] if said else ""


def _untimely(table: Table, known: Sequence[Entry], entries: Sequence[Entry], day: str) -> str:
    """Why the table cannot speak of that day; empty where it can."""
    if not entries:
        return f'the table "{table.name}" says nothing of {known[0].id} in {day}'
    if not day and any(entry.bounded for entry in entries):
        return f"no date tells which entry of {known[0].id} holds"
    return ""


def _answer(options: Reference, table: Table, entries: Sequence[Entry], claim: Claim) -> bool | None:
    """Whether one of the entries allows it; None where none does and one cannot say."""
    answers = [_allowed(options, table, entry, claim) for entry in entries]
    return True if True in answers else None if None in answers else False


def _allowed(options: Reference, table: Table, entry: Entry, claim: Claim) -> bool | None:
    answer = table.allows(entry, options.fact, str(claim.value))
    if answer:
        return answer
    kind, room = KINDS[options.kind], tolerance(options.within, options.kind)
    said = set()
    for truth in entry.facts.get(options.fact, ()):
        value = kind.normalise(str(truth))
        if value is None:
            continue
        told = replace(claim, value=value.value, low=value.low, high=value.high, unit=value.unit, qualifier=None)
        said.add(kind.compare(claim, told, within=room.within, relative=room.relative))
    if said & {Comparison.SAME, Comparison.COMPATIBLE}:
        return True  # a family name, a rounded figure
    return False if options.complete and said == {Comparison.CONFLICT} else answer


def _clash(rule: Rule[Reference], entries: Sequence[Entry], claims: list[Claim]) -> Clash:
    options = rule.options
    values: dict[str, list[Claim]] = {}
    for claim in claims:
        values.setdefault(KINDS[options.kind].render(claim), []).append(claim)
    entry = entries[0]
    truth = " or ".join(dict.fromkeys(str(v) for e in entries for v in e.facts.get(options.fact, ())))
    others = "; ".join(f"{name}: {' or '.join(map(str, v))}" for name, v in entry.facts.items() if name != options.fact)
    days = f" from {entry.from_}" * bool(entry.from_) + f" until {entry.until}" * bool(entry.until)
    name = "" if "{subject}" in rule.message else f"{entry.id}: "  # a message that names the thing names it once
    return Clash(
        kind=options.kind,
        sides=tuple(Side(value, tuple(said)) for value, said in values.items()),
        note=f"{name}{options.fact} {truth}{days}" + (f" ({others})" if others else ""),
        help=f"source: {entry.source} ({entry.date})",
        subject=entry.id,
    )


def lacks(rule: Rule[Reference]) -> Iterator[tuple[str, str]]:
    """A table that no pack has."""
    if _path(rule) is None:
        yield "table", f'no table "{rule.options.table}" in the reference/ folder of any pack read with this one'


def needs(options: Reference) -> tuple[str, ...]:
    """The kind looked up."""
    return (options.kind,)


def describe(options: Reference) -> str:
    """The rule as a sentence."""
    what = options.kind + (f" of {' or '.join(options.role)}" if options.role else "")
    table = f'the table "{options.table}"'
    if options.complete:
        return f"The {what} that an article gives of a thing is its {options.fact} in {table}."
    return f"The {what} that an article gives of a thing is not what {table} gives as the {options.fact} of others."


def mistakes(options: Reference) -> Iterator[tuple[str, str]]:
    """A kind that does not exist."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'
        return
    try:
        tolerance(options.within, options.kind)
    except ValueError as error:
        yield "within", str(error)


CHECK = Check(
    id="reference",
    summary="what an article says of a named thing is what a table says",
    options=Reference,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
    lacks=lacks,
)

"""reference: what an article says of a named thing is what a table says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule
from claimcheck.checks.choose import chosen
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Side
from claimcheck.reference import Entry, find_table, load_table


@dataclass(frozen=True, slots=True)
class Reference:
    """The keys of `reference`.

    table   name of a file in the pack's reference/ folder
    kind    claims of this kind, whose subject is looked up in the table
    fact    the fact that their value must be
    """

    table: str
    kind: str
    fact: str


def evaluate(rule: Rule[Reference], group: Group) -> Outcome:
    """Look up the subject of each claim. One clash for each thing that is told wrongly."""
    options = rule.options
    claims = [c for c in chosen(group, kind=options.kind, compare=rule.compare) if c.subject]
    if not claims:
        return NOTHING
    path = _path(options, rule.pack)
    if path is None:
        return NOTHING
    table = load_table(path)
    compared, doubts = 0, []
    wrong: dict[str, tuple[Entry, list[Claim]]] = {}
    for claim in claims:
        for entry in table.entries(claim.subject or "", day=_day(claim, group)):
            answer = table.allows(entry, options.fact, str(claim.value))
            if answer is None:
                doubts.append(Doubt(f'the table "{table.name}" cannot tell "{claim.value}" of {entry.id}', (claim,)))
                continue
            compared += 1
            if not answer:
                wrong.setdefault(entry.id, (entry, []))[1].append(claim)
    clashes = tuple(_clash(options, entry, said) for entry, said in wrong.values())
    return Outcome(compared, clashes, tuple(doubts)) if compared or doubts else NOTHING


def _path(options: Reference, pack: Path) -> Path | None:
    return find_table(options.table, (pack, *sorted(p.parent for p in pack.parent.glob("*/pack.yaml"))))


def _day(claim: Claim, group: Group) -> str:
    return (claim.date or group.dates.get(claim.doc, ""))[:10]


def _clash(options: Reference, entry: Entry, claims: list[Claim]) -> Clash:
    values: dict[str, list[Claim]] = {}
    for claim in claims:
        values.setdefault(KINDS[options.kind].render(claim), []).append(claim)
    truth = " or ".join(entry.facts[options.fact])
    others = "; ".join(f"{name}: {' or '.join(v)}" for name, v in entry.facts.items() if name != options.fact)
    return Clash(
        kind=options.kind,
        sides=tuple(Side(value, tuple(said)) for value, said in values.items()),
        note=f"{entry.id}: {options.fact} {truth}" + (f" ({others})" if others else ""),
        help=f"source: {entry.source} ({entry.date})",
        subject=entry.id,
    )


def needs(options: Reference) -> tuple[str, ...]:
    """The kind looked up."""
    return (options.kind,)


def describe(options: Reference) -> str:
    """The rule as a sentence."""
    return f'The {options.kind} that an article gives of a thing is the {options.fact} in the table "{options.table}".'


def mistakes(options: Reference) -> Iterator[tuple[str, str]]:
    """A kind that does not exist."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'


CHECK = Check(
    id="reference",
    summary="what an article says of a named thing is what a table says",
    options=Reference,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

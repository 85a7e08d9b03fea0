"""ceiling: "as many as 40" is not far above what the other reports of an event count.

A bound from above admits every lower number, so `agree` finds nothing in "as many as 40" beside "two". A reader takes
the 40 for the number all the same. What is compared is the most that any other report can mean; a bound that is
several times as much is a finding, and by its nature an arguable one: a rule of this check is best a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule, merged
from claimcheck.checks.choose import chosen, explicit, parted
from claimcheck.checks.sides import sides_of
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison, Side

UPPER = ("at_most", "less_than")


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The keys of `ceiling`.

    role    each role and subject is looked at by itself
    words   what makes a bound read as the number; left out: any bound from above
    times   how many times the most that others count the bound may be
    least   bounds below this are passed over: "up to three" beside "one" misleads nobody
    implied what a count without a number says ("a man was killed"): one, or (`bound`) nothing of how many there are
    """

    kind: str
    role: tuple[str, ...]
    words: tuple[str, ...] = ()
    times: float | int = 4
    least: float | int = 8
    implied: Literal["value", "bound"] = "value"


def evaluate(rule: Rule[Ceiling], group: Group) -> Outcome:
    """Compare the bounds of one report with what the others count, for each role and subject of the event."""
    options = rule.options
    if len(group.documents) < 2:
        return NOTHING
    claims = chosen(group, kind=options.kind, role=options.role, compare=rule.compare)
    if not any(_is_bound(options, c) for c in claims):
        return NOTHING
    parts = [part for of_role in parted(claims, lambda c: c.role) for part in parted(of_role, lambda c: c.subject)]
    return merged(_one_thing(options, group, part) for part in parts)


def _is_bound(options: Ceiling, claim: Claim) -> bool:
    """Whether the claim is a bound from above, high enough, in words that are read as the number."""
    if claim.qualifier not in UPPER or claim.high is None or claim.high < options.least:
        return False
    said = claim.text.casefold()
    return not options.words or any(word in said for word in options.words)


def _one_thing(options: Ceiling, group: Group, claims: Sequence[Claim]) -> Outcome:
    bounds = [c for c in claims if _is_bound(options, c)]
    if not bounds:
        return NOTHING
    first = max(bounds, key=lambda c: c.high or 0)
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(group.witness_of(claim), []).append(claim)
    own = said.pop(group.witness_of(first))
    if not said:
        return Outcome(0, (), (Doubt(f"only {first.doc} says how many: nothing to hold its bound against", (first,)),))
    most = {witness: _most(options, others) for witness, others in said.items()}
    if None in most.values():
        return Outcome(0, (), (Doubt("other reports give no number either", tuple(claims)),))
    highest = max(max(m for m in most.values() if m is not None), 1)
    if (first.high or 0) < options.times * highest or any(_plain(options, c) for c in own):
        return Outcome(1)
    return Outcome(1, (_clash(options, first, bounds, [c for c in claims if c not in own]),))


def _plain(options: Ceiling, claim: Claim) -> bool:
    """Whether the claim gives a number, no bound: an article that has both tells its reader how to take the bound."""
    return claim.high is not None and not _is_bound(options, claim) and (options.implied == "value" or explicit(claim))


def _most(options: Ceiling, said: Sequence[Claim]) -> float | None:
    """The most that an article can mean; None where it gives nothing but "at least" and "a man"."""
    highs = [c.high for c in said if c.high is not None and (_is_bound(options, c) or _plain(options, c))]
    return max(highs, default=None)


def _clash(options: Ceiling, first: Claim, bounds: Sequence[Claim], others: Sequence[Claim]) -> Clash:
    kind = KINDS[options.kind]
    counted = [c for c in others if _plain(options, c) or _is_bound(options, c)]

    def fits(a: Claim, b: Claim) -> Comparison:
        return kind.compare(a, b)

    sides, _ = sides_of(counted, fits, kind.render)
    above = tuple(c for c in bounds if c.high == first.high and c not in counted)
    return Clash(kind=options.kind, sides=(*sides, Side(kind.render(first), above)), subject=first.subject)


def needs(options: Ceiling) -> tuple[str, ...]:
    """The kind compared."""
    return (options.kind,)


def describe(options: Ceiling) -> str:
    """The rule as a sentence."""
    words = f' ("{", ".join(options.words)}")' if options.words else ""
    return (
        f"A bound from above{words} on the {options.kind} of {' or '.join(options.role)} is less than "
        f"{options.times} times what other reports of the event count."
    )


def mistakes(options: Ceiling) -> Iterator[tuple[str, str]]:
    """A kind that does not exist; a factor that would find every bound."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'
    if options.times <= 1:
        yield "times", "more than 1 is needed"


CHECK = Check(
    id="ceiling",
    summary='"as many as 40" is not far above what others count',
    options=Ceiling,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

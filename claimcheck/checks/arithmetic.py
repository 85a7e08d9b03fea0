"""arithmetic: weekday and date fit, the 12th needs a total of 12, no part is larger than its whole, limits hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule, merged
from claimcheck.checks.choose import APART, chosen, explicit, parted, sentence_of
from claimcheck.checks.limits import (
    Between,
    Limit,
    NotAbove,
    Rise,
    Shares,
    described,
    kinds_of,
    limited,
    roles_of,
    unknown_kind,
)
from claimcheck.checks.portions import Portion, Whole, portions, portions_described, portions_mistakes
from claimcheck.checks.spans import Age, Lasts, spans, spans_described, spans_mistakes
from claimcheck.checks.weekday import Weekday, weekday_fits
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Side


@dataclass(frozen=True, slots=True)
class Within:
    """An ordinal of a role ("the 12th drone downed") is not above the count of it."""

    role: tuple[str, ...]
    subject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A part of a count ("63 of them in Bryansk") is not larger than any count of its sentence.

    role    what the whole is a count of
    after   the words that make the number before them a part
    """

    role: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Counts of several roles are no more together than the count that holds them all, in a sentence that has all."""

    total: str
    of: tuple[str, ...]
    subject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The keys of `arithmetic`: exactly one."""

    weekday: Weekday | None = None
    ordinal_within: Within | None = None
    parts: Parts | None = None
    sum: Sum | None = None
    between: Between | None = None
    not_above: NotAbove | None = None
    shares: Shares | None = None
    rise: Rise | None = None
    lasts: Lasts | None = None
    age: Age | None = None
    portion: Portion | None = None
    whole: Whole | None = None


def evaluate(rule: Rule[Arithmetic], group: Group) -> Outcome:
    """Whichever sum is asked for."""
    options = rule.options
    if span := options.lasts or options.age:
        return spans(span, group, rule.compare)
    if portion := options.portion or options.whole:
        return portions(portion, group, rule.compare)
    if limit := _limit(options):
        return limited(limit, group, rule.compare)
    if options.weekday:
        return weekday_fits(options.weekday, group)
    if options.ordinal_within:
        return _ordinal(rule, options.ordinal_within, group)
    if options.parts:
        return _parts(rule, options.parts, group)
    return _sum(rule, options.sum, group) if options.sum else NOTHING


def _limit(options: Arithmetic) -> Limit | None:
    return options.between or options.not_above or options.shares or options.rise


def _ordinal(rule: Rule[Arithmetic], options: Within, group: Group) -> Outcome:
    ordinals = chosen(
        group, kind="ordinal", role=options.role, subject=options.subject, compare=rule.compare, besides=frozenset()
    )
    if not ordinals:
        return NOTHING
    counts = chosen(group, kind="count", role=options.role, subject=options.subject, compare=rule.compare)
    outcomes = []
    for subject in dict.fromkeys(c.subject for c in ordinals):
        nth = [c for c in ordinals if c.subject == subject]
        totals = [c for c in counts if c.subject == subject and c.high is not None]
        if not totals:
            outcomes.append(Outcome(0, (), (Doubt("no article says how many there were", tuple(nth)),)))
            continue
        above = [c for c in nth if all(float(c.value) > (t.high or 0) for t in totals)]
        compared = len(nth)
        if not above:
            outcomes.append(Outcome(compared))
            continue
        most = max(totals, key=lambda t: (t.high or 0, t.doc))
        highest = [t for t in totals if t.high == most.high]
        sides = (_side("ordinal", above), _side("count", highest))
        rest = tuple(t for t in totals if t not in highest)
        outcomes.append(Outcome(compared, (Clash(kind="ordinal", sides=sides, agrees=rest, subject=subject),)))
    return merged(outcomes)


def _side(kind: str, claims: list[Claim]) -> Side:
    return Side(KINDS[kind].render(claims[0]), tuple(claims))


def _parts(rule: Rule[Arithmetic], options: Parts, group: Group) -> Outcome:
    every = chosen(group, kind="count", compare=rule.compare, besides=APART - {"partial"})
    outcomes = []
    told = {
        sentence_of(c) for c in every if c.role in options.role and any(words in c.sentence for words in options.after)
    }
    for same in parted((c for c in every if sentence_of(c) in told), sentence_of):
        parts = [
            c for c in same if c.low is not None and any(f"{c.text} {words}" in c.sentence for words in options.after)
        ]
        wholes = [c for c in same if c.role is not None and c.high is not None and explicit(c) and c not in parts]
        for part in parts:
            before = [c for c in wholes if c.start < part.start]  # "of them" may be of any count before it
            if not any(c.role in options.role for c in before):
                continue
            whole = max(before, key=lambda c: c.high or 0)
            sides = (_side("count", [whole]), _side("count", [part]))
            clash = Clash(kind="arithmetic", sides=sides, subject=whole.subject)
            outcomes.append(Outcome(1, (clash,) if (part.low or 0) > (whole.high or 0) else ()))
    return merged(outcomes)


def _sum(rule: Rule[Arithmetic], options: Sum, group: Group) -> Outcome:
    roles = (options.total, *options.of)
    every = chosen(group, kind="count", role=roles, subject=options.subject, compare=rule.compare)
    outcomes = []
    for same in parted((c for c in every if explicit(c)), sentence_of):
        by_role = {role: [c for c in same if c.role == role] for role in roles}
        if any(len(said) != 1 for said in by_role.values()):
            continue
        total, terms = by_role[options.total][0], [by_role[role][0] for role in options.of]
        least = sum(c.low or 0 for c in terms)
        if total.high is None or least <= total.high:
            outcomes.append(Outcome(1))
            continue
        sides = (Side(f"{total.value} {total.role}", (total,)), *(Side(f"{c.value} {c.role}", (c,)) for c in terms))
        outcomes.append(Outcome(1, (Clash(kind="arithmetic", sides=sides, subject=total.subject),)))
    return merged(outcomes)


def needs(options: Arithmetic) -> tuple[str, ...]:
    """Dates, ordinals or counts, or what the limit is of."""
    if options.lasts or options.age:
        return ("duration",)
    if options.portion or options.whole:
        return ("count",)
    if limit := _limit(options):
        return kinds_of(limit)
    return ("date",) if options.weekday else ("ordinal",) if options.ordinal_within else ("count",)


def hears(options: Arithmetic) -> Iterator[tuple[str, Iterable[str]]]:
    """Every role that the sum cannot do without."""
    if options.age:
        yield "date", (options.age.birth,)
    elif limit := _limit(options):
        yield from roles_of(limit)
    elif options.ordinal_within:
        yield "ordinal", options.ordinal_within.role
    elif options.parts:
        yield "count", options.parts.role
    elif options.sum:
        yield from (("count", (role,)) for role in (options.sum.total, *options.sum.of))


def describe(options: Arithmetic) -> str:
    """The rule as a sentence."""
    if span := options.lasts or options.age:
        return spans_described(span)
    if portion := options.portion or options.whole:
        return portions_described(portion)
    if limit := _limit(options):
        return described(limit)
    if options.weekday:
        return "A date written with its weekday falls on that weekday; without a year, in a year near the article's."
    if options.ordinal_within:
        return f"An ordinal of {' or '.join(options.ordinal_within.role)} is not above the count of it."
    if options.parts:
        return f"A part of the {' or '.join(options.parts.role)} is not larger than the whole."
    return f"{' and '.join(options.sum.of)} are together no more than {options.sum.total}." if options.sum else ""


def mistakes(options: Arithmetic) -> Iterator[tuple[str, str]]:
    """Not exactly one sum; a week without seven days."""
    given = [o for field in fields(options) if (o := getattr(options, field.name)) is not None]
    if len(given) != 1:
        yield "", f"give exactly one of {', '.join(f.name.replace('_', '-') for f in fields(options))}"
    if limit := _limit(options):
        yield from (("", message) for message in unknown_kind(limit))
    if span := options.lasts or options.age:
        yield from spans_mistakes(span)
    if portion := options.portion or options.whole:
        yield from portions_mistakes(portion)
    if options.weekday and len(options.weekday.names) != 7:
        yield "weekday", "names are the seven weekdays, Monday first"


CHECK = Check(
    id="arithmetic",
    summary="weekday and date, ordinal and total, part and whole, limits",
    options=Arithmetic,
    evaluate=evaluate,
    needs=needs,
    hears=hears,
    describe=describe,
    mistakes=mistakes,
)

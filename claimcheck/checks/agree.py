"""agree: reports of one event give one value, within a tolerance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from claimcheck.checks.amount import tolerance
from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule, merged
from claimcheck.checks.choose import APART, chosen, explicit, marks_of, parted, said_by, speakers
from claimcheck.checks.comparable import (
    Agree,
    as_counted,
    both_ways,
    compared,
    leads,
    narrow,
    never,
)
from claimcheck.checks.otherwise import told_otherwise
from claimcheck.checks.revisions import FORMER, WITHDRAWN, Revision, revisions, taken_out
from claimcheck.checks.scenes import names_the_other, scenes
from claimcheck.checks.sides import Compare, Disagreement, disagreement, remembered, sides_of
from claimcheck.checks.updates import Course, explained, told_as_update, told_by_itself
from claimcheck.checks.vouched import vouched
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison, Scalar, Side

NOT_HELD = frozenset((WITHDRAWN, FORMER))


def evaluate(rule: Rule[Agree], group: Group) -> Outcome:
    """Compare the positions of all witnesses of the event, subject by subject."""
    options = rule.options
    changing = options.updates != "conflict"
    if len(group.documents) < 2 and not changing:
        return NOTHING
    besides = APART if options.besides is None else frozenset(options.besides)
    claims = chosen(
        group,
        kind=options.kind,
        role=options.role,
        subject=options.subject,
        compare=rule.compare,
        besides=besides - NOT_HELD if changing else besides,
    )
    claims = [c for c in claims if narrow(options, c)]
    if options.scene:
        claims = scenes(group, claims)
    if not claims:
        return NOTHING
    parts = [claims] if options.subject else parted(claims, lambda c: c.subject)
    if options.per == "named-speaker":
        parts = [[c for c in part if said_by(group, c)] for part in parts]
    if options.per:
        parts = [p for part in parts for p in parted(part, speakers(group, part))]
    return merged(_one_thing(rule, group, part) for part in parts)


def _one_thing(rule: Rule[Agree], group: Group, claims: list[Claim]) -> Outcome:
    options = rule.options
    revised = _revised(rule, group, claims) if options.updates != "conflict" else []
    course = Course(options.updates == "any", options.settled, options.balance, revised)
    if len(group.documents) < 2:
        return Outcome(len(revised), (_revision(options, claims, revised),)) if revised else NOTHING
    replaced = {r.before.id for r in revised}
    told, claims = claims, [c for c in claims if c.id not in replaced and NOT_HELD.isdisjoint(marks_of(c))]
    if not claims:
        return NOTHING
    compare = remembered(partial(compared, options, group))
    counted = [as_counted(c, options) for c in both_ways(claims)]
    found = disagreement(
        group,
        counted,
        compare,
        firm=leads if options.firm else never,
        pardon=partial(names_the_other, group) if options.scene else partial(told_otherwise, group),
        most=options.most,
        bridged=options.bridged,
    )
    if found.edges and not explained(found, course):
        clash = _clash(rule, group, found, compare, {c.id: c for c in claims}, course)
        doubtful = options.weak == "undecided" or _far(options, found)
        if doubtful and group.link_of(clash.sides) == "weak" and not vouched(group, clash.sides):
            reason = "tied so weakly that these are more likely two events"
            return Outcome(found.compared, (), (Doubt(reason, tuple(claims)),))
        return Outcome(found.compared, (clash,))
    if found.both:
        reason = f"{found.both[0]} gives both: they may be of two things"
        return Outcome(found.compared, (), (Doubt(reason, tuple(claims)),))
    if revised:
        return Outcome(found.compared + len(revised), (_revision(options, told, revised),))
    if not found.compared:
        if options.per or (claims[0].subject and options.kind == "duration"):
            return NOTHING  # one report of what somebody said, or of how old he is, is not waiting for another
        return _undecided(group, found, claims)
    return Outcome(found.compared)


def _revised(rule: Rule[Agree], group: Group, claims: Sequence[Claim]) -> list[Revision]:
    """What articles tell themselves of how this figure changed."""
    found, balance = revisions(claims), rule.options.balance
    if balance is None or found:
        return found
    others = chosen(
        group, kind=rule.options.kind, role=(balance,), subject=rule.options.subject, compare=rule.compare,
        besides=APART - NOT_HELD,
    )  # fmt: skip
    return taken_out(revisions(others), claims)


def _revision(options: Agree, claims: Sequence[Claim], revised: Sequence[Revision]) -> Clash:
    """A note of the figures that articles revise, each with all that give it."""
    kind = KINDS[options.kind]
    values = dict.fromkeys(c.value for r in revised for c in (r.before, r.after))
    sides = [[c for c in claims if c.value == value and explicit(c)] for value in sorted(values, key=_size)]
    return Clash(
        kind=options.kind,
        sides=tuple(Side(kind.render(side[0]), tuple(sorted(side, key=_place))) for side in sides),
        severity="note",
        note=told_by_itself(revised),
        subject=claims[0].subject,
    )


def _size(value: Scalar) -> tuple[float, str]:
    return (value, "") if isinstance(value, int | float) else (0.0, value)


def _place(claim: Claim) -> tuple[str, bool, int]:
    return claim.doc, claim.field != "title", claim.start


def _clash(
    rule: Rule[Agree],
    group: Group,
    found: Disagreement,
    compare: Compare,
    written: Mapping[str, Claim],
    course: Course,
) -> Clash:
    """`written`: the claims by id as their articles make them, before counting rules."""
    options = rule.options
    sides, agrees = sides_of(found.shown(), compare, lambda c: KINDS[options.kind].render(written[c.id]))
    update = None
    if options.updates != "conflict":
        update = told_as_update(group, found, course)
    unsure = found.torn or _far(options, found)
    far = rule.severity == "error" and group.link != "certain" and unsure
    return Clash(
        kind=options.kind,
        sides=tuple(_whole(side, sides, written, compare) for side in sides),
        agrees=tuple(written[c.id] for c in agrees),
        severity="note" if update else "warning" if far else None,
        note=update or ("or these are two events" if far else ""),
        subject=sides[0].claims[0].subject,
    )


def _whole(side: Side, sides: Sequence[Side], written: Mapping[str, Claim], compare: Compare) -> Side:
    """The side with what its articles say more vaguely elsewhere: "around 10:40" beside 10:42."""
    told = {c.id for s in sides for c in s.claims}
    elsewhere = {c.doc for s in sides if s is not side for c in s.claims}
    docs = {c.doc for c in side.claims} - elsewhere
    fits = (Comparison.SAME, Comparison.COMPATIBLE)
    more = [
        c
        for c in written.values()
        if c.doc in docs and c.id not in told and all(compare(c, other) in fits for other in side.claims)
    ]
    claims = [written[c.id] for c in side.claims] + more
    return Side(side.value, tuple(sorted(claims, key=_place)))


def _far(options: Agree, found: Disagreement) -> bool:
    """Whether some that clash are so far apart that they may be of two events."""
    if options.doubt is None:
        return False
    kind, width = KINDS[options.kind], tolerance(options.doubt, options.kind)
    said = found.positions
    return any(
        kind.compare(x, y, within=width.within, relative=width.relative) is Comparison.CONFLICT
        for a, b in found.edges
        for x in said[a]
        for y in said[b]
        if x.id in found.contested and y.id in found.contested
    )


def _undecided(group: Group, found: Disagreement, claims: list[Claim]) -> Outcome:
    if not found.positions:
        return Outcome(0, (), (Doubt("one article gives many values: it tells of several things", tuple(claims)),))
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


def hears(options: Agree) -> Iterator[tuple[str, Iterable[str]]]:
    """The roles compared."""
    if options.role:
        yield options.kind, options.role


def describe(options: Agree) -> str:
    """The rule as a sentence."""
    what = options.kind + (f" of {' or '.join(options.role)}" if options.role else "")
    if options.subject:
        what += f" ({' or '.join(options.subject)})"
    text = f"Reports of one event give one {what}"
    if options.within:
        text += f", within {options.within}"
    if options.per:
        text += ", for each speaker"
    if options.against:
        text += f"; two clash where one article gives the other's as {options.against}"
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
    for key in ("within", "widest", "reach", "near", "doubt"):
        amount = getattr(options, key)
        try:
            tolerance(0 if amount is None else amount, options.kind)
        except ValueError as error:
            yield key, str(error)


CHECK = Check(
    id="agree",
    summary="reports of one event give one value, within a tolerance",
    options=Agree,
    evaluate=evaluate,
    needs=needs,
    hears=hears,
    describe=describe,
    mistakes=mistakes,
    of_all=lambda options: options.scene,
)

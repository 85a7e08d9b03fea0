"""order: this before that. A post cannot precede what it reports; "earlier that day" needs room in the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.checks.amount import seconds
from claimcheck.checks.check import NOTHING, Check, Clash, Group, Outcome, Rule
from claimcheck.checks.choose import chosen
from claimcheck.kinds import KINDS
from claimcheck.kinds.time import shifts
from claimcheck.model import Claim, Side

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Order:
    """The keys of `order`. Either two roles of clock times, one before the other:

    first, then   roles: the time of `first` comes before that of `then`
    room          the wrong way round by at most this is wrong; by more, a clock time is of the day before ("posted at
                  00:15" of an event at 23:50)

    or an earlier part of one day, which must be long enough (all in one article):

    same-day      values of order claims that say: earlier on the same day as ...
    then          role of the clock time that ends that part of the day
    gap           values of order claims that say: hours after ...
    room          what the hours need at least
    """

    then: str
    room: str
    first: str | None = None
    same_day: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()


def evaluate(rule: Rule[Order], group: Group) -> Outcome:
    """Two clock times in order, or room before a clock time."""
    return _in_order(rule, group) if rule.options.first else _room_in_day(rule, group)


def hears(options: Order) -> Iterator[tuple[str, Iterable[str]]]:
    """The roles of the clock times."""
    yield "time", (options.then,)
    if options.first:
        yield "time", (options.first,)


def _in_order(rule: Rule[Order], group: Group) -> Outcome:
    options = rule.options
    assert options.first is not None  # evaluate asked
    earlier = _by_witness(group, _clock(chosen(group, kind="time", role=(options.first,), compare=rule.compare)))
    later = _by_witness(group, _clock(chosen(group, kind="time", role=(options.then,), compare=rule.compare)))
    if not earlier or not later:
        return NOTHING
    room = seconds(options.room) / 60
    wrong: list[Claim] = []
    for told in earlier.values():
        for posted in later.values():
            if all(_precedes(b, a, room) for a in told for b in posted):
                wrong += [*told, *posted]
    compared = len(earlier) * len(later)
    if not wrong:
        return Outcome(compared)
    return Outcome(compared, (Clash(kind="order", sides=_sides(wrong)),))


def _clock(claims: list[Claim]) -> list[Claim]:
    return [c for c in claims if c.low is not None and c.low == c.high]


def _by_witness(group: Group, claims: list[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(group.witness_of(claim), []).append(claim)
    return found


def _precedes(a: Claim, b: Claim, room: float) -> bool:
    """Whether clock time a lies before b by at most `room` minutes, round midnight, in whatever zones they may be told;
    never where their dates differ."""
    if a.date and b.date and a.date != b.date:
        return False
    moved = shifts(a.unit, b.unit)
    if not moved:
        return False
    return all(0 < ((b.low or 0) + shift - (a.low or 0)) % _DAY <= room for shift in moved)


def _sides(claims: list[Claim]) -> tuple[Side, ...]:
    values: dict[tuple[str, str], dict[str, Claim]] = {}
    for claim in claims:
        values.setdefault((claim.role or "", KINDS["time"].render(claim)), {})[claim.id] = claim
    order = sorted(values.items(), key=lambda item: item[0][1])
    return tuple(
        Side(f"{value} ({role})", tuple(sorted(said.values(), key=lambda c: (c.doc, c.start))))
        for (role, value), said in order
    )


def _room_in_day(rule: Rule[Order], group: Group) -> Outcome:
    options = rule.options
    said = chosen(group, kind="order", compare=rule.compare)
    same_day = [c for c in said if c.value in options.same_day]
    gaps = [c for c in said if c.value in options.gap]
    times = _clock(chosen(group, kind="time", role=(options.then,), compare=rule.compare))
    room = seconds(options.room)
    compared, found = 0, []
    for before in same_day:
        for gap in gaps:
            needed = room if gap.low is None else gap.low
            if not _one_place(group, before, gap):
                continue  # earlier at one place, hours after another
            for time in times:
                compared += 1
                if time.low is not None and time.low * 60 < needed:
                    found += [time, before, gap]
    if not found:
        return Outcome(compared) if compared else NOTHING
    claims = {c.id: c for c in found}.values()
    sides = tuple(Side(c.text if c.kind == "order" else KINDS["time"].render(c), (c,)) for c in claims)
    return Outcome(compared, (Clash(kind="order", sides=sides),))


def _one_place(group: Group, a: Claim, b: Claim) -> bool:
    """Whether the sentences of two claims can speak of one place: they name one in common, or one names none."""
    named = [
        {c.geonameid or c.value for c in group.by_kind.get("location", ()) if c.sentence == claim.sentence}
        for claim in (a, b)
    ]
    return not all(named) or not named[0].isdisjoint(named[1])


def needs(options: Order) -> tuple[str, ...]:
    """Clock times; for room in the day, order claims."""
    return ("time",) if options.first else ("order",)


def describe(options: Order) -> str:
    """The rule as a sentence."""
    if options.first:
        return (
            f"The time of the {options.first} is not after the time of the {options.then} "
            f"(compared on one night: up to {options.room} the wrong way round)."
        )
    return (
        f"What happened earlier on the same day, hours before the {options.then}, leaves {options.room} "
        f"between midnight and the time of the {options.then}."
    )


def mistakes(options: Order) -> Iterator[tuple[str, str]]:
    """Neither or both of the two forms; a length of time that cannot be read."""
    if bool(options.first) == bool(options.same_day):
        yield "", "give either first and then, or same-day, gap and then"
    elif options.same_day and not options.gap:
        yield "gap", "same-day needs gap: the values that say how long"
    try:
        seconds(options.room)
    except ValueError as error:
        yield "room", str(error)


CHECK = Check(
    id="order",
    summary="this before that, with room",
    options=Order,
    evaluate=evaluate,
    needs=needs,
    hears=hears,
    describe=describe,
    mistakes=mistakes,
)

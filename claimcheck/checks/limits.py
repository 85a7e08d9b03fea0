"""Limits of single values: a whole that shares cannot exceed, a role that is never above another, a rise that fits.

Forms of the check `arithmetic`. All compare the least that one side can mean with the most that the other can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.checks.check import NOTHING, Clash, Group, Outcome, Voice, merged
from claimcheck.checks.choose import APART, chosen
from claimcheck.kinds import KINDS
from claimcheck.kinds.measure import SCORE
from claimcheck.model import Claim, Side

_NO_ROOM = 1e-9


@dataclass(frozen=True, slots=True)
class Between:
    """No value of a role is outside these bounds, in the base unit of its kind (a share of the whole, not percent)."""

    kind: str
    role: tuple[str, ...]
    least: float | int | None = None
    most: float | int | None = None
    unit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAbove:
    """In what one article says of one event no value of `role` is above those of `of`, of the same kind and subject.

              a score stands for the sum of its two numbers
    room      how far above it may be, as a share of the larger value (rounding)
    once      articles with more than one value of either role are passed over: which belongs to which is not known
    """

    kind: str
    role: tuple[str, ...]
    of: tuple[str, ...]
    room: float | int = 0
    once: bool = True


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares that one article gives to different subjects are together no more than the whole.

    most      the whole, in the base unit; room: rounding that is let pass
    """

    role: tuple[str, ...]
    most: float | int = 1
    room: float | int = 0.015
    kind: str = "measure"


@dataclass(frozen=True, slots=True)
class Rise:
    """A percentage of an article is what its two amounts make: a premium over the last price.

    share     role of the percentage; to, base: roles of the amounts after and before
    room      how far off it may be, as a share of the whole (0.015 is a point and a half)
    """

    share: str
    to: str
    base: str
    kind: str = "money"
    room: float | int = 0.015


Limit = Between | NotAbove | Shares | Rise


def limited(limit: Limit, group: Group, compare: Sequence[Voice]) -> Outcome:
    """Whether the claims of a group keep within the limit."""
    if isinstance(limit, Between):
        return _between(limit, group, compare)
    told: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in group.claims:  # what one article says of one event
        told.setdefault((claim.doc, claim.event), []).append(claim)
    articles = [Group(group.event, "article", (doc,), tuple(claims)) for (doc, _), claims in told.items()]
    if isinstance(limit, NotAbove):
        return merged(_not_above(limit, article, compare) for article in articles)
    if isinstance(limit, Shares):
        return merged(_shares(limit, article, compare) for article in articles)
    return merged(_rise(limit, article, compare) for article in articles)


def kinds_of(limit: Limit) -> tuple[str, ...]:
    """The kind that the limit is about."""
    return (limit.kind,)


def roles_of(limit: Limit) -> Iterator[tuple[str, Iterable[str]]]:
    """(kind, roles) pairs of each of which it needs a claim."""
    if isinstance(limit, Rise):
        yield "measure", (limit.share,)
        yield limit.kind, (limit.to,)
        yield limit.kind, (limit.base,)
        return
    yield limit.kind, limit.role
    if isinstance(limit, NotAbove):
        yield limit.kind, limit.of


def unknown_kind(limit: Limit) -> Iterator[str]:
    """A kind that does not exist."""
    if limit.kind not in KINDS:
        yield f'no kind "{limit.kind}"'


def _between(limit: Between, group: Group, compare: Sequence[Voice]) -> Outcome:
    claims = [
        c
        for c in chosen(group, kind=limit.kind, role=limit.role, compare=compare)
        if not limit.unit or c.unit in limit.unit
    ]
    outside = [c for c in claims if _above(c, limit.most) or _below(c, limit.least)]
    if not claims:
        return NOTHING
    clashes = tuple(Clash(kind="arithmetic", sides=(_side(c),)) for c in outside)
    return Outcome(len(claims), clashes)


def _above(claim: Claim, most: float | int | None) -> bool:
    return most is not None and claim.low is not None and claim.low > most + _NO_ROOM


def _below(claim: Claim, least: float | int | None) -> bool:
    return least is not None and claim.high is not None and claim.high < least - _NO_ROOM


def _not_above(limit: NotAbove, article: Group, compare: Sequence[Voice]) -> Outcome:
    parts = chosen(article, kind=limit.kind, role=limit.role, compare=compare, besides=APART - {"partial"})
    wholes = chosen(article, kind=limit.kind, role=limit.of, compare=(*compare, "hedged"))
    parts, wholes = list(map(_with_total, parts)), list(map(_with_total, wholes))
    if not parts or not wholes:
        return NOTHING
    if limit.once and (_values(parts) > 1 or _values(wholes) > 1):
        return NOTHING
    most = max((c.high for c in wholes if c.high is not None), default=None)
    if most is None or any(c.high is None for c in wholes):
        return NOTHING
    over = [c for c in parts if c.low is not None and c.low > most + limit.room * max(c.low, most) + _NO_ROOM]
    if not over:
        return Outcome(1)
    sides = (_side(over[0]), _side(max(wholes, key=lambda c: c.high or 0)))
    return Outcome(1, (Clash(kind="arithmetic", sides=sides, subject=over[0].subject),))


def _with_total(claim: Claim) -> Claim:
    """A score stands for all its goals or points: 2-1 is three."""
    if claim.unit != SCORE:
        return claim
    goals = float(sum(map(int, str(claim.value).split("-"))))
    return replace(claim, low=goals, high=goals)


def _shares(limit: Shares, article: Group, compare: Sequence[Voice]) -> Outcome:
    claims = chosen(article, kind=limit.kind, role=limit.role, compare=compare)
    by_subject: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.subject and claim.low is not None:
            by_subject.setdefault(claim.subject, []).append(claim)
    if len(by_subject) < 2 or any(_values(said) > 1 for said in by_subject.values()):
        return NOTHING
    firsts = [said[0] for said in by_subject.values()]
    total = sum(c.low or 0 for c in firsts)
    if total <= limit.most + limit.room:
        return Outcome(1)
    return Outcome(1, (Clash(kind="arithmetic", sides=tuple(map(_side, firsts))),))


def _rise(limit: Rise, article: Group, compare: Sequence[Voice]) -> Outcome:
    share = chosen(article, kind="measure", role=(limit.share,), compare=compare)
    to = chosen(article, kind=limit.kind, role=(limit.to,), compare=compare)
    base = chosen(article, kind=limit.kind, role=(limit.base,), compare=compare)
    if not (share and to and base) or any(_values(said) != 1 for said in (share, to, base)):
        return NOTHING
    said, after, before = share[0], to[0], base[0]
    bounds = (said.low, said.high, after.low, after.high, before.low, before.high)
    if any(b is None for b in bounds) or not before.low or after.unit != before.unit:
        return NOTHING
    least = (after.low or 0) / (before.high or 1) - 1 - limit.room
    most = (after.high or 0) / before.low - 1 + limit.room
    if (said.low or 0) <= most and (said.high or 0) >= least:
        return Outcome(1)
    return Outcome(1, (Clash(kind="arithmetic", sides=(_side(said), _side(after), _side(before))),))


def _values(claims: Sequence[Claim]) -> int:
    return len({(c.value, c.unit, c.subject) for c in claims})


def _side(claim: Claim) -> Side:
    return Side(KINDS[claim.kind].render(claim), (claim,))


def described(limit: Limit) -> str:
    """The limit as a sentence."""
    if isinstance(limit, Between):
        bounds = [f"not below {limit.least}"] if limit.least is not None else []
        bounds += [f"not above {limit.most}"] if limit.most is not None else []
        return f"A {limit.kind} of {' or '.join(limit.role)} is {' and '.join(bounds)} (in the base unit)."
    if isinstance(limit, NotAbove):
        role, whole = " or ".join(limit.role), " or ".join(limit.of)
        return f"In one article the {limit.kind} of {role} is not above that of {whole}."
    if isinstance(limit, Shares):
        return f"The shares of {' or '.join(limit.role)} in one article are together not above {limit.most}."
    return f"The {limit.share} is what {limit.to} is above {limit.base}, within {limit.room}."

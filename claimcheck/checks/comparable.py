"""What `agree` compares, and how: its options, which claims are of the thing meant, and when two of them clash.

Most of it is counting rules and caution: a toll may include the gunman, "Monday" is of the week it was written in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.checks.amount import tolerance
from claimcheck.checks.check import Group
from claimcheck.checks.choose import explicit, marked
from claimcheck.checks.scenes import inside
from claimcheck.kinds import KINDS
from claimcheck.kinds.time import width
from claimcheck.model import Claim, Comparison
from claimcheck.places.spelling import spelling

DAWN, EVENING = 6, 18
PARTS = {"MO": 5, "AF": 14, "EV": 20, "NI": 22, "DT": 12, "TMO": 5, "TAF": 14, "TEV": 20, "TNI": 22, "TDT": 12}  # hours
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"[^\W\d_a-z][\w'’]+")
_THERE = re.compile(r" (?:of (?:them|whom|those) )?(?:were |was )?(?:in|near|at) [A-Z]")  # after a part's number


@dataclass(frozen=True, slots=True)
class Agree:
    """The keys of `agree`.

    within    how far values may be apart: "10 minutes", "1 day", "5 km", "10 %" or a number
    widest    claims vaguer than this are left out: "2 days" leaves out "in March"
    reach     values farther apart than this are taken to be of different things: undecided, no clash
    doubt     values farther apart than this may be of two events: a warning at most, over a weak link undecided; a
              finding like any other where the link is certain
    weak      over a weak link a clash is a warning (`warn`) or (`undecided`) more likely a sign of two events
    near      the same, where a date is told without its number ("Monday"): such days are of the week they are told in
    scene     of places, only the town where each article puts the event
    firm      the first figure of an article's text counts even where it gives another one as well
    updates   `conflict`: another value is at odds whenever it was written; `rising`: a higher value in a later
              article is an update, told as a note; `any`: so is a lower one
    settled   days after the event from which a new value is no update any more
    implied   what a count without a number says ("a man was killed"): one, or (`bound`) at least one
    most      how many values that do not fit each other one article may give: with more it tells of several things
    bridged   values that a third article gives both of are of two things: undecided, no clash
    balance   role of the count that must rise by as much as this one falls (the dead come out of the wounded)
    plus      role of a count that this one may include (40 destroyed and 100 damaged are 140 damaged)
    among     words for people of one sort (children, soldiers): fewer of them may be among more of others
    found     words of what is found one by one (bodies): at least so many
    names     two values clash only where their sentences share a proper name: a score is of the teams beside it
    spread    types of event that cover an area: the figure of a place inside the other article's is a part of that
    against   two values clash only where one article gives the other's value in this role: the winner here lost there
    per       compare only claims of one speaker, where speakers are known; `named-speaker`: and leave out the others
    besides   marks of claims left out (the default set leaves out parts, running and withdrawn figures)
    """

    kind: str
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    within: str | int | float = 0
    widest: str | int | float | None = None
    reach: str | int | float | None = None
    near: str | int | float | None = None
    doubt: str | int | float | None = None
    weak: Literal["warn", "undecided"] = "warn"
    scene: bool = False
    firm: bool = False
    most: int = 3
    bridged: bool = False
    updates: Literal["conflict", "rising", "any"] = "conflict"
    settled: int = 30
    implied: Literal["value", "bound"] = "value"
    balance: str | None = None
    plus: str | None = None
    among: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    names: bool = False
    spread: tuple[str, ...] = ()
    against: str | None = None
    per: Literal["speaker", "named-speaker"] | None = None
    besides: tuple[str, ...] | None = None


def compared(options: Agree, group: Group, a: Claim, b: Claim) -> Comparison:
    """The kind's own comparison, and doubt where the two are too far apart to be of one thing."""
    kind, width = KINDS[options.kind], tolerance(options.within, options.kind)
    if options.kind == "date":
        a, b = _evening(group, a, b), _evening(group, b, a)
    answer = kind.compare(a, b, within=width.within, relative=width.relative)
    if answer is not Comparison.CONFLICT:
        return answer
    if options.kind == "date" and (_another_year(a, b) or _one_night(group, a, b)):
        return Comparison.COMPATIBLE
    if options.kind == "count" and (_part_elsewhere(group, a, b) or _part_elsewhere(group, b, a)):
        return Comparison.COMPATIBLE
    if options.plus and (_included(options.plus, group, a, b) or _included(options.plus, group, b, a)):
        return Comparison.COMPATIBLE
    if options.kind == "count" and (_listed(a, b) or _listed(b, a)):
        return Comparison.UNKNOWN
    if group.kind in options.spread and (_local(a, b) or _local(b, a)):
        return Comparison.UNKNOWN
    if options.among and (_among(options.among, a, b) or _among(options.among, b, a)):
        return Comparison.UNKNOWN
    if options.names and not _share_a_name(a, b):
        return Comparison.UNKNOWN
    if options.against and not (_against(options, group, a, b) or _against(options, group, b, a)):
        return Comparison.UNKNOWN
    if options.scene and spelling(str(a.value)) == spelling(str(b.value)):
        return Comparison.COMPATIBLE  # one name, read as two places: more likely than two places of one name
    numbered = all(_DIGIT.search(c.text) for c in (a, b))
    reach = options.reach if numbered or options.near is None else options.near
    if reach is None:
        return answer
    far = tolerance(reach, options.kind)
    apart = kind.compare(a, b, within=far.within, relative=far.relative)
    return Comparison.UNKNOWN if apart is Comparison.CONFLICT else answer


def _against(options: Agree, group: Group, a: Claim, b: Claim) -> bool:
    """Whether the article of the one names the value of the other in the role that excludes it."""
    contrary = (c for c in group.by_kind.get(options.kind, ()) if c.doc == a.doc and c.role == options.against)
    return any(KINDS[options.kind].compare(c, b) is Comparison.SAME for c in contrary)


def _included(plus: str, group: Group, whole: Claim, part: Claim) -> bool:
    """Whether the article of the part gives, in the role `plus`, what it lacks to the whole."""
    return any(
        c.doc == part.doc
        and c.role == plus
        and c.subject == part.subject
        and c.low is not None
        and part.low is not None
        and c.low + part.low == whole.low
        for c in group.by_kind.get("count", ())
    )


def _listed(a: Claim, b: Claim) -> bool:
    """Whether b counts what a does and others as well: `287 pupils`, `287 pupils and one teacher`. That is no other
    number of pupils."""
    one, more = a.text.casefold(), b.text.casefold()
    return " " in one and (more.startswith((f"{one} and ", f"{one}, ")) or more.endswith(f" and {one}"))


def _among(words: Sequence[str], few: Claim, many: Claim) -> bool:
    """Whether the few are of one sort of people, and may be some of the many: three children, 12 people."""
    if few.high is None or many.low is None or few.high >= many.low:
        return False
    return few.text.rsplit(" ", 1)[-1].lower() in words and many.text.rsplit(" ", 1)[-1].lower() not in words


def _share_a_name(a: Claim, b: Claim) -> bool:
    """Whether a word with a capital stands in both sentences, in one of them not at the beginning."""
    one, two = (_CAPITAL.findall(c.sentence) for c in (a, b))
    return not ({*one[1:]}.isdisjoint(two) and {*two[1:]}.isdisjoint(one))


def _local(part: Claim, whole: Claim) -> bool:
    """Whether the smaller figure is of a place inside the one that the larger is of: a district, its country."""
    if part.high is None or whole.low is None or part.high >= whole.low or not (part.place and whole.place):
        return False
    return inside(part.place, whole.place)


def _part_elsewhere(group: Group, a: Claim, b: Claim) -> bool:
    """Whether the article of b gives a's number as a part in one place: `killed 15, 12 of them in Texas`."""
    return any(
        c.doc == b.doc
        and c.value == a.value
        and c.role == a.role
        and marked(c, "partial")
        and _THERE.match(c.sentence.partition(c.text)[2]) is not None
        for c in group.by_kind.get("count", ())
    )


def _another_year(a: Claim, b: Claim) -> bool:
    """One day of the year, where a year is not written but guessed from the date of the article."""
    one, two = str(a.value), str(b.value)
    return one[4:] == two[4:] and not (one[:4] in a.text and two[:4] in b.text)


def _evening(group: Group, night: Claim, other: Claim) -> Claim:
    """Friday night reaches into Saturday, but not to 10:40 p.m. of it."""
    if night.low is None or night.high != night.low + 1 or not str(night.timex).endswith("NI"):
        return night
    hours = _hours(group, other)
    return replace(night, high=night.low) if hours and all(hour >= DAWN for hour in hours) else night


def _one_night(group: Group, a: Claim, b: Claim) -> bool:
    """Two days with one night between them: a party on New Year's Eve, and the shots at it, 1:15 a.m. on January 1."""
    first, then = sorted((a, b), key=lambda c: c.low or 0)
    if first.high is None or then.low is None or then.low - first.high != 1:
        return False
    evening, morning = _hours(group, first), _hours(group, then)
    return any(hour < DAWN for hour in morning) and all(hour >= EVENING for hour in evening)


def _hours(group: Group, day: Claim) -> list[float]:
    """The hours that go with a date: those in its own words, or the clock times of its sentence."""
    part = str(day.timex or "").partition("T")[2]
    if part in PARTS:
        return [PARTS[part]]
    times = (c for c in group.by_kind.get("time", ()) if c.doc == day.doc and c.sentence == day.sentence)
    return [PARTS.get(str(c.value), c.low / 60) % 24 for c in times if c.low is not None]


def narrow(options: Agree, claim: Claim) -> bool:
    """Whether the claim is close enough to be compared."""
    if options.widest is None or claim.low is None or claim.high is None:
        return True
    wide = width(claim) if options.kind == "time" else claim.high - claim.low
    return wide <= tolerance(options.widest, options.kind).within


def leads(claim: Claim, said: Sequence[Claim]) -> bool:
    """Whether the claim states the first figure, or the first date with a number, of its article's text."""
    first = next((c for c in said if c.doc == claim.doc and c.field == "text" and _figure(c)), None)
    return first is not None and first.value == claim.value and _figure(claim)


def _figure(claim: Claim) -> bool:
    if claim.kind == "count":
        return explicit(claim)
    return claim.kind != "date" or _DIGIT.search(claim.text) is not None


def never(_claim: Claim, _said: Sequence[Claim]) -> bool:
    """No claim is firm."""
    return False


def as_counted(claim: Claim, options: Agree) -> Claim:
    """What a count says once counting rules are allowed for: a toll that includes the perpetrator fits one that does
    not (4 with him, 3 victims); who is told without a number may not be the only one; more may be found."""
    if claim.low is None:
        return claim
    if options.found and claim.text.rsplit(" ", 1)[-1].lower() in options.found:
        return replace(claim, high=None, qualifier="at_least")
    if marked(claim, "with-perpetrator"):
        return replace(claim, low=claim.low - 1, qualifier="about")
    if options.implied == "bound" and not explicit(claim) and not marked(claim, "sole"):
        return replace(claim, high=None, qualifier="at_least")
    return claim


def both_ways(claims: Sequence[Claim]) -> list[Claim]:
    """An article that says how else one may count ("five and an unborn child" are five or six) means its plain "five"
    so."""
    ways = {c.doc: c for c in claims if c.kind == "count" and c.qualifier == "exact" and c.low != c.high}
    if not ways:
        return list(claims)
    return [replace(c, high=way.high) if (way := ways.get(c.doc)) and c.low == c.high == way.low else c for c in claims]

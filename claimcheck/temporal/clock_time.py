"""What readers of the clock share: minutes after midnight, am or pm by the neighbours, how exact the words are."""

from __future__ import annotations

from claimcheck.temporal.literals import Clock
from claimcheck.temporal.reading import Parts, Reading

_HALF_DAY = {"TMO": 0, "TAF": 720, "TEV": 720}
AMBIGUOUS = "12h"  # the tag of a time that may be before or after noon


def minute_of(parts: Parts) -> int | None:
    if not parts.has("mm") and not parts.has("mm1"):
        return 0
    tens = parts.whole("mm", "tens", "number") or 0
    return tens + (parts.whole("mm1", "ones") or 0)


def of_day(parts: Parts, minutes: int, *, sure: bool) -> tuple[int, bool]:
    """Minutes after midnight once am, pm or the part of the day is taken into account."""
    if parts.has("ap"):
        half = 0 if parts.word("ap") in ("am", "a") else 12
        return minutes % 720 + half * 60 if minutes < 780 else minutes, True
    if parts.has("noon"):
        return minutes, True
    part = str(parts.value("part", "part") or "")
    if sure or not part:
        return minutes, sure or parts.has("meal")
    if part == "TNI":
        small = minutes % 720 < 300 or minutes // 60 == 12
        return minutes % 720 + (0 if small else 720), True
    if part == "TMO" and minutes // 60 == 12:
        return minutes % 720, True
    return minutes + (_HALF_DAY[part] if minutes < 720 else 0), True


def clock_reading(parts: Parts, minutes: int, *, sure: bool) -> Reading:
    qualifier, around = _around(parts, minutes)
    return Reading(
        "time", parts.first, parts.last, "clock", minutes=minutes % 1440, qualifier=qualifier, around=around,
        zone=_zone(parts), toward=parts.word("thispart"), part=str(parts.value("part", "part") or ""),
        tags=() if sure else (AMBIGUOUS,),
    )  # fmt: skip


def _zone(parts: Parts) -> str | None:
    """GMT, et, local, or the place of `5:34 AM Baghdad time`, which stays outside of the expression."""
    if parts.has("zone"):
        return parts.word("zone")
    after = parts.after()
    if after == "local" or (parts.after(2) == "time" and after.isalpha() and not parts.sign("no-place", after)):
        return after
    return None


def _around(parts: Parts, minutes: int) -> tuple[str | None, tuple[int, int] | None]:
    """The qualifier, and how many minutes before and after the wording admits."""
    soon = parts.word("soon") or parts.before()
    near = parts.has("soon")
    if soon in ("after", "past"):
        return "more_than", (0, 30 if near else 720)
    if soon == "before":
        return "less_than", (30 if near else 720, 0)
    if soon in ("by", "until", "till") and not near:
        return "at_most" if soon == "by" else None, (720, 0) if soon == "by" else None
    if parts.after() == "hour":
        return "about", (0, 60)  # in the 8 p.m. hour
    vague = parts.value("q", "vague") if parts.has("q") else None
    literal = parts.literals.get(parts.span("c")[0]) if parts.has("c") else None
    if vague or (isinstance(literal, Clock) and literal.about):
        width = 30 if minutes % 60 == 0 else 15 if minutes % 15 == 0 else 10
        return "about", (width, width)
    return None, None

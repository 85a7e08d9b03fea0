"""Readings that point from the article's date or from a date said before: yesterday, last week, three days later."""

from __future__ import annotations

from claimcheck.temporal.amounts import SECONDS, amount, qualifier_of, unit_of
from claimcheck.temporal.build import date_reading, edge_of, part_of, toward_of
from claimcheck.temporal.durations import duration, stretch
from claimcheck.temporal.reading import Parts, Reading, named_so

Readings = tuple[Reading, ...]
_STEP = {"last": -1, "next": 1, "previous": -1, "following": 1, "before": -1, "after": 1}
_NOW = ("last", "next", "this")


def deictic(parts: Parts) -> Readings:
    """today, yesterday morning, tomorrow, late tonight, the day after tomorrow."""
    if parts.last - parts.first == 1 and named_so(parts, "off" if parts.has("off") else "part"):
        return ()
    step = parts.value("off", "deictic")
    found = date_reading(parts, how="offset", unit="D", seen="now", part=part_of(parts), edge=edge_of(parts))
    if parts.has("day"):
        base = 1 if parts.word("day") == "tomorrow" else -1
        return (found._replace(amount=base * 2),)
    if parts.word("part") in parts.vocabulary.values["tonight"]:
        return (found._replace(part="TNI"),)
    if parts.word("off") in ("todays", "yesterdays"):
        return ()
    return (found._replace(amount=float(step) if isinstance(step, int) else 0.0),)


def direction(parts: Parts) -> Readings:
    """last week, this month, the previous year, that night, the following morning, the weekend, the day before."""
    unit = unit_of(parts)
    if parts.has("u") and not part_of(parts) and _is_length(parts):
        return stretch(parts)
    toward = toward_of(parts) or (parts.word("dir") if parts.word("dir") in _STEP else "")
    part = part_of(parts)
    if parts.word("u") in parts.vocabulary.values["weekend"]:
        unit, toward = "WE", toward or "this"
    if part and not unit:
        unit = "D"
        if toward in ("before", "after") and parts.after()[:1].isalnum():
            return ()  # the night before the trial
    if unit == "D" and toward in ("before", "after") and _names_a_day(parts):
        return tuple(found._replace(last=parts.span("u")[1]) for found in stretch(parts))
        if toward == "last" and part not in ("TNI", "TEV"):
            toward = "previous"
    seen = "now" if toward in _NOW else "said"
    if toward in ("before", "after") and parts.after()[:1].isalnum():
        seen = "event"  # the day after the flood
    words = parts.passage.words[parts.first : parts.last]
    if toward == "next" and words[0] == "the" and unit != "WE":
        seen = "said"
    if toward == "last" and words[0] == "the" and unit in ("D", "DE", "CE") and not part:
        return ()
    if parts.after() == "of" and unit in ("D", "W") and not part:
        return ()  # the last day of the siege
    found = date_reading(
        parts, how="offset", unit=unit, amount=_STEP.get(toward, 0), seen=seen, toward=toward, part=part,
        edge=edge_of(parts),
    )  # fmt: skip
    return (found,)


def _is_length(parts: Parts) -> bool:
    """`the past year`, `for the next decade`: so long, and no calendar year."""
    if parts.word("dir") == "past":
        return "the" in parts.passage.words[parts.first : parts.last]
    return parts.before() == "for" and parts.word("dir") in ("next", "last", "following", "coming")


def _names_a_day(parts: Parts) -> bool:
    """Whether a date follows: `the day after Christmas`."""
    word, values = parts.after(), parts.vocabulary.values
    known = word in values["month"] or word in values["weekday"] or word in parts.vocabulary.holidays
    return known or word[:1].isdigit()


def of_unit(parts: Parts) -> Readings:
    """the end of the month, late in the year, later that day."""
    unit = unit_of(parts)
    if unit in ("TM", "TH"):
        return ()
    return (date_reading(parts, how="offset", unit=unit, seen="said", toward="that", edge=edge_of(parts)),)


def one_part(parts: Parts) -> Readings:
    """one night, one afternoon: of the time said before."""
    return (date_reading(parts, how="part", seen="said", toward="one", part=part_of(parts)),)


def ago(parts: Parts) -> Readings:
    """three days ago, two years earlier, a week later, weeks ago."""
    unit = unit_of(parts)
    if parts.word("way") == "on" and parts.after()[:1].isalnum():
        return tuple(found._replace(last=parts.span("way")[0]) for found in duration(parts))
    back = parts.value("way", "way") == "back" or parts.word("way") in ("before", "prior")
    count = 1.0 if parts.has("a") else amount(parts, "n2") if parts.has("n2") else amount(parts, "n")
    words = parts.passage.words[parts.first : parts.last]
    if "half" in words:
        count = 0.5 if count is None else count + 0.5
    if parts.word("u") in parts.vocabulary.values["unit"] and count not in (1.0, 0.5):
        return ()
    seen = "now" if parts.word("way") in ("ago", "now", "hence") else "said"
    found = date_reading(parts, how="offset", unit=unit, seen=seen, edge=edge_of(parts))
    found = found._replace(qualifier=qualifier_of(parts) or found.qualifier)
    if count is None:
        return (_vague(found, unit, back=back, bare=parts.last - parts.first == 2),)
    found = found._replace(amount=-count if back else count)
    return (found._replace(kind="time") if unit.startswith("T") else found,)


def _vague(found: Reading, unit: str, *, back: bool, bare: bool) -> Reading:
    """weeks later: after what was said, and no more is known."""
    if back:
        return found._replace(how="fixed", timex="PAST_REF")
    if unit.startswith("T"):
        return found._replace(kind="time")
    if bare or unit == "W":
        return found._replace(toward="some")
    return found._replace(how="fixed", timex="FUTURE_REF")


def before_after(parts: Parts) -> Readings:
    """two years before: from what was said, unless something follows that it is before; then it is a length."""
    after = parts.after()
    if after[:1].isalnum() and not parts.sign("clause-opens", after):
        unit = unit_of(parts)
        if SECONDS.get(unit, 0) < 1:
            return ()
        return tuple(found._replace(last=parts.span("way")[0]) for found in duration(parts))
    return ago(parts)

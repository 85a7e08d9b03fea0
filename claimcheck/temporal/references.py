"""Readings that name no day at all: now, recently, the future."""

from __future__ import annotations

from claimcheck.temporal.reading import Parts, Reading


def present(parts: Parts) -> tuple[Reading, ...]:
    """at present, the time being, these days, to date."""
    after = parts.after()
    to_date = parts.passage.words[parts.last - 1] == "date"
    if to_date and after[:1].isalnum() and not parts.sign("to-date-ends", after):
        return ()  # `wanted to date her`
    return (_reference(parts, "PRESENT_REF"),)


def future(parts: Parts) -> tuple[Reading, ...]:
    """the future, future elections."""
    return (_reference(parts, "FUTURE_REF"),)


def past_reference(parts: Parts) -> tuple[Reading, ...]:
    """recent years."""
    return (_reference(parts, "PAST_REF"),)


def the_past(parts: Parts) -> tuple[Reading, ...]:
    """in the past; but not `the past two years`."""
    return () if parts.after()[:1].isalnum() else (_reference(parts, "PAST_REF"),)


def _reference(parts: Parts, timex: str) -> Reading:
    return Reading("date", parts.first, parts.last, "fixed", timex=timex)


def reference(parts: Parts) -> tuple[Reading, ...]:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""
    found = parts.value("ref", "nowref", "pastref")
    if found is None:
        return ()
    return (_reference(parts, str(found)),)

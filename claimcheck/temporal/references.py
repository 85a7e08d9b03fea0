"""Readings that name no day at all: now, recently, the future."""

from __future__ import annotations

from claimcheck.temporal.reading import Parts, Reading


def reference(parts: Parts) -> tuple[Reading, ...]:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""
    found = parts.value("ref", "present", "past", "future")
    if found is None:
        return ()
    return (Reading("date", parts.first, parts.last, "fixed", timex=str(found)),)

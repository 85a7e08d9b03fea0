"""Claims as short lines, so that a case can list all it expects of a text."""

from __future__ import annotations

from claimcheck.model import Claim, Extraction

MOMENTS = ("date", "time")


def counts(found: Extraction) -> list[str]:
    """Counts that have a role: `killed 2: Two people`, `downed 3 drone [partial]: three drones`."""
    return [_line(c, found, _amount(c)) for c in found.claims if c.kind in ("count", "ordinal") and c.role]


def moments(found: Extraction) -> list[str]:
    """Dates and times: `event 2016-05-08: Sunday`, `None 2012: 2012`."""
    return [f"{c.role} {c.value}{_aside(c, found)}: {c.text}" for c in found.claims if c.kind in MOMENTS]


def places(found: Extraction) -> list[str]:
    """Places with what they are of: `event: Toledo`."""
    return [f"{c.role}{_aside(c, found)}: {c.text}" for c in found.claims if c.kind == "location"]


def voices(found: Extraction) -> list[str]:
    """How counts are said: `asserted affirmed Smith: two drones`."""
    return [f"{c.certainty} {c.polarity} {c.speaker}: {c.text}" for c in found.claims if c.kind == "count" and c.role]


def causes(found: Extraction) -> list[str]:
    """What set things off: `asserted affirmed event arson fire: fire was arson`."""
    said = [c for c in found.claims if c.kind == "cause"]
    return [f"{c.certainty} {c.polarity} {c.role} {c.value} {c.subject}{_aside(c, found)}: {c.text}" for c in said]


def events(found: Extraction) -> list[str]:
    """The keys of the article's events, the main one first."""
    return [event.key for event in found.events]


def _amount(claim: Claim) -> str:
    subject = "" if claim.subject == "person" else f" {claim.subject}"
    return f"{claim.role} {claim.value}{subject}"


def _line(claim: Claim, found: Extraction, said: str) -> str:
    marks = f" [{claim.marks}]" if claim.marks else ""
    return f"{said}{marks}{_aside(claim, found)}: {claim.text}"


def _aside(claim: Claim, found: Extraction) -> str:
    return "" if claim.event == found.events[0].key else " aside"


SHOWN = {"counts": counts, "moments": moments, "places": places, "voices": voices, "events": events, "causes": causes}

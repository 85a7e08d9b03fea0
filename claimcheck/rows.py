"""The plain forms of articles, claims, events and findings: tuples of their fields, for files and other processes.

Whoever reads them wrote them (a file of this run, a checked row of the cache), so that `marshal` is safe and fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, TypeAlias

from claimcheck.model import (
    CLAIM_FIELDS,
    Article,
    Claim,
    Event,
    EventMention,
    Extraction,
    Finding,
    Side,
    Undecided,
)

Row: TypeAlias = "tuple[Any, ...]"
article_row = attrgetter(*(field.name for field in fields(Article)))
claim_row = attrgetter(*CLAIM_FIELDS)
mention_row = attrgetter(*(field.name for field in fields(EventMention)))
event_row = attrgetter(*(field.name for field in fields(Event)))


def extraction_row(made: Extraction) -> Row:
    """Claims and event mentions; the article is known where they are read."""
    return tuple(map(claim_row, made.claims)), tuple(map(mention_row, made.events))


def extraction_of(article: Article, row: Row) -> Extraction:
    """The inverse of `extraction_row`."""
    claims, events = row
    return Extraction(article, claims_of(claims), tuple([EventMention(*event) for event in events]))


def claims_of(rows: Sequence[Row]) -> tuple[Claim, ...]:
    """Claims of their rows."""
    return tuple([Claim(*row) for row in rows])


def finding_row(finding: Finding) -> Row:
    """A finding with the rows of its claims."""
    return (
        finding.id,
        finding.rule,
        finding.kind,
        finding.severity,
        finding.message,
        finding.event,
        finding.link,
        tuple((side.value, tuple(map(claim_row, side.claims))) for side in finding.sides),
        tuple(map(claim_row, finding.agrees)),
        finding.reasons,
        finding.help,
    )


def finding_of(row: Row) -> Finding:
    """The inverse of `finding_row`."""
    found = Finding(*row)  # with sides and claims that are rows as yet
    sides: Row = found.sides
    made = tuple([Side(value, claims_of(claims)) for value, claims in sides])
    agrees: Row = found.agrees
    return replace(found, sides=made, agrees=claims_of(agrees))


def undecided_row(undecided: Undecided) -> Row:
    """A doubt with the rows of its claims."""
    return undecided.rule, undecided.event, undecided.reason, tuple(map(claim_row, undecided.claims))


def undecided_of(row: Row) -> Undecided:
    """The inverse of `undecided_row`."""
    rule, event, reason, claims = row
    return Undecided(rule, event, reason, claims_of(claims))

"""JSON: the whole run as one document, a row of it a line, so that it can be read by a person and by `diff` too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimcheck.model import Extraction
from claimcheck.reports.report import Events, Format, Report, Style
from claimcheck.reports.rows import REPORT_VERSION, Plain, claim_row, event_row, finding_row, report_row

if TYPE_CHECKING:  # `check` has no use for it
    from claimcheck.changes import Changes

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def findings(report: Report, style: Style) -> Iterator[str]:
    """One object; each of its lists has a line an item."""
    del style
    rows = report_row(report)
    for position, (key, value) in enumerate(rows.items()):
        yield f"{'{' if position == 0 else ','}\n {_ENCODE(key)}: "
        yield from _lines(value) if isinstance(value, list) else (_ENCODE(value),)
    yield "\n}\n"


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A list of claims."""
    del style
    yield from _list(claim_row(claim) for extraction in extractions for claim in extraction.claims)


def events(found: Events, style: Style) -> Iterator[str]:
    """A list of events."""
    del style
    yield from _list(event_row(event, found.claims.get(event.id, ())) for event in found.events)


def changes(found: Changes, style: Style) -> Iterator[str]:
    """What differs, with the whole rows of claims and findings."""
    del style
    rows: dict[str, Plain] = {
        "version": REPORT_VERSION,
        "old": found.old,
        "new": found.new,
        "added": list(found.added),
        "removed": list(found.removed),
        "renamed": [list(pair) for pair in found.renamed],
        "claims": [
            {"doc": c.doc, "old": claim_row(c.old) if c.old else None, "new": claim_row(c.new) if c.new else None}
            for c in found.claims
        ],
        "findings": [
            {
                "change": f.word,
                "old": finding_row(f.old) if f.old else None,
                "new": finding_row(f.new) if f.new else None,
            }
            for f in found.findings
        ],
    }
    yield json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _list(rows: Iterable[dict[str, Plain]]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield f"{before}\n {_ENCODE(row)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _lines(values: list[Plain]) -> Iterator[str]:
    if not values:
        yield "[]"
        return
    for position, value in enumerate(values):
        yield f"{'[' if position == 0 else ','}\n  {_ENCODE(value)}"
    yield "\n ]"


FORMAT = Format(
    id="json",
    summary="one JSON document of the whole run",
    findings=findings,
    claims=claims,
    events=events,
    changes=changes,
)

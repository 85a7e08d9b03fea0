"""JSON Lines: a claim, an event or a finding a line, in the fields of the output contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimcheck.model import Extraction
from claimcheck.reports.claimline import claim_lines
from claimcheck.reports.report import Events, Format, Report, Style
from claimcheck.reports.rows import event_row, finding_row

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A claim a line, an article at a time, in the order of the articles."""
    del style
    for extraction in extractions:
        if extraction.claims:
            yield claim_lines(extraction.claims)


def events(found: Events, style: Style) -> Iterator[str]:
    """An event a line."""
    del style
    for event in found.events:
        yield _ENCODE(event_row(event, found.claims.get(event.id, ()))) + "\n"


def findings(report: Report, style: Style) -> Iterator[str]:
    """A finding a line."""
    del style
    for finding in report.findings:
        yield _ENCODE(finding_row(finding, report.known)) + "\n"


FORMAT = Format(id="jsonl", summary="a JSON object a line", findings=findings, claims=claims, events=events)

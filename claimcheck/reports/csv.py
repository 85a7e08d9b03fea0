"""CSV for spreadsheets: a row a witness, a claim or an event. No cell of an article's making can become a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import CLAIM_FIELDS, Extraction, Scalar
from claimcheck.reports.report import Events, Format, Report, Style
from claimcheck.reports.words import witnesses
from claimcheck.text.visible import visible

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?$")
FINDING_COLUMNS = [
    "id",
    "rule",
    "kind",
    "severity",
    "event",
    "link",
    "side",
    "doc",
    "line",
    "column",
    "value",
    "words",
    "sentence",
    "speaker",
    "remark",
    "message",
]
EVENT_COLUMNS = ("id", "kind", "date", "place", "link", "main_documents", "documents", "reasons", "claims")


def findings(report: Report, style: Style) -> Iterator[str]:
    """A row for each witness of each finding; rows of one finding share its id, `side` counts from 1."""
    del style
    yield _line(FINDING_COLUMNS)
    for finding in report.findings:
        side, before = 0, None
        for value, claim, remark in witnesses(finding):
            side, before = (side if value == before else side + 1), value
            head = (finding.id, finding.rule, finding.kind, finding.severity, finding.event, finding.link)
            where = ("" if remark else side, claim.doc, claim.line, claim.column)
            yield _line((*head, *where, value, claim.text, claim.sentence, claim.speaker, remark, finding.message))


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A row a claim; columns are the fields of the output contract."""
    del style
    yield _line(CLAIM_FIELDS)
    for extraction in extractions:
        yield "".join(_line([getattr(claim, name) for name in CLAIM_FIELDS]) for claim in extraction.claims)


def events(found: Events, style: Style) -> Iterator[str]:
    """A row an event; lists are joined with a vertical bar."""
    del style
    yield _line(EVENT_COLUMNS)
    for event in found.events:
        lists = (event.main_documents, event.documents, event.reasons, found.claims.get(event.id, ()))
        yield _line((event.id, event.kind, event.date, event.place, event.link, *map(" | ".join, lists)))


def _line(cells: Sequence[Scalar | None]) -> str:
    import csv  # for this format alone

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def _cell(cell: Scalar | None) -> Scalar:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = visible(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\\")) and not _NUMBER.match(text) else text


FORMAT = Format(
    id="csv", summary="comma-separated values for spreadsheets", findings=findings, claims=claims, events=events
)

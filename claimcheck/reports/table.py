"""Tables for a terminal: findings, claims or events in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import Extraction
from claimcheck.reports.report import Events, Format, Report, Style
from claimcheck.reports.words import cut, place, quote, summary, value_of, witnesses
from claimcheck.text.visible import visible


def findings(report: Report, style: Style) -> Iterator[str]:
    """A row a witness; what belongs to the whole finding stands in its first row."""
    rows: list[list[str]] = []
    for finding in report.findings:
        head = [finding.severity, visible(finding.rule), visible(finding.event)]
        for value, claim, remark in witnesses(finding):
            rows.append([*head, value, place(claim), quote(claim, 40), cut(claim.speaker or "", 32), remark])
            head = ["", "", ""]
    yield from _table(("severity", "rule", "event", "value", "where", "words", "speaker", ""), rows, style)
    yield summary(report) + "\n"


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A row a claim."""
    rows = [
        [place(c), c.kind, value_of(c), c.role or "", visible(c.subject or ""), quote(c, 40), cut(c.speaker or "", 32)]
        for extraction in extractions
        for c in extraction.claims
    ]
    yield from _table(("where", "kind", "value", "role", "subject", "words", "speaker"), rows, style)


def events(found: Events, style: Style) -> Iterator[str]:
    """A row an event."""
    rows = [
        [
            visible(event.id),
            visible(event.kind or ""),
            visible(event.place or ""),
            visible(event.date or ""),
            event.link,
            "\n".join(map(visible, event.main_documents)),
            str(len(found.claims.get(event.id, ()))),
        ]
        for event in found.events
    ]
    yield from _table(("event", "kind", "place", "date", "link", "articles", "claims"), rows, style)


def _table(heads: Sequence[str], rows: list[list[str]], style: Style) -> Iterator[str]:
    if not rows:
        return
    from tabulate import tabulate  # only for this format

    del style
    kept = [i for i in range(len(heads)) if any(row[i] for row in rows)]
    cells = [[row[i] for i in kept] for row in rows]
    yield tabulate(cells, [heads[i] for i in kept], tablefmt="simple", disable_numparse=True) + "\n"


FORMAT = Format(id="table", summary="columns for a terminal", findings=findings, claims=claims, events=events)

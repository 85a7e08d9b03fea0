"""How a run is written. Adding a format is one file and one name in REPORTS."""

from __future__ import annotations

from claimcheck.reports import (
    annotation,
    concise,
    csv,
    diff,
    ftm,
    github,
    gitlab,
    html,
    json,
    jsonl,
    junit,
    markdown,
    sarif,
    table,
    text,
)
from claimcheck.reports.report import Events, Format, Report, Style

__all__ = ["REPORTS", "Events", "Format", "Report", "Style"]

REPORTS: dict[str, Format] = {
    report.id: report
    for report in (
        text.FORMAT,
        concise.FORMAT,
        table.FORMAT,
        json.FORMAT,
        jsonl.FORMAT,
        csv.FORMAT,
        markdown.FORMAT,
        html.FORMAT,
        diff.FORMAT,
        sarif.FORMAT,
        github.FORMAT,
        gitlab.FORMAT,
        junit.FORMAT,
        annotation.FORMAT,
        ftm.FORMAT,
    )
}

"""GitHub annotations: workflow commands that the host shows beside the lines of a pull request, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.words import SEVERITIES, ends, records, said, summary
from claimcheck.sources import file_of
from claimcheck.text.visible import visible

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def findings(report: Report, style: Style) -> Iterator[str]:
    """A command a finding; new ones before known ones, since the host shows only ten of a grade."""
    del style
    known = report.known or frozenset()
    lines = records(report)
    order = sorted(report.findings, key=lambda f: (f.id in known, SEVERITIES.index(f.severity)))
    for finding in order:
        claims = [side.claims[0] for side in finding.sides if side.claims]
        words = "\n".join([visible(finding.message), *(said(claim, 120) for claim in claims)])
        where = ""
        if claims:
            path, record = file_of(claims[0].doc)
            where = f"file={_property(path)},"
            if claims[0].doc in lines:
                where += f"line={lines[claims[0].doc]},"
            elif not record and claims[0].field == "text":
                line, column = ends(claims[0])
                where += f"line={claims[0].line},endLine={line},"
                where += f"col={claims[0].column},endColumn={column}," if line == claims[0].line else ""
        yield f"::{_COMMANDS[finding.severity]} {where}title={_property(finding.rule)}::{_data(words)}\n"
    yield _data(summary(report)) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format(id="github", summary="annotations in a GitHub workflow", findings=findings)

"""Diff: each finding as a unified diff of its sides, for eyes that are used to them."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Finding
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.words import place, quote, summary
from claimcheck.text.visible import visible


def findings(report: Report, style: Style) -> Iterator[str]:
    """The first side with `-`, all others with `+`; neither is the right one."""
    for finding in report.findings:
        yield "\n".join(_finding(finding, style)) + "\n\n"
    yield style.paint("summary", summary(report)) + "\n"


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    first, others = next(iter(finding.sides), None), finding.sides[1:]
    yield style.paint("gone", f"--- {visible(first.value) if first else ''}")
    yield style.paint("come", f"+++ {', '.join(visible(side.value) for side in others)}")
    yield style.paint("head", f"@@ {finding.severity}[{visible(finding.rule)}] {visible(finding.message)} @@")
    for mark, part, sides in (("-", "gone", finding.sides[:1]), ("+", "come", others)):
        for side in sides:
            for claim in side.claims:
                start = f"{mark}{place(claim)} "
                yield style.paint(part, start + quote(claim, max(style.width - len(start), 30)))


FORMAT = Format(id="diff", summary="each finding as a unified diff of its sides", findings=findings)

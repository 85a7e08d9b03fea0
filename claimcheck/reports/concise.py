"""Concise: one line a finding, as compilers write it, for editors and `grep`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model import Claim, Extraction
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.words import value_of
from claimcheck.text.visible import visible


def findings(report: Report, style: Style) -> Iterator[str]:
    """`file:line:column: severity[rule] message (file:line:column of the other sides)`."""
    for finding in report.findings:
        first, *others = [_place(side.claims[0]) for side in finding.sides if side.claims] or ["-"]
        grade = style.paint(finding.severity, f"{finding.severity}[{visible(finding.rule)}]")
        against = f" ({', '.join(others)})" if others else ""
        yield f"{first}: {grade} {visible(finding.message)}{against}\n"


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """`file:line:column: kind[role] value subject`."""
    del style
    for extraction in extractions:
        for claim in extraction.claims:
            role = f"[{claim.role}]" if claim.role else ""
            yield (
                f"{_place(claim)}: {claim.kind}{role} {value_of(claim)} {visible(claim.subject or '')}".rstrip() + "\n"
            )


def _place(claim: Claim) -> str:
    """Always file:line:column: what stands in a title is at the top of its file."""
    line, column = (claim.line, claim.column) if claim.field == "text" else (1, 1)
    return f"{visible(claim.doc)}:{line}:{column}"


FORMAT = Format(id="concise", summary="a line a finding: file:line:column: ...", findings=findings, claims=claims)

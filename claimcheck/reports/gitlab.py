"""GitLab code quality: what a merge request shows. https://docs.gitlab.com/ci/testing/code_quality/"""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimcheck.model import Claim, Finding
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.rows import Plain
from claimcheck.reports.words import records, said
from claimcheck.sources import file_of
from claimcheck.text.visible import visible

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def findings(report: Report, style: Style) -> Iterator[str]:
    """A list of issues; the other sides are other locations."""
    del style
    lines = records(report)
    yield json.dumps([_issue(finding, lines) for finding in report.findings], ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, lines: dict[str, int]) -> Plain:
    claims = [side.claims[0] for side in finding.sides if side.claims]
    words = "; ".join([visible(finding.message), *(said(claim, 120) for claim in claims)])
    found: dict[str, Plain] = {
        "description": words,
        "check_name": finding.rule,
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(claims[0], lines) if claims else {"path": ".", "lines": {"begin": 1}},
    }
    if len(claims) > 1:
        found["other_locations"] = [_location(claim, lines) for claim in claims[1:]]
    return found


def _location(claim: Claim, lines: dict[str, int]) -> Plain:
    path, record = file_of(claim.doc)
    return {"path": path.removeprefix("./"), "lines": {"begin": lines.get(claim.doc, 1) if record else claim.line}}


FORMAT = Format(id="gitlab", summary="code quality report for GitLab", findings=findings)

"""GitLab code quality: what a merge request shows. https://docs.gitlab.com/ci/testing/code_quality/

A GitLab report is a list of issues of Code Climate, so an issue has what that specification asks for besides:
https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimcheck.model import Claim, Finding
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.rows import Plain
from claimcheck.reports.words import ends, records, said
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
        "type": "issue",
        "categories": ["Bug Risk"],
        "description": words,
        "check_name": finding.rule,
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(claims[0], lines) if claims else {"path": ".", "lines": {"begin": 1, "end": 1}},
    }
    if len(claims) > 1:
        found["other_locations"] = [_location(claim, lines) for claim in claims[1:]]
    return found


def _location(claim: Claim, lines: dict[str, int]) -> Plain:
    path, record = file_of(claim.doc)
    first, last = (lines.get(claim.doc, 1),) * 2 if record or claim.field != "text" else (claim.line, ends(claim)[0])
    return {"path": path.removeprefix("./"), "lines": {"begin": first, "end": last}}


FORMAT = Format(id="gitlab", summary="code quality report for GitLab", findings=findings)

"""SARIF 2.1.0, which code hosts and editors read. Schema: https://json.schemastore.org/sarif-2.1.0.json"""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimcheck import __version__
from claimcheck.model import Claim, Finding
from claimcheck.reports.report import Format, Report, RuleRow, Style
from claimcheck.reports.rows import Plain
from claimcheck.reports.words import ends, quote, records, uri, witnesses
from claimcheck.sources import file_of
from claimcheck.text.visible import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_WORDS = 200  # columns of a quote


def findings(report: Report, style: Style) -> Iterator[str]:
    """One run. The first witness is the location, all others are related locations."""
    del style
    place = {rule.id: position for position, rule in enumerate(report.rules)}
    lines = records(report)
    driver: dict[str, Plain] = {
        "name": "claimcheck",
        "version": __version__,
        "rules": [_rule(rule) for rule in report.rules],
    }
    run: dict[str, Plain] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, place.get(finding.rule), report.known, lines) for finding in report.findings],
    }
    document: dict[str, Plain] = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: RuleRow) -> Plain:
    found: dict[str, Plain] = {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": rule.severity},
    }
    if rule.why:
        found["fullDescription"] = found["help"] = {"text": rule.why}
    return found


def _result(finding: Finding, rule: int | None, known: frozenset[str] | None, lines: dict[str, int]) -> Plain:
    first, *others = [_location(claim, value, lines) for value, claim, _ in witnesses(finding)] or [{}]
    found: dict[str, Plain] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [{key: first[key] for key in first if key != "message"}],
        "relatedLocations": [{"id": number, **other} for number, other in enumerate(others, 1)],
        "partialFingerprints": {"claimcheck/v1": finding.id},
        "properties": {"event": visible(finding.event), "link": finding.link, "kind": finding.kind},
    }
    if rule is not None:
        found["ruleIndex"] = rule
    if known is not None:
        found["baselineState"] = "unchanged" if finding.id in known else "new"
    return found


def _message(finding: Finding) -> str:
    """In SARIF text, square brackets make links."""
    parts = [visible(finding.message)]
    if finding.reasons:
        parts.append(f"linked ({finding.link}): {'; '.join(map(visible, finding.reasons))}")
    return ". ".join(parts).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(claim: Claim, value: str, lines: dict[str, int]) -> dict[str, Plain]:
    path, record = file_of(claim.doc)
    line, column = ends(claim)
    region: dict[str, Plain] = {
        "startLine": claim.line,
        "startColumn": claim.column,
        "endLine": line,
        "endColumn": column,
        "snippet": {"text": visible(claim.text)},
    }
    if record or claim.field != "text":  # lines of a record count in its own text, not in the file
        region = {"startLine": lines.get(claim.doc, 1), "snippet": {"text": visible(claim.text)}}
    speaker = f" ({visible(claim.speaker)})" if claim.speaker else ""
    found: dict[str, Plain] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region},
        "message": {"text": f"{value}: {quote(claim, _WORDS)}{speaker}"},
    }
    if record:
        found["logicalLocations"] = [{"fullyQualifiedName": visible(claim.doc), "kind": "object"}]
    return found


FORMAT = Format(id="sarif", summary="SARIF 2.1.0 for code hosts and editors", findings=findings)

"""JUnit XML, which most CI systems show: a test a rule and event; a finding fails it, an undecided one skips it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.words import said, witnesses
from claimcheck.text.visible import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_ESCAPES = str.maketrans(_ENTITIES)


def findings(report: Report, style: Style) -> Iterator[str]:
    """Notes and findings of the baseline do not fail. A rule without a finding is one passed test."""
    del style
    known = report.known or frozenset()
    cases: list[str] = []
    failures = skipped = 0
    for finding in report.findings:
        text = "\n".join(
            f"{value}: {said(claim, 200)} {remark}".rstrip() for value, claim, remark in witnesses(finding)
        )
        fails = finding.severity != "note" and finding.id not in known
        failures += fails
        inner = (
            f"<failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
            f"{_text(text)}</failure>"
            if fails
            else f"<system-out>{_text(f'{finding.severity}: {visible(finding.message)}')}\n{_text(text)}</system-out>"
        )
        cases.append(_case(finding.rule, finding.event, inner))
    for undecided in report.undecided:
        skipped += 1
        inner = f"<skipped message={_attribute(f'undecided: {undecided.reason}')}/>"
        cases.append(_case(undecided.rule, undecided.event, inner))
    for idle in report.not_run:
        skipped += 1
        cases.append(_case(idle.rule, "all events", f"<skipped message={_attribute(f'not run: {idle.reason}')}/>"))
    told = {f.rule for f in report.findings} | {u.rule for u in report.undecided} | {n.rule for n in report.not_run}
    cases += [_case(rule.id, "all events", "") for rule in report.rules if rule.id not in told]
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck" {counts}>\n'
    yield f' <testsuite name="claimcheck" {counts}>\n'
    yield from cases
    yield " </testsuite>\n</testsuites>\n"


def _case(rule: str, event: str, inner: str) -> str:
    head = f"  <testcase classname={_attribute(rule)} name={_attribute(event or 'the corpus')}"
    return f"{head}>{inner}</testcase>\n" if inner else f"{head}/>\n"


def _attribute(text: str) -> str:
    return f'"{_text(visible(text))}"'


def _text(text: str) -> str:
    """Callers pass visible text: what XML 1.0 forbids is spelled out already."""
    return text.translate(_ESCAPES)


FORMAT = Format(id="junit", summary="JUnit XML for CI systems", findings=findings)

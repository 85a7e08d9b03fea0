"""Markdown for pull requests, wikis and the step summary of a CI run: a section a finding, a table of its witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model import Finding
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.unified import counted
from claimcheck.reports.words import place, quote, summary, value_of, witnesses
from claimcheck.text.visible import visible

if TYPE_CHECKING:  # `check` has no use for it
    from claimcheck.changes import Changes

_MARKS = re.compile(r"[\\`*_{}\[\]<>()#|~&@!$]|://|^[-+=]|^\d+(?=[.)])")
LINKS = {"certain": "Linked for certain", "likely": "Linked", "weak": "Linked weakly"}


def findings(report: Report, style: Style) -> Iterator[str]:
    """A heading with the run in one line, then a section a finding."""
    del style
    yield f"# claimcheck\n\n{plain(summary(report))}\n"
    for finding in report.findings:
        known = " (in the baseline)" if report.known is not None and finding.id in report.known else ""
        yield "\n" + "\n".join(_section(finding, known)) + "\n"


def _section(finding: Finding, known: str) -> Iterator[str]:
    yield f"## {finding.severity}: {plain(finding.message)}{known}"
    yield ""
    yield f"Rule {plain(finding.rule)}, event {plain(finding.event)}"
    yield ""
    yield "| value | where | words | speaker | |"
    yield "| --- | --- | --- | --- | --- |"
    for value, claim, remark in witnesses(finding):
        cells = (value, place(claim), quote(claim, 200), claim.speaker or "", remark)
        yield f"| {' | '.join(map(plain, cells))} |"
    if finding.link in LINKS:
        yield ""
        yield f"{LINKS[finding.link]}: {plain('; '.join(finding.reasons))}" if finding.reasons else LINKS[finding.link]
    if finding.help:
        yield ""
        yield plain(finding.help)


def changes(found: Changes, style: Style) -> Iterator[str]:
    """A table of changed claims, a table of changed findings."""
    del style
    yield f"# claimcheck: {plain(found.old)} to {plain(found.new)}\n\n{plain(counted(found))}\n"
    if found.claims:
        yield "\n| article | what | before | now |\n| --- | --- | --- | --- |\n"
    for change in found.claims:
        claim = change.new or change.old
        about = " ".join(filter(None, (claim.kind, claim.role, claim.subject))) if claim else ""
        said = [f"{value_of(c)} {quote(c, 120)}" if c else "" for c in (change.old, change.new)]
        yield f"| {' | '.join(map(plain, (change.doc, about, *said)))} |\n"
    if found.findings:
        yield "\n| finding | rule | what |\n| --- | --- | --- |\n"
    for entry in found.findings:
        cells = (entry.word, f"{entry.finding.severity}: {entry.finding.rule}", entry.finding.message)
        yield f"| {' | '.join(map(plain, cells))} |\n"


def plain(text: str) -> str:
    """Text that says itself: nothing in it is mark-up, a link, a mention or HTML."""
    return _MARKS.sub(lambda found: "".join(f"&#{ord(mark)};" for mark in found[0]), visible(text))


FORMAT = Format(id="markdown", summary="Markdown for pull requests and wikis", findings=findings, changes=changes)

"""Markdown for pull requests, wikis and the step summary of a CI run: a section a finding, a table of its witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model import Finding
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.unified import counted
from claimcheck.reports.words import by_event, concerned, place, quote, summary, told_by, value_of, witnesses
from claimcheck.text.visible import visible

if TYPE_CHECKING:  # `check` has no use for it
    from claimcheck.changes import Changes

_MARKS = re.compile(r"[\\`*_{}\[\]<>()#|~&@!$]|://|^[-+=]|^\d+(?=[.)])")
LINKS = {"certain": "Linked for certain", "likely": "Linked", "weak": "Linked weakly"}


def findings(report: Report, style: Style) -> Iterator[str]:
    """A heading with the run in one line, a section an event, and in it one a finding, the gravest first."""
    del style
    known = report.known or frozenset()
    links = {name: event.link for name, event in concerned(report).items()}
    yield f"# claimcheck\n\n{plain(summary(report))}\n"
    for event, found in by_event(report.findings):
        yield f"\n## {'Event ' + plain(event) if event else 'The corpus'}\n"
        reasons = next((finding.reasons for finding in found if finding.reasons), ())
        link = links.get(event, found[0].link)
        if reasons and link in LINKS:
            yield f"\n{LINKS[link]}: {plain('; '.join(reasons))}\n"
        for finding in found:
            yield "\n" + "\n".join(_section(finding, known=finding.id in known)) + "\n"


def _section(finding: Finding, *, known: bool) -> Iterator[str]:
    yield f"### {finding.severity}: {plain(finding.message)}{' (in the baseline)' if known else ''}"
    yield ""
    yield f"Rule {plain(finding.rule)}"
    yield ""
    yield "| value | where | words | speaker | |"
    yield "| --- | --- | --- | --- | --- |"
    for value, claim, remark in witnesses(finding):
        cells = (value, place(claim), quote(claim, 200), told_by(claim), remark)
        yield f"| {' | '.join(map(plain, cells))} |"
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

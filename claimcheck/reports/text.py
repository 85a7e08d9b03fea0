"""Text for a person at a terminal: each event with its findings, who says what where, and why articles are linked."""

from __future__ import annotations

import shlex
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.model import Event, Finding, Undecided
from claimcheck.reports.heard import columns, voice, voices
from claimcheck.reports.listing import LINKS, claims, events, wrapped
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.unified import unified
from claimcheck.reports.words import SEVERITIES, by_event, concerned, plural, summary
from claimcheck.text.visible import visible


def findings(report: Report, style: Style) -> Iterator[str]:
    """A block an event and one a finding, then what was left undecided, what did not run, and the run in one line."""
    known = report.known or frozenset()
    of = concerned(report)
    taught = False
    for event, found in by_event(report.findings):
        pair = _pair(found)
        yield "\n".join(_event(event, of.get(event), found, style)) + "\n"
        if pair and not taught:
            yield from _commands(report.paths, pair, style)
            taught = True
        yield "\n"
        for finding in found:
            yield "\n".join(_finding(finding, style, known=finding.id in known)) + "\n\n"
    if style.show_undecided:
        for undecided in report.undecided:
            yield "\n".join(_undecided(undecided, style)) + "\n\n"
        for idle in report.not_run:
            yield "\n".join(_wrap(f"not run[{visible(idle.rule)}] {visible(idle.reason)}", style)) + "\n"
        yield "\n" if report.not_run else ""
    if style.statistics:
        yield _statistics(report, idle=not style.show_undecided)
    left = "undecided" if style.show_undecided else "undecided (--show-undecided)"
    whole = textwrap.wrap(summary(report, undecided=left), style.width, break_on_hyphens=False)
    yield "".join(style.paint("summary", line) + "\n" for line in whole)
    if report.rules and not any(rule.ran for rule in report.rules):
        yield "nothing was compared: no rule found two claims of one thing\n"


def _event(name: str, event: Event | None, found: Sequence[Finding], style: Style) -> Iterator[str]:
    """What the findings below are about, and why its articles are linked."""
    about = f" ({plural(len(event.documents), 'article')})" if event else ""
    yield from (
        style.paint("head", line) for line in _wrap(f"event {visible(name)}{about}" if name else "the corpus", style)
    )
    reasons = next((finding.reasons for finding in found if finding.reasons), ())
    link = event.link if event else found[0].link
    if link in LINKS and any(finding.link in LINKS for finding in found):
        why = f": {'; '.join(map(visible, reasons))}" if reasons else ""
        yield from wrapped(LINKS[link] + why, style)


def _commands(paths: Sequence[str], pair: str, style: Style) -> Iterator[str]:
    """What to do where a link is doubted. Commands are not broken into lines: they are there to be copied."""
    where = " ".join(shlex.quote(visible(path)) for path in paths) or "PATH"
    yield style.paint("dim", f"  more on a link: claimcheck events {where} --why {pair}") + "\n"
    yield style.paint("dim", f'  not one event? claimcheck link {pair} --not-same --reason "..."') + "\n"


def _pair(found: Sequence[Finding]) -> str:
    """Two articles of different sides that a link ties, as a shell wants them."""
    for finding in found:
        if finding.link in ("weak", "likely"):
            first = (shlex.quote(visible(side.claims[0].doc)) for side in finding.sides if side.claims)
            docs = list(dict.fromkeys(first))
            if len(docs) > 1:
                return " ".join(docs[:2])
    return ""


def _finding(finding: Finding, style: Style, *, known: bool) -> Iterator[str]:
    head = f"{finding.severity}[{visible(finding.rule)}]"
    first, *rest = _wrap(f"{head} {visible(finding.message)}{' (in the baseline)' if known else ''}", style)
    yield style.paint(finding.severity, head) + first[len(head) :]
    yield from rest
    yield from columns(voices(finding), style)
    if finding.help:
        yield from wrapped(f"help: {visible(finding.help)}", style)


def _undecided(undecided: Undecided, style: Style) -> Iterator[str]:
    head = f"undecided[{visible(undecided.rule)}]"
    about = f" (event {visible(undecided.event)})" if undecided.event else ""
    first, *rest = _wrap(f"{head} {visible(undecided.reason)}{about}", style)
    yield style.paint("undecided", head) + first[len(head) :]
    yield from rest
    yield from columns([voice(claim) for claim in undecided.claims], style)


def _wrap(text: str, style: Style) -> list[str]:
    return textwrap.wrap(text, style.width, subsequent_indent="    ", break_on_hyphens=False)


def _statistics(report: Report, *, idle: bool) -> str:
    found = Counter((finding.severity, finding.rule) for finding in report.findings)
    order = sorted(found.items(), key=lambda item: (SEVERITIES.index(item[0][0]), -item[1], item[0][1]))
    lines = [f"{count:>6}  {severity:<8} {visible(rule)}" for (severity, rule), count in order]
    kinds = Counter(claim.kind for claim in report.claims)
    lines += [f"{count:>6}  claims   {kind}" for kind, count in sorted(kinds.items(), key=lambda i: (-i[1], i[0]))]
    return "\n".join([*lines, *_ran(report, idle=idle), "", ""])


def _ran(report: Report, *, idle: bool) -> Iterator[str]:
    """How many comparisons each rule made, and why the others made none."""
    doubts = Counter(undecided.rule for undecided in report.undecided)
    for rule in sorted(report.rules, key=lambda r: (-r.ran, r.id)):
        if rule.ran or doubts[rule.id]:
            undecided = f", {doubts[rule.id]} undecided" if doubts[rule.id] else ""
            yield f"{rule.ran:>6}  compared {visible(rule.id)}{undecided}"
    for unused in report.not_run if idle else ():
        yield f"{0:>6}  not run  {visible(unused.rule)}: {visible(unused.reason)}"


FORMAT = Format(
    id="text", summary="for a person at a terminal", findings=findings, claims=claims, events=events, changes=unified
)

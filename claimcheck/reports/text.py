"""Text for a person at a terminal: each finding with its sides, who says what where, and why articles are linked."""

from __future__ import annotations

import shlex
import textwrap
from collections import Counter
from collections.abc import Iterator

from claimcheck.model import Claim, Finding, Undecided
from claimcheck.reports.listing import LINKS, claims, events, wrapped
from claimcheck.reports.report import Format, Report, Style
from claimcheck.reports.unified import unified
from claimcheck.reports.words import SEVERITIES, cut, place, quote, summary, told_by, value_of, witnesses
from claimcheck.text.visible import visible

_LONGEST_VALUE = 18  # columns; a longer value stands on a line of its own
_SPEAKER = 32  # columns of a speaker's name
_LEAST_WORDS = 40  # columns that a quote needs to stand beside its place


def findings(report: Report, style: Style) -> Iterator[str]:
    """A block a finding, then what was left undecided, what did not run, and the run in one line."""
    told: set[str] = set()
    for finding in report.findings:
        known = report.known is not None and finding.id in report.known
        lines = [*_finding(finding, style, known=known), *_link(finding, style, again=finding.event in told)]
        told.add(finding.event)
        yield "\n".join(lines) + "\n\n"
    if style.show_undecided:
        for undecided in report.undecided:
            yield "\n".join(_undecided(undecided, style)) + "\n\n"
        yield "".join(f"not run[{visible(idle.rule)}] {visible(idle.reason)}\n" for idle in report.not_run)
        yield "\n" if report.not_run else ""
    if style.statistics:
        yield _statistics(report)
    yield "".join(style.paint("summary", line) + "\n" for line in textwrap.wrap(summary(report), style.width))
    if report.rules and not any(rule.ran for rule in report.rules):
        yield "nothing was compared: no rule found two claims of one thing\n"


def _finding(finding: Finding, style: Style, *, known: bool) -> Iterator[str]:
    head = f"{finding.severity}[{visible(finding.rule)}]"
    event = f"event {visible(finding.event)}" if finding.event else ""
    message = visible(finding.message) + (" (in the baseline)" if known else "")
    gap = style.width - len(head) - len(message) - len(event) - 1
    painted = style.paint(finding.severity, head)
    if gap >= 2:
        yield f"{painted} {message}{' ' * gap}{style.paint('dim', event)}".rstrip()
    else:
        first, *rest = _wrap(f"{head} {message}", style)
        yield painted + first[len(head) :]
        yield from rest
        if event:
            yield from wrapped(event, style)
    yield from _witnesses(witnesses(finding), style)
    if finding.help:
        yield from wrapped(f"help: {visible(finding.help)}", style)


def _link(finding: Finding, style: Style, *, again: bool) -> Iterator[str]:
    """Why the articles are linked, and what to do where they are not: in full at the first finding of an event."""
    if finding.link in LINKS:
        why = f": {'; '.join(map(visible, finding.reasons))}" if finding.reasons else ""
        yield from wrapped(LINKS[finding.link] + (", as above" if again and why else why), style)
    if not again and finding.link in ("weak", "likely") and (pair := _pair(finding)):
        yield from wrapped(f"help: claimcheck events PATH --why {pair}", style)
        yield from wrapped(f'not one event? claimcheck link {pair} --not-same --reason "..."', style)


def _pair(finding: Finding) -> str:
    """Two articles of different sides, as a shell wants them."""
    docs = list(dict.fromkeys(shlex.quote(visible(side.claims[0].doc)) for side in finding.sides if side.claims))
    return " ".join(docs[:2]) if len(docs) > 1 else ""


def _witnesses(heard: list[tuple[str, Claim, str]], style: Style) -> Iterator[str]:
    """Value, place, words, speaker: in columns where they fit, else the words on a line of their own."""
    places = [place(claim) for _, claim, _ in heard]
    says = [", ".join(filter(None, (cut(told_by(claim), _SPEAKER), remark))) for _, claim, remark in heard]
    left = min(max((len(value) for value, _, _ in heard), default=0), _LONGEST_VALUE)
    middle, right = max(map(len, places), default=0), max(map(len, says), default=0)
    room = style.width - 8 - left - middle - right
    before = None
    for (value, claim, _), where, said in zip(heard, places, says, strict=True):
        label, before = ("" if value == before else value), value
        if len(label) > left:
            yield f"  {style.paint('value', label)}"
            label = ""
        start = f"  {style.paint('value', label)}{' ' * (left - len(label))}  "
        if room >= _LEAST_WORDS:
            words = quote(claim, room)
            yield f"{start}{where:<{middle}}  {style.paint('quote', words)}{' ' * (room - len(words))}  {said}".rstrip()
            continue
        indent = " " * (left + 6)
        yield f"{start}{where}"
        yield f"{indent}{style.paint('quote', quote(claim, style.width - left - 6))}"
        if said:
            yield f"{indent}{said}"


def _undecided(undecided: Undecided, style: Style) -> Iterator[str]:
    head = f"undecided[{visible(undecided.rule)}]"
    about = f" (event {visible(undecided.event)})" if undecided.event else ""
    first, *rest = _wrap(f"{head} {visible(undecided.reason)}{about}", style)
    yield style.paint("undecided", head) + first[len(head) :]
    yield from rest
    yield from _witnesses([(value_of(claim), claim, "") for claim in undecided.claims], style)


def _wrap(text: str, style: Style) -> list[str]:
    return textwrap.wrap(text, style.width, subsequent_indent="    ", break_on_hyphens=False)


def _statistics(report: Report) -> str:
    found = Counter((finding.severity, finding.rule) for finding in report.findings)
    order = sorted(found.items(), key=lambda item: (SEVERITIES.index(item[0][0]), -item[1], item[0][1]))
    lines = [f"{count:>6}  {severity:<8} {visible(rule)}" for (severity, rule), count in order]
    kinds = Counter(claim.kind for claim in report.claims)
    lines += [f"{count:>6}  claims   {kind}" for kind, count in sorted(kinds.items(), key=lambda i: (-i[1], i[0]))]
    return "\n".join([*lines, "", ""])


FORMAT = Format(
    id="text", summary="for a person at a terminal", findings=findings, claims=claims, events=events, changes=unified
)

"""Text for a person at a terminal: each finding with its sides, who says what where, and why articles are linked."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.model import Claim, Event, Extraction, Finding
from claimcheck.reports.report import Events, Format, Report, Style
from claimcheck.reports.words import SEVERITIES, place, plural, quote, shown, summary, visible

LINKS = {"certain": "linked for certain", "likely": "linked", "weak": "linked weakly"}
_ALONE = "alone"


def findings(report: Report, style: Style) -> Iterator[str]:
    """A block a finding, then what was left undecided, what did not run, and the run in one line."""
    for finding in report.findings:
        known = report.known is not None and finding.id in report.known
        yield "\n".join(_finding(finding, style, known=known)) + "\n\n"
    if style.show_undecided:
        yield from _undecided(report, style)
    if style.statistics:
        yield from _statistics(report, style)
    yield style.paint("summary", summary(report)) + "\n"
    if report.rules and len(report.not_run) == len(report.rules):
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
        first, *rest = textwrap.wrap(message, style.width - 4, initial_indent=" " * (len(head) + 1)) or [""]
        yield painted + first[len(head) :]
        yield from (f"    {line.strip()}" for line in rest)
        if event:
            yield f"    {style.paint('dim', event)}"
    witnesses = [(side.value, claim, "") for side in finding.sides for claim in side.claims]
    witnesses += [
        (shown(c.value), c, "agrees with " + ("both" if len(finding.sides) == 2 else "all")) for c in finding.agrees
    ]
    yield from _witnesses(witnesses, style)
    if finding.link in LINKS:
        why = f": {'; '.join(map(visible, finding.reasons))}" if finding.reasons else ""
        yield from _wrapped(f"{LINKS[finding.link]}{why}", style)
    if finding.help:
        yield from _wrapped(f"help: {visible(finding.help)}", style)
    if finding.link in ("weak", "likely") and (pair := _pair(finding)):
        yield from _wrapped(
            f"help: claimcheck events PATH --why {pair[0]} {pair[1]}   says why these are one event", style
        )


def _pair(finding: Finding) -> tuple[str, str] | None:
    docs = list(dict.fromkeys(visible(side.claims[0].doc) for side in finding.sides if side.claims))
    return (docs[0], docs[1]) if len(docs) > 1 else None


def _witnesses(witnesses: list[tuple[str, Claim, str]], style: Style) -> Iterator[str]:
    """Value, place, words, speaker: in columns where they fit, else the words on a line of their own."""
    values = [visible(value) for value, _, _ in witnesses]
    places = [place(claim) for _, claim, _ in witnesses]
    left = min(max(map(len, values), default=0), 18)
    middle = max(map(len, places), default=0)
    speakers = [", ".join(filter(None, (visible(c.speaker or ""), extra))) for _, c, extra in witnesses]
    right = max(map(len, speakers), default=0)
    room = style.width - 8 - left - middle - right
    wide = room >= 30
    before = None
    for value, where, said, (_, claim, _) in zip(values, places, speakers, witnesses, strict=True):
        label = "" if value == before else value
        before = value
        if len(label) > left:
            yield f"  {style.paint('value', label)}"
            label = ""
        start = f"  {style.paint('value', label)}{' ' * (left - len(label))}  "
        if wide:
            words = quote(claim, room)
            pad = " " * (room - len(words))
            yield f"{start}{where:<{middle}}  {style.paint('quote', words)}{pad}  {said}".rstrip()
        else:
            yield f"{start}{where}"
            indent = " " * (left + 6)
            yield f"{indent}{style.paint('quote', quote(claim, style.width - left - 6))}"
            if said:
                yield f"{indent}{said}"


def _wrapped(text: str, style: Style) -> Iterator[str]:
    lines = textwrap.wrap(text, style.width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    yield from (style.paint("dim", line) for line in lines)


def _undecided(report: Report, style: Style) -> Iterator[str]:
    for undecided in report.undecided:
        yield f"{style.paint('undecided', f'undecided[{visible(undecided.rule)}]')} {visible(undecided.reason)}"
        yield f"  event {visible(undecided.event)}\n" if undecided.event else "\n"
        yield from (f"{line}\n" for line in _witnesses([(shown(c.value), c, "") for c in undecided.claims], style))
    for idle in report.not_run:
        yield f"{style.paint('undecided', f'not run[{visible(idle.rule)}]')} {visible(idle.reason)}\n"
    if report.undecided or report.not_run:
        yield "\n"


def _statistics(report: Report, style: Style) -> Iterator[str]:
    del style
    found = Counter(finding.rule for finding in report.findings)
    severity = {finding.rule: finding.severity for finding in report.findings}
    for rule, count in sorted(found.items(), key=lambda item: (SEVERITIES.index(severity[item[0]]), -item[1], item[0])):
        yield f"{count:>6}  {severity[rule]:<8} {visible(rule)}\n"
    kinds = Counter(claim.kind for claim in report.claims)
    yield "".join(
        f"{count:>6}  claims   {kind}\n" for kind, count in sorted(kinds.items(), key=lambda i: (-i[1], i[0]))
    )
    yield "\n"


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A line a claim, under a line an article."""
    total = articles = 0
    for extraction in extractions:
        articles += 1
        total += len(extraction.claims)
        article = extraction.article
        title = f"  {visible(article.title)}" if article.title else ""
        lines = [style.paint("head", visible(article.doc)) + title]
        lines += [_claim(claim, style) for claim in extraction.claims]
        yield "\n".join(lines) + "\n\n"
    yield style.paint("summary", f"{plural(articles, 'article')}, {plural(total, 'claim')}") + "\n"


def _claim(claim: Claim, style: Style) -> str:
    what = " ".join(
        filter(None, (claim.qualifier if claim.qualifier != "exact" else "", shown(claim.value), claim.unit))
    )
    about = " ".join(filter(None, (claim.role, claim.subject)))
    notes = [word for word in (claim.polarity, claim.certainty) if word not in ("affirmed", "asserted")]
    spot = f"{claim.line}:{claim.column}"
    start = f"  {spot:>7}  {claim.kind:<10} {style.paint('value', f'{what:<20}')} {about:<18} "
    room = max(style.width - 62, 20)
    words = quote(claim, room)
    if claim.speaker:
        notes.insert(0, visible(claim.speaker))
    return (start + style.paint("quote", words) + (f"  ({', '.join(notes)})" if notes else "")).rstrip()


def events(found: Events, style: Style) -> Iterator[str]:
    """A block an event: what, where, when, the articles about it, and why they are linked."""
    for event in found.events:
        yield "\n".join(_event(event, len(found.claims.get(event.id, ())), style)) + "\n"
    several = sum(event.link != _ALONE for event in found.events)
    yield (
        style.paint("summary", f"{plural(len(found.events), 'event')}, {several} told by more than one article") + "\n"
    )


def _event(event: Event, claims: int, style: Style) -> Iterator[str]:
    what = ", ".join(visible(part) for part in (event.kind, event.place, event.date) if part) or "nothing known"
    yield f"{style.paint('head', visible(event.id))}  {what}  ({plural(claims, 'claim')})"
    yield from (f"  {visible(doc)}{'' if doc in event.main_documents else '  (background)'}" for doc in event.documents)
    if event.link in LINKS:
        yield from _wrapped(f"{LINKS[event.link]}: {'; '.join(map(visible, event.reasons))}", style)


FORMAT = Format(id="text", summary="for a person at a terminal", findings=findings, claims=claims, events=events)

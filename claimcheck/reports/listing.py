"""Claims and events as text for a person: what `claimcheck claims` and `claimcheck events` print."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from claimcheck.model import Claim, Event, Extraction
from claimcheck.reports.report import Events, Style
from claimcheck.reports.words import plural, quote, value_of
from claimcheck.text.visible import visible

LINKS = {"certain": "linked for certain", "likely": "linked", "weak": "linked weakly"}


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A line an article, a line a claim below it."""
    total = articles = 0
    for extraction in extractions:
        articles += 1
        total += len(extraction.claims)
        title = f"  {visible(extraction.article.title)}" if extraction.article.title else ""
        lines = [style.paint("head", visible(extraction.article.doc)) + title]
        lines += [_claim(claim, style) for claim in extraction.claims]
        yield "\n".join(lines) + "\n\n"
    yield style.paint("summary", f"{plural(articles, 'article')}, {plural(total, 'claim')}") + "\n"


def _claim(claim: Claim, style: Style) -> str:
    about = " ".join(filter(None, (claim.role, claim.subject)))
    notes = [word for word in (claim.polarity, claim.certainty) if word not in ("affirmed", "asserted")]
    if claim.speaker:
        notes.insert(0, claim.speaker)
    spot = f"{claim.line}:{claim.column}" + (" title" if claim.field == "title" else "")
    start = f"  {spot:>7}  {claim.kind:<10} {style.paint('value', f'{value_of(claim):<18}')} {visible(about):<18} "
    words = quote(claim, max(style.width - 60, 22))
    said = f"  ({visible(', '.join(notes))})" if notes else ""
    return (start + style.paint("quote", words) + said).rstrip()


def events(found: Events, style: Style) -> Iterator[str]:
    """A block an event: what, where, when, the articles about it, and why they are linked."""
    for event in found.events:
        yield "\n".join(_event(event, len(found.claims.get(event.id, ())), style)) + "\n"
    several = sum(len(event.main_documents) > 1 for event in found.events)
    yield (
        style.paint("summary", f"{plural(len(found.events), 'event')}, {several} told by more than one article") + "\n"
    )


def _event(event: Event, count: int, style: Style) -> Iterator[str]:
    what = ", ".join(visible(part) for part in (event.kind, event.place, event.date) if part) or "nothing known"
    yield f"{style.paint('head', visible(event.id))}  {what}  ({plural(count, 'claim')})"
    yield from (f"  {visible(doc)}{'' if doc in event.main_documents else '  (background)'}" for doc in event.documents)
    if event.link in LINKS:
        yield from wrapped(f"{LINKS[event.link]}: {'; '.join(map(visible, event.reasons))}", style)


def wrapped(text: str, style: Style) -> Iterator[str]:
    """A remark in lines of the report's width, indented."""
    lines = textwrap.wrap(text, style.width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    yield from (style.paint("dim", line) for line in lines)

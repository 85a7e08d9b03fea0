"""Claims and events as text for a person: what `claimcheck claims` and `claimcheck events` print."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import Claim, Event, Extraction
from claimcheck.reports.report import Events, Style
from claimcheck.reports.words import plural, quote, spot, value_of
from claimcheck.text.visible import visible

_WIDEST = (9, 11, 24, 28)  # columns of place, kind, value, role and subject; what is longer pushes the rest
_LEAST_WORDS = 20  # columns of a quote
LINKS = {"certain": "linked for certain", "likely": "linked", "weak": "linked weakly"}


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A line an article, a line a claim below it."""
    total = articles = 0
    for extraction in extractions:
        articles += 1
        total += len(extraction.claims)
        title = f"  {visible(extraction.article.title)}" if extraction.article.title else ""
        lines = [style.paint("head", visible(extraction.article.doc)) + title, *_claims(extraction.claims, style)]
        yield "\n".join(lines) + "\n\n"
    yield style.paint("summary", f"{plural(articles, 'article')}, {plural(total, 'claim')}") + "\n"


def _claims(found: Sequence[Claim], style: Style) -> Iterator[str]:
    """Where, what kind, which value, of what; the words take what is left of the line."""
    rows = [(spot(claim), claim.kind, value_of(claim), _about(claim)) for claim in found]
    places, kinds, values, abouts = (
        (
            min(max(map(len, column), default=0), most)
            for column, most in zip(zip(*rows, strict=True), _WIDEST, strict=True)
        )
        if rows
        else (0, 0, 0, 0)
    )
    for claim, (where, kind, value, about) in zip(found, rows, strict=True):
        start = (
            f"  {where:>{places}}  {kind:<{kinds}}  {style.paint('value', f'{value:<{values}}')}  {about:<{abouts}}  "
        )
        said = f"  ({visible(', '.join(_notes(claim)))})" if _notes(claim) else ""
        used = 10 + max(len(where), places) + kinds + max(len(value), values) + max(len(about), abouts) + len(said)
        yield start + style.paint("quote", quote(claim, max(style.width - used, _LEAST_WORDS))) + said


def _about(claim: Claim) -> str:
    return visible(" ".join(filter(None, (claim.role, claim.subject))))


def _notes(claim: Claim) -> list[str]:
    """Who says so, and where it is no plain statement."""
    moods = [word for word in (claim.polarity, claim.certainty) if word not in ("affirmed", "asserted")]
    return [claim.speaker, *moods] if claim.speaker else moods


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

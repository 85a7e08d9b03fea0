"""The HTML page of a report, worked out: findings by event with their sides, filters, tables, quoted articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck import __version__
from claimcheck.model import Article, Claim, Event, Finding
from claimcheck.reports.highlights import Marks, highlighted, marks_of
from claimcheck.reports.overview import MOST_SOURCES, matrix, moments, source_of, values_by_source
from claimcheck.reports.report import Report
from claimcheck.reports.views import ArticleView, EventView, Filter, FindingView, Page, Quote, SideView
from claimcheck.reports.words import SEVERITIES, place, plural, quote, summary, value_of
from claimcheck.text.visible import visible

LINKS = {"certain": "Linked for certain", "likely": "Linked", "weak": "Linked weakly"}
_WORDS = 220  # columns of a quote
_UNDECIDED = 500  # entries shown


@dataclass(frozen=True, slots=True)
class _Corpus:
    report: Report
    articles: Mapping[str, Article]
    whys: Mapping[str, str]
    marks: Marks


def page_of(report: Report) -> Page:
    """The page of a report."""
    quoted = [claim for finding in report.findings for claim in _claims(finding)]
    corpus = _Corpus(
        report,
        {article.doc: article for article in report.articles},
        {rule.id: rule.why for rule in report.rules},
        marks_of(quoted, report.articles),
    )
    by_event: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_event.setdefault(finding.event, []).append(finding)
    events = {event.id: event for event in report.events if event.id in by_event}
    claims = _claims_by_event(report, events.values())
    return Page(
        title=plural(len(report.findings), "finding") if report.findings else "no findings",
        summary=summary(report),
        findings=len(report.findings),
        filters=tuple(_filters(corpus)),
        events=tuple(
            _event(f"e{number}", key, events.get(key), found, claims.get(key, ()), corpus)
            for number, (key, found) in enumerate(by_event.items(), 1)
        ),
        matrix=matrix(report.findings, corpus.articles),
        undecided=tuple(
            f"{visible(u.rule)}: {visible(u.reason)} ({visible(u.event)})" for u in report.undecided[:_UNDECIDED]
        ),
        articles=tuple(_article(a, corpus.marks) for a in report.articles if a.doc in corpus.marks.numbers),
        version=__version__,
    )


def _claims(finding: Finding) -> Iterator[Claim]:
    for side in finding.sides:
        yield from side.claims
    yield from finding.agrees


def _claims_by_event(report: Report, events: Iterable[Event]) -> dict[str, list[Claim]]:
    of = {mention: event.id for event in events for mention in event.mentions}
    found: dict[str, list[Claim]] = {}
    for claim in report.claims:
        if claim.event is not None and (event := of.get((claim.doc, claim.event))):
            found.setdefault(event, []).append(claim)
    return found


def _event(
    anchor: str, key: str, event: Event | None, findings: Sequence[Finding], claims: Sequence[Claim], corpus: _Corpus
) -> EventView:
    views = tuple(_finding(finding, corpus) for finding in findings)
    if event is None:
        return EventView(anchor, visible(key) or "the corpus", "", views, (), (), ())
    name = ", ".join(visible(part) for part in (event.kind, event.place, event.date) if part)
    link = LINKS.get(event.link, "")
    sources = tuple(dict.fromkeys(source_of(doc, corpus.articles) for doc in event.documents))[:MOST_SOURCES]
    return EventView(
        anchor=anchor,
        name=name or visible(key),
        link=f"{link}: {'; '.join(map(visible, event.reasons))}" if link and event.reasons else link,
        findings=views,
        sources=sources,
        values=tuple(values_by_source(claims, sources, corpus.articles)) if len(sources) > 1 else (),
        moments=tuple(moments(claims, event.documents, corpus.articles)),
    )


def _finding(finding: Finding, corpus: _Corpus) -> FindingView:
    sides = [SideView(visible(side.value), _quotes(side.claims, corpus)) for side in finding.sides]
    if finding.agrees:
        values = " / ".join(dict.fromkeys(map(value_of, finding.agrees)))
        sides.append(SideView(values, _quotes(finding.agrees, corpus), agrees=True))
    docs = {claim.doc for side in finding.sides for claim in side.claims}
    return FindingView(
        anchor=f"f{finding.id}",
        rule=visible(finding.rule),
        severity=finding.severity,
        link=finding.link,
        message=visible(finding.message),
        why=visible(corpus.whys.get(finding.rule, "")),
        help=visible(finding.help),
        known=finding.id in (corpus.report.known or ()),
        sources="\n".join(sorted({source_of(doc, corpus.articles) for doc in docs})),
        sides=tuple(sides),
    )


def _quotes(claims: Iterable[Claim], corpus: _Corpus) -> tuple[Quote, ...]:
    return tuple(
        Quote(
            words=quote(claim, _WORDS),
            speaker=visible(claim.speaker or ""),
            source=visible(corpus.articles[claim.doc].source) if claim.doc in corpus.articles else "",
            place=place(claim),
            anchor=corpus.marks.anchor(claim) if claim.doc in corpus.marks.numbers else "",
        )
        for claim in claims
    )


def _filters(corpus: _Corpus) -> Iterator[Filter]:
    found = corpus.report.findings
    severities, links = {f.severity for f in found}, {f.link for f in found}
    docs = {claim.doc for f in found for side in f.sides for claim in side.claims}
    yield Filter("severity", "severity", tuple(s for s in SEVERITIES if s in severities))
    yield Filter("rule", "rule", tuple(sorted({visible(f.rule) for f in found})))
    yield Filter("source", "source", tuple(sorted({source_of(doc, corpus.articles) for doc in docs})))
    yield Filter("link", "link", tuple(link for link in (*LINKS, "alone") if link in links))


def _article(article: Article, marks: Marks) -> ArticleView:
    about = [article.source, article.date] + ([article.doc] if article.title else [])
    return ArticleView(
        anchor=f"d{marks.numbers[article.doc]}",
        name=visible(article.title or article.doc),
        about=", ".join(visible(part) for part in about if part),
        parts=tuple(highlighted(article, marks)),
    )

"""The HTML page of a report, worked out: findings by event with their sides, filters, tables, quoted articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck import __version__
from claimcheck.model import Article, Claim, Event, Finding
from claimcheck.reports.corpus import Corpus, corpus_of
from claimcheck.reports.highlights import highlighted, marks_of
from claimcheck.reports.overview import MOST_SOURCES, matrix, moments, named, values_by_source
from claimcheck.reports.report import Report
from claimcheck.reports.views import ArticleView, EventView, Filter, FindingView, Page, SideView, Witness
from claimcheck.reports.words import SEVERITIES, by_event, concerned, graded, plural, summary, value_of
from claimcheck.text.visible import visible

LINKS = {"certain": "Linked for certain", "likely": "Linked", "weak": "Linked weakly"}
_UNDECIDED = 500  # entries shown


@dataclass(frozen=True, slots=True)
class _Run:
    corpus: Corpus
    whys: Mapping[str, str]
    known: frozenset[str] | None


def page_of(report: Report) -> Page:
    """The page of a report."""
    quoted = [claim for finding in report.findings for claim in _claims(finding)]
    grouped = dict(by_event(report.findings))
    events = concerned(report)
    claims = _claims_by_event(report, events.values())
    run = _Run(
        corpus_of(report.articles, marks_of(quoted, report.articles)),
        {rule.id: rule.why for rule in report.rules},
        report.known,
    )
    found = plural(len(report.findings), "finding") if report.findings else "no findings"
    where = ", ".join("standard input" if path == "-" else visible(path) for path in report.paths)
    return Page(
        title=f"{found} in {where}" if where else found,
        summary=summary(report),
        findings=len(report.findings),
        filters=tuple(_filters(report, run.corpus)),
        events=tuple(
            _event(f"e{number}", key, events.get(key), found, claims.get(key, ()), run)
            for number, (key, found) in enumerate(grouped.items(), 1)
        ),
        matrix=matrix(report.findings, run.corpus),
        undecided=tuple(
            f"{visible(u.rule)}: {run.corpus.shortened(u.reason)} ({visible(u.event)})"
            for u in report.undecided[:_UNDECIDED]
        ),
        articles=tuple(_article(a, run.corpus) for a in report.articles if a.doc in run.corpus.marks.numbers),
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
    anchor: str, key: str, event: Event | None, findings: Sequence[Finding], claims: Sequence[Claim], run: _Run
) -> EventView:
    corpus = run.corpus
    views = tuple(_finding(finding, run) for finding in findings)
    about = graded([finding.severity for finding in findings])
    if event is None:
        return EventView(anchor, visible(key) or "The corpus", about, "", views, (), (), ())
    name = ", ".join(filter(None, (visible(event.kind or ""), visible(event.place or ""), named(event.date))))
    link = LINKS.get(event.link, "")
    sources = tuple(dict.fromkeys(map(corpus.source, event.documents)))[:MOST_SOURCES]
    return EventView(
        anchor=anchor,
        name=name[:1].upper() + name[1:] or visible(key),
        about=f"{plural(len(event.documents), 'article')}, {about}",
        link=f"{link}: {'; '.join(map(visible, event.reasons))}" if link and event.reasons else link,
        findings=views,
        sources=sources,
        values=tuple(values_by_source(claims, findings, sources, corpus)),
        moments=tuple(moments(claims, event.documents, corpus)),
    )


def _finding(finding: Finding, run: _Run) -> FindingView:
    corpus, known = run.corpus, run.known
    sides = [SideView(visible(side.value), _witnesses(side.claims, corpus)) for side in finding.sides]
    if finding.agrees:
        values = " / ".join(dict.fromkeys(map(value_of, finding.agrees)))
        sides.append(SideView(values, _witnesses(finding.agrees, corpus), agrees=True))
    docs = {claim.doc for side in finding.sides for claim in side.claims}
    return FindingView(
        anchor=f"f{finding.id}",
        rule=visible(finding.rule),
        severity=finding.severity,
        link=finding.link,
        message=visible(finding.message),
        why=visible(run.whys.get(finding.rule, "")),
        help=visible(finding.help),
        state="" if known is None else "known" if finding.id in known else "new",
        sources="\n".join(sorted(map(corpus.source, docs))),
        sides=tuple(sides),
    )


def _witnesses(claims: Iterable[Claim], corpus: Corpus) -> tuple[Witness, ...]:
    """An article once, with all that it says on a side."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.doc, []).append(claim)
    return tuple(
        Witness(corpus.source(doc), corpus.path(doc), tuple(map(corpus.quote, heard))) for doc, heard in said.items()
    )


def _filters(report: Report, corpus: Corpus) -> Iterator[Filter]:
    """Only where there is a choice."""
    found = report.findings
    severities, links = {f.severity for f in found}, {f.link for f in found}
    docs = {claim.doc for f in found for side in f.sides for claim in side.claims}
    states = [] if report.known is None else ["known" if f.id in report.known else "new" for f in found]
    filters = (
        Filter("severity", "severity", tuple(s for s in SEVERITIES if s in severities)),
        Filter("rule", "rule", tuple(sorted({visible(f.rule) for f in found}))),
        Filter("source", "source", tuple(sorted(set(map(corpus.source, docs))))),
        Filter("link", "link", tuple(link for link in (*LINKS, "alone") if link in links)),
        Filter("baseline", "state", tuple(sorted(set(states)))),
    )
    return (one for one in filters if len(one.choices) > 1)


def _article(article: Article, corpus: Corpus) -> ArticleView:
    about = [visible(article.source), named(article.date.partition("T")[0])]
    about += [corpus.path(article.doc)] if article.title else []
    return ArticleView(
        anchor=f"d{corpus.marks.numbers[article.doc]}",
        name=visible(article.title) if article.title else corpus.path(article.doc),
        about=", ".join(filter(None, about)),
        parts=tuple(highlighted(article, corpus.marks)),
    )

"""The story of a run on one page: load, extract, link, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimcheck import sources
from claimcheck.engines import engine_of
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Extraction, Finding
from claimcheck.reading import Plan, Reading, articles, group_of
from claimcheck.reports.report import Events, Report, RuleRow
from claimcheck.sources import Note
from claimcheck.stages import Extract, Judge, Link


def read_claims(plan: Plan, reading: Reading) -> Iterator[Extraction]:
    """The claims of every article, in the order of the files and of the records in them.

    Raises ClaimcheckError where a path does not exist, and at the end where no article was read.
    """
    engine = engine_of(plan.engine, jobs=plan.jobs)
    with closing(engine.open(plan.jobs)) as crew:
        for made in crew.map(Extract(plan.rules), articles(plan, reading)):
            if isinstance(made, Note):
                reading.note(made)
                continue
            reading.articles += 1
            reading.progress(reading.articles)
            yield made
    reading.progress(0)
    if not reading.articles and not plan.allow_empty:
        what = " and ".join(plan.paths[:3]) + (" and others" if len(plan.paths) > 3 else "")
        unread = f": {reading.unread} could not be read" if reading.unread else f" in {what}"
        raise ClaimcheckError(f"no article read{unread} (--allow-empty makes this fine)")


def find_events(plan: Plan, reading: Reading) -> Events:
    """The events that the articles tell of."""
    link = Link(same_event=plan.same_event, links=plan.links).build()
    extractions = _in_order(plan, reading)
    events = link(extractions, group_of(plan, reading))
    of = {mention: event.id for event in events for mention in event.mentions}
    claims: dict[str, list[str]] = {}
    for extraction in extractions:
        for claim in extraction.claims:
            if event := of.get((claim.doc, claim.event or "")):
                claims.setdefault(event, []).append(claim.id)
    return Events(events, {event: tuple(ids) for event, ids in claims.items()})


def explain_link(plan: Plan, reading: Reading, a: str, b: str) -> list[str]:
    """Why two articles are linked, or are not, in lines for a person."""
    explain = Link(same_event=plan.same_event, links=plan.links).explain()
    extractions = _in_order(plan, reading)
    answer = explain(extractions, group_of(plan, reading), a, b)
    return [answer.a, answer.b, *answer.lines()]


def check(plan: Plan, reading: Reading, *, today: date) -> Report:
    """Everything that the rules say of the articles. Rules are read first: a broken one ends the run at once.

    `today` is the day on which ignores may have run out.
    """
    aside = _aside(plan, today)
    known = _known(plan)
    judge = Judge(plan.rules, plan.select, plan.ignore, tuple(plan.severity.items())).build()
    link = Link(same_event=plan.same_event, links=plan.links).build()
    extractions = _with_given(plan, _in_order(plan, reading))
    groups = group_of(plan, reading)
    events = link(extractions, groups)
    said, rules = judge(extractions, events, groups)
    findings, ignored = aside(said.findings, [rule.id for rule in rules])
    return Report(
        articles=tuple(x.article for x in extractions),
        unread=reading.unread,
        claims=tuple(claim for x in extractions for claim in x.claims),
        events=events,
        findings=findings,
        undecided=said.undecided,
        not_run=said.not_run,
        rules=tuple(RuleRow(r.id, r.severity, r.summary, r.why, said.compared.get(r.id, 0)) for r in rules),
        known=known,
        ignored=ignored,
        stale=len((known or frozenset()) - {finding.id for finding in said.findings}),
        paths=plan.paths,
    )


Aside = Callable[[tuple[Finding, ...], Sequence[str]], tuple[tuple[Finding, ...], int]]


def _aside(plan: Plan, today: date) -> Aside:
    """What remains of findings after an editor's ignores, given the ids of the rules that ran; and how many went."""
    if not plan.ignores:
        return lambda findings, _rules: (findings, 0)
    from claimcheck.ignores import read_ignores, sift  # where there is such a file

    ignores = read_ignores(Path(plan.ignores))

    def aside(findings: tuple[Finding, ...], rules: Sequence[str]) -> tuple[tuple[Finding, ...], int]:
        sifted = sift(findings, ignores, today=today, rules=rules)
        return (*sifted.kept, *sifted.faults), len(sifted.ignored)

    return aside


def _known(plan: Plan) -> frozenset[str] | None:
    """Ids of the findings of the baseline; None without one."""
    if not plan.baseline:
        return None
    from claimcheck.baseline import read_baseline

    return frozenset(entry.id for entry in read_baseline(Path(plan.baseline)))


def touching(report: Report, files: Collection[str]) -> Report:
    """The report with only the findings that a witness in one of `files` (real paths) takes part in."""

    def touched(finding: Finding) -> bool:
        docs = {claim.doc for side in finding.sides for claim in side.claims}
        return any(os.path.realpath(sources.file_of(doc)[0]) in files for doc in docs)

    return replace(report, findings=tuple(finding for finding in report.findings if touched(finding)))


def _with_given(plan: Plan, extractions: list[Extraction]) -> list[Extraction]:
    """The claims of others added to ours."""
    if not plan.claims:
        return extractions
    from claimcheck.extract.given import with_given  # where there are any

    return with_given(extractions, plan.claims)


def _in_order(plan: Plan, reading: Reading) -> list[Extraction]:
    """By document, so that what follows does not depend on the order of records."""
    return sorted(read_claims(plan, reading), key=lambda extraction: extraction.article.doc)

"""The story of a run on one page: load, extract, link, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import sources
from claimcheck.engines import engine_of
from claimcheck.engines.engine import Crew
from claimcheck.errors import Problem
from claimcheck.extracting import Cache, cache_of, read_rows
from claimcheck.model import Extraction, Finding
from claimcheck.reading import Plan, Reading, group_of, jobs_of
from claimcheck.reports.report import Events, Report, RuleRow
from claimcheck.sources import Note
from claimcheck.spill.folder import Folder
from claimcheck.spill.lazily import Lazily
from claimcheck.stages import Extract, Judge, Link

if TYPE_CHECKING:  # what `claims` has no use for is imported where it is
    from claimcheck.checks import AnyRule
    from claimcheck.gathered import Gathered
    from claimcheck.linking import Decision
    from claimcheck.linking.steps import Linking, Step
    from claimcheck.shelving import Corpus


def read_claims(plan: Plan, reading: Reading) -> Iterator[Extraction]:
    """The claims of every article, in the order of the files and of the records in them.

    Raises ClaimcheckError where a path does not exist, and at the end where no article was read.
    """
    jobs = jobs_of(plan)
    engine = engine_of(plan.engine, jobs=jobs)
    if engine.flows:
        from claimcheck import cluster  # with an extra, where asked for

        yield from cluster.read(plan, reading)
        return
    with cache_of(plan, reading) as cache, closing(engine.open(jobs)) as crew:
        recipe = Extract(plan.rules, linking=cache is not None)
        for found in read_rows(plan, reading, crew, recipe, cache):
            made = recipe.unpack(found.article, found.row)
            assert isinstance(made, Extraction)  # of an article and no note
            yield made


def find_events(plan: Plan, reading: Reading) -> Events:
    """The events that the articles tell of."""
    if engine_of(plan.engine, jobs=plan.jobs).flows:
        from claimcheck import cluster

        return cluster.link(plan, reading).told()
    from claimcheck.judging import every

    decisions = Link(links=plan.links).decisions()
    with _read(plan, reading) as (corpus, crew, _):
        events = _linked(plan, corpus, crew, decisions).events
    of = {mention: event.id for event in every(events) for mention in event.mentions}
    claims: dict[str, list[str]] = {}
    for extraction in corpus.extractions():
        for claim in extraction.claims:
            if event := of.get((claim.doc, claim.event or "")):
                claims.setdefault(event, []).append(claim.id)
    found = Lazily(len(events), lambda: corpus.held(every(events)))
    return Events(found, {event: tuple(ids) for event, ids in claims.items()})


def explain_link(plan: Plan, reading: Reading, a: str, b: str) -> list[str]:
    """Why two articles are linked, or are not, in lines for a person."""
    explain = Link(same_event=plan.same_event, links=plan.links).explain()
    extractions = sorted(read_claims(plan, reading), key=lambda extraction: extraction.article.doc)
    answer = explain(extractions, group_of(plan, reading), a, b)
    return [answer.a, answer.b, *answer.lines()]


def check(plan: Plan, reading: Reading, *, today: date) -> Report:
    """Everything that the rules say of the articles. Rules are read first: a broken one ends the run at once.

    `today` is the day on which ignores may have run out.
    """
    from claimcheck.gathered import Gathered
    from claimcheck.judging import conclusion, judged
    from claimcheck.outcome import outcome_of

    aside = _aside(plan, today)
    known = _known(plan)
    judge = Judge(plan.rules, plan.select, plan.ignore, tuple(plan.severity.items()))
    rules = judge.read()
    if engine_of(plan.engine, jobs=plan.jobs).flows:
        from claimcheck import cluster

        there = cluster.link(plan, reading, judge=judge)
        return _report(plan, reading, rules, there.gathered(rules), aside, known)
    decisions = Link(links=plan.links).decisions()
    with _read(plan, reading) as (corpus, crew, cache):
        key = b"" if cache is None or plan.claims else _key(plan, corpus, decisions, cache)
        outcome = outcome_of(corpus.folder, cache.runs.read(key)) if cache and key else None
        if outcome is None:
            outcome = judged(corpus, _linked(plan, corpus, crew, decisions), rules, crew)
            if cache and key:
                cache.runs.write(key, outcome.rows())
    gathered = Gathered(
        articles=Lazily(len(corpus), corpus.articles),
        claims=Lazily(corpus.claims, lambda: (claim for x in corpus.extractions() for claim in x.claims)),
        events=outcome.each_event(),
        findings=outcome.each_finding(),
        undecided=outcome.each_undecided(),
        said=conclusion(outcome, rules),
        cut=outcome.cut,
    )
    return _report(plan, reading, rules, gathered, aside, known)


def _report(
    plan: Plan,
    reading: Reading,
    rules: Sequence[AnyRule],
    gathered: Gathered,
    aside: Aside,
    known: frozenset[str] | None,
) -> Report:
    """What was gathered, less what an editor set aside."""
    if gathered.cut:
        message = f"{gathered.cut} pairs of articles on one place and week were not compared: there are too many"
        reading.tell(Note(Problem("", message), unread=False))
    findings, ignored = aside(gathered.findings, [rule.id for rule in rules])
    return Report(
        articles=gathered.articles,
        unread=reading.unread,
        claims=gathered.claims,
        events=gathered.events,
        findings=findings,
        undecided=gathered.undecided,
        not_run=gathered.said.not_run,
        rules=tuple(RuleRow(r.id, r.severity, r.summary, r.why, gathered.said.compared.get(r.id, 0)) for r in rules),
        known=known,
        ignored=ignored,
        stale=len(known - {finding.id for finding in gathered.findings}) if known else 0,
        paths=plan.paths,
    )


@contextmanager
def _read(plan: Plan, reading: Reading) -> Iterator[tuple[Corpus, Crew, Cache | None]]:
    """The articles on their shelves, the crew that is at hand meanwhile, and the cache."""
    from claimcheck.shelving import shelve

    jobs = jobs_of(plan)
    engine = engine_of(plan.engine, jobs=jobs)
    with cache_of(plan, reading) as cache, closing(engine.open(jobs)) as crew:
        corpus = shelve(plan, reading, crew, Folder(apart=engine.apart), cache)
        crew.close()  # those that link and judge hold no vocabulary: others take over where there is such work
        yield corpus, crew, cache


def _linked(plan: Plan, corpus: Corpus, crew: Crew, decisions: Sequence[Decision]) -> Linking:
    """The events of the articles on the shelves."""
    from claimcheck.linking.steps import linked

    def work(step: Step, items: Iterable[object]) -> Iterator[object]:
        return crew.rows(step, items, chunk=1)

    return linked(corpus.folder, corpus.shelved, work, same_event=plan.same_event, decisions=decisions)


def _key(plan: Plan, corpus: Corpus, decisions: Sequence[Decision], cache: Cache) -> bytes:
    """The digest of all that the outcome of a run depends on."""
    asked = (plan.rules, plan.select, plan.ignore, sorted(plan.severity.items()), plan.same_event, decisions)
    return blake2b(
        repr(asked).encode("utf-8", "surrogatepass"), key=cache.version + corpus.digest, digest_size=20
    ).digest()


Aside = Callable[[Sequence[Finding], Sequence[str]], tuple[Sequence[Finding], int]]


def _aside(plan: Plan, today: date) -> Aside:
    """What remains of findings after an editor's ignores, given the ids of the rules that ran; and how many went."""
    if not plan.ignores:
        return lambda findings, _rules: (findings, 0)
    from claimcheck.ignores import read_ignores, sift  # where there is such a file

    ignores = read_ignores(Path(plan.ignores))

    def aside(findings: Sequence[Finding], rules: Sequence[str]) -> tuple[Sequence[Finding], int]:
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

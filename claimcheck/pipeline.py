"""The story of a run on one page: load, extract, link, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from claimcheck import sources
from claimcheck.engines import ENGINES
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article, Extraction, Finding
from claimcheck.reports.report import Events, Report, RuleRow
from claimcheck.sources import DEFAULT_MAX_SIZE, Note
from claimcheck.stages import Extract, Judge, Link

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read, how to group and link it, and which rules to run. Config fills it in.

    rules       folders of further packs or rules
    select      ids of rules to run; empty: all
    ignore      ids of rules to leave out
    severity    rule id -> the severity it has here
    links       file of an editor's decisions which articles are about one event
    ignores     file of the findings that an editor has set aside
    baseline    file of the findings that are known
    group_by    articles of different files (JSONL) or folders are never compared
    same_event  the main events of a group's articles are one event
    allow_empty no article at all is no error
    max_size    bytes that one article may have
    """

    paths: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    links: str | None = None
    ignores: str | None = None
    baseline: str | None = None
    group_by: Literal["file", "folder"] | None = None
    same_event: bool = False
    allow_empty: bool = False
    engine: str = "serial"
    jobs: int = 1
    max_size: int = DEFAULT_MAX_SIZE
    cache: bool = True


@dataclass(slots=True)
class Reading:
    """What is told and counted while articles are read.

    never  real paths that are no articles: the config in use, the reports to be written
    files  the file of each document, where grouping asks for it
    """

    tell: Callable[[Note], None]
    progress: Callable[[int], None] = lambda _count: None
    never: frozenset[str] = frozenset()
    articles: int = 0
    unread: int = 0
    files: dict[str, str] = field(default_factory=dict)

    def note(self, note: Note) -> None:
        """Pass a note on, and count what was not read."""
        self.unread += note.unread
        self.tell(note)


def read_claims(plan: Plan, reading: Reading) -> Iterator[Extraction]:
    """The claims of every article, in the order of the files and of the records in them.

    Raises ClaimcheckError where a path does not exist, and at the end where no article was read.
    """
    for made in ENGINES[plan.engine].map(Extract(), _articles(plan, reading), jobs=plan.jobs):
        if isinstance(made, Note):
            reading.note(made)
            continue
        reading.articles += 1
        reading.progress(reading.articles)
        yield made
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
    extractions = _in_order(plan, reading)
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


def group_of(plan: Plan, reading: Reading) -> Callable[[str], str]:
    """Document -> the group within which it may be compared: its file, its folder, or one for all."""
    if plan.group_by == "file":
        return lambda doc: reading.files[doc]
    if plan.group_by == "folder":
        return lambda doc: str(Path(reading.files[doc]).parent)
    return lambda _doc: ""


def _in_order(plan: Plan, reading: Reading) -> list[Extraction]:
    """By document, so that what follows does not depend on the order of records."""
    return sorted(read_claims(plan, reading), key=lambda extraction: extraction.article.doc)


def _articles(plan: Plan, reading: Reading) -> Iterator[Article]:
    own = frozenset(os.path.realpath(path) for path in (plan.links, plan.ignores, plan.baseline) if path) | reading.never
    for found in sources.walk(plan.paths, suffixes=sources.suffixes(), never=own):
        for item in (found,) if isinstance(found, Note) else sources.read_file(found, max_size=plan.max_size):
            if isinstance(item, Note):
                reading.note(item)
                continue
            if plan.group_by and not isinstance(found, Note):
                reading.files[item.doc] = found.path
            yield item

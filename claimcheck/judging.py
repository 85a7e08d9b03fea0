"""From events to findings: every rule on every event, wherever an engine runs it; findings are sorted on disk."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.checks import AnyRule
from claimcheck.checks.judge import Judgement, Said, concluded, finding_place, tallied, undecided_place
from claimcheck.checks.panel import Panel, panels_of
from claimcheck.engines.engine import Crew
from claimcheck.linking.steps import EventRows, Linking, Shelved, Step
from claimcheck.model import Event
from claimcheck.outcome import Outcome
from claimcheck.rows import event_row, finding_row, undecided_row
from claimcheck.shelving import Corpus
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Rows, Shelf
from claimcheck.spill.sorted_rows import Key, SortedRows

EVENTS = 40  # that a worker is handed
ARTICLES = 80  # that it holds at once, or those of one event
Found = tuple[Event, Sequence[int]]  # an event, and the numbers of its articles
Placed = list[tuple[Key, bytes]]
Judged = tuple[Placed, Placed, dict[str, dict[str, int]]]


@dataclass(frozen=True)
class JudgeEvents(Step):
    """A range of events -> what the rules say of them and of the articles that they are the main events of: rows of
    findings and of doubts, each with what it is sorted by, and a tally."""

    shelved: Shelved
    events: EventRows
    rules: tuple[AnyRule, ...]

    def build(self) -> Callable[[tuple[int, int]], Judged]:
        """The worker."""
        panels = panels_of([rule for rule in self.rules if rule.scope != "corpus"])

        def judge(found: list[Found]) -> Judged:
            events = [event for event, _ in found]
            numbers = sorted({number for _, numbers in found for number in numbers})
            every = [self.shelved.extraction(number) for number in numbers]
            main = {doc for event in events for doc in event.main_documents}
            mains = [extraction for extraction in every if extraction.article.doc in main]
            shown = {"article": mains, "event": every}
            return rows_of(*(tallied(shown[scope], events, panel) for scope, panel in panels.items()))

        return lambda span: joined([judge(found) for found in batches(map(self.events.event, range(*span)))])


def batches(events: Iterable[Found]) -> Iterator[list[Found]]:
    """The events in runs of few articles: an event of many is alone, since its articles are all in memory."""
    run: list[Found] = []
    held = 0
    for found in events:
        if run and held + len(found[1]) > ARTICLES:
            yield run
            run, held = [], 0
        run.append(found)
        held += len(found[1])
    if run:
        yield run


def joined(made: Sequence[Judged]) -> Judged:
    """What was said of several runs of events, as of one."""
    tally: dict[str, Counter[str]] = {}
    for _, _, counts in made:
        for rule, count in counts.items():
            tally.setdefault(rule, Counter()).update(count)
    findings, undecided = [row for said in made for row in said[0]], [row for said in made for row in said[1]]
    return findings, undecided, {rule: dict(count) for rule, count in tally.items()}


def rows_of(*heard: Said) -> Judged:
    """What rules said, as plain rows."""
    return (
        [(finding_place(finding), marshal.dumps(finding_row(finding))) for said in heard for finding in said.findings],
        [(undecided_place(doubt), marshal.dumps(undecided_row(doubt))) for said in heard for doubt in said.undecided],
        {rule: dict(count) for said in heard for rule, count in said.tally.items()},
    )


def judged(corpus: Corpus, linking: Linking, rules: tuple[AnyRule, ...], crew: Crew) -> Outcome:
    """Ask every rule about every event, article and corpus it is for."""
    events, folder = linking.events, corpus.folder
    findings, undecided = (SortedRows(folder, name) for name in ("findings", "undecided"))
    tally: dict[str, Counter[str]] = {rule.id: Counter() for rule in rules}

    def take(said: Judged) -> None:
        for key, row in said[0]:
            findings.add(key, row)
        for key, row in said[1]:
            undecided.add(key, row)
        for rule, count in said[2].items():
            tally[rule].update(count)

    spans = ((low, min(low + EVENTS, len(events))) for low in range(0, len(events), EVENTS))
    for made in crew.rows(JudgeEvents(corpus.shelved, events, rules), spans, chunk=1):
        take(made)  # type: ignore[arg-type]  # what JudgeEvents made
    if any(rule.scope == "corpus" for rule in rules):
        take(rows_of(_corpora(corpus, events, rules)))
    told = (marshal.dumps(event_row(event)) for event in every(events))
    shelved = [_shelved(folder, rows) for rows in (told, findings, undecided)]
    return Outcome(folder, shelved[0], shelved[1], shelved[2], tally, linking.cut)


def _shelved(folder: Folder, rows: Iterable[bytes]) -> Rows:
    shelf = Shelf(folder, "outcome")
    for row in rows:
        shelf.add(row)
    return shelf.rows()


def conclusion(outcome: Outcome, rules: Sequence[AnyRule]) -> Judgement:
    """The rules that compared nothing, and how much the others did."""
    return concluded(Said([], [], dict(outcome.tally)), rules)


def _corpora(corpus: Corpus, events: EventRows, rules: Sequence[AnyRule]) -> Said:
    """What the rules for a whole corpus say: all of its claims are in memory for it."""
    names = {
        article.doc: corpus.names[group]
        for article, group in zip(corpus.articles(), corpus.shelved.groups, strict=True)
    }
    whole = Panel([rule for rule in rules if rule.scope == "corpus"])
    return tallied(list(corpus.extractions()), list(every(events)), whole, group_of=names.__getitem__)


def every(events: EventRows) -> Iterator[Event]:
    """All events, in order."""
    return (events.event(at)[0] for at in range(len(events)))

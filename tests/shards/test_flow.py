"""Linking and judging in steps: the same events, findings and counts as of a corpus in one memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from fixtures.story import STORIES
from shards.newsroom import TOWNS, articles, write_jsonl

from claimcheck.checks import AnyRule
from claimcheck.checks.judge import Judgement, Said, concluded, judge
from claimcheck.errors import ClaimcheckError
from claimcheck.linking import Decision, link
from claimcheck.linking.candidates import CROWD
from claimcheck.linking.steps import paired
from claimcheck.model import Article, Event, Extraction
from claimcheck.pipeline import check
from claimcheck.reading import Plan, Reading
from claimcheck.rulebook import load_rules
from claimcheck.shards import judging, pairs
from claimcheck.shards.flow import Linking, contribution, decisions_of, joined, place_of_event
from claimcheck.shards.rows import event_from_row, finding_from, undecided_from
from claimcheck.shards.slip import Plain, run
from claimcheck.sources import Note, load
from claimcheck.stages import Extract

GroupOf = Callable[[str], str]
TOWN, DAY = re.compile("|".join(TOWNS)), re.compile(r"March \d+")


@cache
def newsroom() -> tuple[Extraction, ...]:
    read = Extract().build()
    made = [read(article) for article in articles(130)]
    return tuple(x for x in made if isinstance(x, Extraction))


@cache
def stories() -> tuple[Extraction, ...]:
    read = Extract().build()
    made = [read(item) for item in load([str(STORIES)]) if not isinstance(item, Note)]
    return tuple(sorted((x for x in made if isinstance(x, Extraction)), key=lambda x: x.article.doc))


def one(_doc: str) -> str:
    return ""


def folder(doc: str) -> str:
    return str(Path(doc).parent)


@dataclass(frozen=True)
class Rulebook:
    rules: Sequence[AnyRule]

    def __call__(self) -> Sequence[AnyRule]:
        return self.rules


def assert_same(
    extractions: Sequence[Extraction],
    *,
    group_of: GroupOf = one,
    same_event: bool = False,
    decisions: Sequence[Decision] = (),
    rules: Sequence[AnyRule] | None = None,
    buckets: int = 3,
) -> None:
    chosen = load_rules() if rules is None else rules
    events = link(extractions, same_event=same_event, group_of=group_of, decisions=decisions)
    said = judge(extractions, events, chosen, group_of=group_of)
    docs = sorted(x.article.doc for x in extractions)
    together, apart = decisions_of(docs, list(map(group_of, docs)), decisions)
    flow = Linking(same_event, together, apart, Rulebook(chosen), buckets)
    slips: Iterable = (
        s for x in reversed(extractions) for s in contribution(group_of(x.article.doc), x, same_event=same_event)
    )
    made = run(flow, [*slips, *joined(pair for pair, _ in together)])
    result = {name: [slip.data for slip in found] for name, found in made.items()}
    assert set(result) <= {"events", "findings", "undecided", "tallies"}
    found, claims = events_from(result["events"])
    assert found == events
    of = {mention: event.id for event in events for mention in event.mentions}
    expected: dict[str, tuple[str, ...]] = {}
    for x in sorted(extractions, key=lambda x: x.article.doc):
        for claim in x.claims:
            if event := of.get((claim.doc, claim.event or "")):
                expected[event] = (*expected.get(event, ()), claim.id)
    assert claims == expected
    again = judgement_from(result, chosen)
    assert again.findings == said.findings
    assert (again.undecided, again.not_run) == (said.undecided, said.not_run)
    assert dict(again.compared) == dict(said.compared)


def events_from(rows: Iterable[Plain]) -> tuple[tuple[Event, ...], dict[str, tuple[str, ...]]]:
    """The events in order, and the ids of the claims of each."""
    told = [(event_from_row(row), tuple(claims)) for row, claims in sorted(rows, key=lambda x: place_of_event(x[0]))]
    return tuple(event for event, _ in told), {event.id: claims for event, claims in told if claims}


def judgement_from(result: dict[str, list[Plain]], rules: Sequence[AnyRule]) -> Judgement:
    """What the rules say, in the order of one process."""
    findings = [finding_from(row) for _, _, row in sorted(result.get(judging.FINDINGS, []), key=_in_turn)]
    undecided = [undecided_from(row) for _, _, row in sorted(result.get(judging.UNDECIDED, []), key=_in_turn)]
    return concluded(Said(findings, undecided, judging.tally_of(rules, result.get(judging.TALLIES, []))), rules)


def _in_turn(row: Plain) -> Plain:
    place, number, _ = row
    return tuple(place), number


def test_the_newsroom_has_all_that_linking_reckons_with() -> None:
    events = link(newsroom())
    assert {"likely", "weak", "alone"} <= {event.link for event in events}
    assert any(event.copies for event in events) and any("~" in event.id for event in events)
    assert any(not event.main_documents and len(event.documents) > 1 for event in events)
    assert judge(newsroom(), events, load_rules()).findings


@pytest.mark.parametrize("buckets", [1, 7])
def test_a_corpus_larger_than_what_is_compared_whole(buckets: int) -> None:
    assert_same(newsroom(), buckets=buckets)


def test_the_stories() -> None:
    assert_same(stories())


def test_groups_are_never_compared_with_each_other() -> None:
    assert_same(newsroom(), group_of=folder)
    assert_same(stories(), group_of=folder)


def test_articles_that_are_of_one_event_because_the_user_says_so() -> None:
    assert_same(stories(), group_of=folder, same_event=True)


def test_an_editor_decides() -> None:
    docs = sorted(x.article.doc for x in newsroom())
    same = Decision((docs[3], docs[70]), True, "so I hear")
    apart = Decision((docs[0], docs[1], docs[2]), False, "three nights")
    assert_same(newsroom(), decisions=(same, apart))
    with pytest.raises(ClaimcheckError, match="contradict"):
        assert_same(newsroom(), decisions=(same, replace(same, same=False)))


def test_rules_for_whole_corpora_and_rules_that_read_the_words_of_every_article() -> None:
    wide = [replace(rule, scope="corpus") for rule in load_rules() if rule.check in ("agree", "wording")]
    deep = [replace(rule, id=f"{rule.id}-e", scope="event") for rule in load_rules() if rule.check == "wording"]
    assert_same(newsroom(), rules=[*wide, *deep])


def test_a_crowd_on_one_place_and_week_is_cut_as_on_shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paired, "WINDOW", CROWD)
    monkeypatch.setattr(pairs, "WINDOW", CROWD)
    one_week = (replace(a, text=TOWN.sub("Dallas", DAY.sub("March 3", a.text))) for a in articles(100))
    file = write_jsonl(tmp_path / "n.jsonl", one_week)
    told: list[str] = []
    reading = Reading(lambda note: told.append(str(note)))
    report = check(Plan((str(file),)), reading, today=date(2026, 1, 1))
    read = Extract().build()
    made = [x for item in load([str(file)]) if isinstance(item, Article) and isinstance(x := read(item), Extraction)]
    result = run(Linking(buckets=2), (s for x in made for s in contribution("", x, same_event=False)))
    assert events_from(slip.data for slip in result["events"])[0] == tuple(report.events)
    cut = sum(slip.data for slip in result["cut"])
    assert cut > 0 and [note for note in told if "too many" in note] == [
        f"{cut} pairs of articles on one place and week were not compared: there are too many"
    ]


def test_no_article_at_all() -> None:
    assert run(Linking(), ()) == {}

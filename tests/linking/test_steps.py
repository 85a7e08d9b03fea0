"""Linking in steps over rows on disk finds the same events as linking in memory."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest

from claimcheck.linking import Decision, link
from claimcheck.linking.several import with_several
from claimcheck.linking.steps import Shelved, Step, linked, sketch_of
from claimcheck.linking.steps import paired as pairing
from claimcheck.model import Event, Extraction
from claimcheck.rows import article_row, extraction_row
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Shelf
from tests.linking.articles import extraction

LOGIN = "Sign in with your reader account to go on reading the whole of this story."


def reports(count: int) -> list[Extraction]:
    """Two or three reports on each fire, copies among them, and a line of the site under some."""
    made = []
    for n in range(count):
        village, more = f"Village{n // 3}", f"Crews of Station{n // 3} came at {n % 9 + 1}:10 a.m. to the mill."
        text = f"A barn fire near {village} hurt {n % 3 + 2} farm workers. {more} The {village} brigade spoke of hay."
        date = f"2020-{n % 12 + 1:02}-0{n % 7 + 1}"
        made.append(extraction(f"{n * 7919 % 1009:04}.txt", f"{text}\n{LOGIN if n % 4 else ''}", date=date))
    return made


def in_steps(
    extractions: Sequence[Extraction], group_of: Callable[[str], str], *, memory: int = 300, **options: Any
) -> tuple[tuple[Event, ...], int]:
    folder = Folder(memory=memory)
    shelves = [Shelf(folder, name) for name in ("articles", "extractions", "sketches")]
    for one in map(with_several, extractions):
        for shelf, row in zip(shelves, (article_row(one.article), extraction_row(one), sketch_of(one)), strict=True):
            shelf.add(marshal.dumps(row))
    docs = [one.article.doc for one in extractions]
    order = array("I", sorted(range(len(docs)), key=docs.__getitem__))
    names = sorted({group_of(doc) for doc in docs})
    groups = array("I", [names.index(group_of(docs[place])) for place in order])

    def work(step: Step, items: Iterable[object]) -> Iterator[object]:
        return map(step.build(), items)

    shelved = Shelved(*(shelf.rows() for shelf in shelves), order=order, groups=groups)
    found = linked(folder, shelved, work, **options)
    return tuple(found.events.event(at)[0] for at in range(len(found.events))), found.cut


@pytest.mark.parametrize("count", [1, 2, 30, 200])
@pytest.mark.parametrize("memory", [300, 4_000_000])
def test_the_same_events(count: int, memory: int) -> None:
    made = reports(count)
    assert in_steps(made, lambda _doc: "", memory=memory) == (link(made), 0)


def test_the_same_events_of_groups_and_where_a_group_is_one_event() -> None:
    made = reports(90)
    assert in_steps(made, lambda doc: doc[0])[0] == link(made, group_of=lambda doc: doc[0])
    told = link(made, group_of=lambda doc: doc[0], same_event=True)
    assert in_steps(made, lambda doc: doc[0], same_event=True)[0] == told


def test_the_same_events_after_an_editor_s_decisions() -> None:
    made = reports(90)
    docs = [one.article.doc for one in made]
    decisions = (Decision((docs[0], docs[40]), True, "one night"), Decision((docs[3], docs[4]), False, "two barns"))
    assert in_steps(made, lambda _doc: "", decisions=decisions)[0] == link(made, decisions=decisions)


def test_pairs_beyond_the_window_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    made = reports(90)
    monkeypatch.setattr(pairing, "WINDOW", 1)
    assert in_steps(made, lambda _doc: "")[1] > 0

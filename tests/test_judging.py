"""How many articles a worker that judges holds at once."""

from __future__ import annotations

import pytest

from claimcheck.judging import ARTICLES, batches, joined
from claimcheck.model import Event


def _found(at: int, size: int) -> tuple[Event, list[int]]:
    return Event(
        id=str(at), kind=None, date=None, place=None, mentions=(), main_documents=(), documents=(), link="alone"
    ), [0] * size


@pytest.mark.parametrize(
    ("sizes", "runs"),
    [
        ([], []),
        ([1, 2, 3], [[1, 2, 3]]),
        ([3, ARTICLES + 1, 5], [[3], [ARTICLES + 1], [5]]),
        ([ARTICLES - 1, 1, 1], [[ARTICLES - 1, 1], [1]]),
    ],
    ids=["none", "few", "an event of many articles is alone", "up to the limit"],
)
def test_events_are_judged_in_runs_of_few_articles(sizes: list[int], runs: list[list[int]]) -> None:
    made = [[len(numbers) for _, numbers in run] for run in batches(_found(at, size) for at, size in enumerate(sizes))]
    assert made == runs


def test_what_several_runs_said_is_counted_together() -> None:
    one = ([("a", b"1")], [], {"killed": {"compared": 2}})
    two = ([("b", b"2")], [("c", b"3")], {"killed": {"compared": 3}, "fine": {"compared": 1}})
    assert joined([one, two]) == (
        [("a", b"1"), ("b", b"2")],
        [("c", b"3")],
        {"killed": {"compared": 5}, "fine": {"compared": 1}},
    )

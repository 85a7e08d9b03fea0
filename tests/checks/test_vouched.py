"""A weak link bears a clash of dates where the articles share figures that two events hardly have in common."""

from __future__ import annotations

from functools import cache

import pytest

from claimcheck.checks.judge import Judgement, judge
from claimcheck.extract import Extractor, load_extractor
from claimcheck.linking import link
from claimcheck.linking.several import with_several
from claimcheck.model import Article
from claimcheck.rulebook import load_rules


@cache
def extractor() -> Extractor:
    return load_extractor()


def checked(*texts: str) -> Judgement:
    articles = [Article(f"{at}.txt", text, date="2022-09-15") for at, text in enumerate(texts)]
    extractions = [with_several(extractor().extract(article)) for article in articles]
    events = link(extractions)
    assert [event.link for event in events] == ["weak"]
    return judge(extractions, events, load_rules(select=("event-date",)))


def test_one_large_toll_in_one_town_on_two_days_is_one_event() -> None:
    judgement = checked(
        "A bomb killed 18 people in Kirkuk on Tuesday, police said.",
        "Eighteen people died when a blast hit a crowded market in Kirkuk on Monday.",
    )
    assert [finding.rule for finding in judgement.findings] == ["event-date"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A bomb killed one man in Kirkuk on Tuesday, police said.",
            "A man died when a blast hit a crowded market in Kirkuk on Monday.",
        ),
        (
            "A bomb killed 18 people in Kirkuk on Tuesday, police said.",
            "Eighteen people died, police said, when a bomb hit a crowded market in Mosul on Monday.",
        ),
    ],
    ids=["one dead in one town", "one toll in two towns"],
)
def test_less_on_two_days_may_be_two_events(one: str, other: str) -> None:
    judgement = checked(one, other)
    assert not judgement.findings
    assert [doubt.rule for doubt in judgement.undecided] == ["event-date"]

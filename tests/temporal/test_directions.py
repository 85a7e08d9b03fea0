"""Before or after the article's day: directions.yaml, sentences with weekdays and the days that they are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.temporal import load_temporal
from claimcheck.text.passage import read_passage

CASES = yaml.safe_load((Path(__file__).parent / "directions.yaml").read_text(encoding="utf-8"))
TEMPORAL = load_temporal()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_weekday_lies_before_or_after_the_article_as_its_clause_says(case: dict) -> None:
    passage = read_passage(case["text"], field=case.get("field", "text"))
    (mentions,) = TEMPORAL.read([passage], date=case["date"])
    assert [m.value.value for m in mentions if m.kind == "date" and len(m.value.value) == 10] == case["want"]


@pytest.mark.parametrize(
    ("text", "date", "timex"),
    [
        ("The festival is to be held this weekend.", "2019-09-26", "2019-W39-WE"),
        ("The dam burst in November.", "2019-03-06", "2018-11"),
        ("The trial was pushed back to September.", "2019-11-06", "2020-09"),
        ("The dam could have burst in November.", "2019-03-06", "2018-11"),
        ("The crash in November must be explained, he said.", "2019-01-06", "2018-11"),
    ],
)
def test_months_and_weekends_go_by_the_same_words(text: str, date: str, timex: str) -> None:
    (mentions,) = TEMPORAL.read([read_passage(text)], date=date)
    assert timex in [m.value.timex for m in mentions]


def test_nothing_but_sentences_of_their_own_are_looked_at() -> None:
    text = "Police will speak on Monday. On Sunday a shop burned down. They will not speak on Saturday."
    (mentions,) = TEMPORAL.read([read_passage(text)], date="2019-03-06")
    assert [m.value.value for m in mentions] == ["2019-03-11", "2019-03-03", "2019-03-09"]

"""Times and dates in sentences: cases/*.yaml, a sentence, the article's day, and every mention in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from temporal.shown import shown

from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Mention
from claimcheck.temporal import load_temporal
from claimcheck.text.passage import read_passage

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
ABBREVIATIONS = frozenset({"jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "st", "no"})
TEMPORAL = load_temporal()
WORDS = """3:10 a.m. p.m. 0737 GMT (1023 ) 15.40 midnight noon half past quarter to three Monday last next this that
May march Dec. 24 24th 2016 '99 1990s 480 BC early late mid - of the in on at , . since until ago later two days weeks
months year years morning night overnight into every other second week Christmas Eve 24/12/2016 2016-02-31 24-Dec-2016
now 12.5 recently 12 1,000 7pm 340pm o'clock about nearly a few several hundred 27 old aged Published \u00a9 @ann
Tuesday [2213 ]"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
NEWSLIKE = st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)
DAYS = st.sampled_from(["", "2016-07-05", "2016-02-29T10:00:00Z", "1990", "0001-01-01", "9999-12-31", "soon"])


def read(text: str, date: str = "") -> list[Mention]:
    return TEMPORAL.read([read_passage(text, abbreviations=ABBREVIATIONS)], date=date)[0]


def claim_of(mention: Mention) -> Claim:
    value = mention.value
    return Claim(
        id="", doc="", kind=mention.kind, value=value.value, text="", start=0, end=0, line=1, column=1, sentence="",
        qualifier=value.qualifier, low=value.low, high=value.high, unit=value.unit, timex=value.timex,
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_times_of_a_sentence_are_read(case: dict) -> None:
    assert [shown(case["text"], m) for m in read(case["text"], case.get("date", ""))] == case["want"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_every_value_renders_to_text_that_reads_back_to_it(case: dict) -> None:
    for mention in read(case["text"], case.get("date", "")):
        if mention.value.value == "TXX":
            continue  # some time later: nothing to write in a rule
        kind = KINDS[mention.kind]
        text = kind.render(claim_of(mention))
        back = kind.normalise(text)
        assert back is not None, text
        assert back.value == mention.value.value, text


@given(NEWSLIKE | st.text(max_size=80), DAYS)
@settings(max_examples=300, deadline=None)
def test_no_input_raises_and_spans_stay_inside_and_apart(text: str, date: str) -> None:
    mentions = read(text, date)
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end for m, end in zip(mentions, ends, strict=False))
    assert ends[-1] <= len(text)
    assert all(m.kind in ("time", "date", "duration", "set") and m.value.timex for m in mentions)


@given(NEWSLIKE)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text, "2016-07-05") == read(text, "2016-07-05")


def test_the_title_is_read_before_the_text_and_both_are_answered() -> None:
    title = read_passage("Two hurt on May 4, 2014", field="title")
    text = read_passage("The next day one died.", field="text")
    first, second = TEMPORAL.read([title, text], date="2014-05-06")
    assert [m.value.value for m in first] == ["2014-05-04"]
    assert [m.value.value for m in second] == ["2014-05-05"]


def test_an_article_without_words_has_no_times() -> None:
    assert TEMPORAL.read([read_passage("")], date="2016-07-05") == [[]]


def test_the_end_of_a_range_admits_the_whole_range() -> None:
    first, last = read("It ran from July 1 to July 3.", "2016-07-05")
    assert (first.value.low, first.value.high) == (last.value.low, last.value.high)
    assert last.value.high is not None and first.value.low is not None and last.value.high - first.value.low == 2


def test_a_night_goes_on_into_the_next_day() -> None:
    (night,) = read("He was shot Monday night.", "2016-07-05")
    assert night.value.value == "2016-07-04"
    assert night.value.low is not None and night.value.high == night.value.low + 1

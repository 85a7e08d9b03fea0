"""Numbers in sentences: cases/*.yaml, a sentence and every mention in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from quantities.shown import shown

from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Mention
from claimcheck.quantities import Quantities, load_quantities
from claimcheck.text.passage import read_passage

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
QUANTITIES = load_quantities()
WORDS = """of to between least at - year old percent dollars magnitude no one Smith 12 1,234 2016 km million and a
 nearly more than than up from times million hundred 1.5 $5 half third 3/4"""
PIECES = st.sampled_from([*sorted(QUANTITIES.numerals.words()), *"0123456789$%-.,/' ½²°£\n()x^e", *WORDS.split()])
NEWSLIKE = st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)
FEW = settings(max_examples=80, deadline=None, derandomize=True)


def claim_of(text: str, mention: Mention) -> Claim:
    """The claim that a mention would become."""
    value, span = mention.value, text[mention.start : mention.end]
    return Claim(
        id="", doc="", kind=mention.kind, value=value.value, text=span, start=mention.start, end=mention.end, line=1,
        column=1, sentence=text, qualifier=value.qualifier, low=value.low, high=value.high, unit=value.unit,
    )  # fmt: skip


def read(text: str, *taken: tuple[int, int], quantities: Quantities = QUANTITIES) -> list[Mention]:
    return quantities.read(read_passage(text), taken)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_quantities_of_a_sentence_are_read(case: dict) -> None:
    assert [shown(case["text"], mention) for mention in read(case["text"])] == case["want"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_every_value_renders_to_text_that_reads_back_to_it(case: dict) -> None:
    for mention in read(case["text"]):
        kind = KINDS[mention.kind]
        text = kind.render(claim_of(case["text"], mention))
        assert kind.normalise(text) == mention.value, text


@given(NEWSLIKE | st.text(max_size=80))
@FEW
def test_spans_stay_inside_the_text_and_apart_whatever_it_is(text: str) -> None:
    mentions = read(text)
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end for m, end in zip(mentions, ends, strict=False))
    assert ends[-1] <= len(text)


@given(NEWSLIKE)
@FEW
def test_whatever_is_read_renders_and_reads_back(text: str) -> None:
    for mention in read(text):
        kind = KINDS[mention.kind]
        assert kind.normalise(kind.render(claim_of(text, mention))) == mention.value


@given(NEWSLIKE, st.integers(0, 40), st.integers(1, 20))
@FEW
def test_nothing_is_read_over_what_is_taken(text: str, start: int, length: int) -> None:
    span = (min(start, len(text)), min(start + length, len(text)))
    if span[0] < span[1]:
        assert all(m.end <= span[0] or m.start >= span[1] for m in read(text, span))


def test_reading_twice_gives_the_same() -> None:
    text = "At least 12 people and 3 of their dogs were lost over 40 miles; $5 million went with them."
    assert read(text) == read(text)


def test_capitals_are_read_like_small_letters() -> None:
    text = "At least twelve soldiers and 1.2 million litres were lost, nearly half of it near magnitude 6.1."
    assert [m.value for m in read(text.upper())] == [m.value for m in read(text)]

"""Cutting text into words and sentences, without moving an offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.fold import fold, lower, spaced
from claimcheck.text.passage import read_passage

ABBREVIATIONS = frozenset({"mr", "ill", "no", "u s"})

SENTENCES = [
    ("a title before a name ends no sentence", "Mr. Hale left. He ran.", ["Mr. Hale left.", "He ran."]),
    ("an initial ends no sentence", "George W. Bush spoke. They left.", ["George W. Bush spoke.", "They left."]),
    ("a lower-case abbreviation is a word", "The man was ill. He left.", ["The man was ill.", "He left."]),
    ("a number after No. belongs to it", "Sapper no. 5 fell.", ["Sapper no. 5 fell."]),
    ("dotted initials are looked up whole", "The U.S. Army left.", ["The U.S. Army left."]),
    ("a weekday goes on after the hour", "It fell at 8 p.m. Friday. He ran.", ["It fell at 8 p.m. Friday.", "He ran."]),
    ("another word does not", "It fell at 8 p.m. Then he ran.", ["It fell at 8 p.m.", "Then he ran."]),
    ("a closing quote stays with its sentence", "“Stop!” It stopped.", ["“Stop!”", "It stopped."]),
    ("a line end is a break", "First line\nSecond line", ["First line", "Second line"]),
    (
        "text broken to a width keeps its sentences",
        "The quake struck at dawn, officials in the\nprovince said. It hurt at least ten people\n"
        "and left three towns without any power, as\nthe rescue service of the region told the\npress.\n\nNext.",
        [
            "The quake struck at dawn, officials in the\nprovince said.",
            "It hurt at least ten people\nand left three towns without any power, as\n"
            "the rescue service of the region told the\npress.",
            "Next.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "want"), [s[1:] for s in SENTENCES], ids=[s[0] for s in SENTENCES])
def test_sentences(text: str, want: list[str]) -> None:
    passage = read_passage(text, abbreviations=ABBREVIATIONS, go_on=frozenset({"friday"}))
    assert [text[a:b] for a, b in passage.sentences] == want


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(lower(folded)) == len(text)
    assert len(spaced(lower(folded))) == len(text) + 2


@given(st.text())
def test_words_slice_back_and_sentences_do_not_overlap(text: str) -> None:
    passage = read_passage(text)
    assert all(passage.lower[s:e] == w for w, s, e in zip(passage.words, passage.starts, passage.ends, strict=True))
    ends = [0, *(e for _, e in passage.sentences)]
    assert all(before <= start < end for before, (start, end) in zip(ends, passage.sentences, strict=False))


def test_wire_copy_in_capitals_is_told() -> None:
    assert read_passage("POLICE SAID THREE MEN WERE HELD AFTER A RAID IN THE CAPITAL").capitals
    assert not read_passage("Police said three men were held after a raid in the capital").capitals

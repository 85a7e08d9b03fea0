"""Which channels one announcement can have at once, and which of them are compared at all."""

from __future__ import annotations

import pytest
from checks.by_hand import claim

from claimcheck.kinds import KINDS
from claimcheck.model import Comparison

TOLD = {"role": "announcement", "subject": "resignation", "marks": "passing"}


def compare(a: str, b: str, first: dict[str, str], second: dict[str, str]) -> Comparison:
    one, other = claim("channel", a, **first), claim("channel", b, **second)
    answer = KINDS["channel"].compare(one, other)
    assert answer is KINDS["channel"].compare(other, one)
    return answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("television", "television", "SAME"),
        ("video", "youtube", "COMPATIBLE"),
        ("video", "telegram", "COMPATIBLE"),
        ("x", "twitter", "COMPATIBLE"),
        ("press-conference", "television", "COMPATIBLE"),
        ("interview", "radio", "COMPATIBLE"),
        ("letter", "newspaper", "COMPATIBLE"),
        ("television", "radio", "CONFLICT"),
        ("letter", "broadcast", "CONFLICT"),
        ("leaflet", "telegram", "CONFLICT"),
        ("parliament", "press-conference", "CONFLICT"),
    ],
)
def test_means_that_carry_each_other_do_not_clash(a: str, b: str, answer: str) -> None:
    assert compare(a, b, TOLD, TOLD) is Comparison[answer]


def test_networks_clash_whatever_was_said_there_but_not_where_it_was_only_repeated() -> None:
    assert compare("telegram", "facebook", {}, {}) is Comparison.CONFLICT
    assert compare("telegram", "facebook", {}, {"role": "relay"}) is Comparison.UNKNOWN


def test_other_means_clash_only_where_both_sentences_say_what_was_announced() -> None:
    assert compare("letter", "television", TOLD, {"marks": "passing"}) is Comparison.UNKNOWN
    assert compare("telegram", "radio", {}, TOLD) is Comparison.UNKNOWN
    assert compare("letter", "television", TOLD, TOLD | {"subject": "apology"}) is Comparison.UNKNOWN
    no_subject = {"role": "announcement", "marks": "passing"}
    assert compare("letter", "television", TOLD, no_subject) is Comparison.CONFLICT

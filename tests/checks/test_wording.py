"""wording: words to avoid, where they stand, and what excuses them."""

from __future__ import annotations

import pytest
from checks.by_hand import group, judged, rule

from claimcheck.checks import Outcome
from claimcheck.checks.wording import Wording
from claimcheck.model import Article

RULE = rule("wording", Wording(avoid=("PLA drone", "irregardless"), use="drone", unless=("China",)), scope="article")


def said(text: str, title: str = "") -> Outcome:
    article = Article(doc="a", text=text, title=title)
    return judged(RULE, group(scope="article", documents=("a",), articles={"a": article}))


def test_a_hit_is_a_claim_with_its_place_and_sentence() -> None:
    (clash,) = said("Nothing here.\nThe 31st PLA drone fell. More.").clashes
    (hit,) = clash.sides[0].claims
    assert (hit.line, hit.column, hit.text, hit.sentence) == (2, 10, "PLA drone", "The 31st PLA drone fell.")
    assert (clash.kind, clash.help) == ("wording", "write drone")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A PLA drone near China fell.", False),
        ("A PLA droner fell.", False),
        ("A pla drone fell.", False),  # written with capitals, meant with capitals
        ("Irregardless of it.", True),
        ("A drone fell.", False),
    ],
)
def test_words_match_whole_and_as_meant(text: str, found: bool) -> None:
    assert bool(said(text).clashes) is found


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("24/7", "It is open 24/7 now."),
        ("the X-9", "Then the X-9 fell."),
        ("so-called state", "The So-Called State."),
        ("İstanbul post", "An İstanbul post."),
        ("don't know", "We don\u2019t know."),
        ("tonne", "A tonne of \ud83d."),
    ],
)
def test_words_of_any_shape_are_found(word: str, text: str) -> None:
    shaped = rule("wording", Wording(avoid=(word, "never here")), scope="article")
    article = Article(doc="a", text=text)
    assert judged(shaped, group(scope="article", documents=("a",), articles={"a": article})).clashes


def test_titles_are_read_too() -> None:
    (clash,) = said("Nothing.", title="PLA drone down").clashes
    assert clash.sides[0].claims[0].field == "title"


def test_words_in_the_same_sentence_excuse_where_a_rule_says_so() -> None:
    near = rule("wording", Wording(avoid=("drone",), except_near=("music",)), scope="article")
    article = Article(doc="a", text="The drone of music went on. A drone fell.")
    (clash,) = judged(near, group(scope="article", documents=("a",), articles={"a": article})).clashes
    assert [c.start for side in clash.sides for c in side.claims] == [30]

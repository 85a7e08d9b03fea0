"""alike: sentences that say the same in nearly the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checks.by_hand import count, group, judged, rule, values

from claimcheck.checks.alike import CHECK, Alike
from claimcheck.model import Claim

ALIKE = rule("alike", Alike(kinds=("count",)))
PLAN = "The council approved a plan to plant {} trees along the northern road"


def told(value: int, doc: str, sentence: str = PLAN) -> Claim:
    """A count without a role in a sentence."""
    return replace(count(value, doc), role=None, subject="tree", text=str(value), sentence=sentence.format(value))


def test_a_figure_that_changed_on_the_way_is_found() -> None:
    assert values(judged(ALIKE, group(told(1200, "a"), told(300, "b")))) == [{"300": ["b"], "1200": ["a"]}]


def test_other_words_are_another_statement() -> None:
    other = "Volunteers of the gardening club gave away {} trees at Sunday's market"
    assert not judged(ALIKE, group(told(1200, "a"), told(300, "b", other))).clashes


def test_other_names_are_another_statement() -> None:
    pair = [told(n, doc, PLAN + f" by {name}") for n, doc, name in ((1200, "a", "Harehills"), (300, "b", "Moortown"))]
    assert not judged(ALIKE, group(*pair)).clashes


def test_a_figure_with_a_role_has_rules_of_its_own() -> None:
    pair = [replace(told(n, doc), role="killed") for n, doc in ((1200, "a"), (300, "b"))]
    assert not judged(ALIKE, group(*pair)).compared


def test_a_figure_that_the_other_sentence_gives_in_a_role_is_no_difference() -> None:
    raised = "The council approved a plan to plant 300 trees along the northern road, making 1200 trees"
    known = replace(told(300, "a", raised), role="planted", start=9)
    added = replace(told(1200, "a", raised), start=60)
    assert not judged(ALIKE, group(known, added, told(300, "b"))).clashes


def test_pictures_of_a_gallery_are_no_figures() -> None:
    page = "Image 2 of {} The council approved a plan to plant trees along the northern road"
    assert not judged(ALIKE, group(told(12, "a", page), told(9, "b", page))).clashes


@pytest.mark.parametrize(
    ("options", "key"),
    [
        (Alike(kinds=("colour",)), "kinds"),
        (Alike(kinds=("count",), share=0.2), "share"),
        (Alike(kinds=(), words=1), "words"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: Alike, key: str) -> None:
    assert [k for k, _ in CHECK.mistakes(options)] == [key]

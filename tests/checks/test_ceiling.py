"""ceiling: a bound from above that is far above what the others count."""

from __future__ import annotations

from checks.by_hand import claim, count, group, judged, rule, values

from claimcheck.checks.ceiling import CHECK, Ceiling
from claimcheck.model import Claim

DOWNED = Ceiling(kind="count", role=("downed",), words=("as many as",))
RULE = rule("ceiling", DOWNED)


def downed(n: float, doc: str, **more: object) -> Claim:
    return count(n, doc, role="downed", subject="drone", text=f"{n} drones", **more)


def bound(n: float, doc: str, words: str = "as many as", **more: object) -> Claim:
    given = {"role": "downed", "subject": "drone", "text": f"{words} {n} drones", "qualifier": "at_most", **more}
    return claim("count", n, doc=doc, low=0, high=n, **given)


def test_a_bound_far_above_what_others_count_is_found_with_every_count() -> None:
    found = values(judged(RULE, group(bound(16, "a"), downed(1, "b"), downed(2, "c"))))
    assert found == [{"1": ["b"], "2": ["c"], "as many as 16": ["a"]}]


def test_a_bound_that_one_report_comes_near_holds() -> None:
    outcome = judged(RULE, group(bound(16, "a"), downed(1, "b"), downed(12, "c")))
    assert outcome.compared == 1 and not outcome.clashes


def test_a_bound_in_other_words_or_a_small_one_is_no_matter_of_the_rule() -> None:
    assert judged(RULE, group(bound(16, "a", "no more than"), downed(1, "b"))).compared == 0
    assert judged(RULE, group(bound(5, "a"), downed(1, "b"))).compared == 0


def test_an_article_that_gives_the_number_beside_its_bound_misleads_nobody() -> None:
    assert not judged(RULE, group(bound(16, "a"), downed(2, "a", start=90), downed(2, "b"))).clashes


def test_what_has_no_number_to_stand_beside_is_undecided() -> None:
    alone = judged(RULE, group(bound(16, "a"), claim("count", 3, doc="b", role="killed", low=3, high=3)))
    least = judged(RULE, group(bound(16, "a"), downed(3, "b", high=None, qualifier="at_least")))
    assert alone.doubts and least.doubts and not alone.compared + least.compared


def test_a_man_is_no_number_of_men_where_the_rule_says_so() -> None:
    options = Ceiling(kind="count", role=("killed",), implied="bound")
    killed = claim("count", 20, doc="a", low=0, high=20, role="killed", subject="person", qualifier="at_most")
    outcome = judged(rule("ceiling", options), group(killed, count(1, "b", text="a man")))
    assert outcome.doubts and not outcome.clashes


def test_other_things_are_not_compared() -> None:
    missile = count(1, "b", role="downed", subject="missile")
    assert not judged(RULE, group(bound(16, "a"), missile)).clashes


def test_a_factor_that_finds_every_bound_is_a_mistake() -> None:
    wrong = Ceiling(kind="counts", role=("downed",), times=1)
    assert [key for key, _ in CHECK.mistakes(wrong)] == ["kind", "times"]

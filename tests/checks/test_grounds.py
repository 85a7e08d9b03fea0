"""On what grounds articles are compared: round-ups aside, firm ties first."""

from __future__ import annotations

from checks.by_hand import claim, count, group, rule

from claimcheck.checks import CHECKS, Outcome
from claimcheck.checks.check import AnyRule, Group
from claimcheck.checks.comparable import Agree
from claimcheck.checks.grounds import judged

KILLED = rule("agree", Agree(kind="count", role=("killed",), subject=("person",)))
PLACE = rule("agree", Agree(kind="location", role=("event",), scene=True))


def by_grounds(a_rule: AnyRule, a_group: Group) -> Outcome:
    return judged(CHECKS[a_rule.check], a_rule, a_group)


def sides(outcome: Outcome) -> list[list[tuple[str, list[str]]]]:
    return [[(side.value, [c.doc for c in side.claims]) for side in clash.sides] for clash in outcome.clashes]


def test_what_only_an_article_on_several_incidents_disagrees_on_is_undecided() -> None:
    outcome = by_grounds(KILLED, group(count(1, "a"), count(4, "log"), several=frozenset({"log"})))
    assert not outcome.clashes
    (doubt,) = outcome.doubts
    assert doubt.reason == "log tells of several incidents"
    assert {c.doc for c in doubt.claims} == {"a", "log"}


def test_an_article_on_several_incidents_does_not_hide_what_the_others_disagree_on() -> None:
    outcome = by_grounds(KILLED, group(count(1, "a"), count(2, "b"), count(4, "log"), several=frozenset({"log"})))
    assert sides(outcome) == [[("1", ["a"]), ("2", ["b"])]]


def test_a_town_is_one_for_all_incidents_that_an_article_tells_of() -> None:
    assert CHECKS[PLACE.check].of_all(PLACE.options)
    assert not CHECKS[KILLED.check].of_all(KILLED.options)


def test_a_loosely_tied_article_may_agree_with_a_side_but_makes_none() -> None:
    def told(figure: float) -> Outcome:
        claims = (count(1, "a"), count(2, "b"), count(figure, "c"))
        return by_grounds(KILLED, group(*claims, link="weak", loose=frozenset({"c"})))

    assert sides(told(2)) == [[("1", ["a"]), ("2", ["b", "c"])]]
    assert sides(told(7)) == [[("1", ["a"]), ("2", ["b"])]]


def test_what_only_a_loosely_tied_article_disagrees_on_is_still_told() -> None:
    outcome = by_grounds(
        KILLED, group(count(1, "a"), count(1, "b"), count(7, "c"), link="weak", loose=frozenset({"c"}))
    )
    assert sides(outcome) == [[("1", ["a", "b"]), ("7", ["c"])]]


def test_a_rule_may_take_a_clash_over_a_weak_link_for_two_events() -> None:
    day = rule("agree", Agree(kind="date", role=("event",), weak="undecided"))
    dates = [
        claim("date", f"2020-03-0{n}", doc=doc, low=737485 + n, high=737485 + n, role="event", text=f"March {n}, 2020")
        for n, doc in ((4, "a"), (5, "b"))
    ]
    assert by_grounds(day, group(*dates)).clashes
    outcome = by_grounds(day, group(*dates, link="weak"))
    assert not outcome.clashes
    assert "two events" in outcome.doubts[0].reason

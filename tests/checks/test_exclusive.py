"""exclusive: groups of values across articles and within one."""

from __future__ import annotations

from checks.by_hand import claim, group, judged, rule, values

from claimcheck.checks.exclusive import CHECK, Also, Exclusive

GROUPS: dict[str, tuple[str | int, ...]] = {"first": ("first", "unprecedented"), "again": ("repeated", "2..")}
ACROSS = rule("exclusive", Exclusive(kind="precedent", groups=GROUPS))
WITHIN = rule("exclusive", Exclusive(kind="precedent", groups=GROUPS), scope="article")


def said(value: str | int, doc: str, **more: object) -> object:
    return claim("precedent", value, doc=doc, **more)


def test_first_and_second_cannot_both_be() -> None:
    outcome = judged(ACROSS, group(said("first", "a"), said(2, "b"), said("repeated", "c")))  # type: ignore[arg-type]
    assert values(outcome) == [{"first": ["a"], "again": ["b", "c"]}]


def test_values_of_one_group_stand_together() -> None:
    assert judged(ACROSS, group(said("first", "a"), said("unprecedented", "b"))).compared == 1  # type: ignore[arg-type]
    assert not judged(ACROSS, group(said(2, "a"), said("repeated", "b"))).clashes  # type: ignore[arg-type]


def test_values_outside_the_groups_say_nothing() -> None:
    assert judged(ACROSS, group(said("first", "a"), said("rare", "b"))).compared == 0  # type: ignore[arg-type]


def test_an_article_that_says_both_clashes_with_itself_only() -> None:
    both = (said("unprecedented", "a"), said("repeated", "a", start=40))
    assert not judged(ACROSS, group(*both, said(2, "b"))).clashes  # type: ignore[arg-type]
    assert values(judged(WITHIN, group(*both, scope="article"))) == [{"first": ["a"], "again": ["a"]}]  # type: ignore[arg-type]


def test_two_events_of_one_article_are_kept_apart() -> None:
    apart = (said("unprecedented", "a"), said("repeated", "a", start=40, event="other"))
    per = rule("exclusive", Exclusive(kind="precedent", groups=GROUPS, per=("event",)), scope="article")
    assert not judged(per, group(*apart, scope="article")).clashes  # type: ignore[arg-type]


def test_a_value_in_two_groups_is_a_mistake() -> None:
    options = Exclusive(kind="precedent", groups={"a": ("first",), "b": ("first", 2)})
    assert [key for key, _ in CHECK.mistakes(options)] == ["groups"]


def test_claims_of_another_kind_can_stand_in_a_group() -> None:
    high = Also(kind="ordinal", group="again", role=("downed",), values=("10..",))
    also = rule("exclusive", Exclusive(kind="precedent", groups=GROUPS, also=(high,)), scope="article")
    first = said("first", "a")
    many, few = (claim("ordinal", n, doc="a", start=50, role="downed") for n in (31, 2))
    assert values(judged(also, group(first, many, scope="article"))) == [{"first": ["a"], "again": ["a"]}]  # type: ignore[arg-type]
    assert not judged(also, group(first, few, scope="article")).clashes  # type: ignore[arg-type]
    assert not judged(also, group(many, scope="article")).compared


def test_what_joins_a_group_that_is_not_there_is_a_mistake() -> None:
    options = Exclusive(kind="precedent", groups=GROUPS, also=(Also(kind="rank", group="third", values=(3,)),))
    assert [key for key, _ in CHECK.mistakes(options)] == ["also", "also"]

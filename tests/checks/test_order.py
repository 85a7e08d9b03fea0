"""order: a post cannot precede what it reports; earlier that day needs room."""

from __future__ import annotations

import pytest
from checks.by_hand import claim, clock, group, judged, rule, values

from claimcheck.checks.order import CHECK, Order

POST = rule("order", Order(first="event", then="announcement", room="3 hours"))
ROOM = rule(
    "order",
    Order(same_day=("same-day-before",), gap=("after",), then="announcement", room="2 hours"),
    scope="article",
)


def test_a_post_before_the_event_is_a_finding_with_every_post() -> None:
    posts = (clock("01:42", "b", role="announcement"), clock("00:58", "c", role="announcement"))
    outcome = judged(POST, group(clock("03:10", "a"), *posts))
    assert values(outcome) == [{"00:58 (announcement)": ["c"], "01:42 (announcement)": ["b"], "03:10 (event)": ["a"]}]
    assert outcome.clashes[0].kind == "order"


@pytest.mark.parametrize(
    ("event", "post"), [("03:10", "03:20"), ("23:50", "00:15"), ("09:00", "03:00"), ("01:00", "01:00")]
)
def test_a_post_after_the_event_holds(event: str, post: str) -> None:
    outcome = judged(POST, group(clock(event, "a"), clock(post, "b", role="announcement")))
    assert (outcome.compared, outcome.clashes) == (1, ())


def test_different_days_are_not_compared() -> None:
    event, post = clock("03:10", "a", date="2020-05-02"), clock("01:42", "b", role="announcement", date="2020-05-03")
    assert not judged(POST, group(event, post)).clashes


@pytest.mark.parametrize(
    ("event", "post", "found"),
    [
        (("03:10", "MSK"), ("01:42", "MSK"), True),
        (("03:10", "MSK"), ("22:42", "GMT"), True),  # 01:42 in Moscow
        (("03:10", "MSK"), ("01:42", "GMT"), False),  # 04:42 in Moscow
        (("03:10", None), ("01:42", "GMT"), False),  # local to where?
        (("03:10", None), ("01:42", None), True),
        (("03:10", "MSK"), ("01:42", "XYZ"), False),
    ],
)
def test_times_of_two_zones_are_put_into_one(
    event: tuple[str, str | None], post: tuple[str, str | None], found: bool
) -> None:
    told = clock(event[0], "a", unit=event[1])
    posted = clock(post[0], "b", role="announcement", unit=post[1])
    assert bool(judged(POST, group(told, posted)).clashes) is found


def test_one_post_that_comes_after_is_enough() -> None:
    posts = (clock("01:42", "b", role="announcement"), clock("03:30", "b", role="announcement", start=30))
    assert not judged(POST, group(clock("03:10", "a"), *posts)).clashes


@pytest.mark.parametrize(("post", "found"), [("00:40", True), ("01:59", True), ("02:00", False), ("23:10", False)])
def test_hours_earlier_on_one_day_need_hours_in_it(post: str, found: bool) -> None:
    said = (
        clock(post, "a", role="announcement"),
        claim("order", "same-day-before", start=40, text="Earlier that same day"),
        claim("order", "after", start=80, text="just hours after the attack"),
    )
    assert bool(judged(ROOM, group(*said, scope="article")).clashes) is found


def test_without_hours_between_there_is_nothing_to_say() -> None:
    said = (clock("00:40", "a", role="announcement"), claim("order", "same-day-before", start=40))
    assert judged(ROOM, group(*said, scope="article")).compared == 0


def test_both_forms_at_once_are_a_mistake() -> None:
    both = Order(first="event", same_day=("x",), gap=("after",), then="announcement", room="2 hours")
    assert list(CHECK.mistakes(both)) and not list(CHECK.mistakes(POST.options))

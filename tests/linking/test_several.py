"""Articles that tell of several incidents are told from those on one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.linking import link
from claimcheck.linking.several import has_sisters, titled_so
from claimcheck.model import Claim, EventMention
from tests.linking.articles import extraction


def titled(title: str, *, people: float = 0) -> bool:
    made = extraction("a", "...", title=title)
    if people:
        text = title.split(" ")[0]
        toll = Claim("1", "a", "count", people, text, 0, len(text), 1, 1, title, field="title", subject="person")
        made = replace(made, claims=(toll,))
    return titled_so(made)


@pytest.mark.parametrize(
    "title",
    [
        "Two separate crashes keep Harwick crews busy",
        "Police look into 3 weekend stabbings",
        "A string of harbour fires worries Pellam",
        "One dead, two hurt in three Dunmore fires",
        "Five hurt in violent weekend in Harwick",
        "Police blotter: bicycles stolen, shed burned",
        "Man held after separate killings",
    ],
)
def test_a_title_that_says_so(title: str) -> None:
    assert titled(title)


@pytest.mark.parametrize(
    "title",
    [
        "Two dead in Harwick crash",
        "Man charged in deadly weekend shooting",
        "Two hurt as strikes hit Pellam",
        "Suspect in four killings held",
        "Standoff ends",
    ],
)
def test_a_title_on_one_incident(title: str) -> None:
    assert not titled(title)


def test_so_many_in_so_many_hours_are_of_several_incidents() -> None:
    assert titled("Seven people hurt in 30 hours", people=7)
    assert titled("Four hurt in 24-hour span", people=4)
    assert not titled("Man held in 30 hours")
    assert not titled("Three held after 24-hour standoff", people=3)


def sister(key: str, day: int | None) -> EventMention:
    return EventMention(key=key, doc="a", main=False, kind="fire", date_low=day, date_high=day)


def test_other_events_of_the_same_sort_and_week_are_sisters() -> None:
    def with_others(*others: EventMention) -> bool:
        return has_sisters(extraction("a", "...", kind="fire", day=100, background=others))

    assert with_others(sister("1", 99), sister("2", 101))
    assert with_others(sister("1", 99), sister("2", None))
    assert not with_others(sister("1", 99))
    assert not with_others(sister("1", 99), sister("2", 20))


def test_an_event_names_its_documents_on_several_incidents() -> None:
    one = extraction("a", "Fire at the mill.", title="Mill burns in Dunmore", kind="fire", day=100)
    log = extraction("b", "Fires at the mill and at the docks.", title="Two separate fires in Dunmore", kind="fire")
    (event,) = link([one, log], same_event=True)
    assert event.several == ("b",)
    (alone,) = link([log])
    assert alone.several == ()

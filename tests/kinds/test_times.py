"""Kinds time, date, duration and set: what is written in rules, compared both ways, rendered and read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.kinds import date, duration, recurrence, time
from claimcheck.kinds.kind import Kind
from claimcheck.model import Claim, Comparison

SAME, COMPATIBLE, CONFLICT, UNKNOWN = Comparison.SAME, Comparison.COMPATIBLE, Comparison.CONFLICT, Comparison.UNKNOWN
TIMES = [
    ("03:10", "3:10 a.m.", SAME),
    ("03:10", "03:25", CONFLICT),
    ("about 03:15", "03:25", COMPATIBLE),
    ("about 03:15", "03:45", CONFLICT),
    ("23:58", "00:02", CONFLICT),
    ("night", "01:42", COMPATIBLE),
    ("the night", "13:00", CONFLICT),
    ("after 19:00", "19:30", COMPATIBLE),
    ("before 19:00", "19:30", CONFLICT),
    ("07:37 GMT", "14:37", COMPATIBLE),  # somewhere it is
    ("07:37 GMT", "14:40", CONFLICT),  # nowhere
    ("12:00 ET", "16:00 GMT", COMPATIBLE),
    ("12:00 ET", "17:00 GMT", COMPATIBLE),
    ("12:00 ET", "18:00 GMT", CONFLICT),
    ("15:00 MSK", "12:00 GMT", SAME),
    ("15:00 Lima time", "15:00 MSK", UNKNOWN),
    ("15:00 MSK", "15:00", SAME),
]
DATES = [
    ("2016-12-24", "December 24, 2016", SAME),
    ("XXXX-12-24", "2016-12-24", COMPATIBLE),
    ("XXXX-12-24", "2016-12-25", CONFLICT),
    ("XXXX-12-24", "December 25", CONFLICT),
    ("December", "December 24", COMPATIBLE),
    ("December 2016", "2016-12-24", COMPATIBLE),
    ("December 2016", "2017-01-01", CONFLICT),
    ("Monday", "2016-07-04", COMPATIBLE),
    ("Monday", "2016-07-05", CONFLICT),
    ("Monday", "July 2016", COMPATIBLE),
    ("Monday", "December 24", UNKNOWN),
    ("the 1990s", "1995", COMPATIBLE),
    ("the 1990s", "2001", CONFLICT),
    ("summer 1916", "July 1, 1916", COMPATIBLE),
    ("summer", "2016-07-04", COMPATIBLE),
    ("winter 1916", "1916-01-15", COMPATIBLE),
    ("2012-W34", "2012-08-22", COMPATIBLE),
    ("2016-XX-24", "2016-05-24", COMPATIBLE),
    ("2016-XX-24", "2016-05-25", CONFLICT),
    ("XXXX-XX-24", "2016-05-24", COMPATIBLE),
    ("BC0480", "BC048", COMPATIBLE),
    ("BC0480", "BC0490", CONFLICT),
    ("now", "2016-07-04", UNKNOWN),
    ("in the past", "in the past", UNKNOWN),
]
DURATIONS = [
    ("3 days", "72 hours", SAME),
    ("P3D", "4 days", CONFLICT),
    ("P1M", "30 days", COMPATIBLE),
    ("P1M", "50 days", CONFLICT),
    ("about 10 minutes", "11 minutes", COMPATIBLE),
    ("more than 10 days", "3 weeks", COMPATIBLE),
    ("more than 10 days", "1 day", CONFLICT),
    ("PXD", "3 days", COMPATIBLE),
    ("PXD", "1 hour", CONFLICT),
]
SETS = [("P1W", "every P1W", SAME), ("P1W", "P1D", CONFLICT)]
CASES = [(kind, *case) for kind, cases in
         ((time.KIND, TIMES), (date.KIND, DATES), (duration.KIND, DURATIONS), (recurrence.KIND, SETS))
         for case in cases]  # fmt: skip


def claim(kind: Kind, text: str) -> Claim:
    value = kind.normalise(text)
    assert value is not None, text
    return Claim(
        id="", doc="", kind=kind.id, value=value.value, text=text, start=0, end=0, line=1, column=1, sentence="",
        qualifier=value.qualifier, low=value.low, high=value.high, unit=value.unit, timex=value.timex,
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b", "want"), CASES, ids=lambda x: x if isinstance(x, str) else None)
def test_two_values_are_compared_both_ways(kind: Kind, a: str, b: str, want: Comparison) -> None:
    assert kind.compare(claim(kind, a), claim(kind, b)) is want
    assert kind.compare(claim(kind, b), claim(kind, a)) is want


@pytest.mark.parametrize(("kind", "text"), sorted({(c[0], t) for c in CASES for t in c[1:3]}, key=str))
def test_what_is_rendered_is_read_back(kind: Kind, text: str) -> None:
    one = claim(kind, text)
    assert kind.normalise(kind.render(one)) == kind.normalise(text)


@pytest.mark.parametrize("kind", [time.KIND, date.KIND, duration.KIND, recurrence.KIND], ids=lambda kind: kind.id)
@pytest.mark.parametrize("text", ["", "25:00", "12:75", "2016-02-31", "XXXX-13", "soon enough", "P", "PT", "P3X"])
def test_what_is_none_of_the_kind_is_refused(kind: Kind, text: str) -> None:
    assert kind.normalise(text) is None


def test_a_tolerance_in_minutes_reaches_across_midnight() -> None:
    a, b = claim(time.KIND, "23:58"), claim(time.KIND, "00:02")
    assert time.KIND.compare(a, b, within=10) is COMPATIBLE
    assert time.KIND.compare(a, b, within=3) is CONFLICT


def test_a_tolerance_in_days_reaches_across_the_year() -> None:
    a, b = claim(date.KIND, "2016-12-31"), claim(date.KIND, "2017-01-01")
    assert date.KIND.compare(a, b) is CONFLICT
    assert date.KIND.compare(a, b, within=1) is COMPATIBLE
    assert date.KIND.compare(claim(date.KIND, "Monday"), claim(date.KIND, "2016-07-05"), within=1) is COMPATIBLE


def test_half_past_eight_without_am_or_pm_fits_both_and_nothing_between() -> None:
    open_ = replace(claim(time.KIND, "08:30"), high=1230)
    compare = time.KIND.compare
    assert compare(open_, claim(time.KIND, "20:30")) is COMPATIBLE
    assert compare(open_, claim(time.KIND, "12:30")) is CONFLICT
    assert compare(open_, open_) is SAME


@given(st.text(max_size=30))
def test_no_text_makes_normalise_raise(text: str) -> None:
    for kind in (time.KIND, date.KIND, duration.KIND, recurrence.KIND):
        kind.normalise(text)


@given(st.integers(0, 1439), st.integers(0, 1439))
def test_times_compare_the_same_way_round(a: int, b: int) -> None:
    one, two = (claim(time.KIND, f"{m // 60:02d}:{m % 60:02d}") for m in (a, b))
    assert time.KIND.compare(one, two) is time.KIND.compare(two, one) is (SAME if a == b else CONFLICT)

"""Spans: how long against from when to when, how old against when born."""

from __future__ import annotations

import pytest
from checks.by_hand import claim, group, judged, rule

from claimcheck.checks.arithmetic import Arithmetic
from claimcheck.checks.spans import Age, Lasts
from claimcheck.model import Claim

LASTS = rule("arithmetic", Arithmetic(lasts=Lasts()), scope="article")
AGE = rule("arithmetic", Arithmetic(age=Age()), scope="article")


def told(hours: float, start: int = 0) -> list[Claim]:
    length = claim("duration", "PTH", text="x", start=start, low=hours * 3600, high=hours * 3600, sentence="s")
    bounds = {"low": 600, "high": 780, "sentence": "s"}
    first = claim("time", "10:00", text="10", start=10, marks="range-start", **bounds)
    return [length, first, claim("time", "13:00", text="1", start=16, marks="range-end", **bounds)]


@pytest.mark.parametrize(("hours", "found"), [(3, False), (3.5, False), (2, True), (5, True)])
def test_a_length_fits_its_range(hours: float, found: bool) -> None:
    assert bool(judged(LASTS, group(*told(hours), scope="article")).clashes) is found


def test_a_length_farther_off_is_of_something_else() -> None:
    assert judged(LASTS, group(*told(5, start=90), scope="article")).compared == 0


@pytest.mark.parametrize(("age", "found"), [(28, False), (29, False), (30, False), (34, True), (19, True)])
def test_an_age_fits_the_date_of_birth(age: int, found: bool) -> None:
    old = claim("duration", f"P{age}Y", role="age", sentence="s")
    born = claim("date", "1995-05-03", role="birth", start=20, sentence="s", date="2024-05-06")
    assert bool(judged(AGE, group(old, born, scope="article")).clashes) is found


def test_a_life_told_from_end_to_end_is_left_alone() -> None:
    old = claim("duration", "P40Y", role="age", sentence="s")
    born = claim("date", "1950-05-03", role="birth", start=20, sentence="s", date="2024-05-06")
    died = claim("date", "1990-06-01", role="death", start=50, sentence="s")
    assert judged(AGE, group(old, born, died, scope="article")).compared == 0

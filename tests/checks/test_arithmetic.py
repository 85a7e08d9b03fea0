"""arithmetic: weekday and date, ordinal and total, part and whole, sums."""

from __future__ import annotations

import pytest
from checks.by_hand import claim, count, group, judged, rule, values

from claimcheck.checks.arithmetic import Arithmetic, Parts, Sum, Within
from claimcheck.checks.weekday import Weekday

NAMES = tuple((d, d[:3]) for d in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
WEEKDAY = rule("arithmetic", Arithmetic(weekday=Weekday(names=NAMES)), scope="article")
NTH = rule("arithmetic", Arithmetic(ordinal_within=Within(role=("downed",))))
PARTS = rule("arithmetic", Arithmetic(parts=Parts(role=("killed",), after=("of them",))))
SUM = rule("arithmetic", Arithmetic(sum=Sum(total="shot", of=("killed", "injured"))))


@pytest.mark.parametrize(
    ("text", "value", "published", "found"),
    [
        ("Tuesday, March 3, 2015", "2015-03-03", "2015-03-05", False),
        ("Friday, March 3, 2015", "2015-03-03", "2015-03-05", True),
        ("Fri. 3/3/15", "2015-03-03", "", True),
        ("Tuesday, March 3", "2016-03-03", "2016-11-20", False),  # right in 2015, and no year is written
        ("Tuesday, March 3", "2016-03-03", "2016-03-05", True),  # two days ago: the year is beyond doubt
        ("Wednesday, March 3", "2016-03-03", "2016-11-20", True),  # in no year near
        ("Monday", "2016-03-03", "2016-03-05", False),  # no day of the month is given
        ("Friday or Saturday, March 3, 2015", "2015-03-03", "", False),
        ("Friday, March 2015", "2015-03", "", False),
    ],
)
def test_weekday_and_date(text: str, value: str, published: str, found: bool) -> None:
    said = claim("date", value, text=text)
    outcome = judged(WEEKDAY, group(said, scope="article", dates={"a": published} if published else {}))
    assert bool(outcome.clashes) is found


def test_a_wrong_weekday_says_which_day_it_was() -> None:
    (clash,) = judged(WEEKDAY, group(claim("date", "2015-03-03", text="Friday, March 3, 2015"))).clashes
    assert (clash.kind, clash.note) == ("arithmetic", "2015-03-03 was a Tuesday")


def nth(value: int, doc: str) -> object:
    return claim("ordinal", value, doc=doc, role="downed", subject="drone")


def test_the_thirty_first_needs_thirty_one() -> None:
    most = count(16, "b", role="downed", subject="drone", low=0, high=16, qualifier="at_most")
    (clash,) = judged(NTH, group(nth(31, "a"), most)).clashes  # type: ignore[arg-type]
    assert clash.kind == "ordinal"
    assert not judged(NTH, group(nth(12, "a"), most)).clashes  # type: ignore[arg-type]


def test_a_part_is_not_larger_than_the_whole() -> None:
    def told(whole: int, part: int) -> list[dict[str, list[str]]]:
        sentence = f"{whole} died, {part} of them here"
        of_them = count(part, "a", role=None, subject=None, start=30, sentence=sentence)
        return values(judged(PARTS, group(count(whole, "a", sentence=sentence), of_them)))

    assert told(40, 52) == [{"40": ["a"], "52": ["a"]}]
    assert told(52, 40) == []


def test_killed_and_injured_are_no_more_than_those_shot() -> None:
    def shot(total: float) -> object:
        dead = count(2, "a", start=20, sentence="s")
        hurt = count(3, "a", role="injured", start=40, sentence="s")
        return judged(SUM, group(count(total, "a", role="shot", sentence="s"), dead, hurt))

    assert shot(4).clashes and not shot(5).clashes and not shot(6).clashes  # type: ignore[attr-defined]

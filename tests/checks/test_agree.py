"""agree: positions of witnesses, sides, updates, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest
from checks.by_hand import claim, clock, count, group, judged, rule, values

from claimcheck.checks.check import ORDINARY
from claimcheck.checks.comparable import Agree
from claimcheck.model import Claim

KILLED = rule("agree", Agree(kind="count", role=("killed",), subject=("person",), updates="rising"))
STRICT = rule("agree", Agree(kind="count", role=("killed",), subject=("person",)))
TIME = rule("agree", Agree(kind="time", role=("event",), within="10 minutes"))


def test_different_values_are_one_finding_with_every_witness() -> None:
    outcome = judged(STRICT, group(count(1, "a"), count(2, "b"), count(2, "c"), count(1, "d"), count(3, "e")))
    assert values(outcome) == [{"1": ["a", "d"], "2": ["b", "c"], "3": ["e"]}]
    assert outcome.compared == 10


def test_the_order_of_articles_does_not_matter() -> None:
    claims = [count(1, "a"), count(2, "b"), count(2, "c")]
    assert values(judged(STRICT, group(*claims))) == values(judged(STRICT, group(*reversed(claims))))


def test_an_article_that_gives_both_values_is_at_odds_with_neither() -> None:
    assert not judged(STRICT, group(count(2, "a"), count(3, "a", start=50), count(3, "b"))).clashes


def test_a_bound_that_fits_several_sides_agrees() -> None:
    bound = count(16, "c", low=0, high=16, qualifier="at_most")
    (clash,) = judged(STRICT, group(count(1, "a"), count(2, "b"), bound)).clashes
    assert [c.doc for c in clash.agrees] == ["c"]


def test_one_witness_and_a_silent_one_are_undecided() -> None:
    outcome = judged(STRICT, group(count(1, "a"), count(2, "b", role="injured")))
    assert (outcome.compared, outcome.clashes) == (0, ())
    assert outcome.doubts[0].reason == "only a says so; b gives none"


def test_copies_of_one_text_are_one_witness() -> None:
    outcome = judged(STRICT, group(count(1, "a"), count(1, "b"), witness={"b": "a"}))
    assert outcome.compared == 0 and not outcome.doubts


def test_counts_of_different_things_are_not_compared() -> None:
    downed = rule("agree", Agree(kind="count", role=("downed",)))
    claims = (count(2, "a", role="downed", subject="drone"), count(5, "b", role="downed", subject="missile"))
    assert not judged(downed, group(*claims)).clashes


def test_denied_hedged_and_partial_claims_are_left_out() -> None:
    for more in ({"polarity": "denied"}, {"certainty": "hedged"}, {"certainty": "hypothetical"}, {"marks": "partial"}):
        assert not judged(STRICT, group(count(1, "a"), count(2, "b", **more))).clashes


def test_a_rule_may_ask_for_hedged_claims() -> None:
    listening = rule("agree", STRICT.options, compare=(*ORDINARY, "hedged"))
    assert judged(listening, group(count(1, "a"), count(2, "b", certainty="hedged"))).clashes


def test_times_are_compared_within_the_tolerance() -> None:
    assert not judged(TIME, group(clock("03:10", "a"), clock("03:19", "b"))).clashes
    assert values(judged(TIME, group(clock("03:10", "a"), clock("03:25", "b")))) == [{"03:10": ["a"], "03:25": ["b"]}]


def test_speakers_are_compared_each_with_himself() -> None:
    per = rule("agree", Agree(kind="time", role=("event",), per="speaker"))
    assert not judged(per, group(clock("03:10", "a", speaker="Ames"), clock("05:00", "b", speaker="Bell"))).clashes
    assert judged(per, group(clock("03:10", "a", speaker="Ames"), clock("05:00", "b", speaker="Ames"))).clashes


DAYS = {"a": "2020-05-02", "b": "2020-05-04"}


def severity(*claims: object, dates: dict[str, str] | None = None, **more: object) -> str | None:
    outcome = judged(KILLED, group(*claims, dates=dates or DAYS, **more))  # type: ignore[arg-type]
    return (outcome.clashes[0].severity or "loud") if outcome.clashes else None


def test_a_later_and_higher_toll_is_an_update_with_its_time_line() -> None:
    outcome = judged(KILLED, group(count(3, "a"), count(5, "b"), dates=DAYS))
    assert outcome.clashes[0].severity == "note"
    assert outcome.clashes[0].note == "updated: 3 (2020-05-02) → 5 (2020-05-04)"


def test_a_time_line_says_what_is_a_bound_and_writes_large_numbers_as_such() -> None:
    most = count(6, "a", qualifier="at_most", low=0, text="as many as 6")
    outcome = judged(KILLED, group(most, count(12_000, "b", text="12,000", qualifier="exact"), dates=DAYS))
    assert outcome.clashes[0].note == "updated: as many as 6 (2020-05-02) → 12,000 (2020-05-04)"


def test_a_falling_toll_is_no_update() -> None:
    assert severity(count(5, "a"), count(3, "b")) == "loud"


def test_a_same_day_difference_is_no_update_unless_the_text_says_so() -> None:
    same = {"a": "2020-05-02", "b": "2020-05-02"}
    assert severity(count(3, "a"), count(5, "b"), dates=same) == "loud"
    assert severity(count(3, "a"), count(5, "b", marks="update"), dates=same) == "note"


def test_articles_without_a_date_cannot_be_told_as_updates() -> None:
    assert severity(count(3, "a"), count(5, "b"), dates={"a": "2020-05-02"}) == "loud"


def test_long_after_the_event_figures_no_longer_move() -> None:
    assert severity(count(3, "a"), count(5, "b"), date="2020-05-01") == "note"
    assert severity(count(3, "a"), count(5, "b"), date="2019-05-01") == "loud"


def test_the_dead_come_out_of_the_wounded() -> None:
    hurt = rule("agree", Agree(kind="count", role=("injured",), updates="rising", balance="killed"))
    dead = (count(2, "a"), count(3, "b"))
    fewer = (count(5, "a", role="injured", start=9), count(4, "b", role="injured", start=9))
    assert judged(hurt, group(*dead, *fewer, dates=DAYS)).clashes[0].severity == "note"
    assert judged(hurt, group(*fewer, dates=DAYS)).clashes[0].severity is None


def test_a_toll_with_the_perpetrator_fits_one_without() -> None:
    assert not judged(STRICT, group(count(4, "a", marks="with-perpetrator"), count(3, "b"))).clashes
    assert judged(STRICT, group(count(5, "a", marks="with-perpetrator"), count(3, "b"))).clashes


def test_what_an_article_says_more_closely_elsewhere_counts() -> None:
    vague = claim("time", "TNI", doc="b", start=40, low=0, high=360, role="event")
    assert judged(TIME, group(clock("03:10", "a"), vague)).compared == 1
    assert judged(TIME, group(clock("03:10", "a"), vague, clock("05:10", "b"))).clashes


def test_a_copy_that_changed_a_figure_is_a_witness_of_its_own() -> None:
    outcome = judged(STRICT, group(count(1, "a"), count(2, "b"), witness={"b": "a"}))
    assert values(outcome) == [{"1": ["a"], "2": ["b"]}]


def test_who_is_told_without_a_number_may_not_be_the_only_one() -> None:
    bound = rule("agree", Agree(kind="count", role=("killed",), implied="bound"))
    one = count(1, "a", text="a man")
    assert not judged(bound, group(one, count(2, "b"))).clashes
    assert judged(bound, group(one, count(0, "b"))).clashes
    assert judged(bound, group(count(1, "a", text="one man"), count(2, "b"))).clashes


def test_the_first_figure_of_a_text_counts_though_the_title_keeps_an_old_one() -> None:
    firm = rule("agree", Agree(kind="count", role=("killed",), firm=True))
    changed = (count(2, "a", field="title"), count(3, "a", start=10))
    assert values(judged(firm, group(*changed, count(2, "b")))) == [{"2": ["b"], "3": ["a"]}]


DATES = rule("agree", Agree(kind="date", role=("event",), widest="2 days", reach="14 days", near="3 days"))


def day(value: str, doc: str, text: str | None = None) -> Claim:
    number = date.fromisoformat(value).toordinal()
    return claim("date", value, doc=doc, low=number, high=number, role="event", text=text or value)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (day("2020-05-02", "a"), day("2020-05-03", "b"), True),
        (day("2020-05-02", "a"), day("2020-07-03", "b"), False),  # too far apart to be of one thing
        (day("2020-05-02", "a"), day("2020-05-11", "b", "Monday"), False),  # of the week it was written in
        (day("2020-05-02", "a"), day("2020-05-04", "b", "Monday"), True),
        (day("2020-05-02", "a", "May 2"), day("2019-05-02", "b", "May 2, 2019"), False),  # the year was guessed
        (day("2020-05-02", "a"), day("2019-05-02", "b"), False),
    ],
)
def test_dates_clash_where_they_can_be_of_one_thing(a: Claim, b: Claim, found: bool) -> None:
    assert bool(judged(DATES, group(a, b)).clashes) is found


def test_an_old_figure_repeated_later_is_still_old() -> None:
    dates = {"a": "2020-05-02", "b": "2020-05-04", "c": "2020-05-04"}
    assert severity(count(3, "a"), count(3, "b"), count(5, "c"), dates=dates) == "note"
    assert severity(count(3, "b"), count(5, "c"), dates=dates) == "loud"


def test_the_hour_of_publication_tells_the_order_on_one_day() -> None:
    dates = {"a": "2020-05-02T08:00", "b": "2020-05-02T19:00"}
    assert severity(count(3, "a"), count(5, "b"), dates=dates) == "note"
    assert severity(count(5, "a"), count(3, "b"), dates=dates) == "loud"


def test_a_total_is_no_part_however_it_is_put() -> None:
    assert judged(STRICT, group(count(1, "a"), count(2, "b", marks="total partial"))).clashes


def test_a_night_is_one_though_it_has_two_dates() -> None:
    party = day("2020-12-31", "a", "New Year's Eve")
    after = day("2021-01-01", "b", "January 1")
    early, late = (clock(at, "b", role="event", start=60, sentence=after.sentence) for at in ("01:15", "22:40"))
    assert not judged(DATES, group(party, after, early)).clashes
    assert judged(DATES, group(party, after, late)).clashes
    assert judged(DATES, group(party, after)).clashes


def test_values_far_apart_may_be_of_two_events() -> None:
    far = rule("agree", Agree(kind="time", role=("event",), doubt="90 minutes"), severity="error")
    claims = (clock("03:10", "a"), clock("09:00", "b"))
    assert judged(far, group(*claims, link="certain")).clashes[0].severity is None
    (clash,) = judged(far, group(*claims, link="likely")).clashes
    assert (clash.severity, clash.note) == ("warning", "or these are two events")
    assert judged(far, group(*claims, link="weak")).doubts
    assert judged(far, group(clock("03:10", "a"), clock("04:00", "b"), link="weak")).clashes


def test_friday_night_is_not_saturday_evening() -> None:
    friday = claim(
        "date", "2020-05-01", doc="a", text="Friday night", low=737546, high=737547, timex="2020-05-01TNI", role="event"
    )
    saturday = day("2020-05-02", "b", "Saturday")
    assert not judged(DATES, group(friday, saturday)).clashes
    late, early = (clock(at, "b", start=60, sentence=saturday.sentence) for at in ("22:40", "01:10"))
    assert judged(DATES, group(friday, saturday, late)).clashes
    assert not judged(DATES, group(friday, saturday, early)).clashes


def test_what_an_article_says_more_vaguely_stands_on_its_side() -> None:
    vague = claim(
        "time", "22:40", doc="a", start=90, low=1330, high=1390, qualifier="about", role="event", text="around 10:40"
    )
    (clash,) = judged(TIME, group(clock("22:42", "a"), vague, clock("23:40", "b"))).clashes
    assert [c.text for c in clash.sides[0].claims] == ["22:42", "around 10:40"]


def note(*claims: Claim, **more: object) -> tuple[str | None, str, list[str]]:
    """Severity, note and the sides' values of the one clash; loud where it has no severity of its own."""
    clashes = judged(more.pop("rule", KILLED), group(*claims, **more)).clashes  # type: ignore[arg-type]
    if not clashes:
        return None, "", []
    return clashes[0].severity or "loud", clashes[0].note, [side.value for side in clashes[0].sides]


def test_an_article_that_revises_a_figure_is_told_as_an_update_of_its_own() -> None:
    told = note(count(8, "a", marks="initial"), count(10, "a", start=50, marks="update"))
    assert told == ("note", "updated, as the article itself says: 8 → 10", ["8", "10"])


def test_a_figure_that_an_article_takes_back_is_a_correction() -> None:
    told = note(count(7, "a", marks="withdrawn"), count(9, "a", start=50))
    assert told == ("note", "corrected, as the article itself says: 7 → 9", ["7", "9"])


def test_a_caption_with_a_lower_figure_is_behind_its_text() -> None:
    claims = (count(1, "a", marks="caption"), count(2, "a", start=50), count(2, "a", start=90))
    assert note(*claims) == ("note", "updated: 1 → 2, and a caption has the old one", ["1", "2"])
    assert note(*claims[:2])[0] is None


def test_a_figure_that_another_article_calls_old_is_behind_whenever_it_was_written() -> None:
    both = (count(15, "a", marks="former"), count(16, "a", start=50, marks="total update"))
    for day in ("2020-05-02", "2020-05-04"):
        assert note(*both, count(15, "b"), dates={"a": "2020-05-03", "b": day})[0] == "note"
    assert note(*both, count(20, "b"), dates={"a": "2020-05-03", "b": "2020-05-03"})[0] == "loud"


def test_a_figure_that_another_article_takes_back_is_at_odds_with_it() -> None:
    corrected = (count(5, "a", marks="withdrawn"), count(4, "a", start=50))
    assert note(*corrected, count(5, "b"), dates={"a": "2020-05-03", "b": "2020-05-03"})[0] == "loud"


def test_the_dead_come_out_of_the_wounded_within_one_article() -> None:
    hurt = rule(
        "agree", Agree(kind="count", role=("injured",), subject=("person",), updates="rising", balance="killed")
    )
    dead = (count(1, "a"), count(2, "a", start=20, marks="update"))
    wounded = (count(3, "a", role="injured", start=40), count(2, "a", role="injured", start=60))
    assert note(*dead, *wounded, rule=hurt) == ("note", "updated, as the article itself says: 3 → 2", ["2", "3"])
    assert note(*wounded, rule=hurt)[0] is None


def test_on_one_day_the_figure_of_an_article_that_leaves_room_is_the_older_one() -> None:
    same = {"a": "2020-05-02", "b": "2020-05-02"}
    at_most = count(4, "a", start=50, low=0, high=4, qualifier="at_most")
    assert note(count(2, "a"), at_most, count(4, "b"), dates=same)[0] == "note"
    assert note(count(2, "a"), at_most, count(5, "b"), dates=same)[0] == "loud"
    assert note(count(2, "a", marks="unfinished"), count(4, "b"), dates=same)[0] == "note"
    assert note(count(4, "a", marks="unfinished"), count(2, "b"), dates=same)[0] == "loud"
    assert note(count(2, "a", marks="unfinished"), count(4, "b", marks="unfinished"), dates=same)[0] == "loud"


def test_values_that_a_third_article_gives_both_of_are_of_two_things() -> None:
    bridged = rule("agree", Agree(kind="time", role=("event",), within="10 minutes", bridged=True))
    two = [clock("01:00", "a"), clock("03:00", "b")]
    both = [clock("01:00", "c"), clock("03:00", "c", start=50)]
    assert judged(bridged, group(*two)).clashes
    outcome = judged(bridged, group(*two, *both))
    assert not outcome.clashes
    assert outcome.doubts[0].reason.startswith("c gives both")


def test_an_article_that_gives_the_other_value_too_makes_no_error_of_it() -> None:
    firm = rule("agree", Agree(kind="count", role=("killed",), subject=("person",), firm=True), severity="error")
    torn = [count(2, "a"), count(3, "a", start=50), count(3, "b")]
    assert judged(firm, group(*torn)).clashes[0].severity == "warning"
    assert judged(firm, group(*torn, link="certain")).clashes[0].severity is None
    assert judged(firm, group(count(2, "a"), count(3, "b"))).clashes[0].severity is None


def test_a_new_figure_that_nobody_takes_up_is_no_update() -> None:
    dates = {"a": "2020-05-02T05:40", "b": "2020-05-02T07:00", "c": "2020-05-02T18:30"}
    assert note(count(7, "a"), count(9, "b"), dates=dates)[0] == "note"
    assert note(count(7, "a"), count(9, "b"), count(7, "c"), dates=dates)[0] == "loud"
    assert (
        note(count(7, "a"), count(9, "b"), count(7, "c"), count(9, "d"), dates={**dates, "d": "2020-05-03"})[0]
        == "note"
    )


def test_a_clock_time_without_its_half_of_the_day_is_no_vague_time() -> None:
    strict = rule("agree", Agree(kind="time", role=("event",), within="10 minutes", widest="3 hours"))
    half = clock("08:52", "a", high=8 * 60 + 52 + 720)
    assert values(judged(strict, group(half, clock("09:25", "b")))) == [{"08:52": ["a"], "09:25": ["b"]}]
    assert not judged(strict, group(half, clock("20:52", "b"))).clashes


def test_names_that_are_alike_are_those_of_one_speaker() -> None:
    per = rule("agree", Agree(kind="channel", per="named-speaker"))
    said = (
        claim("channel", "telegram", speaker="Serhiy Kovalenko"),
        claim("channel", "whatsapp", doc="b", speaker="Serhii Kovalenko"),
    )
    assert judged(per, group(*said)).clashes


def test_an_article_that_says_how_else_one_may_count_fits_both_counts() -> None:
    five = (
        count(5, "a"),
        count(6, "a", low=5.0, high=6.0, qualifier="exact", start=50, text="five adults and an unborn child"),
    )
    for other, severity in ((5, None), (6, None), (7, "loud")):
        assert note(*five, count(other, "b"))[0] == severity


def test_the_number_of_one_place_is_no_other_total() -> None:
    storm = "The storm killed 15 people, 12 of them in Ohio."
    parts = (count(15, "a", sentence=storm), count(12, "a", start=9, sentence=storm, marks="partial"))
    assert not judged(STRICT, group(*parts, count(12, "b"))).clashes
    assert judged(STRICT, group(*parts, count(13, "b"))).clashes


def test_two_values_clash_only_where_one_article_rules_the_other_out() -> None:
    beat = rule("agree", Agree(kind="actor", role=("winning-team",), against="losing-team"))

    def side(team: str, doc: str, role: str) -> Claim:
        return claim("actor", team, doc=doc, start=len(role), role=role)

    said = (side("Leeds United", "a", "winning-team"), side("Hull Rovers", "b", "winning-team"))
    assert judged(beat, group(*said)).doubts
    swapped = judged(beat, group(*said, side("Hull Rovers", "a", "losing-team")))
    assert values(swapped) == [{"Hull Rovers": ["b"], "Leeds United": ["a"]}]
    elsewhere = judged(beat, group(*said, side("Oslo Vikings", "a", "losing-team")))
    assert not elsewhere.clashes

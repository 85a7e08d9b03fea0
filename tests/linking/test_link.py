"""Articles to events: who is linked, how surely, and why."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.linking import Decision, link, why
from claimcheck.model import EventMention, Extraction
from tests.linking.articles import extraction

FIRE = "A warehouse fire in Dunmore killed Petra Lindqvist, 41, on Harbour Street. The blaze broke out near midnight."
FIRE_AGAIN = "Petra Lindqvist, 41, died in the warehouse blaze on Harbour Street in Dunmore, the fire brigade said."
QUAKE = "A quake of magnitude 6.1 shook the Sorvan valley, and Mayor Ilya Brandt said that a bridge had fallen."


def three() -> list[Extraction]:
    return [
        extraction("a.txt", FIRE, title="Warehouse fire kills one in Dunmore", date="2021-03-04"),
        extraction("b.txt", FIRE_AGAIN, title="Victim of Dunmore warehouse fire named", date="2021-03-05"),
        extraction("c.txt", QUAKE, title="Quake shakes Sorvan valley", date="2021-03-04"),
    ]


def clusters(found: tuple) -> list[tuple[str, ...]]:
    return [event.main_documents for event in found if event.main_documents]


def test_two_reports_of_one_fire_are_one_event_and_the_quake_is_another() -> None:
    events = link(three())
    assert clusters(events) == [("a.txt", "b.txt"), ("c.txt",)]
    assert [event.link for event in events] == ["likely", "alone"]
    assert events[0].reasons


def test_the_order_of_articles_does_not_matter() -> None:
    first = link(three())
    assert all(link(list(order)) == first for order in permutations(three()))


def test_articles_of_different_groups_are_never_linked() -> None:
    assert clusters(link(three(), group_of=lambda doc: doc)) == [("a.txt",), ("b.txt",), ("c.txt",)]


def test_told_so_the_articles_of_a_group_are_one_event() -> None:
    events = link(three(), same_event=True, group_of=lambda doc: "q" if doc == "c.txt" else "f")
    assert [(e.main_documents, e.link, e.reasons) for e in events] == [
        (("a.txt", "b.txt"), "certain", ("told so",)),
        (("c.txt",), "alone", ()),
    ]


def test_without_any_date_a_link_is_weak_and_says_so() -> None:
    undated = [extraction(x.article.doc, x.article.text, title=x.article.title) for x in three()]
    events = link(undated)
    assert clusters(events)[0] == ("a.txt", "b.txt")
    assert events[0].link == "weak"
    assert events[0].reasons[-1].startswith("no date ties")


def test_a_decision_joins_what_the_score_keeps_apart() -> None:
    events = link(three(), decisions=[Decision(("a.txt", "c.txt"), same=True, reason="the quake set the fire")])
    assert ("a.txt", "b.txt", "c.txt") in clusters(events) or ("a.txt", "c.txt") in clusters(events)
    assert any("the quake set the fire" in reason for event in events for reason in event.reasons)


def test_a_decision_holds_apart_what_the_score_joins() -> None:
    events = link(three(), decisions=[Decision(("a.txt", "b.txt"), same=False, reason="two fires")])
    assert clusters(events) == [("a.txt",), ("b.txt",), ("c.txt",)]


def test_decisions_that_contradict_each_other_are_an_error() -> None:
    decisions = [
        Decision(("a.txt", "b.txt", "c.txt"), same=True, reason="x"),
        Decision(("a.txt", "c.txt"), same=False, reason="y"),
    ]
    with pytest.raises(ClaimcheckError, match="contradict"):
        link(three(), decisions=decisions)


def test_each_event_has_an_id_of_its_own() -> None:
    ids = [event.id for event in link(three())]
    assert len(set(ids)) == len(ids)


def test_a_background_mention_joins_the_event_of_its_kind_place_and_day() -> None:
    past = EventMention("p", "b.txt", main=False, kind="quake", date_low=9, date_high=9, geonameid=7, place="Sorvan")
    articles = [
        extraction("a.txt", QUAKE, kind="quake", geonameid=7, day=9, place="Sorvan"),
        extraction("b.txt", FIRE, kind="fire", background=(past,)),
    ]
    events = link(articles)
    assert [(e.main_documents, e.documents) for e in events] == [
        (("a.txt",), ("a.txt", "b.txt")),
        (("b.txt",), ("b.txt",)),
    ]


def test_an_undated_background_mention_stays_an_event_of_its_own() -> None:
    past = EventMention("p", "b.txt", main=False, kind="quake", geonameid=7, place="Sorvan")
    articles = [
        extraction("a.txt", QUAKE, kind="quake", geonameid=7, day=9, place="Sorvan"),
        extraction("b.txt", FIRE, kind="fire", background=(past,)),
    ]
    assert [e.documents for e in link(articles)] == [("a.txt",), ("b.txt",), ("b.txt",)]


def test_nothing_links_to_nothing() -> None:
    assert link([]) == ()
    assert [e.link for e in link([extraction("a.txt", "")])] == ["alone"]


def test_why_gives_the_scorecard_and_the_event() -> None:
    answer = why(three(), "a.txt", "b.txt")
    assert answer.event is not None
    assert answer.points == pytest.approx(answer.start + sum(e.points for e in answer.evidence))
    assert any("Lindqvist" in line for line in answer.lines())


def test_why_names_an_article_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match=r"no article z\.txt"):
        why(three(), "a.txt", "z.txt")


def test_two_days_that_two_articles_each_give_are_two_events() -> None:
    def report(doc: str, day: int) -> Extraction:
        return extraction(doc, FIRE, title="Warehouse fire in Dunmore", date="2021-03-09", place="Dunmore", day=day)

    one_wrong = [report("a", 9), report("b", 9), report("c", 4)]
    two_fires = [report("a", 9), report("b", 9), report("c", 4), report("d", 4)]
    assert clusters(link(one_wrong)) == [("a", "b", "c")]
    assert clusters(link(two_fires)) == [("a", "b"), ("c", "d")]


def test_articles_on_several_incidents_are_not_linked_by_what_they_have_in_common() -> None:
    blotter = " ".join(
        f"A man, {30 + n}, was hurt at {n}:10 p.m. in the {n}00 block of {street} Street."
        for n, street in enumerate(("Oak", "Elm", "Ash", "Fir", "Yew", "Box", "Bay"), start=1)
    )
    both = [
        extraction(doc, f"{blotter} {end}", title="Night blotter", date="2021-03-09")
        for doc, end in (
            ("a", "Crews of the Harwick station thanked everyone."),
            ("b", "Calls to the Pellam line went unanswered."),
        )
    ]
    card = why(both, "a", "b").lines()
    assert any("both tell of several incidents" in line for line in card)

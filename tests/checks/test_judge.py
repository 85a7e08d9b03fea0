"""judge: groups by scope, severity over weak links, what did not run and why."""

from __future__ import annotations

from dataclasses import replace

from checks.by_hand import claim, count, rule

from claimcheck.checks import AnyRule
from claimcheck.checks.comparable import Agree
from claimcheck.checks.exclusive import Exclusive
from claimcheck.checks.judge import Judgement, judge
from claimcheck.model import Article, Claim, Event, EventMention, Extraction

KILLED = rule(
    "agree",
    Agree(kind="count", role=("killed",), subject=("person",)),
    id="killed",
    severity="error",
    message="{sides} dead",
)


def read(doc: str, *claims: Claim, date: str = "") -> Extraction:
    article = Article(doc=doc, text="...", date=date)
    return Extraction(article, claims, (EventMention(key="main", doc=doc, main=True, kind="shooting"),))


def event(*docs: str, link: str = "likely", copies: tuple[tuple[str, ...], ...] = ()) -> Event:
    return Event(
        id="shooting/x/1",
        kind="shooting",
        date=None,
        place=None,
        mentions=tuple((doc, "main") for doc in docs),
        main_documents=docs,
        documents=docs,
        link=link,
        reasons=("same place",),
        copies=copies,
    )


def run(*rules: AnyRule, link: str = "likely", n: int = 2) -> Judgement:
    docs = [read("a", count(n, "a")), read("b", count(3, "b"))]
    return judge(docs, [event("a", "b", link=link)], rules)


def test_a_finding_says_what_clashes_where_and_why_it_is_one_event() -> None:
    (finding,) = run(KILLED).findings
    assert (finding.rule, finding.kind, finding.severity, finding.message) == (
        "killed",
        "count",
        "error",
        "2 against 3 dead",
    )
    assert (finding.event, finding.link, finding.reasons) == ("shooting/x/1", "likely", ("same place",))


def test_over_a_weak_link_an_error_is_a_warning_that_says_so() -> None:
    (finding,) = run(KILLED, link="weak").findings
    assert finding.severity == "warning"
    assert "linked weakly" in finding.message


def test_a_finding_in_one_article_needs_no_link() -> None:
    first = rule("exclusive", Exclusive("precedent", {"a": ("first",), "b": (2,)}), scope="article", severity="error")
    both = read("a", claim("precedent", "first"), claim("precedent", 2, start=20))
    (finding,) = judge([both], [event("a", "b", link="weak")], [first]).findings
    assert (finding.severity, finding.link, finding.event) == ("error", "alone", "shooting/x/1")


def test_a_rule_that_compared_nothing_did_not_run_and_says_why() -> None:
    rules = (
        replace(KILLED, id="quakes", event=("quake",)),
        rule("agree", Agree(kind="channel"), id="channels"),
        rule("agree", Agree(kind="count", role=("missing",)), id="missing"),
    )
    assert [(n.rule, n.reason) for n in run(*rules).not_run] == [
        ("quakes", "no event of type quake"),
        ("channels", "no claim of kind channel"),
        ("missing", "no claim of count with the role missing"),
    ]


def test_agreement_is_counted_and_not_reported() -> None:
    said = run(KILLED, n=3)
    assert (said.findings, said.undecided, said.not_run, said.compared) == ((), (), (), {"killed": 1})


def test_a_rule_with_one_witness_is_undecided_and_did_run() -> None:
    said = judge([read("a", count(2, "a")), read("b")], [event("a", "b")], [KILLED])
    assert [(u.rule, u.event) for u in said.undecided] == [("killed", "shooting/x/1")]
    assert not said.not_run


def test_claims_of_other_events_are_left_alone() -> None:
    background = count(9, "b", start=50, event="other")
    said = judge([read("a", count(2, "a")), read("b", count(2, "b"), background)], [event("a", "b")], [KILLED])
    assert not said.findings


def test_the_fingerprint_does_not_depend_on_lines_or_the_order_of_articles() -> None:
    docs = [read("a", replace(count(2, "a"), line=7)), read("b", count(3, "b"))]
    (again,) = judge(docs[::-1], [event("a", "b")], [KILLED]).findings
    assert again.id == run(KILLED).findings[0].id


def test_a_copied_text_is_as_old_as_its_first_printing() -> None:
    told = rule("agree", Agree(kind="count", role=("killed",), updates="rising"), id="told")
    docs = [
        read("a", count(2, "a"), date="2020-05-06"),
        read("b", count(2, "b"), date="2020-05-02"),
        read("c", count(3, "c"), date="2020-05-04"),
    ]
    (finding,) = judge(docs, [event("a", "b", "c", copies=(("a", "b"),))], [told]).findings
    assert finding.severity == "note"


def test_a_clash_within_the_firm_core_of_a_weak_event_is_not_weak() -> None:
    three = [read("a", count(2, "a")), read("b", count(3, "b")), read("c")]
    weak = replace(event("a", "b", "c", link="weak"), loose=("c",))
    (firm,) = judge(three, [weak], [KILLED]).findings
    (loose,) = judge(three, [replace(weak, loose=("b", "c"))], [KILLED]).findings
    assert (firm.link, firm.severity) == ("likely", "error")
    assert (loose.link, loose.severity) == ("weak", "warning")


def test_a_passing_mention_is_no_witness_of_the_day_that_ties_it() -> None:
    def day(doc: str, n: int, key: str) -> Claim:
        return claim("date", f"2020-03-0{n}", doc=doc, low=n, high=n, role="event", text=f"March {n}", event=key)

    dated = rule("agree", Agree(kind="date", role=("event",)), id="dated")
    passing = EventMention(key="aside", doc="b", main=False, kind="shooting")
    other = read("b", day("b", 5, "aside"), count(4, "b", event="aside"))
    other = replace(other, events=(*other.events, passing))
    both = replace(event("a"), mentions=(("a", "main"), ("b", "aside")), documents=("a", "b"))
    docs = [read("a", day("a", 4, "main"), count(3, "a")), other]
    assert [f.rule for f in judge(docs, [both], [dated, KILLED]).findings] == ["killed"]

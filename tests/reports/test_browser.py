"""The HTML page in a real browser: it opens, filters, leads to the quote, and asks the network for nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from reports.browser import CHROMIUM, Page
from reports.sample import HOSTILE, KILLED, NORTH, REPORT, SOUTH, TIME, TWO

from claimcheck.model import Side
from claimcheck.reports import REPORTS, Report, Style

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; .ci/run installs it")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    browser = Page(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def shown(page: Page, tmp_path: Path):
    """The page of a report, opened; afterwards nothing went wrong and nothing else was asked for."""
    paths: list[str] = []

    def show(report: Report) -> Page:
        path = tmp_path / "report.html"
        path.write_text("".join(REPORTS["html"].findings(report, Style())), encoding="utf-8", errors="backslashreplace")
        paths.append(path.as_uri())
        page.troubles.clear()
        page.requests.clear()
        page.open(path.as_uri())
        return page

    yield show
    assert page.troubles == []
    assert {url.partition("#")[0] for url in page.requests} <= set(paths)


VISIBLE = "[...document.querySelectorAll('.finding')].filter(f => f.checkVisibility()).map(f => f.dataset.rule)"


def choose(page: Page, name: str, value: str) -> None:
    page.evaluate(
        f"(s => {{ s.value = {value!r}; s.dispatchEvent(new Event('change', {{bubbles: true}})) }})"
        f"(document.forms[0].elements[{name!r}])"
    )


def test_all_findings_are_shown_at_first(shown):
    assert shown(REPORT).evaluate(VISIBLE) == ["killed", "event-time"]


@pytest.mark.parametrize(
    ("name", "value", "rules"),
    [
        ("rule", "killed", ["killed"]),
        ("severity", "warning", ["event-time"]),
        ("link", "weak", ["killed"]),
        ("state", "new", ["killed"]),
        ("source", "North Post", ["killed", "event-time"]),
    ],
)
def test_a_filter_shows_only_what_it_names(shown, name: str, value: str, rules: list[str]):
    page = shown(replace(REPORT, findings=(KILLED, replace(TIME, link="likely"))))
    choose(page, name, value)
    assert page.evaluate(VISIBLE) == rules
    assert page.evaluate("document.getElementById('shown').textContent") == f"{len(rules)} of 2 findings"


def test_filters_add_up_and_events_without_findings_go(shown):
    page = shown(REPORT)
    choose(page, "rule", "killed")
    choose(page, "severity", "warning")
    assert page.evaluate(VISIBLE) == []
    assert page.evaluate("document.querySelector('.event').checkVisibility()") is False


def test_a_filter_without_a_choice_is_not_offered(shown):
    assert shown(REPORT).evaluate("[...document.forms[0].elements].map(e => e.name)") == [
        "severity",
        "rule",
        "source",
        "state",
        "",
    ]


def test_events_are_listed_where_there_are_several_and_filtered_with_their_findings(shown):
    page = shown(replace(REPORT, findings=(KILLED, replace(TIME, event="fire/york"))))
    seen = "[...document.querySelectorAll('nav li')].filter(e => e.checkVisibility()).map(e => e.textContent.trim())"
    assert page.evaluate(seen) == ["Fire, Leeds, March 1, 2024 3 articles, 1 error", "fire/york 1 warning"]
    choose(page, "rule", "event-time")
    assert page.evaluate(seen) == ["fire/york 1 warning"]
    page.evaluate("document.querySelector('nav li:not([hidden]) a').click()")
    assert page.evaluate("document.querySelector(':target .finding').dataset.rule") == "event-time"


def test_a_cell_of_the_matrix_leads_to_its_finding(shown):
    page = shown(REPORT)
    page.evaluate("document.querySelector('#matrix td a').click()")
    assert page.evaluate("document.querySelector('.finding:target').dataset.rule") == "event-time"


def test_what_a_finding_rests_on_is_marked_among_the_values(shown):
    page = shown(REPORT)
    said = page.evaluate("[...document.querySelectorAll('.event td.disputed')].map(c => c.textContent)")
    assert said == ["2", "3", "03:10", "03:15"]


def test_the_time_line_tells_what_is_said_and_what_was_published(shown):
    lines = shown(REPORT).evaluate(
        "[...document.querySelectorAll('.line li')].map(l => l.textContent.replace(/\\s+/g, ' '))"
    )
    assert [line.partition(" “")[0] for line in lines] == [
        "March 1, 2024, 03:10 event North Post",
        "March 2, 2024 published North Post",
        "03:15 event news/south.txt",
    ]


def test_a_quote_leads_to_its_mark_in_the_article(shown):
    page = shown(REPORT)
    page.evaluate("document.querySelector('.side a').click()")
    page.evaluate("new Promise(done => setTimeout(done, 50))")
    assert page.evaluate("document.querySelector('mark:target').textContent") == "Two people"
    assert page.evaluate("document.querySelector('mark:target').checkVisibility()") is True


def test_nothing_of_an_article_runs(shown):
    page = shown(HOSTILE)
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.querySelectorAll('.finding').length") == 1


def test_the_page_is_no_wider_than_a_phone(shown):
    page = shown(HOSTILE)
    page.send("Emulation.setDeviceMetricsOverride", width=360, height=640, deviceScaleFactor=1, mobile=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.send("Emulation.clearDeviceMetricsOverride")
    assert wide <= 360


def test_a_thousand_findings_in_two_thousand_articles_open(shown):
    text = NORTH.text + "The brigade said more on Sunday. " * 60
    north = [replace(NORTH, doc=f"n{i}.txt", text=text) for i in range(1000)]
    south = [replace(SOUTH, doc=f"s{i}.txt") for i in range(1000)]
    findings = [
        replace(
            KILLED,
            id=f"{i:016}",
            event=f"fire/{i}",
            sides=(
                Side("2", (replace(TWO, doc=a.doc),)),
                Side("3", (replace(KILLED.sides[1].claims[0], doc=b.doc),)),
            ),
            agrees=(),
        )
        for i, (a, b) in enumerate(zip(north, south, strict=True))
    ]
    page = shown(replace(REPORT, articles=(*north, *south), findings=tuple(findings)))
    print("milliseconds to load:", page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    assert page.evaluate("document.querySelectorAll('.finding').length") == 1000

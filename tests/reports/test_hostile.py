"""What an article may hold, no format passes on: every output stays whole, and inert where it is shown."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from reports.sample import HOSTILE

from claimcheck.changes import Changes, ClaimChange, FindingChange
from claimcheck.model import EventMention, Extraction, Side
from claimcheck.reports import REPORTS, Style

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FOR_PEOPLE = ("text", "concise", "table", "markdown", "csv", "github", "junit", "html")
EXTRACTION = Extraction(HOSTILE.articles[0], HOSTILE.claims, (EventMention("x", "y", main=True),))


def written(name: str) -> str:
    return "".join(REPORTS[name].findings(HOSTILE, Style()))


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_nothing_that_a_terminal_obeys_or_hides_comes_through(name: str):
    assert not CONTROL.search(written(name))
    assert "x1b" in written(name)


@pytest.mark.parametrize("name", [n for n in FOR_PEOPLE if n != "html"])
@pytest.mark.parametrize("doc", ["::error file=x::.txt", "##[error]x.txt"])
def test_no_line_is_a_command_of_the_host_whose_log_it_stands_in(name: str, doc: str):
    """GitHub obeys `::` at the start of a line, blanks aside, and `##[` anywhere."""
    bad = replace(HOSTILE.claims[0], doc=doc, value="::error::v", text="##[error]t", sentence="x ##[error]t ::error::y")
    finding = replace(
        HOSTILE.findings[0], message="m ::error::z " * 20, sides=(Side("::error::v", (bad,)),), event="##[e]"
    )
    report = replace(HOSTILE, findings=(finding,))
    pieces = ["".join(REPORTS[name].findings(report, Style(width=width))) for width in (60, 80, 100)]
    own = 1 if name == "github" else 0
    for piece in pieces:
        lines = piece.splitlines()
        assert sum(bool(re.match(r"\s*::[a-z]", line)) for line in lines) == own
        assert own or "##[" not in piece


@pytest.mark.parametrize("name", [n for n, f in REPORTS.items() if f.claims and n in FOR_PEOPLE])
def test_nor_among_claims(name: str):
    assert not CONTROL.search("".join(REPORTS[name].claims([EXTRACTION], Style())))


def test_text_stays_within_its_width_but_for_places():
    for line in written("text").splitlines():
        assert len(line) <= 100 or "long" not in line


def test_json_lines_are_a_line_each_and_read_back():
    [line] = written("jsonl").splitlines()
    assert json.loads(line.encode("utf-8", "backslashreplace"))["sides"][0]["value"] == "=1"
    assert len(next(iter(REPORTS["jsonl"].claims([EXTRACTION], Style()))).split("\n")) == 3


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_json_reads_back(name: str):
    json.loads(written(name).encode("utf-8", "backslashreplace"))


def test_no_workflow_command_is_made_by_an_article():
    commands = [line for line in written("github").splitlines() if line.startswith("::")]
    assert len(commands) == 1 and commands[0].count("\n") == 0
    assert "%0A::error file=x" not in commands[0].partition("title=")[0]


def test_junit_is_well_formed():
    assert ET.fromstring(written("junit")).tag == "testsuites"


def test_csv_cells_are_no_formulas():
    rows = list(csv.reader(io.StringIO(written("csv"))))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)]


def test_markdown_holds_no_mark_up_of_an_article():
    text = written("markdown")
    assert "<" not in text and "`" not in text and "://" not in text
    assert all(line.count("|") == 6 for line in text.splitlines() if line.startswith("|"))


def test_a_page_runs_only_its_own_script_and_loads_nothing():
    text = written("html")
    assert text.count("<script") == 1 and "<script>alert" not in text and "<b>.txt" not in text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and policy[1].startswith("default-src 'none'")
    own = re.search(r"<script>(.*?)</script>", text, re.S)
    assert own and b64encode(sha256(own[1].encode()).digest()).decode() in policy[1]
    assert not re.search(r"""(?:src|href)=["'](?!#)""", text)


def test_concise_is_a_line_a_finding():
    assert len(written("concise").splitlines()) == 1


def test_a_page_of_changes_runs_nothing_and_loads_nothing():
    bad = HOSTILE.claims[0]
    changes = Changes("<b>old", "new\x1b", (bad.doc,), (), (), (ClaimChange(bad.doc, bad, None),), ())
    changes = replace(changes, findings=(FindingChange(None, HOSTILE.findings[0]),))
    text = "".join(REPORTS["html"].changes(changes, Style()))
    assert "<script" not in text and "<b>old" not in text and "=&#34;" not in text.partition("<header>")[0]
    assert not CONTROL.search(text) and "default-src 'none'" in text
    assert not re.search(r"""(?:src|href)=["'](?!#)""", text)

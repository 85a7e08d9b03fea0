"""Each format against the file that shows how it looks. CLAIMCHECK_GOLDEN=1 writes them anew: look at what changed."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from reports.sample import CHANGES, EMPTY, EVENTS, EXTRACTIONS, KILLED, REPORT, SOME, THREE

from claimcheck.model import Side
from claimcheck.reports import REPORTS, Style

GOLDEN = Path(__file__).parent / "golden"


def same(name: str, pieces) -> None:
    path, text = GOLDEN / name, "".join(pieces)
    if os.environ.get("CLAIMCHECK_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [n for n, f in REPORTS.items() if f.findings])
def test_findings(name: str):
    same(f"findings.{name}", REPORTS[name].findings(REPORT, Style()))


@pytest.mark.parametrize("name", [n for n, f in REPORTS.items() if f.findings])
def test_no_findings(name: str):
    same(f"nothing.{name}", REPORTS[name].findings(EMPTY, Style()))


@pytest.mark.parametrize("name", [n for n, f in REPORTS.items() if f.claims])
def test_claims(name: str):
    same(f"claims.{name}", REPORTS[name].claims(EXTRACTIONS, Style()))


@pytest.mark.parametrize("name", [n for n, f in REPORTS.items() if f.events])
def test_events(name: str):
    same(f"events.{name}", REPORTS[name].events(EVENTS, Style()))


@pytest.mark.parametrize("name", [n for n, f in REPORTS.items() if f.changes])
def test_changes(name: str):
    same(f"changes.{name}", REPORTS[name].changes(CHANGES, Style()))


def test_text_at_60_columns_with_everything_shown():
    style = Style(width=60, show_undecided=True, statistics=True)
    same("narrow.text", REPORTS["text"].findings(REPORT, style))


def test_a_record_is_shown_on_its_line_of_the_file():
    finding = replace(KILLED, sides=(Side("2", (SOME,)), Side("3", (THREE,))), agrees=())
    report = replace(REPORT, findings=(finding,))
    sarif, github, gitlab = ("".join(REPORTS[name].findings(report, Style())) for name in ("sarif", "github", "gitlab"))
    [result] = json.loads(sarif)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert "file=wire.jsonl,line=7,title" in github
    assert json.loads(gitlab)[0]["location"] == {"path": "wire.jsonl", "lines": {"begin": 7, "end": 7}}

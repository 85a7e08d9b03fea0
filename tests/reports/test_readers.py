"""Machine formats as others read them: schemas, object models and readers that were published by somebody else."""

import json
import re
from pathlib import Path

import jsonschema
import junitparser
import pytest
from gitlab_cq import GitLabCodeQuality
from reports.sample import EMPTY, EXTRACTIONS, HOSTILE, NORTH, REPORT, SOUTH, WIRE
from sarif_pydantic import Sarif
from typeguard import CollectionCheckStrategy, check_type

from claimcheck.reports import REPORTS, Report, Style

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
RUNS = pytest.mark.parametrize("report", [REPORT, EMPTY, HOSTILE], ids=["calm", "empty", "hostile"])


def written(name: str, report: Report) -> str:
    return "".join(REPORTS[name].findings(report, Style())).encode("utf-8", "backslashreplace").decode("utf-8")


@RUNS
def test_sarif_follows_its_schema(report: Report):
    jsonschema.Draft4Validator(SARIF).validate(json.loads(written("sarif", report)))


@RUNS
def test_sarif_is_read_by_a_reader_of_it(report: Report):
    [run] = Sarif.model_validate_json(written("sarif", report)).runs
    assert [r.rule_id for r in run.results or ()] == [f.rule for f in report.findings]
    for result in run.results or ():
        assert result.locations and result.locations[0].physical_location


def test_sarif_says_what_code_hosts_show():
    [run] = json.loads(written("sarif", REPORT))["runs"]
    for result in run["results"]:
        [place] = result["locations"]
        assert place["physicalLocation"]["region"]["startLine"] >= 1
        assert not re.match(r"[/.]|\w+:", place["physicalLocation"]["artifactLocation"]["uri"])
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]
    assert [result["baselineState"] for result in run["results"]] == ["new", "unchanged"]
    assert len(run["results"][0]["relatedLocations"]) == 2


@RUNS
def test_junit_is_read_by_a_reader_of_it(report: Report, tmp_path: Path):
    (tmp_path / "r.xml").write_text(written("junit", report), encoding="utf-8")
    suites = junitparser.JUnitXml.fromfile(str(tmp_path / "r.xml"))
    cases = [case for suite in suites for case in suite]
    assert suites.tests == len(cases)
    assert suites.failures == sum(any(isinstance(r, junitparser.Failure) for r in case.result) for case in cases)
    assert suites.skipped == sum(any(isinstance(r, junitparser.Skipped) for r in case.result) for case in cases)


@RUNS
def test_gitlab_issues_are_those_of_its_object_model(report: Report):
    every = CollectionCheckStrategy.ALL_ITEMS
    check_type(json.loads(written("gitlab", report)), list[GitLabCodeQuality.Issue], collection_check_strategy=every)


@RUNS
def test_gitlab_finds_all_it_asks_for(report: Report):
    issues = json.loads(written("gitlab", report))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(report.findings)
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"] and issue["check_name"]
        assert not issue["location"]["path"].startswith(("/", "./")) and issue["location"]["lines"]["begin"] >= 1


@RUNS
def test_github_commands_are_one_line_with_a_file(report: Report):
    lines = written("github", report).splitlines()
    assert len(lines) == len(report.findings) + 1
    for line in lines[:-1]:
        assert re.match(r"::(error|warning|notice) file=[^,:]+,(line=\d+,)?[^:]*title=[^,:]+::\S", line)


def test_a_web_annotation_finds_its_words_again():
    page = json.loads("".join(REPORTS["annotations"].claims(EXTRACTIONS, Style())))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    texts = {article.doc: article.text for article in (NORTH, SOUTH, WIRE)}
    for note in page["items"]:
        quote, position = note["target"]["selector"]
        [text] = [t for doc, t in texts.items() if doc.partition("#")[0] == note["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert json.loads(note["body"][1]["value"])["text"] == quote["exact"]


def test_a_statement_has_its_entity_and_the_words_it_rests_on():
    rows = [json.loads(line) for line in "".join(REPORTS["ftm"].claims(EXTRACTIONS, Style())).splitlines()]
    assert {row["schema"] for row in rows} == {"Article", "Event"}
    [two] = [row for row in rows if row["original_value"] == "Two people"]
    assert (two["prop"], two["value"], two["origin"]) == ("count:killed:person", "2", "the mayor")
    assert any(row["entity_id"] == two["entity_id"] and row["prop"] == "proof" for row in rows)

"""Machine formats as others read them: the published SARIF schema, a JUnit reader, what GitLab and GitHub ask for."""

import json
import re
from pathlib import Path

import jsonschema
import junitparser
import pytest
from reports.sample import EMPTY, HOSTILE, REPORT

from claimcheck.reports import REPORTS, Report, Style

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
RUNS = pytest.mark.parametrize("report", [REPORT, EMPTY, HOSTILE], ids=["calm", "empty", "hostile"])


def written(name: str, report: Report) -> str:
    return "".join(REPORTS[name].findings(report, Style())).encode("utf-8", "backslashreplace").decode("utf-8")


@RUNS
def test_sarif_follows_its_schema(report: Report):
    jsonschema.Draft4Validator(SARIF).validate(json.loads(written("sarif", report)))


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

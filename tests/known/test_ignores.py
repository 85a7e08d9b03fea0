"""Ignores: what they set aside, and what is said of those that do nothing."""

from datetime import date
from pathlib import Path

import pytest
from reports.sample import KILLED, TIME

from claimcheck.errors import ClaimcheckError
from claimcheck.ignores import Sifted, read_ignores, sift

RULES = ("killed", "event-time")


@pytest.fixture
def sifted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What remains of two findings after the ignores in `text`."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, *, today: str = "2026-01-15") -> Sifted:
        path = tmp_path / "claimcheck.ignore.yaml"
        path.write_text(text)
        return sift((KILLED, TIME), read_ignores(path), today=date.fromisoformat(today), rules=RULES)

    return run


@pytest.mark.parametrize(
    "text",
    [
        "- {rule: killed, event: fire/leeds/2024-03-01, reason: counted twice}",
        '- {rule: killed, file: news/north.txt, quote: Two people died, reason: x}',
        "- {rule: killed, file: news/south.txt, reason: x}",
        "- {rule: killed, event: fire/leeds/2024-03-01, reason: x, by: M. E., until: 2026-01-15}",
    ],
)
def test_a_finding_is_set_aside(sifted, text: str):
    found = sifted(text)
    assert (found.kept, found.ignored, found.faults) == ((TIME,), (KILLED,), ())


def test_without_a_rule_all_findings_of_the_event_are(sifted):
    assert sifted("- {event: fire/leeds/2024-03-01, reason: x}").kept == ()


@pytest.mark.parametrize(
    "text",
    [
        "- {rule: killed, event: fire/york, reason: x}",
        "- {rule: killed, file: north.txt, reason: x}",
        "- {rule: killed, file: news/north.txt, quote: Nine people, reason: x}",
    ],
)
def test_one_that_sets_nothing_aside_is_a_finding(sifted, text: str):
    found = sifted(text)
    assert found.kept == (KILLED, TIME)
    assert [f.rule for f in found.faults] == ["unused-ignore"] and "claimcheck.ignore.yaml:1" in found.faults[0].message


def test_one_for_a_rule_that_did_not_run_is_none(sifted):
    assert sifted("- {rule: injured, event: fire/leeds/2024-03-01, reason: x}").faults == ()


def test_one_that_has_run_out_sets_nothing_aside_and_is_a_finding(sifted):
    text = "- {rule: killed, event: fire/leeds/2024-03-01, reason: x, until: 2026-01-15}"
    found = sifted(text, today="2026-01-16")
    assert found.kept == (KILLED, TIME) and [f.rule for f in found.faults] == ["expired-ignore"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {rule: killed, event: e}", "reason"),
        ("- {rule: killed, event: e, reason: ' '}", "reason"),
        ("- {rule: killed, reason: x}", "names an event"),
        ("- {rule: killed, quote: x, event: e, reason: x}", "file"),
        ("- {event: e, reason: x, until: soon}", "no day"),
        ("- {event: e, reason: x, untill: 2026-01-01}", 'did you mean "until"'),
        ("rule: killed", "a list"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, said: str):
    (tmp_path / "i.yaml").write_text(text)
    with pytest.raises(ClaimcheckError, match=said) as error:
        read_ignores(tmp_path / "i.yaml")
    assert error.value.problems[0].line == 1


def test_an_empty_file_ignores_nothing(tmp_path: Path):
    (tmp_path / "i.yaml").write_text("# none\n")
    assert read_ignores(tmp_path / "i.yaml").entries == ()

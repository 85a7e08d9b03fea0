"""The baseline: read, written, told apart from what is new."""

from pathlib import Path

import pytest
from reports.sample import KILLED, TIME

from claimcheck.baseline import Known, known_of, read_baseline, stale, write_baseline
from claimcheck.errors import ClaimcheckError


def test_what_was_written_is_read_back_sorted(tmp_path: Path):
    write_baseline(tmp_path / "b.json", known_of([KILLED, TIME]))
    assert read_baseline(tmp_path / "b.json") == known_of([TIME, KILLED])


def test_one_finding_is_one_line(tmp_path: Path):
    write_baseline(tmp_path / "b.json", known_of([KILLED, TIME]))
    lines = (tmp_path / "b.json").read_text().splitlines()
    assert len(lines) == 4 and KILLED.id in lines[2]


def test_an_empty_one(tmp_path: Path):
    write_baseline(tmp_path / "b.json", ())
    assert read_baseline(tmp_path / "b.json") == ()


def test_entries_without_a_finding_are_stale():
    gone = Known("x", "r", "e", "m")
    assert stale([*known_of([KILLED]), gone], [KILLED, TIME]) == (gone,)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"rule": "x"}]}']
)
def test_another_file_is_refused_with_its_name(tmp_path: Path, text: str):
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(ClaimcheckError, match=r"b\.json"):
        read_baseline(tmp_path / "b.json")


def test_a_missing_file_is_said(tmp_path: Path):
    with pytest.raises(ClaimcheckError, match="No such file"):
        read_baseline(tmp_path / "none.json")

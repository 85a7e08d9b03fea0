"""What came of whole runs: read as it was written, or not at all."""

from pathlib import Path

import pytest

from claimcheck.store.runs import KEPT, Runs

ROWS = [("event", f"row {n}".encode()) for n in range(1_200)]
KEY = b"k" * 20


def test_a_run_is_read_as_it_was_written(tmp_path: Path):
    runs = Runs(tmp_path / "cache")
    assert list(runs.read(KEY)) == []
    runs.write(KEY, ROWS)
    assert list(runs.read(KEY)) == ROWS and list(runs.read(b"o" * 20)) == []


def test_a_run_that_is_not_whole_is_none(tmp_path: Path):
    runs = Runs(tmp_path)
    runs.write(KEY, ROWS)
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    for damaged in (whole[:-1], whole[:40], b"", whole[:100] + b"\0" + whole[101:], whole + b"x"):
        path.write_bytes(damaged)
        assert list(runs.read(KEY)) == []
    path.write_bytes(whole)
    path.rename(tmp_path / f"{(b'o' * 20).hex()}.run")
    assert list(runs.read(b"o" * 20)) == []  # another run's rows


def test_the_last_runs_are_kept(tmp_path: Path):
    runs = Runs(tmp_path)
    for n in range(KEPT + 3):
        runs.write(bytes([n]) * 20, ROWS[:3])
    assert len(list(tmp_path.iterdir())) == KEPT


def test_what_a_killed_run_was_writing_is_cleared_away_and_what_is_being_written_is_not(tmp_path: Path):
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "killed.part").write_bytes(b"x")
    with (tmp_path / "writing.part").open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        Runs(tmp_path).write(KEY, ROWS)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".part", ".run"]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path):
    (tmp_path / "file").write_text("")
    runs = Runs(tmp_path / "file")
    runs.write(KEY, ROWS)
    assert list(runs.read(KEY)) == []

"""The cache from a user's side: the same bytes with it and without, whatever happens to it."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli.command import _CALM, COMMAND, Done, claimcheck
from fixtures.story import STORIES


@pytest.fixture
def run(tmp_path: Path):
    shutil.copytree(STORIES / "drones", tmp_path / "stories")

    def checked(*options: str, command: str = "check") -> Done:
        arguments = (command, tmp_path / "stories", "--isolated", "--output", "json", *options)
        return claimcheck(*arguments, CLAIMCHECK_CACHE_DIR=str(tmp_path / "cache"), TMPDIR=str(tmp_path))

    return checked


def known(folder: Path) -> int:
    said = claimcheck("cache", "info", CLAIMCHECK_CACHE_DIR=str(folder)).out.splitlines()
    assert said[0] == str(folder)
    return int(said[1].split(" ")[0])


def test_the_same_bytes_cold_and_warm_and_in_several_processes(run, tmp_path: Path):
    plain = run("--no-cache")
    assert not (tmp_path / "cache").exists()
    assert run() == run() == run("--jobs", "2") == plain
    assert run(command="claims") == run("--no-cache", command="claims")
    assert run("--jobs", "2", command="events") == run("--no-cache", command="events")


def test_of_changed_articles_only_these_are_read_again(run, tmp_path: Path):
    run()
    before = known(tmp_path / "cache")
    changed = next(iter(sorted((tmp_path / "stories").rglob("*.txt"))))
    changed.write_text(changed.read_text().replace("two", "seven") + "\nNine people died in the fire, police said.\n")
    assert run() == run("--no-cache")
    assert known(tmp_path / "cache") == before + 1


def test_rules_chosen_otherwise_are_other_runs(run):
    everything = run()
    rules = sorted({line.split('"')[1] for line in everything.out.split('"rule": ')[1:]})
    assert run("--ignore", rules[0]) == run("--no-cache", "--ignore", rules[0])
    assert run("--select", rules[0]) == run("--no-cache", "--select", rules[0])


def test_a_damaged_cache_is_said_and_costs_no_byte(run, tmp_path: Path):
    plain = run()
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b"\xff" * 3_000)
    again = run()
    assert (again.code, again.out) == (plain.code, plain.out) and "set aside" in again.err
    assert run() == plain


def test_cache_clear_leaves_none(run, tmp_path: Path):
    run()
    assert known(tmp_path / "cache") > 0
    assert claimcheck("cache", "clear", CLAIMCHECK_CACHE_DIR=str(tmp_path / "cache")).code == 0
    assert known(tmp_path / "cache") == 0


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="processes are killed by their group")
@pytest.mark.parametrize("after", [0.4, 1.0])
def test_a_run_that_was_killed_leaves_a_cache_that_can_be_used(after: float, run, tmp_path: Path):
    command = [*COMMAND, "check", str(tmp_path / "stories"), "--isolated", "--output", "json", "--jobs", "2"]
    environment = {**_CALM, "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache"), "TMPDIR": str(tmp_path)}
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment, start_new_session=True)
    time.sleep(after)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert run("--jobs", "2") == run() == run("--no-cache")
    assert not list(tmp_path.glob("claimcheck-run-*"))


def test_two_runs_at_once_on_one_cache_are_both_right(run, tmp_path: Path):
    command = [*COMMAND, "check", str(tmp_path / "stories"), "--isolated", "--output", "json"]
    environment = {**_CALM, "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache")}
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(2)]
    said = [one.communicate()[0].decode() for one in both]
    assert said[0] == said[1] == run("--no-cache").out

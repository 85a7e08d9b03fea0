"""One suite for all engines: each equals the serial one, and processes that die cost no result."""

import multiprocessing
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck
from engines.recipes import Square
from fixtures.story import STORIES

from claimcheck.engines import ENGINES, engine_of
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import Article
from claimcheck.sources import Note
from claimcheck.stages import Extract

PROCESSES = ENGINES["processes"]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 100])
def test_results_are_in_the_order_of_the_items(jobs: int, count: int):
    assert list(PROCESSES.map(Square(), range(count), jobs=jobs)) == [n * n for n in range(count)]
    assert not multiprocessing.active_children()


def test_what_a_worker_took_with_it_is_done_again(tmp_path: Path):
    recipe = Square(once=(0, 30, 63), mark=f"{tmp_path}/died")
    assert list(PROCESSES.map(recipe, range(64), jobs=2)) == [n * n for n in range(64)]
    assert len(list(tmp_path.iterdir())) == 3


def test_an_item_that_no_worker_survives_is_given_up_alone():
    expected = [-n if n in (5, 6, 40) else n * n for n in range(41)]
    assert list(PROCESSES.map(Square(fatal=(5, 6, 40)), range(41), jobs=2)) == expected


def test_a_recipe_that_cannot_be_built_says_so_as_in_one_process():
    for engine in ENGINES.values():
        with pytest.raises(ClaimcheckError) as told:
            list(engine.map(Square(broken=True), range(9), jobs=2))
        assert told.value.problems == (Problem("a.yaml", "no such thing", 3), Problem("", "and another"))
    assert not multiprocessing.active_children()


def test_what_a_worker_raises_is_raised():
    with pytest.raises(ClaimcheckError, match=r"late.yaml:1: wrong"):
        list(PROCESSES.map(Square(wrong=20), range(50), jobs=2))


def test_a_reader_that_stops_early_leaves_no_process_behind():
    results = PROCESSES.map(Square(), range(1_000), jobs=2)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]  # a generator
    assert not multiprocessing.active_children()


def test_no_more_is_read_than_can_be_under_way():
    seen: list[int] = []
    results = PROCESSES.map(Square(), (seen.append(n) or n for n in range(10_000)), jobs=1)  # type: ignore[func-returns-value]
    next(results)
    assert len(seen) <= 40
    results.close()  # type: ignore[attr-defined]  # a generator


def test_without_a_name_the_number_of_jobs_decides():
    assert (engine_of(None, jobs=1).id, engine_of(None, jobs=2).id) == ("serial", "processes")
    assert engine_of("processes", jobs=1).id == "processes"


@pytest.mark.parametrize(("command", "jobs"), [("claims", 1), ("claims", 2), ("check", 3)])
def test_the_same_bytes_as_in_one_process(command: str, jobs: int, tmp_path: Path):
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "c.txt").write_text("Der Brand ist nicht das Werk von Menschen, und die Leute sind nicht gestorben.")
    common = (command, STORIES, tmp_path, "--isolated", "--output", "json")
    assert claimcheck(*common, "--engine", "processes", "--jobs", str(jobs)) == claimcheck(*common)


def test_what_comes_back_from_a_process_is_what_went_into_its_rows():
    recipe = Extract()
    article = Article("a.txt", "Two people died in a fire at a mill in Leeds at 3:10 a.m. on Friday.\n", "A fire")
    made = recipe.build()(article)
    assert recipe.unpack(article, recipe.pack(made)) == made
    lost = recipe.lost(article)
    assert isinstance(lost, Note) and lost.fault and "a.txt: internal error" in str(lost)


def test_one_process_and_several_jobs_is_a_contradiction():
    done = claimcheck("claims", STORIES, "--isolated", "--engine", "serial", "--jobs", "2")
    assert done.code == 2 and "serial is one process" in done.last


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in listed.read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux who is whose child")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_an_end_from_outside_is_an_end_at_once_and_leaves_nothing_behind(end: signal.Signals, tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.jsonl")
    command = [*COMMAND, "claims", str(tmp_path / "pipe.jsonl"), "--jobs", "2", "--isolated"]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with (tmp_path / "pipe.jsonl").open("w") as pipe:
        pipe.write('{"text": "Two people died in Leeds."}\n' * 40)
        pipe.flush()
        while len(_children(running.pid)) < 3:  # two workers, and what Python starts to look after their pipes
            time.sleep(0.01)
        children = _children(running.pid)
        if end is signal.SIGINT:
            os.killpg(running.pid, end)  # as a terminal does: to all of them
        else:
            running.kill()
        _, said = running.communicate(timeout=60)
    if end is signal.SIGINT:
        assert running.returncode == 130 and said.split() == ["interrupted"]
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.01)

"""One suite for all engines: each equals the serial one, and processes that die cost no result."""

import multiprocessing
import os
import signal
import subprocess
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck
from engines.recipes import Square
from fixtures.story import STORIES

from claimcheck import reading
from claimcheck.engines import ENGINES, engine_of
from claimcheck.engines.engine import Engine
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import Article
from claimcheck.reading import Plan, jobs_of
from claimcheck.sources import Note
from claimcheck.stages import Extract

PROCESSES = ENGINES["processes"]
CREWS = [engine for engine in ENGINES.values() if not engine.flows]


def mapped(engine: Engine, recipe: Square, items: Iterable[int], *, jobs: int) -> list[int]:
    with closing(engine.open(jobs)) as crew:
        return list(crew.map(recipe, items))


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 100])
def test_results_are_in_the_order_of_the_items(jobs: int, count: int):
    assert mapped(PROCESSES, Square(), range(count), jobs=jobs) == [n * n for n in range(count)]
    assert not multiprocessing.active_children()


def test_what_a_worker_took_with_it_is_done_again(tmp_path: Path):
    recipe = Square(once=(0, 30, 63), mark=f"{tmp_path}/died")
    assert mapped(PROCESSES, recipe, range(64), jobs=2) == [n * n for n in range(64)]
    assert len(list(tmp_path.iterdir())) == 3


def test_an_item_that_no_worker_survives_is_given_up_alone():
    expected = [-n if n in (5, 6, 40) else n * n for n in range(41)]
    assert mapped(PROCESSES, Square(fatal=(5, 6, 40)), range(41), jobs=2) == expected


def test_a_recipe_that_cannot_be_built_says_so_as_in_one_process():
    for engine in CREWS:
        with pytest.raises(ClaimcheckError) as told:
            mapped(engine, Square(broken=True), range(9), jobs=2)
        assert told.value.problems == (Problem("a.yaml", "no such thing", 3), Problem("", "and another"))
    assert not multiprocessing.active_children()


def test_what_a_worker_raises_is_raised():
    with pytest.raises(ClaimcheckError, match=r"late.yaml:1: wrong"):
        mapped(PROCESSES, Square(wrong=20), range(50), jobs=2)


def test_a_reader_that_stops_early_leaves_no_process_behind():
    with closing(PROCESSES.open(2)) as crew:
        assert next(crew.map(Square(), range(1_000))) == 0
    assert not multiprocessing.active_children()


def test_no_more_is_read_than_can_be_under_way():
    seen: list[int] = []
    with closing(PROCESSES.open(1)) as crew:
        next(crew.map(Square(), (seen.append(n) or n for n in range(10_000))))  # type: ignore[func-returns-value]
    assert len(seen) <= 40


def test_a_crew_works_by_one_recipe_after_another_and_stays():
    with closing(PROCESSES.open(2)) as crew:
        assert list(crew.map(Square(), range(30))) == [n * n for n in range(30)]
        before = {child.pid for child in multiprocessing.active_children()}
        assert list(crew.rows(Square(wrong=99), range(30), chunk=1)) == [str(n * n) for n in range(30)]
        assert before == {child.pid for child in multiprocessing.active_children()}
        assert list(crew.map(Square(fatal=(3,)), range(9))) == [0, 1, 4, -3, 16, 25, 36, 49, 64]
    assert not multiprocessing.active_children()


def test_an_engine_gives_packed_rows_as_every_other_does():
    rows = []
    for engine in CREWS:
        with closing(engine.open(2)) as crew:
            rows.append(list(crew.rows(Square(), range(50))))
    assert rows[0] == [str(n * n) for n in range(50)] and all(row == rows[0] for row in rows)


def test_without_a_name_the_number_of_jobs_decides():
    assert (engine_of(None, jobs=1).id, engine_of(None, jobs=2).id) == ("serial", "processes")
    assert engine_of("processes", jobs=1).id == "processes"


@pytest.mark.parametrize(("command", "jobs"), [("claims", 1), ("claims", 4), ("check", 2), ("check", 4)])
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
    command = [*COMMAND, "claims", str(tmp_path / "pipe.jsonl"), "--jobs", "2", "--isolated", "--output", "jsonl"]
    own = {"CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache"), "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | own,
        start_new_session=True,
    )
    with (tmp_path / "pipe.jsonl").open("w") as pipe:
        pipe.write('{"text": "Two people died in Leeds."}\n' * 40)
        pipe.flush()
        assert running.stdout and '"killed"' in running.stdout.readline()  # what a worker has read; more is waited for
        children = _children(running.pid)
        assert len(children) >= 2  # a worker, and what Python starts to look after its pipes
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


def test_several_processes_where_there_is_much_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text("Two people died in Leeds.")
    small = Plan(paths=(str(tmp_path),), jobs=0)
    assert jobs_of(small) == 1 and jobs_of(replace(small, jobs=3)) == 3
    cores = jobs_of(replace(small, engine="processes"))
    monkeypatch.setattr(reading, "LARGE", 10)
    assert jobs_of(small) == cores and jobs_of(replace(small, engine="serial")) == 1
    assert jobs_of(replace(small, paths=("-",))) == 1

"""A Spark cluster of several processes on this machine: a master and two workers, one of which is killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck
from engines.standalone import WAIT, children, kill, standalone
from fixtures.story import STORIES
from shards.newsroom import articles, write_jsonl

MISSING = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
MISSING += [] if shutil.which("java") else ["java"]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux who is whose child"),
]


def test_a_cluster_that_loses_a_worker_finds_the_same(tmp_path: Path) -> None:
    corpus, work = tmp_path / "corpus", tmp_path / "work"
    shutil.copytree(STORIES, corpus)
    write_jsonl(corpus / "newsroom.jsonl", articles(130))
    common = ("check", str(corpus), "--isolated", "--output", "json", "--fail-on", "never", "-q")
    expected = claimcheck(*common)
    out, err = tmp_path / "out", tmp_path / "err"
    with standalone(tmp_path, workers=2) as cluster, out.open("wb") as stdout, err.open("wb") as stderr:
        running = subprocess.Popen(
            [*COMMAND, *common, "--engine", "spark", "--master", cluster.url, "--work", str(work)],
            stdout=stdout,
            stderr=stderr,
            env=os.environ | cluster.environment,
        )
        deadline = time.monotonic() + WAIT
        while not list(work.glob("*/*-pair/_SUCCESS")):  # in the middle of the steps
            assert running.poll() is None and time.monotonic() < deadline, err.read_text()
            time.sleep(0.05)
        assert children(cluster.workers[0].pid)
        kill(cluster.workers[0].pid)
        running.wait(WAIT)
    assert out.read_text() == expected.out, err.read_text()
    assert running.returncode == expected.code == 0
    assert not list(work.iterdir())

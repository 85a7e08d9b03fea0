"""A Spark cluster of several processes on this machine: a master and two workers, one of which is killed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck
from fixtures.story import STORIES
from shards.newsroom import articles, write_jsonl

MISSING = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
MISSING += [] if shutil.which("java") else ["java"]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux who is whose child"),
]
WAIT = 240  # seconds, for a machine that is busy with other things


@contextmanager
def daemon(log: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Spark, ended with its children at the end."""
    import pyspark

    home = Path(pyspark.__file__).parent
    settings = {"SPARK_HOME": str(home), "SPARK_DAEMON_MEMORY": "256m", "SPARK_LOCAL_IP": "127.0.0.1"}
    settings |= {"PYSPARK_PYTHON": sys.executable, "SPARK_WORKER_DIR": str(log.with_suffix(".dir"))}
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{arguments[0]}", *arguments[1:]]
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, stdout=stream, stderr=stream, env=os.environ | settings, start_new_session=True
        )
        try:
            yield process
        finally:
            kill(process.pid)
            process.wait()


def kill(process: int) -> None:
    """kill -9, and all that it has started."""
    for child in children(process):
        kill(child)
    if Path(f"/proc/{process}").exists():
        os.kill(process, signal.SIGKILL)


def children(process: int) -> list[int]:
    found = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += [int(child) for child in listed.read_text().split()]
        except OSError:
            continue
    return found


def said(log: Path, pattern: str) -> str:
    """What a process says sooner or later."""
    deadline = time.monotonic() + WAIT
    while not (found := re.search(pattern, log.read_text(errors="replace"))):
        assert time.monotonic() < deadline, log.read_text(errors="replace")
        time.sleep(0.1)
    return found[1]


def test_a_cluster_that_loses_a_worker_finds_the_same(tmp_path: Path) -> None:
    corpus, work = tmp_path / "corpus", tmp_path / "work"
    shutil.copytree(STORIES, corpus)
    write_jsonl(corpus / "newsroom.jsonl", articles(130))
    common = ("check", str(corpus), "--isolated", "--output", "json", "--fail-on", "never", "-q")
    expected = claimcheck(*common)
    master = ("master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
    with daemon(tmp_path / "master", *master):
        url = said(tmp_path / "master", r"(spark://127\.0\.0\.1:\d+)")
        worker = ("worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "640m", "--webui-port", "0", url)
        with daemon(tmp_path / "worker1", *worker) as first, daemon(tmp_path / "worker2", *worker):
            for number in (1, 2):
                said(tmp_path / f"worker{number}", r"(Successfully registered)")
            (tmp_path / "conf").mkdir()
            settings = {"driver.host": "127.0.0.1", "driver.bindAddress": "127.0.0.1", "ui.enabled": "false"}
            settings |= {"executor.memory": "480m", "executor.cores": "1", "sql.shuffle.partitions": "4"}
            conf = "".join(f"spark.{name} {value}\n" for name, value in settings.items())
            (tmp_path / "conf" / "spark-defaults.conf").write_text(conf)
            with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
                running = subprocess.Popen(
                    [*COMMAND, *common, "--engine", "spark", "--master", url, "--work", str(work)],
                    stdout=out,
                    stderr=err,
                    env=os.environ | {"SPARK_CONF_DIR": str(tmp_path / "conf")},
                )
                deadline = time.monotonic() + WAIT
                while not list(work.glob("*/*-pair/_SUCCESS")):  # in the middle of the steps
                    assert running.poll() is None and time.monotonic() < deadline, (tmp_path / "err").read_text()
                    time.sleep(0.05)
                assert children(first.pid)
                kill(first.pid)
                running.wait(WAIT)
    assert (tmp_path / "out").read_text() == expected.out, (tmp_path / "err").read_text()
    assert running.returncode == expected.code == 0
    assert not list(work.iterdir())

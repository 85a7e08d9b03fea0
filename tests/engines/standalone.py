"""A Spark cluster of several processes on this machine, started from the pip package: a master and its workers."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

WAIT = 240  # seconds, for a machine that is busy with other things


@dataclass(frozen=True)
class Standalone:
    """`url` of the master, its workers, and what a driver's environment must hold."""

    url: str
    workers: tuple[subprocess.Popen[bytes], ...]
    environment: dict[str, str]


@contextmanager
def standalone(folder: Path, *, workers: int, memory: int = 480) -> Iterator[Standalone]:
    """A cluster on the loopback, ended with all its processes. `memory` of an executor, in MB; `folder` is for logs."""
    loopback = ("--host", "127.0.0.1", "--webui-port", "0")
    with ExitStack() as stack:
        stack.enter_context(_daemon(folder / "master", "master.Master", *loopback, "--port", "0"))
        url = _said(folder / "master", r"(spark://127\.0\.0\.1:\d+)")
        room = ("--cores", "1", "--memory", f"{memory + 160}m")
        names = [f"worker{number}" for number in range(1, workers + 1)]
        started = [
            stack.enter_context(_daemon(folder / name, "worker.Worker", *loopback, *room, url)) for name in names
        ]
        for name in names:
            _said(folder / name, r"(Successfully registered)")
        (folder / "conf").mkdir()
        settings = {"driver.host": "127.0.0.1", "driver.bindAddress": "127.0.0.1", "ui.enabled": "false"}
        settings |= {"executor.memory": f"{memory}m", "executor.cores": "1", "sql.shuffle.partitions": "4"}
        conf = "".join(f"spark.{name} {value}\n" for name, value in settings.items())
        (folder / "conf" / "spark-defaults.conf").write_text(conf)
        yield Standalone(url, tuple(started), {"SPARK_CONF_DIR": str(folder / "conf")})


def kill(process: int) -> None:
    """kill -9, and all that it has started."""
    for child in children(process):
        kill(child)
    if Path(f"/proc/{process}").exists():
        os.kill(process, signal.SIGKILL)


def children(process: int) -> list[int]:
    """What a process has started."""
    found = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += [int(child) for child in listed.read_text().split()]
        except OSError:
            continue
    return found


@contextmanager
def _daemon(log: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
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


def _said(log: Path, pattern: str) -> str:
    """What a process says sooner or later."""
    deadline = time.monotonic() + WAIT
    while not (found := re.search(pattern, log.read_text(errors="replace"))):
        assert time.monotonic() < deadline, log.read_text(errors="replace")
        time.sleep(0.1)
    return found[1]

"""The same bytes wherever a run is: `claims`, `events` and `check` over a path, in every way there is.

    python benchmarks/equality.py articles/              prints a table; exit 1 where two of them differ
    python benchmarks/equality.py articles/ --command check --only "serial, in memory" --only "jobs 2"

The first way is what the others must equal. A worker that is killed is killed with -9 while it works: of `--jobs 2` one
after a third and another after two thirds of the time that the run took before; of the cluster one of both, between two
steps. Ways that need Java and Spark are left out, and said to be, where these are not installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from corpus import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from engines.standalone import children, kill, standalone  # the cluster of the tests

COMMANDS = {
    "claims": ("--output", "jsonl"),
    "events": ("--output", "jsonl"),
    "check": ("--output", "json", "--fail-on", "never"),
}
START = "import sys; from claimcheck.cli import main; "
ROOM = (
    "from claimcheck.spill import folder, sorter; "
    "folder.Folder.__init__.__kwdefaults__['memory'] = sorter.BUFFER = {}; "
)
HERE, OUT_OF_CORE = ROOM.format(1 << 60), ROOM.format(10_000)
SPARK = ("--engine", "spark")
Kill = Callable[[subprocess.Popen[bytes], float], int]
"""Kills what is to be killed of a run, given how long it takes; how many it killed."""


@dataclass(frozen=True)
class Way:
    """One way to run a command. `cache`: it uses that of the whole benchmark."""

    name: str
    options: tuple[str, ...] = ()
    first: str = ""
    cache: bool = False
    kills: Kill | None = None
    environment: dict[str, str] = field(default_factory=dict)


def _a_worker(running: subprocess.Popen[bytes], seconds: float) -> int:
    """Kill the busiest process of a run after a third, and after two thirds of its time."""
    killed = 0
    for _ in range(2):
        try:
            running.wait(seconds / 3)
            break
        except subprocess.TimeoutExpired:
            workers = sorted(children(running.pid), key=_ticks)
            if workers:
                kill(workers[-1])
                killed += 1
    return killed


def _ticks(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11])
    except OSError:
        return 0


WAYS = (
    Way("serial, in memory", ("--jobs", "1"), HERE),
    Way("serial, out of core", ("--jobs", "1"), OUT_OF_CORE),
    Way("jobs 2", ("--jobs", "2")),
    Way("jobs 4", ("--jobs", "4")),
    Way("jobs 2, two workers killed", ("--jobs", "2"), kills=_a_worker),
    Way("jobs 2, cache cold", ("--jobs", "2"), cache=True),
    Way("jobs 2, cache warm", ("--jobs", "2"), cache=True),
    Way("serial, cache warm", ("--jobs", "1"), cache=True),
    Way("spark local[2]", (*SPARK, "--master", "local[2]")),
    Way("spark, two workers", SPARK),
    Way("spark, two workers, one killed", SPARK),
)


def main() -> None:
    """Run all, print a line for each, end with 1 where one is not as the first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path")
    parser.add_argument("--command", action="append", choices=list(COMMANDS), help="which commands")
    parser.add_argument("--only", action="append", choices=[way.name for way in WAYS], help="which ways")
    given = parser.parse_args()
    missing = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
    missing += [] if shutil.which("java") else ["java"]
    wrong = 0
    print("| command | way | seconds | bytes | sha256 | |\n| --- | --- | ---: | ---: | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as name:
        folder = Path(name)
        for command, options in COMMANDS.items():
            if given.command and command not in given.command:
                continue
            expected, length = "", 0.0
            for way in WAYS:
                if given.only and way.name not in given.only:
                    continue
                if missing and way.options[:2] == SPARK:
                    print(f"| {command} | {way.name} | | | | did not run: no {', '.join(missing)} |", flush=True)
                    continue
                arguments = (command, str(Path(given.path).absolute()), "--isolated", "-q", *options, *way.options)
                begun = time.monotonic()
                digest, size, said = _done(way, arguments, folder, length)
                seconds = time.monotonic() - begun
                length = seconds if way.name == "jobs 2" else length
                expected = expected or digest
                word = "same" if digest == expected else "DIFFERS"
                wrong += digest != expected
                shown = f"{seconds:.0f} | {size:,} | {digest[:16]}"
                print(f"| {command} | {way.name} | {shown} | {word}{said} |", flush=True)
    sys.exit(1 if wrong else 0)


def _done(way: Way, arguments: tuple[str, ...], folder: Path, length: float) -> tuple[str, int, str]:
    """Digest and length of what a run printed, and what else there is to say."""
    if "two workers" in way.name and way.options == SPARK:
        logs = Path(tempfile.mkdtemp(dir=folder))
        with standalone(logs, workers=2, memory=900) as cluster:
            work = logs / "work"
            at = ("--master", cluster.url, "--work", str(work))

            def one(running: subprocess.Popen[bytes], _seconds: float) -> int:
                step = "file" if arguments[0] == "claims" else "pair"
                while not list(work.glob(f"*/*-{step}/_SUCCESS")):
                    if running.poll() is not None:
                        return 0
                    time.sleep(0.05)
                kill(cluster.workers[0].pid)
                return 1

            kills = one if way.name.endswith("killed") else None
            return _run(Way(way.name, kills=kills, environment=cluster.environment), (*arguments, *at), folder, length)
    return _run(way, arguments, folder, length)


def _run(way: Way, arguments: tuple[str, ...], folder: Path, length: float) -> tuple[str, int, str]:
    cache = () if way.cache else ("--no-cache",)
    own = {"CLAIMCHECK_CACHE_DIR": str(folder / f"cache-{arguments[0]}"), "PYTHONPATH": str(ROOT)}
    out, err = folder / "out", folder / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        running = subprocess.Popen(
            [sys.executable, "-c", f"{START}{way.first}main()", *arguments, *cache],
            stdout=stdout,
            stderr=stderr,
            env={**os.environ, "TMPDIR": str(folder), **own, **way.environment},
        )
        killed = way.kills(running, length) if way.kills else 0
        code = running.wait()
    said = f", {killed} killed" if way.kills else ""
    if code:
        said += f", exit {code}: {err.read_text(errors='replace')[-300:]!r}"
    with out.open("rb") as stream:
        digest = sha256(str(code).encode())
        while part := stream.read(1 << 20):
            digest.update(part)
    left = [path.name for path in folder.glob("claimcheck-*") if not path.name.startswith("claimcheck-bench-")]
    said += f", left behind: {', '.join(left)}" if left else ""
    return digest.hexdigest(), out.stat().st_size, said


if __name__ == "__main__":
    main()

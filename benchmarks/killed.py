"""Kills a run at random moments, then runs to the end: the same bytes, and a cache that can be used, each time. Then
two runs at once on one cache.

    python benchmarks/killed.py 2000 20        articles, moments

Half of the kills hit a run that reads (its cache is empty), half one that links and judges what an earlier run has read
(its cache holds articles, and no outcome). A run that ends before its moment does not count: it is killed earlier.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from corpus import ROOT, corpus
from scale import COMMAND


def main(size: int, moments: int) -> None:
    """Run, kill, run; ends with an error at the first difference."""
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as name:
        folder = Path(name)
        path = folder / "corpus.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(record) + "\n" for record in corpus(size))
        command = [*COMMAND, str(path), "--output", "json", "--jobs", "2"]
        expected = _whole([*command, "--no-cache"], folder, "none")
        chance, seconds = random.Random(size), []
        for empty in (True, False):
            begun = time.monotonic()
            _same(_whole(command, folder, "0"), expected, "without a kill")
            seconds.append(time.monotonic() - begun)
            _forget(folder / "cache-0", all_of_it=not empty)
        for moment in range(moments):
            cache, reading = str(moment // 2), moment % 2 == 0

            def run(cache: str = cache, reading: bool = reading) -> subprocess.Popen[bytes]:
                _forget(folder / f"cache-{cache}", all_of_it=reading)
                return _begun(command, folder, cache)

            after = _killed(run, seconds[moment % 2], chance)
            _same(_whole(command, folder, cache), expected, f"after {after:.1f} s")
            _intact(folder / f"cache-{cache}" / "extractions.sqlite", size)
            left = len([*folder.glob("claimcheck-*"), *(folder / f"cache-{cache}").glob("*.part")])
            what = "reading" if reading else "linking and judging"
            print(f"{moment + 1:3} killed after {after:5.1f} s, {what}: same bytes, {left} things left", flush=True)
        both = [_begun(command, folder, "both") for _ in range(2)]
        for number, run in enumerate(both, 1):
            out, err = run.communicate()
            _same((run.returncode, out, err), expected, f"run {number} of two at once")
        _intact(folder / "cache-both" / "extractions.sqlite", size)
        print("two runs at once on one cache: the same bytes of both", flush=True)


def _killed(run: Callable[[], subprocess.Popen[bytes]], longest: float, chance: random.Random) -> float:
    """Kill a run at a moment before its end; how many seconds after its start."""
    while True:
        after = chance.uniform(0.05, 0.95) * longest
        running = run()
        try:
            running.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            return after
        longest = after


def _forget(cache: Path, *, all_of_it: bool) -> None:
    """Outcomes of runs; what was read of articles stays, or goes too."""
    if all_of_it:
        shutil.rmtree(cache, ignore_errors=True)
    for outcome in cache.glob("*.run"):
        outcome.unlink()


def _begun(command: list[str], folder: Path, cache: str) -> subprocess.Popen[bytes]:
    own = {"CLAIMCHECK_CACHE_DIR": f"{folder}/cache-{cache}", "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env={**os.environ, **own}, start_new_session=True)


def _whole(command: list[str], folder: Path, cache: str) -> tuple[int, bytes, bytes]:
    run = _begun(command, folder, cache)
    out, err = run.communicate()
    return run.returncode, out, err


def _same(made: tuple[int, bytes, bytes], expected: tuple[int, bytes, bytes], when: str) -> None:
    if made != expected:
        sys.exit(f"{when}: not the same, exit {made[0]}\n{made[2].decode(errors='replace')[-2_000:]}")


def _intact(path: Path, size: int) -> None:
    with closing(sqlite3.connect(path)) as base:
        found = base.execute("PRAGMA integrity_check").fetchone()[0]
        rows = base.execute("SELECT count(*) FROM extraction").fetchone()[0]
    if found != "ok" or rows != size or list(path.parent.glob("*.damaged")):
        sys.exit(f"the cache {path}: {found}, {rows} of {size} articles")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

"""Kills a run at random moments, then runs to the end: the same bytes, and a cache that can be used, each time.

python benchmarks/killed.py 2000 20        articles, moments
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import ROOT, corpus
from scale import COMMAND


def main(size: int, moments: int) -> None:
    """Run, kill, run; ends with an error at the first difference."""
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as folder:
        path = Path(folder) / "corpus.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(record) + "\n" for record in corpus(size))
        command = [*COMMAND, str(path), "--output", "json", "--jobs", "2"]
        begun = time.monotonic()
        expected = subprocess.run([*command, "--no-cache"], capture_output=True, env=environment(folder), check=True)
        length = time.monotonic() - begun
        chance = random.Random(size)
        for moment in range(moments):
            after = chance.uniform(0.05, 1.0) * length
            environ = environment(folder, str(moment % 4))  # five kills on each of four caches
            run = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environ, start_new_session=True)
            try:
                run.wait(after)
                word = "ended before"
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                word = "killed after"
                run.wait()
            again = subprocess.run(command, capture_output=True, env=environ, check=True)
            if again.stdout != expected.stdout or again.stderr != expected.stderr:
                sys.exit(f"after {after:.1f} s: not the same\n{again.stderr.decode()}")
            left = len(list(Path(folder).glob("claimcheck-run-*")))
            print(
                f"{moment + 1:3} {word} {after:5.1f} of {length:.1f} s: the same bytes, {left} folders left", flush=True
            )


def environment(folder: str, cache: str = "none") -> dict[str, str]:
    """A cache and temporary files of our own."""
    own = {"CLAIMCHECK_CACHE_DIR": f"{folder}/cache-{cache}", "TMPDIR": folder, "PYTHONPATH": str(ROOT)}
    return {**os.environ, **own}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

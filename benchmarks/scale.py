"""Cost of `claimcheck check` from a thousand articles to a million: CPU time and memory of all its processes.

    python benchmarks/scale.py 1000 5000 20000            prints the table
    python benchmarks/scale.py 1000 5000 20000 --write    and puts it into docs/scale.md

For each size one corpus is made (benchmarks/corpus.py) and checked four times: in one process and in two without a
cache, then in two with an empty cache, then again with the full one. CPU seconds are of all processes together, so
that other work on the machine matters little; the ratio of wall times is told where the machine is otherwise idle.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import ROOT, corpus, planted, real_articles

PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- table: python benchmarks/scale.py -->", "<!-- end of table -->"
COMMAND = [sys.executable, "-c", "from claimcheck.cli import main; main()", "check", "--isolated", "--fail-on", "never"]


@dataclass(frozen=True)
class Run:
    """What one run cost: seconds, and megabytes of all processes at their highest. `said`: its last line, and how many
    of the planted conflicts it found."""

    wall: float
    cpu: float
    peak: float
    said: str


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--write", action="store_true", help="put the table into docs/scale.md")
    parser.add_argument("--only", default="serial,processes,cold,warm", help="which of the four runs")
    given = parser.parse_args()
    rows, costs = [], []
    print(f"varied from {len(real_articles()):,} articles", flush=True)
    for size in given.sizes:
        runs = measured(size, given.only.split(","))
        rows.append(row(size, runs))
        print(rows[-1], flush=True)
        if "processes" in runs:
            costs.append((size, runs["processes"].cpu))
    lines = [*HEAD, *rows]
    if len(costs) > 1:
        (a, first), (b, last) = costs[0], costs[-1]
        exponent = math.log(last / first) / math.log(b / a)
        lines += ["", f"Cost grows with the articles to the power of {exponent:.2f} (CPU seconds, {a:,} to {b:,})."]
    print("\n".join(lines))
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}{rest.split(END)[1]}", encoding="utf-8")


HEAD = (
    "| articles | articles a CPU second, cold | warm | one process: wall s | two: wall s | ratio "
    "| peak MB, one | peak MB, two | second run, times as fast |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
)


def row(size: int, runs: dict[str, Run]) -> str:
    """A line of the table; a dash for what was not measured."""
    serial, two, cold, warm = (runs.get(name) for name in ("serial", "processes", "cold", "warm"))
    base = serial or two or cold
    cells = [
        f"{size:,}",
        f"{size / base.cpu:,.0f}" if base else "-",
        f"{size / warm.cpu:,.0f}" if warm else "-",
        f"{serial.wall:,.1f}" if serial else "-",
        f"{two.wall:,.1f}" if two else "-",
        f"{serial.wall / two.wall:.2f}" if serial and two else "-",
        f"{serial.peak:,.0f}" if serial else "-",
        f"{max(run.peak for run in (two, cold) if run):,.0f}" if two or cold else "-",
        f"{cold.wall / warm.wall:.1f}" if cold and warm else "-",
    ]
    return f"| {' | '.join(cells)} |"


def measured(size: int, names: list[str]) -> dict[str, Run]:
    """The runs over one corpus. Ends with an error where two of them do not say the same."""
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as folder:
        path = Path(folder) / "corpus.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            for record in corpus(size):
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        options = {
            "serial": ["--no-cache", "--jobs", "1"],
            "processes": ["--no-cache", "--jobs", "2"],
            "cold": ["--jobs", "2"],
            "warm": ["--jobs", "2"],
        }
        runs = {
            name: run([*COMMAND, str(path), *options[name]], Path(folder), planted(size))
            for name in options
            if name in names
        }
    if len({one.said for one in runs.values()}) > 1:
        sys.exit(f"runs differ: {[one.said for one in runs.values()]}")
    for name, one in runs.items():
        print(f"  {size:,} {name}: wall {one.wall:.1f} s, CPU {one.cpu:.1f} s, peak {one.peak:.0f} MB", flush=True)
    print(f"  {next(iter(runs.values())).said}", flush=True)
    return runs


def run(command: list[str], folder: Path, pairs: list[tuple[str, str]]) -> Run:
    """One run to its end. `pairs` of articles contradict each other."""
    findings = folder / "findings.jsonl"
    command = [*command, "--output", "text", "--output", f"jsonl:{findings}"]
    environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    before, begun = os.times(), time.monotonic()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    peak = [0.0]
    done = threading.Event()
    watcher = threading.Thread(target=watch, args=(running.pid, peak, done))
    watcher.start()
    out, err = running.communicate()
    done.set()
    watcher.join()
    after = os.times()
    if running.returncode:
        sys.exit(f"{' '.join(command)}: {err.decode()}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    summary = next(line for line in reversed(out.decode().splitlines()) if "articles" in line)
    wall = time.monotonic() - begun
    found = told(findings, pairs)
    return Run(wall, cpu, peak[0], f"{summary} - {found} of {len(pairs)} planted conflicts found")


def told(findings: Path, pairs: list[tuple[str, str]]) -> int:
    """How many of the pairs of articles are on two sides of some finding."""
    found, partner = set(), dict(pairs)
    with findings.open(encoding="utf-8") as stream:
        for line in stream:
            sides = [{claim["doc"].partition("#")[2] for claim in side["claims"]} for side in json.loads(line)["sides"]]
            for side in sides:
                for doc in side & partner.keys():
                    if any(partner[doc] in other for other in sides if other is not side):
                        found.add(doc)
    return len(found)


def watch(process: int, peak: list[float], done: threading.Event) -> None:
    """The highest sum of what the processes hold, each shared page once (PSS). The kernel walks all their pages for
    that, 50 ms at a time: after a minute it is asked more rarely, or a long run would be slower for being watched."""
    begun = time.monotonic()
    while not done.wait(0.5 if time.monotonic() - begun < 60 else 4):
        peak[0] = max(peak[0], sum(map(held, family(process))) / 1000)


def family(process: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(one for child in children for one in family(int(child)))]


def held(process: int) -> int:
    """Kilobytes of one process; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


if __name__ == "__main__":
    main()

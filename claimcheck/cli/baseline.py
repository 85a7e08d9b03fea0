"""claimcheck baseline: take today's findings as known, or drop those that are gone."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from claimcheck.baseline import BASELINE_FILE, known_of, read_baseline, stale, write_baseline
from claimcheck.cli.complete import FILES
from claimcheck.cli.options import configured, linking, reading, ruling
from claimcheck.cli.terminal import say
from claimcheck.pipeline import check
from claimcheck.reports import Report
from claimcheck.reports.words import plural

FILE = click.option(
    "--baseline",
    type=FILES,
    metavar="FILE",
    default=None,
    help=f"The file of known findings.  [default: {BASELINE_FILE}]",
)


@click.group()
def command() -> None:
    """Take today's findings as known, so that check fails only on new ones.

    \b
    claimcheck baseline write articles/ && claimcheck check articles/ --baseline claimcheck.baseline.json
    """


@command.command()
@reading
@linking
@ruling
@FILE
def write(**given: object) -> None:
    """Write every finding of this run as known."""
    path, report = _checked(given)
    write_baseline(path, known_of(report.findings))
    say(f"{path}: {plural(len(report.findings), 'finding')}")


@command.command()
@reading
@linking
@ruling
@FILE
def prune(**given: object) -> None:
    """Drop entries that nothing answers to any more; add none."""
    path, report = _checked(given)
    known = read_baseline(path)
    gone = stale(known, report.findings)
    write_baseline(path, [entry for entry in known if entry not in gone])
    say(f"{path}: {len(gone)} dropped, {len(known) - len(gone)} kept")


def _checked(given: dict[str, object]) -> tuple[Path, Report]:
    """The file of known findings, and a run that does not look into it."""
    run = configured(given, ())
    path = Path(run.config.baseline or BASELINE_FILE)
    run.reading.never |= {os.path.realpath(path)}
    return path, check(replace(run.config, baseline=None), run.reading, today=datetime.now(UTC).date())

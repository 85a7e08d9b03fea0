"""claimcheck check: what cannot all be true."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from claimcheck.cli.complete import FILES
from claimcheck.cli.options import Run, configured, linking, output, reading, ruling, several
from claimcheck.cli.terminal import say, told, write_all
from claimcheck.pipeline import check, touching
from claimcheck.reading import Reading
from claimcheck.reports import REPORTS, Report, Style
from claimcheck.reports.words import SEVERITIES, graded, plural

FORMATS = tuple(name for name, form in REPORTS.items() if form.findings)
STEP_SUMMARY = "GITHUB_STEP_SUMMARY"  # a file that GitHub shows below a run, where this variable names one


@click.command()
@reading
@linking
@ruling
@output(FORMATS)
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default=None, help="Exit 1 from here on.  [default: error]"
)
@click.option(
    "--baseline", type=FILES, metavar="FILE", default=None, help="Findings in it are known: marked, never a failure."
)
@click.option(
    "--claims",
    multiple=True,
    callback=several,
    type=FILES,
    metavar="FILE",
    help="Claims made elsewhere, to check beside ours.",
)
@click.option("--since", metavar="REV", help="Report only what touches files changed since a git revision.")
@click.option(
    "--changed", multiple=True, callback=several, type=FILES, metavar="FILE", help="Report only what touches FILE."
)
@click.option(
    "--statistics", is_flag=True, default=None, help="Count findings and comparisons by rule, claims by kind."
)
@click.option("--fix", is_flag=True, help="Replace words to avoid in text and Markdown files, where a rule is certain.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--show-undecided", is_flag=True, default=None, help="Show what could not be decided, and why.")
def command(**given: object) -> int:
    """List what cannot all be true in a folder of articles, with the words it rests on.

    \b
    claimcheck check articles/
    claimcheck check articles/ --output sarif:claims.sarif --fail-on warning
    cat articles.jsonl | claimcheck check - --output json
    """
    if given["fix"] and given["diff"]:
        raise click.UsageError("--fix changes files and --diff shows what it would change: give one of them")
    run = configured(given, FORMATS)
    limit = _limit(run, given)
    report = _checked(run, limit)
    if given["fix"] or given["diff"]:
        from claimcheck.cli import fix  # where it is asked for

        if given["diff"]:
            return fix.show(run, report)
        if fix.mend(run, report):
            run = replace(run, reading=Reading(lambda _note: None, never=run.reading.never))
            report = _checked(run, limit)

    def form(name: str, look: Style) -> Iterator[str]:
        findings = REPORTS[name].findings
        return findings(report, look) if findings else iter(())

    write_all(run.config, run.color, run.targets, form)
    _step_summary(run, report)
    return _verdict(run, report)


def _checked(run: Run, limit: frozenset[str] | None) -> Report:
    report = check(run.config, run.reading, today=datetime.now(UTC).date())
    return report if limit is None else touching(report, limit)


def _limit(run: Run, given: dict[str, object]) -> frozenset[str] | None:
    """Real paths of the files that findings must touch; None where all are reported."""
    since, changed = given["since"], given["changed"]
    if not since and not changed:
        return None
    from claimcheck.cli.revisions import changed_since  # starts git

    found = frozenset(os.path.realpath(str(path)) for path in changed) if isinstance(changed, tuple) else frozenset()
    return found | (changed_since(str(since), near=run.config.paths) if since else frozenset())


def _step_summary(run: Run, report: Report) -> None:
    path = os.environ.get(STEP_SUMMARY)
    if path and any(target.format == "github" for target in run.targets):
        markdown = REPORTS["markdown"].findings
        if markdown:
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.writelines(markdown(report, Style()))


def _verdict(run: Run, report: Report) -> int:
    """1 where a new finding is at or above the bar; the last line on stderr says so."""
    if report.stale and not run.quiet:
        say(f"{plural(report.stale, 'entry', 'entries')} of the baseline found no more; claimcheck baseline prune")
    bar = SEVERITIES[: SEVERITIES.index(run.config.fail_on) + 1] if run.config.fail_on != "never" else ()
    known = report.known or frozenset()
    failing = [f.severity for f in report.findings if f.severity in bar and f.id not in known]
    if failing:
        say(f"exit 1: {graded(failing)} (--fail-on {run.config.fail_on})")
    return told(run.reading, 1 if failing else 0, quiet=run.quiet)

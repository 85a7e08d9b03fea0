"""claimcheck check: what cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

import click

from claimcheck.cli.options import configured, linking, names, output, reading, several
from claimcheck.cli.terminal import say, write_all
from claimcheck.pipeline import check
from claimcheck.reports import REPORTS, Report, Style
from claimcheck.reports.words import SEVERITIES, graded

FORMATS = tuple(name for name, form in REPORTS.items() if form.findings)


@click.command()
@reading
@linking
@output(FORMATS)
@click.option("--rules", multiple=True, callback=several, metavar="PATH", help="A further pack or rule; repeatable.")
@click.option("--select", multiple=True, callback=names, metavar="ID,..", help="Run only these rules.")
@click.option("--ignore", multiple=True, callback=names, metavar="ID,..", help="Leave these rules out.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default=None, help="Exit 1 from here on.  [default: error]"
)
@click.option("--statistics", is_flag=True, default=None, help="Count findings by rule, claims by kind.")
@click.option("--show-undecided", is_flag=True, default=None, help="Show what could not be decided, and why.")
def command(**given: object) -> int:
    """List what cannot all be true in a folder of articles, with the words it rests on.

    \b
    claimcheck check articles/
    claimcheck check articles/ --output sarif:claims.sarif --fail-on warning
    cat articles.jsonl | claimcheck check - --output json
    """
    run = configured(given, FORMATS)
    report = check(run.config, run.reading)

    def form(name: str, style: Style) -> Iterator[str]:
        findings = REPORTS[name].findings
        return findings(report, style) if findings else iter(())

    write_all(run.config, run.color, run.targets, form)
    failing = _failing(report, run.config.fail_on)
    if failing:
        say(f"exit 1: {graded(failing)} (--fail-on {run.config.fail_on})")
    return 1 if failing else 0


def _failing(report: Report, fail_on: str) -> list[str]:
    """Severities of the new findings at or above the bar."""
    if fail_on == "never":
        return []
    bar = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    known = report.known or frozenset()
    return [f.severity for f in report.findings if f.severity in bar and f.id not in known]

"""claimcheck events: what happened, and which articles tell of it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from claimcheck.cli.options import configured, linking, output, packs, reading
from claimcheck.cli.terminal import told, write, write_all
from claimcheck.pipeline import explain_link, find_events
from claimcheck.reports import REPORTS, Style
from claimcheck.text.visible import visible

FORMATS = tuple(name for name, form in REPORTS.items() if form.events)


@click.command()
@reading
@linking
@packs
@output(FORMATS)
@click.option("--why", nargs=2, metavar="A B", help="Say why articles A and B are linked, or are not.")
def command(**given: object) -> int:
    """List events and the articles that tell of them.

    \b
    claimcheck events articles/
    claimcheck events articles/ --why north.txt south.txt
    """
    run = configured(given, FORMATS)
    if isinstance(why := given["why"], tuple):
        write(run.targets[0], (f"{visible(line)}\n" for line in explain_link(run.config, run.reading, *why)))
        return told(run.reading, 0, quiet=run.quiet)
    found = find_events(run.config, run.reading)

    def form(name: str, style: Style) -> Iterator[str]:
        events = REPORTS[name].events
        return events(found, style) if events else iter(())

    write_all(run.config, run.color, run.targets, form)
    return told(run.reading, 0, quiet=run.quiet)

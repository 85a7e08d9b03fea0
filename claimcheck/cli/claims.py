"""claimcheck claims: what articles say, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

import click

from claimcheck.cli.options import configured, linking, output, packs, reading
from claimcheck.cli.terminal import told, write_all
from claimcheck.pipeline import read_claims
from claimcheck.reports import REPORTS, Style

FORMATS = tuple(name for name, form in REPORTS.items() if form.claims)


@click.command()
@reading
@linking
@packs
@output(FORMATS)
def command(**given: object) -> int:
    """List what articles say, claim by claim: value, role, place in the text, who says so.

    \b
    claimcheck claims article.txt
    claimcheck claims articles/ --output jsonl > claims.jsonl

    Claims are written as they are read: files in sorted order, records as they stand in theirs. What `check` and
    `events` say does not depend on the order of records.
    """
    run = configured(given, FORMATS)
    found = read_claims(run.config, run.reading)
    kept = list(found) if len(run.targets) > 1 else found

    def form(name: str, style: Style) -> Iterator[str]:
        claims = REPORTS[name].claims
        return claims(kept, style) if claims else iter(())

    write_all(run.config, run.color, run.targets, form)
    return told(run.reading, 0, quiet=run.quiet)

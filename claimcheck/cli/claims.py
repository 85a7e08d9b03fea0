"""claimcheck claims: what articles say, claim by claim."""

from __future__ import annotations

import sys

import click

from claimcheck.errors import ClaimcheckError
from claimcheck.pipeline import read_claims
from claimcheck.reports import REPORTS, Style


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", default="jsonl")
@click.option("--group-by")
@click.option("--same-event", is_flag=True)
def command(paths: tuple[str, ...], output: str, group_by: str | None, same_event: bool) -> None:
    """List the claims that articles make."""
    write = REPORTS[output].claims
    if write is None:
        raise ClaimcheckError(f"--output {output} is not for claims")
    for piece in write(read_claims(paths, on_note=lambda note: print(f"warning: {note}", file=sys.stderr)), Style()):
        sys.stdout.write(piece)

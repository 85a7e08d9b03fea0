"""claimcheck validate: every mistake of rules, packs and tables, at once."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def command(paths: tuple[str, ...]) -> None:
    """Read packs and rules (the shipped ones where no PATH is given) with their examples, and report every mistake."""
    from claimcheck.errors import ClaimcheckError
    from claimcheck.rulebook.validate import validate

    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        raise ClaimcheckError(*(f"{path}: no such file or folder" for path in missing))
    click.echo(validate(tuple(map(Path, paths)) or None))

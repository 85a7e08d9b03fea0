"""claimcheck cache: where it is, what it holds; and away with it."""

from __future__ import annotations

import click

from claimcheck.cli.terminal import say
from claimcheck.reports.words import plural
from claimcheck.store import cache_folder
from claimcheck.store.care import clear, sizes


@click.group()
def command() -> None:
    """Look into the cache, or clear it: what was read of each article, and what came of the last runs.

    \b
    claimcheck cache info
    claimcheck cache clear
    """


@command.command()
def info() -> None:
    """Say where the cache is and what it holds."""
    folder = cache_folder()
    held = sizes(folder)
    click.echo(f"{folder}")
    click.echo(f"{plural(held.articles, 'article')}, {plural(held.runs, 'run')}, {held.bytes / 1_000_000:.1f} MB")


@command.command("clear")
def clear_all() -> None:
    """Remove everything that is in it."""
    folder = cache_folder()
    freed = clear(folder)
    say(f"{folder}: {freed / 1_000_000:.1f} MB freed")

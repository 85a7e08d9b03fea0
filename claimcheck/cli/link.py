"""claimcheck link: an editor's decision which articles are about one event. It wins over every score."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.complete import FILES
from claimcheck.cli.terminal import say
from claimcheck.config import LINKS_FILE, load_config
from claimcheck.errors import ClaimcheckError


@click.command()
@click.argument("articles", nargs=-1, required=True, type=FILES, metavar="A B...")
@click.option("--same/--not-same", default=None, help="They are about one event, or no two of them are.")
@click.option("--reason", required=True, metavar="TEXT", help="Why, for whoever reads it later.")
@click.option(
    "--links", type=FILES, metavar="FILE", default=None, help=f"The decisions.  [default: the nearest {LINKS_FILE}]"
)
@click.option("--config", type=FILES, metavar="FILE", default=None, help="Use this config file, not the nearest.")
def command(articles: tuple[str, ...], same: bool | None, reason: str, links: str | None, config: str | None) -> None:
    """Decide that articles A B... are about one event, or are not, and write it down with its reason.

    \b
    claimcheck link north.txt south.txt --not-same --reason "two fires on one night"
    """
    from claimcheck.linking import Decision, write_decision

    if same is None:
        raise ClaimcheckError("say --same or --not-same")
    if len(set(articles)) < 2:
        raise ClaimcheckError("name two articles or more")
    path = links or load_config(near=_existing(articles), path=config).config.links or LINKS_FILE
    write_decision(Path(path), Decision(articles, same, reason))
    say(f"{path}: {' and '.join(articles)} are {'one event' if same else 'not one event'}")


def _existing(articles: tuple[str, ...]) -> list[str]:
    """Those that are paths from here: beside them the decisions are looked for."""
    return [article for article in articles if Path(article).exists()]

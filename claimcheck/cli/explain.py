"""claimcheck explain: one rule in words."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("rule", metavar="RULE")
@click.option("--rules", "more", multiple=True, metavar="PATH", help="A further pack or rule; repeatable.")
def command(rule: str, more: tuple[str, ...]) -> None:
    """Say what RULE demands, why, and by which examples."""
    from claimcheck.lexicon.packs import all_packs
    from claimcheck.rulebook import load_rules, read_examples
    from claimcheck.rulebook.explain import explained

    (chosen,) = load_rules(all_packs(tuple(map(Path, more))), select=[rule])
    for line in explained(chosen, read_examples(chosen)):
        click.echo(line)

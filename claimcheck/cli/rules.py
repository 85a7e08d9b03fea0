"""claimcheck rules: the rules that would run."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--rules", "more", multiple=True, metavar="PATH", help="A further pack or rule; repeatable.")
@click.option("--output", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def command(more: tuple[str, ...], output: str) -> None:
    """List the rules of the shipped packs, and of further ones."""
    from claimcheck.lexicon.packs import all_packs
    from claimcheck.rulebook import load_rules
    from claimcheck.rulebook.explain import sentence

    rules = load_rules(all_packs(tuple(map(Path, more))))
    if output == "json":
        import json

        rows = [
            {
                "id": r.id,
                "pack": r.pack.name,
                "check": r.check,
                "severity": r.severity,
                "scope": r.scope,
                "event": list(r.event),
                "summary": r.summary,
                "demands": sentence(r),
                "why": r.why,
            }
            for r in rules
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if output == "markdown":
        from claimcheck.rulebook.handbook import handbook

        for line in handbook(rules):
            click.echo(line)
        return
    width = max((len(r.id) for r in rules), default=0)
    pack = ""
    for rule in rules:
        if rule.pack.name != pack:
            pack = rule.pack.name
            click.echo(f"{pack}:")
        click.echo(f"  {rule.id:<{width}}  {rule.severity:<7}  {rule.check:<10}  {rule.summary}")
    click.echo(f"{len(rules)} rules; claimcheck explain RULE says more of one", err=True)

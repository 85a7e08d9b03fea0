"""claimcheck schema: JSON Schema for what people write, so that editors complete and check it."""

from __future__ import annotations

import click


@click.command()
@click.argument("what", type=click.Choice(["rule", "pack", "vocabulary", "table"]), default="rule")
def command(what: str) -> None:
    """Print the JSON Schema of a rule (or pack, vocabulary, reference table)."""
    import json

    from claimcheck.rulebook.schema import file_schema, rule_schema

    click.echo(json.dumps(rule_schema() if what == "rule" else file_schema(what), indent=1, ensure_ascii=False))

"""claimcheck schema: JSON Schema for what people write, so that editors complete and check it."""

from __future__ import annotations

import click

WHAT = ("rule", "pack", "vocabulary", "patterns", "roles", "table", "config")


@click.command()
@click.argument("what", type=click.Choice(WHAT), default="rule")
def command(what: str) -> None:
    """Print the JSON Schema of a rule, or of another file that people write.

    \b
    claimcheck schema > rule.schema.json
    claimcheck schema config > claimcheck.schema.json
    # yaml-language-server: $schema=rule.schema.json       as the first line of a rule, and editors complete it
    """
    import json

    from claimcheck.config import Config
    from claimcheck.rulebook.schema import file_schema, rule_schema, schema_of

    if what == "config":
        schema = schema_of(Config, "claimcheck.yaml")
    else:
        schema = rule_schema() if what == "rule" else file_schema(what)
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False))

"""The top command: knows its subcommands by name and imports one when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from claimcheck import __version__

COMMANDS: dict[str, str] = {
    "check": "List what cannot all be true in PATHs.",
    "claims": "List the claims that articles make.",
    "events": "List the events and which articles are about them.",
}


class LazyGroup(click.Group):
    """A click group over COMMANDS: each is the object `command` of the module claimcheck.cli.<name>."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"claimcheck.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimcheck", message="%(prog)s %(version)s")
def group() -> None:
    """A linter for facts: lists what cannot all be true in a folder of articles."""

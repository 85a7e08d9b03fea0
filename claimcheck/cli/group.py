"""The top command: knows its subcommands by name and imports one when it is asked for."""

from __future__ import annotations

import difflib
from importlib import import_module

import click

from claimcheck import __version__

COMMANDS: dict[str, str] = {
    "check": "List what cannot all be true in a folder of articles.",
    "claims": "List what articles say, claim by claim.",
    "events": "List events and the articles that tell of them; --why says why.",
    "link": "Decide that articles are about one event, or are not.",
    "baseline": "Take today's findings as known: check then fails only on new ones.",
    "diff": "Say what changed between two readings: claims, findings opened and closed.",
    "cache": "Say what the cache holds, or clear it.",
    "rules": "List the rules that would run.",
    "explain": "Say what a rule demands, why, and by which examples.",
    "test": "Run the examples that rules carry.",
    "trace": "Show why each mention of an article did or did not become a claim of a role.",
    "init": "Write a commented config and a first pack.",
    "validate": "Read rules and packs and report every mistake.",
    "schema": "Print the JSON Schema of rules, packs and config.",
}


class LazyGroup(click.Group):
    """A click group over COMMANDS: each is the object `command` of the module claimcheck.cli.<name>."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Names in the order of a user's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"claimcheck.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a wrong name is answered with the nearest right one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            raise click.UsageError(f"no command {args[0]!r}" + (f"; did you mean {near[0]!r}?" if near else ""), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """From COMMANDS, so that help imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="claimcheck", message="%(prog)s %(version)s")
def group() -> None:
    """A linter for facts: lists what cannot all be true in a folder of articles.

    \b
    claimcheck check articles/               findings, with the words they rest on
    claimcheck check articles/ --output html:report.html
    claimcheck claims article.txt            what one article says
    """

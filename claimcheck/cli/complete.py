"""What the shell completes beside commands, options and choices: files, formats, ids of rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click
from click.shell_completion import CompletionItem

FILES = click.Path(allow_dash=True)  # the shell's own completion of paths; what they are is looked at later
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def formats(known: Sequence[str]) -> Complete:
    """`FMT`; what follows a colon is a file of the writer's own naming."""

    def complete(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        return [CompletionItem(name) for name in known if name.startswith(begun)]

    return complete


def rule_ids(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """`ID,ID`: the last of them, with the rule's summary, from the packs that are shipped."""
    from claimcheck.lexicon.packs import default_packs
    from claimcheck.rulebook import load_rules

    before, comma, last = begun.rpartition(",")
    rules = [rule for rule in load_rules(default_packs()) if rule.id.startswith(last)]
    return [CompletionItem(f"{before}{comma}{rule.id}", help=rule.summary) for rule in rules]

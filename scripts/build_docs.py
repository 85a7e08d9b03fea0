"""Write the pages of docs/ that are made from the program's own tables: commands, formats, readers, kinds; and rules.

Run `python scripts/build_docs.py` after a change to an option or a rule. A test compares the pages with what it makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from claimcheck.cli.group import COMMANDS, group
from claimcheck.kinds import KINDS
from claimcheck.lexicon.packs import default_packs
from claimcheck.reports import REPORTS
from claimcheck.rulebook import load_rules
from claimcheck.rulebook.handbook import handbook
from claimcheck.sources import READERS

DOCS = Path(__file__).resolve().parent.parent / "docs"
MADE = "<!-- Made by scripts/build_docs.py from the program's own tables: edit those. -->"


def pages() -> dict[str, str]:
    """File name -> the whole page."""
    made = {"commands.md": _commands(), "rules.md": _rules()}
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in made.items()}


def _commands() -> Iterator[str]:
    names = ["-h", "--help"]
    context = click.Context(group, info_name="claimcheck", terminal_width=100, help_option_names=names)
    yield MADE
    yield ""
    yield "# Commands"
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None  # it is in COMMANDS
        below = click.Context(command, info_name=name, parent=context)
        yield from ("", f"## {name}", "", "```", command.get_help(below), "```")
    yield from ("", "## Formats", "", "For `--output`.", "")
    yield from _table(("format", "what it is"), [(r.id, r.summary) for r in REPORTS.values()])
    yield from ("", "## Readers", "", "A file is read by its suffix; standard input by its first bytes.", "")
    yield from _table(("suffixes", "what is read"), [(" ".join(r.suffixes), r.summary) for r in READERS.values()])
    yield from ("", "## Kinds of claims", "", "The `kind` of what `claims` lists.", "")
    yield from _table(("kind", "what it is"), [(k.id, k.summary) for k in KINDS.values()])


def _rules() -> Iterator[str]:
    yield from handbook(load_rules(default_packs()))


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


if __name__ == "__main__":
    for page, content in pages().items():
        (DOCS / page).write_text(content, encoding="utf-8", newline="\n")

"""Write the pages of docs/ that are made from the program's own tables: commands, formats, readers, kinds; rules; man.

Run `python scripts/build_docs.py` after a change to an option or a rule. A test compares the pages with what it makes.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from claimcheck import __version__
from claimcheck.baseline import BASELINE_FILE
from claimcheck.cli.group import COMMANDS, group
from claimcheck.config import CONFIG_FILE, IGNORE_FILE, LINKS_FILE
from claimcheck.kinds import KINDS
from claimcheck.lexicon.packs import default_packs
from claimcheck.reports import REPORTS
from claimcheck.rulebook import load_rules
from claimcheck.rulebook.handbook import handbook
from claimcheck.sources import READERS

DOCS = Path(__file__).resolve().parent.parent / "docs"
MADE = "<!-- Made by scripts/build_docs.py from the program's own tables: edit those. -->"
EXITS = [
    ("0", "it ran, and found nothing at or above --fail-on"),
    ("1", "it ran, and there are findings"),
    ("2", "something to mend first: an option, a rule, a path; or no article could be read"),
    ("130", "interrupted"),
]
ENVIRONMENT = [
    ("NO_COLOR", "no colour, whatever the terminal"),
    ("FORCE_COLOR", "colour, also where the output is no terminal"),
    ("COLUMNS", "width of the text report, from 60 on"),
    ("GITHUB_STEP_SUMMARY", "file to which --output github adds a table of the findings"),
]
FILES = [
    (CONFIG_FILE, "what a run does; the nearest above the articles, or [tool.claimcheck] of a pyproject.toml"),
    (LINKS_FILE, "which articles are about one event, by an editor's decision"),
    (IGNORE_FILE, "findings that an editor has set aside, each with its reason"),
    (BASELINE_FILE, "findings that are known, as claimcheck baseline write puts them down"),
]


def pages() -> dict[str, str]:
    """File name -> the whole page."""
    made = {"commands.md": _commands(), "rules.md": _rules(), "claimcheck.1": _man()}
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in made.items()}


def _top() -> click.Context:
    names = ["-h", "--help"]
    return click.Context(group, info_name="claimcheck", terminal_width=100, help_option_names=names)


def _commands() -> Iterator[str]:
    context = _top()
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


def _man() -> Iterator[str]:
    """The manual page, in the macros of man(7)."""
    context = _top()
    yield ".\\\" Made by scripts/build_docs.py from the program's own tables: edit those."
    yield f'.TH CLAIMCHECK 1 "" "claimcheck {__version__}" "User commands"'
    yield from (".SH NAME", "claimcheck \\- a linter for facts")
    yield from (".SH SYNOPSIS", ".B claimcheck", "\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...")
    yield ".SH DESCRIPTION"
    yield from _prose(group.help or "")
    yield ".SH COMMANDS"
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None  # it is in COMMANDS
        yield from _man_command(click.Context(command, info_name=name, parent=context))
    for title, rows in (
        ("FORMATS", [(r.id, r.summary) for r in REPORTS.values()]),
        ("EXIT STATUS", EXITS),
        ("ENVIRONMENT", ENVIRONMENT),
        ("FILES", FILES),
    ):
        yield f".SH {title}"
        for term, text in rows:
            yield from (".TP", f"\\fB{_roff(term)}\\fR", _roff(text))


def _man_command(context: click.Context) -> Iterator[str]:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield from (f".SS {_roff(usage)}",)
    yield from _prose(command.help or "")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record:
            yield from (".TP", f"\\fB{_roff(record[0])}\\fR", _roff(record[1]))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None  # it was listed
            yield from _man_command(click.Context(below, info_name=name, parent=context))


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; those that click keeps as they are (after a line with backspace) are examples."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".EX", *map(_roff, paragraph.splitlines()[1:]), ".EE")
        else:
            yield from (".PP", _roff(" ".join(paragraph.split())))


def _roff(text: str) -> str:
    """Text in which nothing is a command of the formatter."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


if __name__ == "__main__":
    for page, content in pages().items():
        (DOCS / page).write_text(content, encoding="utf-8", newline="\n")

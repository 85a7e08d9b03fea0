"""What is printed where: reports to standard output or files, all else to stderr; colour and width by the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from claimcheck.cli.streams import drop_output
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError
from claimcheck.reading import Reading
from claimcheck.reports import Style
from claimcheck.reports.words import plural
from claimcheck.sources import Note
from claimcheck.text.visible import visible

MIN_WIDTH, DEFAULT_WIDTH = 60, 100
PAINTS: dict[str, dict[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "undecided": {"fg": "blue"},
    "gone": {"fg": "red"},
    "come": {"fg": "green"},
    "value": {"bold": True},
    "head": {"bold": True},
    "summary": {"bold": True},
    "dim": {"dim": True},
}
Write = TypeVar("Write")


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; no file is standard output."""

    format: str
    file: str = ""


def targets(config: Config, formats: Sequence[str]) -> tuple[Target, ...]:
    """Where the reports go. Raises ClaimcheckError before any work where a format or folder does not exist."""
    found = tuple(_target(written, formats) for written in config.output or ("text",))
    if sum(not target.file for target in found) > 1:
        raise ClaimcheckError("two --output to standard output; give all but one a file: --output json:report.json")
    return found


def _target(written: str, formats: Sequence[str]) -> Target:
    name, _, file = written.partition(":")
    if name not in formats:
        import difflib  # only to mend a mistake

        near = difflib.get_close_matches(name, formats, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(formats)}"
        raise ClaimcheckError(f"--output: no format {name!r} here{hint}")
    if file and not Path(file).parent.is_dir():
        raise ClaimcheckError(f"--output: no folder {str(Path(file).parent)!r} to write {file!r} to")
    return Target(name, file)


def style(config: Config, color: str, target: Target) -> Style:
    """Colour and width for one report. A file is plain and of the default width."""
    width = DEFAULT_WIDTH
    if not target.file and (sys.stdout.isatty() or "COLUMNS" in os.environ):
        width = max(MIN_WIDTH, shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns)
    paint = Style().paint if target.file or not coloured(color) else _paint
    return Style(width, paint, show_undecided=config.show_undecided, statistics=config.statistics)


def coloured(color: str) -> bool:
    """--color, then NO_COLOR, then FORCE_COLOR, then whether standard output is a terminal that can."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _paint(part: str, text: str) -> str:
    look = PAINTS.get(part)
    return click.style(text, **look) if look and text else text  # type: ignore[arg-type]  # a table of click's own options


def write(target: Target, pieces: Iterable[str]) -> None:
    """A report to its place. Where the reader of standard output goes away (`| head`), the rest is not made."""
    if not target.file:
        try:
            for piece in pieces:
                sys.stdout.write(piece)
            sys.stdout.flush()
        except BrokenPipeError:
            drop_output()
        return
    try:
        with Path(target.file).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise ClaimcheckError(f"{target.file}: cannot be written: {error.strerror or error}") from None


def write_all(
    config: Config, color: str, wanted: Sequence[Target], form: Callable[[str, Style], Iterator[str]]
) -> None:
    """Every report that was asked for: `form` gives the pieces of a format in a style."""
    for target in wanted:
        write(target, form(target.format, style(config, color, target)))


def teller(*, quiet: bool) -> Callable[[Note], None]:
    """Prints notes to stderr."""

    def tell(note: Note) -> None:
        if not quiet or note.fault:
            print(f"warning: {visible(str(note))}", file=sys.stderr)

    return tell


def progress(*, quiet: bool) -> Callable[[int], None]:
    """A counter on stderr, only on a terminal, overwritten as it grows."""
    if quiet or not sys.stderr.isatty():
        return lambda _count: None

    there = False

    def show(count: int) -> None:
        nonlocal there
        if count and count % 100 == 0:
            sys.stderr.write(f"\r{count} articles\r")
            there = True
        elif not count and there:
            sys.stderr.write("\r" + " " * 24 + "\r")

    return show


def told(reading: Reading, code: int, *, quiet: bool) -> int:
    """The exit code, after a last line on what was not read: 2 where we failed on an article."""
    if reading.faults:
        say(f"exit 2: internal error in {plural(reading.faults, 'article')}, named above; please report it")
        return 2
    if reading.unread and not quiet and not code:
        say(f"{reading.unread} not read")
    return code


def say(message: str) -> None:
    """One line to stderr."""
    print(visible(message), file=sys.stderr)

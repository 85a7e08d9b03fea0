"""What a terminal is shown: colour, width and progress where there is one, and none of it where there is not."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck

NORTH = "Two people were killed in a fire at a mill in Leeds at 3:10 a.m. on Friday, the mayor of the town said.\n"
SOUTH = "Three people were killed in a fire at a mill in Leeds at 3:40 a.m. on Friday, the police of the town said.\n"
ESCAPE = re.compile(r"\x1b\[[\d;]*m")
CHECK = ("check", ".", "--same-event", "--show-undecided", "--statistics")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles with Windows line ends that disagree; a path with a blank and a line break."""
    for name, text in (("north of town.txt", NORTH), ("south\nof town.txt", SOUTH)):
        (tmp_path / name).write_bytes(text.replace("\n", "\r\n\r\nMore was not known.\r\n").encode())
    return tmp_path


def shown(*arguments: str, folder: Path, columns: int = 80, **environment: str) -> str:
    """What stands on a terminal of so many columns afterwards: standard output and error."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    calm = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")}
    running = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**calm, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    pieces: list[bytes] = []
    try:
        while piece := os.read(ours, 1 << 16):
            pieces.append(piece)
    except OSError:  # Linux says so where the other end is closed
        pass
    finally:
        os.close(ours)
        running.wait(timeout=60)
    return b"".join(pieces).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 80, 132])
def test_lines_fit_the_terminal_but_for_commands_to_copy(folder: Path, columns: int):
    lines = ESCAPE.sub("", shown(*CHECK, folder=folder, columns=columns)).splitlines()
    wide = [line for line in lines if len(line) > columns]
    assert lines[0].startswith("event fire/leeds") and lines[-1].startswith("exit 1: ")
    assert all(re.match(r"  (more on a link|not one event)", line) for line in wide), wide


def test_a_terminal_of_less_than_60_columns_is_taken_for_one_of_60(folder: Path):
    assert shown(*CHECK, folder=folder, columns=30) == shown(*CHECK, folder=folder, columns=60)


def test_colour_is_for_terminals_that_have_it(folder: Path):
    coloured = shown(*CHECK, folder=folder)
    assert "\x1b[31m\x1b[1merror" in coloured or "\x1b[1m\x1b[31merror" in coloured
    plain = shown(*CHECK, folder=folder, TERM="dumb")
    assert "\x1b" not in plain and ESCAPE.sub("", coloured) == plain
    assert shown(*CHECK, folder=folder, NO_COLOR="1") == plain


def test_without_a_terminal_there_is_neither_colour_nor_progress(folder: Path):
    (folder / "many.jsonl").write_text('{"text": "One man died in Leeds on Friday, police said."}\n' * 120)
    there = shown("claims", ".", "--output", "concise", folder=folder)
    done = claimcheck("claims", ".", "--output", "concise", folder=folder)
    assert "100 articles" in there and "\x1b" not in done.out + done.err and "articles" not in done.err
    assert "100 articles" not in shown("claims", ".", "-q", folder=folder)


def test_paths_and_windows_line_ends_come_out_whole(folder: Path):
    out = claimcheck(*CHECK[:3], folder=folder).out
    assert "north of town.txt:1:1" in out and "south of town.txt:1:1" in out and "\r" not in out
    for name in ("sarif", "github", "gitlab", "junit", "csv", "markdown", "concise", "json", "html"):
        assert "\r" not in claimcheck(*CHECK[:3], "--output", name, folder=folder).out

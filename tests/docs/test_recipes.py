"""What docs/ tells people to write and to type: configs and ignores that are read, commands as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from claimcheck.cli.group import group
from claimcheck.config import load_config
from claimcheck.ignores import read_ignores

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["README.md", "docs/guide.md", "docs/recipes.md", "docs/write-a-pack.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def _blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [body for name, body in BLOCK.findall(text) if name == language]


def _commands(page: str) -> list[str]:
    lines = [line for body in _blocks(page, "sh") for line in body.splitlines()]
    inline = re.findall(r"`(claimcheck [^`\n]+)`", (ROOT / page).read_text(encoding="utf-8"))
    return [line for line in (*lines, *inline) if line.startswith("claimcheck ") and line.count(" ") > 1]


@pytest.mark.parametrize(("page", "line"), [(page, line) for page in PAGES for line in _commands(page)])
def test_a_command_is_understood_as_it_stands(page: str, line: str):
    words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
    if words == ["--help"]:
        return
    command = group.get_command(group.make_context("claimcheck", ["rules"]), words[0])
    assert command is not None, words
    if words[0] == "baseline":
        command = command.get_command(None, words.pop(1))  # type: ignore[attr-defined]
    command.make_context(words[0], words[1:])


def test_the_config_and_the_ignores_of_the_recipes_are_read(tmp_path: Path):
    written = {
        re.match(r"# (\S+)\n", body)[1]: body for body in _blocks("docs/recipes.md", "yaml") if body.startswith("# ")
    }  # type: ignore[index]
    assert set(written) == {"claimcheck.yaml", "claimcheck.ignore.yaml"}
    for name, body in written.items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    assert load_config(near=[str(tmp_path)]).config.group_by == "folder"
    entries = read_ignores(tmp_path / "claimcheck.ignore.yaml").entries
    assert [entry.rule for entry in entries] == ["killed", "weekday"]

"""The tutorial's own blocks make a pack that works: nothing but its YAML is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.command import claimcheck

PAGE = Path(__file__).resolve().parents[2] / "docs" / "write-a-pack.md"
_FILE = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.M | re.S)
_COMMAND = re.compile(r"^\$ claimcheck (.+)$", re.M)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the pack `rail`, as a reader of the page has it."""
    for name, text in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_pack_is_valid_and_passes_its_examples(folder: Path) -> None:
    assert "3 rules" in claimcheck("validate", "rail", folder=folder).out
    done = claimcheck("test", "rail", folder=folder)
    assert (done.code, done.out.splitlines()[-1]) == (0, "3 rules: 8 examples passed, 0 failed")


def test_the_pack_finds_conflicts_in_articles_it_was_not_written_for(folder: Path) -> None:
    (folder / "articles").mkdir()
    for name, delay, trains in (("a", "30 minutes", 14), ("b", "80 minutes", 14)):
        text = f"At York on July 2, 2024 a signal failure caused delays of {delay}. {trains} trains were cancelled."
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    done = claimcheck("check", "articles", "--rules", "rail", "--output", "json", folder=folder)
    found = [finding["rule"] for finding in json.loads(done.out)["findings"]]
    assert found == ["rail-delay"]


def test_every_command_of_the_page_exists(folder: Path) -> None:
    (folder / "articles").mkdir()
    (folder / "articles" / "a.txt").write_text("Trains were late.", encoding="utf-8")
    commands = _COMMAND.findall(PAGE.read_text(encoding="utf-8"))
    assert len(commands) == 3
    assert [claimcheck(*line.split(), folder=folder).code for line in commands] == [0, 0, 0]

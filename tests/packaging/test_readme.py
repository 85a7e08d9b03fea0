"""What the README promises: its two commands, the files it names, and that CI runs these very commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.command import claimcheck

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, flags=re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.startswith("python3 -m venv")]


def test_there_are_two_commands_that_need_nothing_done_before() -> None:
    check, tests = _commands()
    assert check.startswith("python3 -m venv .venv && .venv/bin/pip install -q . && ")
    assert tests == "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest"
    assert (ROOT / check.rsplit(maxsplit=1)[-1]).is_dir()


def test_the_finding_that_it_shows_is_one_that_is_found() -> None:
    (shown,) = re.findall(r"^```text\n(.*?)^```$", README, flags=re.M | re.S)
    assert shown in claimcheck("check", "fixtures/drones", folder=ROOT).out


DOCUMENTS = [
    "README.md",
    "CHANGELOG.md",
    "fixtures/README.md",
    *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_every_link_to_a_file_leads_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in target]
    missing = [target for target in targets if not ((ROOT / document).parent / target).exists()]
    assert not missing
    assert targets or document != "README.md"

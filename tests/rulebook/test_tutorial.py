"""docs/write-a-pack.md works as it stands: its files make a pack that validates, passes its examples and finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.cli.run import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "write-a-pack.md"
_FILE = re.compile(r"^`rail/([\w/.-]+)`:\n\n```yaml\n(.*?)```", re.M | re.S)


@pytest.fixture(scope="module")
def rail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "rail"
    for name, text in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_pack_has_no_mistake(rail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(rail)]) == 0
    assert "1 rules" in capsys.readouterr().out


def test_its_examples_pass(rail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(rail)]) == 0
    assert "3 examples passed, 0 failed" in capsys.readouterr().out


def test_it_finds_what_it_is_for(rail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("A signal failure at Leeds on Monday hit commuters: 40 trains were cancelled.")
    (tmp_path / "b.txt").write_text("Sixty trains were cancelled after a signal failure at Leeds on Monday.")
    assert run(["check", str(tmp_path), "--rules", str(rail), "--same-event", "--output", "concise"]) == 1
    assert "error[trains-cancelled] 40 against 60 trains cancelled" in capsys.readouterr().out

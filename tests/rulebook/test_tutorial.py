"""docs/write-a-pack.md works as it stands: its files make a pack that validates, passes its examples and finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.cli.run import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "write-a-pack.md"
_FILE = re.compile(r"^`rail/([\w/.-]+)`:\n\n```(?:yaml|csv)\n(.*?)```", re.M | re.S)


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
    assert "2 rules, 1 tables" in capsys.readouterr().out


def test_its_examples_pass(rail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(rail)]) == 0
    assert "7 examples passed, 0 failed" in capsys.readouterr().out


def test_it_finds_what_it_is_for(rail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("A signal failure at Leeds on Monday hit commuters: 40 trains were cancelled.")
    (tmp_path / "b.txt").write_text("Sixty trains were cancelled after a signal failure at Leeds on Monday.")
    assert run(["check", str(tmp_path), "--rules", str(rail), "--same-event", "--output", "concise"]) == 1
    assert "error[trains-cancelled] 40 against 60 trains cancelled" in capsys.readouterr().out


def blocks(start: str) -> str:
    """The YAML block of the page that begins so."""
    return next(
        text
        for text in re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
        if text.startswith(start)
    )


def test_a_pack_over_it_turns_rules_off_and_grades_them(rail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    our = rail.parent / "our"
    our.mkdir()
    (our / "pack.yaml").write_text(blocks("id: our"), encoding="utf-8")
    assert run(["rules", "--rules", str(our)]) == 0
    listed = capsys.readouterr().out
    assert "trains-cancelled" in listed and " event-place " not in listed
    assert re.search(r"^  killed +warning ", listed, re.M)


def test_its_wording_mends_itself(rail: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "id: fault\nsummary: Plain words\nscope: article\nmessage: '{sides}'\nwhy: Because.\n"
    (tmp_path / "fault.yaml").write_text(head + blocks("wording:"), encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("A track fault stopped the express.\n")
    assert run(["check", str(article), "--rules", str(tmp_path / "fault.yaml"), "--fix", "-q"]) == 0
    assert article.read_text() == "A track failure stopped the express.\n"
    capsys.readouterr()

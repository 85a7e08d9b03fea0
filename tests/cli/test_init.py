"""A first pack is written once, and it works."""

from __future__ import annotations

from pathlib import Path

from cli.command import claimcheck


def test_the_first_pack_passes_its_own_examples(tmp_path: Path) -> None:
    assert claimcheck("init", tmp_path).code == 0
    assert claimcheck("validate", tmp_path / "rules" / "our").code == 0
    done = claimcheck("test", tmp_path / "rules" / "our")
    assert (done.code, done.out.splitlines()[-1]) == (0, "1 rules: 3 examples passed, 0 failed")


def test_the_config_is_read_and_runs_the_pack(tmp_path: Path) -> None:
    claimcheck("init", tmp_path)
    for name, readers in (("a.txt", "4,200"), ("b.txt", "2,400")):
        text = f"The newsroom in Leeds said on May 6, 2024 that it has {readers} readers."
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = claimcheck("check", tmp_path, "--same-event", "--output", "concise")
    assert "our-readers" in done.out


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    config = tmp_path / "claimcheck.yaml"
    config.write_text("fail-on: never\n", encoding="utf-8")
    done = claimcheck("init", tmp_path)
    assert done.code == 2
    assert "there already" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["claimcheck.yaml"]
    assert config.read_text(encoding="utf-8") == "fail-on: never\n"


def test_a_name_that_is_a_path_is_refused(tmp_path: Path) -> None:
    assert claimcheck("init", tmp_path, "--pack", "../up").code == 2

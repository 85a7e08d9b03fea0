"""trace says why a mention has its role, or has none."""

from __future__ import annotations

from pathlib import Path

from cli.command import claimcheck

TEXT = "The train with 90 passengers derailed at 8:10 a.m. near Lugo.\n\nThe mayor spoke at 9 a.m. about it.\n"


def _article(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_words_that_gave_a_role_are_named(tmp_path: Path) -> None:
    out = claimcheck("trace", _article(tmp_path)).out
    assert "role aboard, of person" in out
    assert "fit the pattern" in out
    assert "hangs on “derailed” (event)" in out


def test_a_line_limits_what_is_shown(tmp_path: Path) -> None:
    out = claimcheck("trace", f"{_article(tmp_path)}:3").out
    assert "9 a.m." in out
    assert "passengers" not in out


def test_where_nothing_was_seen_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text("Hm, well, so it is.\n", encoding="utf-8")
    done = claimcheck("trace", path)
    assert (done.code, "nothing was recognised" in done.last) == (2, True)
    assert claimcheck("trace", tmp_path / "none.txt").code == 2

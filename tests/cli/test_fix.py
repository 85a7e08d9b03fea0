"""check --fix and --diff: words replaced where that is certain, and nothing else touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli.command import claimcheck

RULE = """\
id: utilise
summary: Plain words
scope: article
severity: error
wording:
  avoid: [utilise, utilises, apparatus, Greater Leeds Area, eldritch lamp]
  use: use
  fix: {utilise: use, utilises: uses, Greater Leeds Area: Leeds area, eldritch lamp: old lamp}
message: "{sides}"
why: Because.
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "utilise.yaml"
    path.write_text(RULE)
    return path


def fix(rules: Path, path: Path, option: str = "--fix") -> tuple[int, str, str]:
    """What became of the run."""
    done = claimcheck("check", path, "--rules", rules, "--select", "utilise", option, "--output", "concise")
    return done.code, done.out, done.err


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They utilise it.\n", "They use it.\n"),
        ("Utilise it. UTILISE IT.\r\nShe utilises it", "Use it. USE IT.\r\nShe uses it"),
        ("\ufeffThe Greater Leeds Area – they utilise it.\n", "\ufeffThe Leeds area – they use it.\n"),
        ("---\ntitle: We utilise it\n---\nWe utilise it.\n", "---\ntitle: We utilise it\n---\nWe use it.\n"),
    ],
)
def test_words_are_replaced_in_the_letters_they_were_written_in(
    tmp_path: Path, rules: Path, before: str, after: str
) -> None:
    path = written(tmp_path, "a.md", before)
    path.chmod(0o640)
    code, _, err = fix(rules, path)
    assert path.read_bytes().decode("utf-8") == after
    assert path.stat().st_mode & 0o777 == 0o640
    assert "fixed " in err and f"{path}:" in err
    assert code == ("title" in before)  # the title is found again
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The apparatus fell.", "no certain replacement"),
        ("We uTiLise it.", "no certain replacement"),
        ("He said “we utilise it” twice.", "in a quotation"),
        ('He said "we utilise it" twice.', "in a quotation"),
        ("“We utilise it and go on.\n\nSo.", "in a quotation"),
        ("> We utilise it.", "in a quotation"),
        ("We ‘utilise’ it.", "in a quotation"),
        ("See [here](https://x.example/utilise).", "in a link or in code"),
        ("See https://x.example/utilise/it.", "in a link or in code"),
        ("Type `utilise` now.", "in a link or in code"),
        ("```\nutilise\n```\n", "in a link or in code"),
        ("An eldritch lamp shone.", ""),
        ("A use: an utilise of it.", 'after "an", which may have to change'),
    ],
)
def test_what_is_not_certain_stays_and_is_told(tmp_path: Path, rules: Path, text: str, reason: str) -> None:
    rules.write_text(rules.read_text().replace("utilise: use,", "utilise: make use,"))
    path = written(tmp_path, "a.md", text)
    code, _, err = fix(rules, path)
    if not reason:
        assert code == 0 and path.read_text() == text.replace("eldritch", "old")
        return
    assert (code, path.read_text()) == (1, text)
    assert reason in err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<html><body><p>We utilise it every day, said the mayor of the town of Leeds.</p></body></html>"),
        ("a.jsonl", '{"id": "1", "text": "We utilise it."}\n'),
        ("a.csv", "id,text\n1,We utilise it.\n"),
    ],
)
def test_other_formats_are_not_fixable_here(tmp_path: Path, rules: Path, name: str, text: str) -> None:
    path = written(tmp_path, name, text)
    code, _, err = fix(rules, path)
    assert (code, path.read_text()) == (1, text)
    assert "not fixable here" in err


def test_old_encodings_stay_as_they_are(tmp_path: Path, rules: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("We utilise the café.".encode("cp1252"))
    assert "not fixable here (the file is not UTF-8)" in fix(rules, path)[2]
    assert path.read_bytes() == "We utilise the café.".encode("cp1252")


def test_a_diff_changes_nothing_and_can_be_applied(tmp_path: Path, rules: Path) -> None:
    path = written(tmp_path, "a.txt", "One.\nWe utilise it.\nEnd")
    code, out, err = fix(rules, path, "--diff")
    assert (code, path.read_text()) == (1, "One.\nWe utilise it.\nEnd")
    assert out == (
        f"--- {path}\n+++ {path}\n@@ -1,3 +1,3 @@\n One.\n-We utilise it.\n+We use it.\n End\n"
        "\\ No newline at end of file\n"
    )
    assert "1 wording in 1 file would be fixed" in err
    fix(rules, path)
    assert fix(rules, path, "--diff")[:2] == (0, "")


def test_what_a_link_points_to_is_not_written_through_it(tmp_path: Path, rules: Path) -> None:
    (tmp_path / "real").mkdir()
    real = written(tmp_path / "real", "a.txt", "We utilise it.")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    code, _, err = fix(rules, link)
    assert (code, link.is_symlink(), real.read_text()) == (1, True, "We utilise it.")
    assert "in a link to a file: name the file itself" in err


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, rules: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    path = written(folder, "a.txt", "We utilise it.")
    folder.chmod(0o500)
    code, _, err = fix(rules, path)
    folder.chmod(0o700)
    assert (code, path.read_text()) == (2, "We utilise it.") and "nothing in it was fixed" in err


def test_fix_and_diff_are_one_or_the_other(tmp_path: Path, rules: Path) -> None:
    done = claimcheck("check", rules.parent, "--fix", "--diff")
    assert done.code == 2 and "give one of them" in done.err


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("utilises: uses", "utilizes: uses", '"utilizes" is none of the words to avoid'),
        ("utilise: use,", "utilise: apparatus,", "needs other words on one line"),
        ("utilise: use,", "utilise: '',", "needs other words on one line"),
    ],
)
def test_a_replacement_that_cannot_be_meant_is_refused(
    tmp_path: Path, rules: Path, old: str, new: str, says: str
) -> None:
    rules.write_text(rules.read_text().replace(old, new))
    done = claimcheck("validate", rules)
    assert done.code == 2 and says in done.err


def test_many_words_in_one_long_line_take_no_longer_each(tmp_path: Path, rules: Path) -> None:
    path = written(tmp_path, "a.txt", "](<`" * 5_000 + " We utilise it. " * 1_500)
    assert "1,500 wordings in 1 file fixed" in fix(rules, path)[2]

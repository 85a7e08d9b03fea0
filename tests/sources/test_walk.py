"""Which files are articles."""

import io
import os
import sys
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article
from claimcheck.sources import Note, load


def docs(*paths: Path | str, **options) -> list[str]:
    return [item.doc for item in load([str(p) for p in paths], **options) if isinstance(item, Article)]


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_a_folder_is_read_in_sorted_order_whatever_the_order_of_its_making(tmp_path: Path):
    write(tmp_path, b_txt="x y", a_md="x y", sub__c_txt="x y", a0_txt="x y")
    assert [os.path.relpath(d, tmp_path) for d in docs(tmp_path)] == ["a.md", "a0.txt", "b.txt", "sub/c.txt"]


def test_the_order_of_paths_does_not_matter_and_each_file_is_read_once(tmp_path: Path):
    write(tmp_path, a_txt="x", b_txt="y")
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    assert docs(b, a) == docs(a, b) == docs(a, tmp_path, b, a) == [str(a), str(b)]


def test_doc_is_the_path_as_given(tmp_path: Path, monkeypatch):
    write(tmp_path, s__a_txt="x")
    monkeypatch.chdir(tmp_path)
    assert docs("s") == docs("s/") == ["s/a.txt"]
    assert docs(".") == ["s/a.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path):
    write(tmp_path, a_txt="x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.txt").write_text("x")
    (tmp_path / ".c.txt").write_text("x")
    assert docs(tmp_path) == [str(tmp_path / "a.txt")]


def test_own_files_and_rule_packs_are_no_articles(tmp_path: Path):
    write(tmp_path, a_txt="x", claimcheck_yaml="{}", claimcheck_baseline_json='{"text": "x"}')
    write(tmp_path, pack__pack_yaml="id: x", pack__notes_md="x")
    assert docs(tmp_path) == [str(tmp_path / "a.txt")]


def test_files_in_use_by_the_run_are_no_articles(tmp_path: Path):
    write(tmp_path, a_txt="x", b_txt="x")
    assert docs(tmp_path, never=[os.path.realpath(tmp_path / "b.txt")]) == [str(tmp_path / "a.txt")]


def test_files_of_no_known_suffix_are_read_where_they_are_named(tmp_path: Path):
    write(tmp_path, a="One died.", b_xyz='{"id": 1, "text": "x"}\n{"id": 2, "text": "y"}')
    assert docs(tmp_path) == []
    assert docs(tmp_path / "a", tmp_path / "b.xyz") == [
        str(tmp_path / "a"),
        f"{tmp_path}/b.xyz#1",
        f"{tmp_path}/b.xyz#2",
    ]


def test_every_missing_path_is_named_at_once(tmp_path: Path):
    with pytest.raises(ClaimcheckError) as error:
        docs(tmp_path / "no", tmp_path / "none", tmp_path)
    assert len(error.value.problems) == 2


def test_a_loop_of_links_ends(tmp_path: Path):
    write(tmp_path, s__a_txt="x")
    (tmp_path / "s" / "up").symlink_to(tmp_path)
    assert docs(tmp_path) == [str(tmp_path / "s" / "a.txt")]


def test_a_link_to_nowhere_is_named(tmp_path: Path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    [note] = load([str(tmp_path)])
    assert isinstance(note, Note) and note.unread


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.txt")
    assert docs(tmp_path) == []


def test_paths_with_spaces_and_newlines(tmp_path: Path):
    path = tmp_path / "a b\nc.txt"
    path.write_text("x")
    assert docs(tmp_path) == [str(path)]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_named_and_the_rest_read(tmp_path: Path):
    write(tmp_path, a_txt="x", b_txt="y")
    (tmp_path / "a.txt").chmod(0)
    note, article = load([str(tmp_path)])
    assert "ermission" in str(note) and article.doc.endswith("b.txt")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"One died.", ["-"]),
        (b'{"id": 1, "text": "x"}\n{"id": 2, "text": "y"}\n', ["-#1", "-#2"]),
        (b'[{"id": 1, "text": "x"}]', ["-#1"]),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, found: list[str], monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert docs("-") == found

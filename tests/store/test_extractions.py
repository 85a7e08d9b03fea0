"""The cache of extractions: whatever happens to its file costs no result, and is said."""

import random
import sqlite3
from pathlib import Path

import pytest

from claimcheck.model import Article
from claimcheck.store import Extractions, key_of_article, version_of
from claimcheck.store import extractions as module
from claimcheck.store.care import clear, sizes
from claimcheck.store.extractions import FILE

ROWS = {bytes([n]) * 20: (f"made {n}".encode() * 50, f"sketch {n}".encode() * 20, n) for n in range(40)}


def filled(folder: Path, said: list[str] | None = None) -> Extractions:
    store = Extractions(folder, (said if said is not None else []).append)
    for key, row in ROWS.items():
        store.put(key, row)
    store.close()
    return Extractions(folder, (said if said is not None else []).append)


def test_what_was_put_is_there_again(tmp_path: Path):
    store = filled(tmp_path / "new" / "folder")
    assert store.get([*ROWS, b"?" * 20]) == ROWS
    store.close()
    assert sizes(tmp_path / "new" / "folder").articles == 40


def test_a_damaged_file_is_set_aside_and_said_and_gives_nothing_false(tmp_path: Path):
    chance = random.Random(5)
    for turn in range(25):
        folder, said = tmp_path / str(turn), []
        filled(folder).close()
        path = folder / FILE
        content = bytearray(path.read_bytes())
        for _ in range(1 + turn % 9 * 20):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        store = Extractions(folder, said.append)
        found = store.get(list(ROWS))
        assert all(ROWS[key] == row for key, row in found.items())
        assert len(found) == len(ROWS) or said or not found
        store.close()
        again: list[str] = []
        found = filled(folder, again).get(list(ROWS))
        assert all(ROWS[key] == row for key, row in found.items()) and (found == ROWS or again)


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_file_that_is_none_of_ours_is_set_aside(content: bytes, tmp_path: Path):
    (tmp_path / FILE).write_bytes(content)
    said: list[str] = []
    assert filled(tmp_path, said).get(list(ROWS)) == ROWS
    assert len(said) == 1 and "set aside" in said[0]
    assert [path.name for path in tmp_path.glob("*.damaged")] == ["extractions.damaged"]


def test_a_cut_file_gives_nothing_false(tmp_path: Path):
    filled(tmp_path).close()
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:5_000])
    said: list[str] = []
    store = Extractions(tmp_path, said.append)
    assert store.get(list(ROWS)) == {} and said


def test_where_there_is_no_room_nothing_is_written_and_it_is_said_once(tmp_path: Path):
    said: list[str] = []
    store = Extractions(tmp_path, said.append)
    store._base.execute("PRAGMA max_page_count = 5")  # type: ignore[union-attr]  # stands for a full disk
    for n in range(1_000):
        store.put(n.to_bytes(20, "big"), (random.Random(n).randbytes(3_000), b"", n))
    assert store.get([n.to_bytes(20, "big") for n in range(1_000)]) == {}
    store.close()
    assert len(said) == 1 and "full" in said[0]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    said: list[str] = []
    store = Extractions(tmp_path / "file" / "cache", said.append)
    store.put(b"k", (b"", b"", 0))
    assert store.get([b"k"]) == {} and len(said) == 1
    store.close()


def test_two_runs_at_once_both_read_and_write(tmp_path: Path):
    one, two = (Extractions(tmp_path, pytest.fail) for _ in range(2))
    for n, (key, row) in enumerate(ROWS.items()):
        (one if n % 2 else two).put(key, row)
    one.close()
    assert len(two.get(list(ROWS))) == 20
    two.close()
    assert filled(tmp_path).get(list(ROWS)) == ROWS


def test_a_file_that_another_run_writes_to_for_ever_is_waited_for_and_then_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "WAIT", 0.01)
    filled(tmp_path).close()
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    said: list[str] = []
    store = Extractions(tmp_path, said.append)
    store.put(b"k" * 20, (b"", b"", 0))
    store.close()
    other.close()
    assert "locked" in said[0]
    assert Extractions(tmp_path, pytest.fail).get([*ROWS, b"k" * 20]) == ROWS


def test_beyond_its_bound_the_oldest_rows_go(tmp_path: Path):
    filled(tmp_path).close()
    Extractions(tmp_path, pytest.fail, most=1).close()
    left = Extractions(tmp_path, pytest.fail).get(list(ROWS))
    assert 0 < len(left) < 40 and list(ROWS)[-1] in left and next(iter(ROWS)) not in left


def test_every_part_of_an_article_counts_and_so_does_every_file_of_a_pack(tmp_path: Path):
    version = version_of([])
    articles = [
        Article("a", "text"),
        Article("a", "text", title="t"),
        Article("b", "text"),
        Article("a", "text", line=2),
    ]
    assert len({key_of_article(version, article) for article in articles}) == 4
    (tmp_path / "pack.yaml").write_text("id: one")
    first = version_of([str(tmp_path)])
    (tmp_path / "pack.yaml").write_text("id: two")
    assert len({version, first, version_of([str(tmp_path)])}) == 3 and version == version_of([])


def test_clearing_removes_what_is_ours_alone(tmp_path: Path):
    filled(tmp_path).close()
    (tmp_path / "letter.txt").write_text("mine")
    (tmp_path / "ab.run").write_bytes(b"x")
    assert clear(tmp_path) > 0
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert sizes(tmp_path).articles == sizes(tmp_path / "none").articles == 0

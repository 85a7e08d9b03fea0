"""Rows, tables and sorted rows are the same in memory and on disk, here and in another process."""

import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from claimcheck.spill.folder import PREFIX, Folder
from claimcheck.spill.lazily import Lazily
from claimcheck.spill.shelf import Shelf
from claimcheck.spill.sorted_rows import SortedRows
from claimcheck.spill.sorter import Sorter, key_of
from claimcheck.spill.table import Table


@pytest.fixture(params=["memory", "disk", "other processes"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = Folder(apart=request.param == "other processes", memory=4_000_000 if request.param == "memory" else 100)
    yield made
    made.close()
    assert not list(tmp_path.glob(PREFIX + "*"))


def test_rows_are_read_in_any_order(folder: Folder):
    shelf = Shelf(folder, "rows")
    for n in range(300):
        assert shelf.add(str(n).encode() * (n % 5)) == n
    rows = pickle.loads(pickle.dumps(shelf.rows()))
    assert len(rows) == 300 and rows[299] == b"299" * 4 and rows[0] == b""
    assert list(rows) == [str(n).encode() * (n % 5) for n in range(300)]
    with pytest.raises(IndexError):
        rows[300]


def test_an_empty_shelf_has_no_rows(folder: Folder):
    assert list(Shelf(folder, "rows").rows()) == []


@pytest.mark.parametrize("span", [1 << 64, 5_000])
def test_a_sorter_groups_by_number(folder: Folder, span: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("claimcheck.spill.sorter.BUFFER", 50)
    sorter = Sorter(folder, "pairs", span=span)
    for n in range(500):
        sorter.add(n * 7919 % 97 * (span // 100), 500 - n)
    groups = list(sorter.groups())
    assert [key for key, _ in groups] == [n * (span // 100) for n in range(97)]
    assert all(values == sorted(values) for _, values in groups) and sum(len(v) for _, v in groups) == 500


def test_a_sorter_keeps_what_floats_are(folder: Folder):
    sorter = Sorter(folder, "cosines", kind="d", span=3)
    sorter.add(2, 0.1)
    sorter.add(2, 1 / 3)
    assert list(sorter.groups()) == [(2, [0.1, 1 / 3])]


def test_a_table_knows_its_keys_and_no_others(folder: Folder):
    keys = sorted(key_of("word", n) for n in range(1_000))
    made = Table(folder, "table", ((key, range(n % 4)) for n, key in enumerate(keys)))
    table = pickle.loads(pickle.dumps(made))
    assert len(table) == 1_000
    assert [list(table.get(key)) for key in keys] == [list(range(n % 4)) for n in range(1_000)]
    assert all(key in table for key in keys)
    assert not any(table.get(other) or other in table for other in (0, keys[0] + 1, keys[500] - 1, (1 << 64) - 1))


def test_a_table_gives_what_comes_after_a_number(folder: Folder):
    table = Table(folder, "table", [(5, range(0, 100, 2)), (9, (7,))])
    found, left = table.after(5, 10, most=3)
    assert (list(found), left) == ([12, 14, 16], 41)
    assert table.after(5, 98, most=3)[1] == 0 and list(table.after(9, 6, most=3)[0]) == [7]
    assert list(table.after(6, 0, most=3)[0]) == []


def test_sorted_rows_keep_the_order_of_equal_keys(folder: Folder):
    rows = SortedRows(folder, "rows")
    pairs = [((f"{n * 31 % 7}", n % 3), f"{n}".encode()) for n in range(400)]
    for key, row in pairs:
        rows.add(key, row)
    expected = [row for _, row in sorted(pairs, key=lambda pair: pair[0])]
    assert list(rows) == expected == list(rows) and len(rows) == 400


def test_a_folder_goes_when_nobody_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = Folder()
    path = folder.file("x")
    assert path.parent.is_dir()
    del folder
    assert not path.parent.exists()


def test_what_a_killed_run_left_is_cleared_away_and_what_is_in_use_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    used = Folder()
    kept = used.file("x").parent
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    (left / "lock").touch()
    (left / "001-rows").write_bytes(b"x")
    young = tmp_path / f"{PREFIX}young"
    young.mkdir()
    Folder().file("y")
    assert kept.is_dir() and young.is_dir() and not left.exists()


def test_a_folder_that_another_run_is_clearing_away_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    really = tempfile.mkdtemp
    others: list[BinaryIO] = []

    def mkdtemp(**given: object) -> str:
        made = really(**given)  # type: ignore[call-overload]
        if not others:
            others.append((Path(made) / "lock").open("wb"))
            fcntl.flock(others[0], fcntl.LOCK_EX)
        return str(made)

    monkeypatch.setattr(tempfile, "mkdtemp", mkdtemp)
    folder = Folder()
    assert folder.path != Path(others[0].name).parent and folder.path.is_dir()
    others[0].close()


def test_a_folder_is_made_where_it_is_asked_for(tmp_path: Path):
    folder = Folder(top=str(tmp_path))
    assert folder.file("x").parent == folder.path and folder.path.parent == tmp_path
    folder.close()
    assert not list(tmp_path.iterdir())


def test_what_is_read_lazily_begins_anew_each_time():
    rows = Lazily(5, lambda: iter("abcde"))
    assert list(rows) == list(rows) == list("abcde") and len(rows) == 5
    assert (rows[0], rows[-1], rows[1:3], rows[:10], rows[::-1]) == ("a", "e", ["b", "c"], list("abcde"), list("edcba"))
    with pytest.raises(IndexError):
        rows[5]

"""Tables of articles."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cli.command import claimcheck

from claimcheck.model import Article
from claimcheck.sources import READERS, Note, file_of, load

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
TOLLS = ("Two people died in a fire in Leeds.", "Three people died in a fire in Leeds.")


def notes_of(path: Path, **options: int) -> list[str]:
    return [str(item) for item in load([str(path)], **options) if isinstance(item, Note)]


def articles_of(path: Path, **options: int) -> list[Article]:
    return [item for item in load([str(path)], **options) if isinstance(item, Article)]


def test_a_row_is_an_article_and_other_columns_are_not_read(tmp_path: Path):
    path = tmp_path / "a.parquet"
    table = {
        "id": ["x", "", None, "x"],
        "text": [*TOLLS, "Café 🔥", "Again"],
        "title": ["T", None, "U", None],
        "date": ["2016-07-04", None, "July 5, 2016", None],
        "source": ["s", None, None, None],
        "tags": [["a"], [], None, None],
    }
    pq.write_table(pa.table(table), path)
    found = list(load([str(path)]))
    assert found[:3] == [
        Article(f"{path}#x", TOLLS[0], "T", "2016-07-04", "s"),
        Article(f"{path}#2", TOLLS[1]),
        Article(f"{path}#3", "Café 🔥", "U", "2016-07-05"),
    ]
    note, last = found[3:]
    assert isinstance(note, Note) and not note.unread and "record 4" in str(note)
    assert isinstance(last, Article) and last.doc == f"{path}#x~2" and file_of(last.doc) == (str(path), "x~2")


def test_columns_of_other_types(tmp_path: Path):
    path = tmp_path / "a.parquet"
    text = pa.array(list(TOLLS)).dictionary_encode()
    noon = datetime(2016, 7, 4, 12, 30, 5, 999, tzinfo=UTC)
    for column, expected in (
        (pa.array([date(2016, 7, 4), None]), "2016-07-04"),
        (pa.array([noon, None], pa.timestamp("ns", "UTC")), "2016-07-04T12:30:05Z"),
        (pa.array([noon.replace(tzinfo=None), None], pa.timestamp("us")), "2016-07-04T12:30:05"),
        (pa.array([b"2016-07-04", None]), "2016-07-04"),
        (pa.array(["2016-07-04", None], pa.large_string()), "2016-07-04"),
    ):
        pq.write_table(pa.table({"id": [7, 8], "text": text, "date": column}), path)
        assert [(a.doc, a.date) for a in articles_of(path)] == [(f"{path}#7", expected), (f"{path}#8", "")]
        assert not notes_of(path)


def test_many_row_groups_are_read_in_order(tmp_path: Path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"{n} people died." for n in range(500)]}), path, row_group_size=70)
    assert [article.doc for article in articles_of(path)] == [f"{path}#{n}" for n in range(1, 501)]
    assert articles_of(path)[321].text == "321 people died."


def test_a_row_that_is_no_article_is_named_and_the_others_are_read(tmp_path: Path):
    path = tmp_path / "a.parquet"
    text = pa.array([b"One died.", b"\xff\xfe", None, b" ", b"y" * 100, b"Two died."])
    pq.write_table(pa.table({"id": list("abcdef"), "text": text}), path)
    said = notes_of(path, max_size=50)
    assert [article.doc[-1] for article in articles_of(path, max_size=50)] == ["a", "f"]
    for number, words in ((2, "not UTF-8 (byte 0xff)"), (3, 'no "text"'), (5, "--max-size")):
        assert any(f"record {number}: " in note and words in note for note in said)
    assert any("#d: empty" in note for note in said) and len(said) == 4


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"body": ["x"]}, 'no column "text"'),
        ({"text": [["x"]]}, '"text" is a list'),
        ({"text": [3.5]}, '"text" is a number'),
        ({name: ["1"] for name in ("doc", "kind", "value", "start", "end", "sentence", "text")}, "wrote"),
    ],
)
def test_a_table_of_something_else_is_named(columns: dict[str, list[object]], said: str, tmp_path: Path):
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    [note] = notes_of(tmp_path)
    assert said in note and "not read" in note


def test_two_columns_of_one_name_are_named(tmp_path: Path):
    twice = pa.Table.from_arrays([pa.array(["x"]), pa.array(["y"])], names=["text", "text"])
    pq.write_table(twice, tmp_path / "a.parquet")
    assert "two columns" in notes_of(tmp_path)[0]


def test_a_damaged_file_is_named_and_the_others_are_read(tmp_path: Path):
    whole = tmp_path / "b.parquet"
    pq.write_table(pa.table({"text": list(TOLLS) * 400}), whole, compression="none", row_group_size=100)
    data = whole.read_bytes()
    middle = data[:3_000] + bytes(200) + data[3_200:]
    for damaged in (b"", b"PAR1", b"no table at all", data[:-20], data[: len(data) // 2], middle, data[8:]):
        (tmp_path / "a.parquet").write_bytes(damaged)
        said = notes_of(tmp_path)
        assert len(said) == 1 and "a.parquet: a damaged Parquet file, or none" in said[0]
        assert len([a for a in articles_of(tmp_path) if a.doc.startswith(str(whole))]) == 800
    whole.unlink()
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    done = claimcheck("check", tmp_path, "--isolated")
    assert done.code == 2 and "no article read: 1 could not be read" in done.last


def test_a_column_that_expands_beyond_all_measure_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("claimcheck.sources.parquet.ROOM", 1_000)
    pq.write_table(pa.table({"text": ["x" * 1_900_000]}), tmp_path / "a.parquet", compression="gzip")
    assert "expands" in notes_of(tmp_path)[0]


def test_a_pipe_is_not_read():
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    [note] = READERS["parquet"].read(Pipe(b"PAR1"), "-", max_size=100)
    assert "from a file alone" in str(note)


def test_without_the_extra_the_file_is_named_and_the_others_are_checked(tmp_path: Path):
    pq.write_table(pa.table({"text": list(TOLLS)}), tmp_path / "a.parquet")
    (tmp_path / "b.txt").write_text(TOLLS[0])
    look = (
        "import sys; sys.modules['pyarrow'] = None\nfrom claimcheck.cli.run import run\n"
        f"sys.exit(run(['claims', {str(tmp_path)!r}, '--isolated', '--no-cache', '--output', 'jsonl']))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and 'needs the extra "parquet"' in done.stderr and "b.txt" in done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_claims_of_a_table_are_those_of_the_same_records_in_lines(jobs: str, tmp_path: Path):
    rows = [{"id": f"n{n}", "text": TOLLS[n % 2], "title": "Fire", "date": "2021-03-04"} for n in range(40)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=7)
    lines = "".join(
        f'{{"id": "{r["id"]}", "text": "{r["text"]}", "title": "Fire", "date": "{r["date"]}"}}\n' for r in rows
    )
    (tmp_path / "a.jsonl").write_text(lines)
    options = ("--isolated", "--no-cache", "--jobs", jobs, "--output", "jsonl")
    table, plain = (claimcheck("claims", tmp_path / name, *options) for name in ("a.parquet", "a.jsonl"))
    assert table.code == plain.code == 0 and table.err == "" and len(table.out.splitlines()) > 40
    assert _by_record(table.out) == _by_record(plain.out)


def _by_record(claims: str) -> list[dict[str, object]]:
    """Claims without what the name of their file and its lines are part of."""
    made = [json.loads(line) for line in claims.splitlines()]
    own = ("id", "line", "column")
    return [{**{k: v for k, v in one.items() if k not in own}, "doc": one["doc"].partition("#")[2]} for one in made]

"""Spark on the cores of this machine: the same bytes as one process. The cluster of several processes is in
test_spark_cluster.py."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck
from fixtures.story import STORIES
from shards.newsroom import articles, write_jsonl

from claimcheck.engines import ENGINES
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Event
from claimcheck.pipeline import check, find_events, read_claims
from claimcheck.reading import Plan, Reading
from claimcheck.reports import REPORTS, Style

MISSING = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
MISSING += [] if shutil.which("java") else ["java"]
needs_spark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
PACK = {
    "pack.yaml": "id: airships\nsummary: A pack that travels\n",
    "vocabulary/airships.yaml": "category: equipment\nentries: [{id: zeppelin, nouns: [zeppelin], tags: [aircraft]}]\n",
}


def checked(plan: Plan) -> tuple[str, list[str]]:
    """`check --output json`, and what is told on the way."""
    told: list[str] = []
    report = check(plan, Reading(lambda note: told.append(str(note))), today=date(2026, 1, 1))
    form = REPORTS["json"].findings
    assert form is not None
    return "".join(form(report, Style())), told


def listed(plan: Plan) -> str:
    form = REPORTS["jsonl"].claims
    assert form is not None
    return "".join(form(read_claims(plan, Reading(lambda _note: None)), Style()))


def linked(plan: Plan) -> tuple[tuple[Event, ...], dict[str, tuple[str, ...]]]:
    found = find_events(plan, Reading(lambda _note: None))
    return tuple(found.events), found.claims


def spark(plan: Plan) -> Plan:
    return replace(plan, engine="spark", master="local[2]")


def write_parquet(path: Path) -> None:
    """A table of articles, one of them broken."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"id": a.doc, "title": a.title, "text": a.text.encode(errors="replace")} for a in articles(20)]
    pq.write_table(pa.Table.from_pylist([*rows, {"id": "z", "text": b"\xff"}]), path, row_group_size=6)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Stories, a newsroom in one file, and records that no reader can read."""
    top = tmp_path_factory.mktemp("corpus [1]*")
    shutil.copytree(STORIES, top / "stories")
    write_jsonl(top / "newsroom.jsonl", articles(110))
    (top / "hostile.jsonl").write_bytes(
        b'{"id": "x", "text": "Two people died in Leeds."}\n{"id": "x", "text": "Three people died in Leeds."}\n'
        b'{"id": "\\ud800", "text": "Half a \\ud83d pair met 3 people.\\u0000"}\n{"text": 7}\n[]\n{broken\n\xff\xfe\n'
        + b'{"text": "'
        + b"a" * 60_000
        + b'"}\n'
        + b"[" * 5_000
        + b"\n"
    )
    write_parquet(top / "table.parquet")
    (top / "binary.txt").write_bytes(b"\x00\x01")
    (top / "empty.txt").write_bytes(b"")
    (top / "es.txt").write_text(
        "El incendio no es obra de las personas, y la gente del pueblo no ha muerto en la casa."
    )
    yield top


def test_neither_spark_nor_arrow_is_imported_unless_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people died in Leeds.")
    look = (
        "import sys\nfrom claimcheck.cli.run import run\n"
        f"for engine in ('serial', 'processes'):\n    run(['check', {str(tmp_path)!r}, '-q', '--engine', engine])\n"
        "heavy = {'pyspark', 'pyarrow', 'pandas', 'grpc', 'claimcheck.cluster', 'claimcheck.engines.spark_cluster'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, timeout=120)
    assert done.stderr == "[]\n"


def test_options_of_spark_without_spark_are_a_mistake(tmp_path: Path) -> None:
    done = claimcheck("check", tmp_path, "--isolated", "--master", "local[2]")
    assert done.code == 2 and "--engine spark" in done.last


def test_a_cluster_needs_a_folder_that_all_see(tmp_path: Path) -> None:
    done = claimcheck("check", tmp_path, "--isolated", "--engine", "spark", "--master", "spark://127.0.0.1:1")
    assert done.code == 2 and "--work" in done.last


def test_what_spark_does_not_do_is_said(tmp_path: Path) -> None:
    spark = ("--isolated", "--engine", "spark")
    assert "--claims" in claimcheck("check", STORIES, *spark, "--claims", tmp_path / "more.jsonl").last
    with pytest.raises(ClaimcheckError, match="whole commands"):
        ENGINES["spark"].open(2)


@needs_spark
def test_the_same_findings_and_notes_as_in_one_process(corpus: Path) -> None:
    plan = Plan((str(corpus),), max_size=50_000)
    expected = checked(plan)
    assert len(expected[1]) > 8
    assert checked(spark(plan)) == expected


@needs_spark
def test_the_same_claims_in_the_same_order_from_patterns_of_paths(corpus: Path) -> None:
    folder = Path(str(corpus).replace("[", "[[]").replace("*", "[*]"))
    written = spark(Plan((str(folder / "stories/*/*.txt"), str(folder / "*.jsonl"))))
    given = (*map(str, corpus.glob("stories/*/*.txt")), *map(str, corpus.glob("*.jsonl")))
    assert listed(written) == listed(Plan(given)) != ""


@needs_spark
def test_groups_decisions_and_packs_travel(corpus: Path, tmp_path: Path) -> None:
    for name, text in PACK.items():
        (tmp_path / "pack" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pack" / name).write_text(text)
    links = tmp_path / "claimcheck.links.yaml"
    links.write_text("- same: [newsroom.jsonl#a/0000.txt, newsroom.jsonl#b/0077.txt]\n  reason: so I hear\n")
    (tmp_path / "z.txt").write_text("Two zeppelins were shot down over Leeds on March 3, 2021.")
    plan = Plan((str(corpus), str(tmp_path / "z.txt")), rules=(str(tmp_path / "pack"),), links=str(links))
    assert '"zeppelin"' in listed(plan)
    assert linked(spark(plan)) == linked(plan)
    grouped = replace(plan, group_by="file", same_event=True)
    assert linked(spark(grouped)) == linked(grouped)


@needs_spark
def test_a_dataset_is_checked_without_its_articles_and_takes_new_ones(corpus: Path, tmp_path: Path) -> None:
    whole = tmp_path / "all"
    shutil.copytree(corpus / "stories", whole / "old")
    write_jsonl(whole / "old" / "n.jsonl", articles(70))
    kept = str(tmp_path / "kept")
    first = Plan((str(whole),))
    expected = checked(first)
    assert checked(replace(spark(first), dataset=kept)) == expected
    later = whole / "today.txt"
    later.write_text("Nine people were shot dead on Mill Street in Dallas on March 4, 2021, police said.")
    grown = checked(first)[0]
    moved = tmp_path / "moved"
    (whole / "old").rename(moved)
    assert checked(spark(Plan((kept,))))[0] == expected[0].replace(json.dumps([str(whole)]), json.dumps([kept]))
    again = checked(replace(spark(Plan((kept, str(later)))), dataset=kept))[0]
    assert json.loads(again)["findings"] == json.loads(grown)["findings"]

    import pyarrow.parquet as pq

    claims = pq.read_table(f"{kept}/claims").to_pylist()
    assert {row["doc"] for row in claims} >= {str(later)} and all(row["kind"] for row in claims)
    assert pq.read_table(f"{kept}/findings").num_rows == len(json.loads(grown)["findings"])


@needs_spark
def test_spark_connect(corpus: Path, tmp_path: Path) -> None:
    plan = Plan((str(corpus / "stories"),))
    asked = ("check", str(corpus / "stories"), "--isolated", "--engine", "spark", "--output", "json")
    command = [*COMMAND, *asked, "--remote", "local[2]", "--work", str(tmp_path)]
    own = os.environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, env=own, timeout=600)  # of a busy machine
    assert done.stdout.decode() == checked(plan)[0], done.stderr.decode()
    assert not list(tmp_path.glob("claimcheck-*"))


@needs_spark
def test_no_spark_at_an_address_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="no Spark at sc://127"):
        listed(Plan((str(STORIES),), engine="spark", remote="sc://127.0.0.1:1", work=str(tmp_path)))

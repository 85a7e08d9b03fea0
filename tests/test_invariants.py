"""What holds for every fixture: spans slice back to their text, order and hash seed change nothing, a light start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from fixtures.story import NAMES, STORIES

from claimcheck import sources
from claimcheck.model import Article

HEAVY = ("dateparser", "rapidfuzz", "trafilatura", "tabulate", "yaml", "ahocorasick_rs")


def run(*arguments: str, seed: str = "0") -> str:
    """What `claimcheck ARGUMENTS` writes to stdout, in a process of its own."""
    command = [sys.executable, "-c", "from claimcheck.cli import main; main()", *arguments]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        cwd=STORIES.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@cache
def articles() -> dict[str, Article]:
    paths = [str(STORIES / name) for name in NAMES]
    return {item.doc: item for item in sources.load(paths) if isinstance(item, Article)}


@cache
def claims() -> list[dict[str, object]]:
    paths = [str(STORIES / name) for name in NAMES]
    return [json.loads(line) for line in run("claims", *paths, "--output", "jsonl").splitlines()]


def test_every_article_of_every_story_makes_claims() -> None:
    assert {claim["doc"] for claim in claims()} == set(articles())


def test_the_span_of_a_claim_slices_back_to_its_text() -> None:
    wrong = []
    for claim in claims():
        article = articles()[str(claim["doc"])]
        whole = article.title if claim.get("field") == "title" else article.text
        if whole[claim["start"] : claim["end"]] != claim["text"]:  # type: ignore[misc]  # JSON
            wrong.append(claim)
    assert not wrong


def test_the_text_of_a_claim_stands_in_its_sentence_and_that_in_the_article() -> None:
    for claim in claims():
        article = articles()[str(claim["doc"])]
        assert str(claim["text"]) in str(claim["sentence"])
        assert str(claim["sentence"]) in (article.title if claim.get("field") == "title" else article.text)


def test_ids_of_claims_are_unique() -> None:
    ids = [claim["id"] for claim in claims()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_articles_changes_no_byte(name: str) -> None:
    files = sorted(f"fixtures/{name}/{path.name}" for path in (STORIES / name).iterdir() if path.suffix != ".yaml")
    common = ("--output", "json", "--isolated")
    assert run("check", *files, *common) == run("check", *reversed(files), *common)


@pytest.mark.parametrize("command", ["check", "events", "claims"])
def test_the_order_of_records_changes_no_byte_but_the_order_of_claims(command: str, tmp_path: Path) -> None:
    records = [
        json.dumps({"id": doc, "title": a.title, "text": a.text, "date": a.date, "source": a.source})
        for doc, a in sorted(articles().items())
    ]
    told = []
    for order in (records, records[::-1], records[1::2] + records[::2]):
        (tmp_path / "all.jsonl").write_text("\n".join(order), encoding="utf-8")
        report = run(command, str(tmp_path / "all.jsonl"), "--output", "json", "--isolated")
        told.append(sorted(report.replace(",\n", "\n").splitlines()) if command == "claims" else report)
    assert told[0] == told[1] == told[2]


@pytest.mark.parametrize("command", ["check", "claims", "events"])
def test_the_hash_seed_changes_no_byte(command: str) -> None:
    paths = [f"fixtures/{name}" for name in NAMES]
    output = "json" if command == "check" else "jsonl"
    assert run(command, *paths, "--output", output, seed="1") == run(command, *paths, "--output", output, seed="2")


def test_asking_for_the_version_imports_nothing_heavy() -> None:
    program = (
        "import sys; from claimcheck.cli.run import run; code = run(['--version']);"
        f" print([name for name in {HEAVY!r} if name in sys.modules], code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] 0"

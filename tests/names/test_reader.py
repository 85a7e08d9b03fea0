"""Names in articles: sentence -> who is named, from cases/names.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Mention
from claimcheck.names import Names, load_names
from claimcheck.text.passage import Passage, read_passage

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names()


def shown(passage: Passage, mentions: list[Mention]) -> list[list[str]]:
    return [[passage.text[m.start : m.end], str(m.value.value), m.tags[0]] for m in mentions]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_names_of_an_article_are_read(names: Names, case: dict) -> None:
    passages = [read_passage(case.get("title", ""), field="title"), read_passage(case["text"])]
    title, text = names.read(passages)
    assert shown(passages[1], text) == case["want"]
    assert shown(passages[0], title) == case.get("in-title", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_mentions_do_not_overlap_and_stay_inside_their_passage(names: Names, case: dict) -> None:
    for passage, mentions in zip(ps := [read_passage(case["text"])], names.read(ps), strict=True):
        ends = [0, *(m.end for m in mentions)]
        assert all(m.start >= end for m, end in zip(mentions, ends, strict=False))
        assert ends[-1] <= len(passage.text)


def test_a_second_reading_gives_the_same_names(names: Names) -> None:
    passages = [read_passage("Mayor Ana Torres met Jan Novak. Torres left.")]
    assert names.read(passages) == names.read(passages)


def test_a_broken_vocabulary_file_names_every_mistake(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "names.yaml").write_text("frist: anna\nknown: [nato]\n", encoding="utf-8")
    with pytest.raises(ClaimcheckError) as error:
        load_names([tmp_path])
    assert 'names.yaml:1:1: unknown key "frist"; did you mean "first"?' in str(error.value)
    assert "names.yaml:2:8: words with spaces" in str(error.value)


def test_a_pack_adds_to_the_words(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "names.yaml").write_text("first: zyx\n", encoding="utf-8")
    [mentions] = load_names([tmp_path]).read([read_passage("Yesterday Zyx Quill came.")])
    assert [m.value.value for m in mentions] == ["Zyx Quill"]

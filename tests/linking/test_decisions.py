"""claimcheck.links.yaml: read strictly, written without losing what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.linking import Decision, read_decisions, write_decision
from claimcheck.linking.decisions import find_article


def test_a_file_that_is_not_there_holds_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.yaml") == ()


def test_writing_keeps_comments_and_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text("# ours\n- same: [a.txt, b.txt]   # sure\n  reason: one night", encoding="utf-8")
    write_decision(path, Decision(("a.txt", "c: d.txt"), same=False, reason='he said "no"'))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ours\n- same: [a.txt, b.txt]   # sure\n  reason: one night\n")
    assert read_decisions(path) == (
        Decision(("a.txt", "b.txt"), same=True, reason="one night"),
        Decision(("a.txt", "c: d.txt"), same=False, reason='he said "no"'),
    )


def test_a_decision_is_not_written_twice(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    for _ in range(2):
        write_decision(path, Decision(("a", "b"), same=True, reason="r"))
    assert len(read_decisions(path)) == 1


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text("- sam: [a, b]\n- same: [a]\n- text\n- same: [a, b]\n  not-same: [c, d]\n", encoding="utf-8")
    with pytest.raises(ClaimcheckError) as error:
        read_decisions(path)
    said = str(error.value)
    assert 'links.yaml:1:3: unknown key "sam"; did you mean "same"?' in said
    assert "links.yaml:2:9: a list of two articles or more is expected" in said
    assert "links.yaml:3:3: a mapping is expected" in said
    assert "links.yaml:4:3: either same or not-same is expected" in said


def test_a_mapping_instead_of_a_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text("same: [a, b]\n", encoding="utf-8")
    with pytest.raises(ClaimcheckError, match="a list of decisions is expected"):
        read_decisions(path)


@pytest.mark.parametrize(
    ("written", "found"),
    [("x/a.txt", "x/a.txt"), ("a.txt", "x/a.txt"), ("./a.txt", "x/a.txt"), ("b.txt", None), ("c.txt", None)],
)
def test_an_article_is_named_by_its_path_or_the_end_of_it(written: str, found: str | None) -> None:
    assert find_article(written, ["x/a.txt", "x/b.txt", "y/b.txt"]) == found

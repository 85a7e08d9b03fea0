"""What the pattern language matches, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon import load_lexicon
from claimcheck.patterns import load_patterns
from claimcheck.patterns.language import compile_sequence
from claimcheck.text.passage import read_passage

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
LEXICON = load_lexicon()
PATTERNS = load_patterns()


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_shipped_patterns_read(case: dict[str, object]) -> None:
    text = str(case["text"])
    passage = read_passage(text)
    found = PATTERNS.read(PATTERNS.scene(passage, LEXICON.scan(passage)))
    kind = case["kind"]
    assert [[m.value.value, text[m.start : m.end]] for m in found if m.kind == kind] == case["want"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a? b", "begins with a word"),
        ("...3 b", "begins with a word"),
        ("b ...3", "does not end with a gap"),
        ("b ...99 c", "at most 15 words"),
        ("all-party", "is not one word"),
        ("{a b}", "is no {category}"),
        (" ".join("a" * 17), "at most 16 elements"),
    ],
)
def test_a_bad_pattern_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        compile_sequence(text)


def test_a_pattern_file_tells_the_place_of_its_mistake(tmp_path: Path) -> None:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "x.yaml").write_text("kind: x\npatterns:\n  - {value: v, match: '...3 a'}\n")
    with pytest.raises(ClaimcheckError, match=r"x.yaml:3:23: a pattern begins"):
        load_patterns([tmp_path])


def test_only_a_role_states_something_besides(tmp_path: Path) -> None:
    (tmp_path / "patterns").mkdir()
    line = "{value: v, match: a, states: {kind: penalty, value: term, role: given}}"
    (tmp_path / "patterns" / "x.yaml").write_text(f"kind: x\npatterns:\n  - {line}\n")
    with pytest.raises(ClaimcheckError, match=r"x.yaml:3:.*only a role states"):
        load_patterns([tmp_path])

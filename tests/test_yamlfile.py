"""Strict YAML: what is read, and what is refused where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.yamlfile import MAX_BYTES, build, parse_yaml, read_yaml


@dataclass(frozen=True, slots=True)
class Inner:
    within: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    severity: Literal["error", "warning"] = "error"
    words: tuple[str, ...] = ()
    agree: Inner | None = None
    from_: int | None = None


PLAIN = [
    ("a clock time is text", "a: 1:42", {"a": "1:42"}),
    ("a date is text", "a: 2016-12-24", {"a": "2016-12-24"}),
    ("no is a word", "a: no", {"a": "no"}),
    ("on is a key", "on: 1", {"on": 1}),
    ("true is true", "a: true", {"a": True}),
    ("an octal look-alike is decimal", "a: 010", {"a": 10}),
    ("a decimal is a number", "a: 2.5", {"a": 2.5}),
    ("quotes keep text", "a: '2'", {"a": "2"}),
]

REFUSED = [
    ("repeated key", "a: 1\na: 2", 'f.yaml:2:1: the key "a" stands twice'),
    ("alias", "a: &x [1]\nb: *x", "f.yaml:1:4: anchors and aliases are not supported"),
    ("tag", "a: !!python/name:os.system x", "f.yaml:1:4: the tag tag:yaml.org,2002:python/name:os.system is not"),
    ("depth in brackets", "[" * 100_000, "nested deeper than 60 levels"),
    ("depth in dashes", "- " * 100_000 + "a", "nested deeper than 60 levels"),
    ("not closed", "a: [1", "f.yaml:2:1: not YAML"),
    ("control character", "a: \x01", "f.yaml:1: not YAML"),
]

WRONG = [
    ("unknown key", "id: x\nseverty: error", 'f.yaml:2:1: unknown key "severty"; did you mean "severity"?'),
    ("missing key", "severity: error", 'f.yaml:1:1: the key "id" is missing'),
    ("wrong type", "id: 3", "f.yaml:1:5: expected text, found 3"),
    ("none of the choices", "id: x\nseverity: eror", "f.yaml:2:11: 'eror' is none of error, warning; did you mean"),
    ("inside", "id: x\nagree: {withn: 2}", 'f.yaml:2:9: unknown key "withn"; did you mean "within"?'),
]


@pytest.mark.parametrize(("text", "want"), [c[1:] for c in PLAIN], ids=[c[0] for c in PLAIN])
def test_reads(text: str, want: object) -> None:
    assert parse_yaml(text, name="f.yaml").data == want


@pytest.mark.parametrize(("text", "says"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_refuses(text: str, says: str) -> None:
    with pytest.raises(ClaimcheckError) as caught:
        parse_yaml(text, name="f.yaml")
    assert says in str(caught.value)


@pytest.mark.parametrize(("text", "says"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_a_mistake_has_its_place(text: str, says: str) -> None:
    with pytest.raises(ClaimcheckError) as caught:
        build(Rule, parse_yaml(text, name="f.yaml"))
    assert says in str(caught.value)


def test_all_mistakes_come_at_once() -> None:
    with pytest.raises(ClaimcheckError) as caught:
        build(Rule, parse_yaml("severity: none\nwords: [1]\nwat: 2", name="f.yaml"))
    assert len(caught.value.problems) == 4


def test_builds_nested_dataclasses_and_one_value_for_a_list() -> None:
    rule = build(Rule, parse_yaml("id: a\nwords: one\nagree: {within: 2}\nfrom: 3", name="f.yaml"))
    assert rule == Rule("a", words=("one",), agree=Inner(2.0), from_=3)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_text("a: 1\n" * (MAX_BYTES // 5 + 1), encoding="utf-8")
    with pytest.raises(ClaimcheckError, match="larger than 4 MB"):
        read_yaml(path)


def test_other_encodings_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(ClaimcheckError, match=r"latin.yaml:2: not UTF-8"):
        read_yaml(path)

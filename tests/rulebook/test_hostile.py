"""Packs that mean harm end in a clear error: what is read, tried and kept is bounded by counts, not by a clock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.command import claimcheck

from claimcheck.checks.expression import MAX_CASES, MAX_LENGTH, compiled
from claimcheck.errors import ClaimcheckError
from claimcheck.patterns.language import MAX_ELEMENTS, MAX_GAP, compile_sequence
from claimcheck.rulebook.validate import validate
from claimcheck.yamlfile import MAX_BYTES, MAX_DEPTH, parse_yaml, read_yaml

RULE = """\
id: {id}
summary: Something
wording: {{avoid: [something]}}
message: "{{sides}}"
why: Because.
"""


def _pack(folder: Path, name: str = "bad", **files: str) -> Path:
    pack = folder / name
    written = {"pack.yaml": f"id: {name}\nsummary: A pack\n", **{k.replace("__", "/"): v for k, v in files.items()}}
    for file, text in written.items():
        path = pack / (file if file.endswith(".yaml") else f"{file}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pack


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    with pytest.raises(ClaimcheckError, match=r"anchor|alias"):
        parse_yaml(bomb, name="bomb.yaml")


def test_ten_megabytes_of_yaml_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text("- x\n" * 2_500_000, encoding="utf-8")
    assert path.stat().st_size > MAX_BYTES
    with pytest.raises(ClaimcheckError, match=r"big\.yaml"):
        read_yaml(path)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ClaimcheckError, match=r"deep|nest"):
        parse_yaml("[" * (MAX_DEPTH + 5000) + "]" * (MAX_DEPTH + 5000), name="deep.yaml")


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("a " + "...15 b " * 40, f"at most {MAX_ELEMENTS} elements"),
        ("a ...900 b", f"at most {MAX_GAP} words"),
        ("(a+)+$ b", "not one word"),
        ("a* b", "not one word"),
    ],
)
def test_a_pattern_that_could_search_for_ever_is_no_pattern(pattern: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        compile_sequence(pattern)


def test_the_worst_pattern_that_is_allowed_gives_up_after_a_bounded_number_of_steps(
    tmp_path: Path,
) -> None:
    gaps = "a " + " ".join(["...15 a"] * 7) + " z"
    body = f'kind: disclosure\npatterns:\n  - value: undisclosed\n    match: ["{gaps}"]\n'
    pack = _pack(tmp_path, patterns__worst=body)
    article = tmp_path / "a.txt"
    article.write_text("a " * 3000 + "z.\n", encoding="utf-8")
    done = claimcheck("check", article, "--rules", pack, "--select", "killed")
    assert done.code == 0, done.err


@pytest.mark.parametrize("words", ["(a+)+$", "(x|x)*y", r"(\w+\s?)+!"])
def test_words_to_avoid_are_words_and_no_expressions(tmp_path: Path, words: str) -> None:
    rule = RULE.format(id="bad").replace("[something]", f"['{words}']")
    pack = _pack(tmp_path, checks__bad=rule)
    article = tmp_path / "a.txt"
    article.write_text("a" * 5000 + " x" * 5000 + "?\n", encoding="utf-8")
    done = claimcheck("check", article, "--rules", pack, "--select", "bad")
    assert done.code in (0, 2), done.err
    assert "internal error" not in done.err


def test_packs_that_extend_each_other_are_told_as_a_circle(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "three"), ("three", "one")):
        _pack(tmp_path, name, pack=f"id: {name}\nsummary: A pack\nextends: [../{other}]\n")
    with pytest.raises(ClaimcheckError, match=r"one > two > three > one"):
        validate([tmp_path / "one"])


def test_a_pack_brings_the_packs_that_it_extends_and_names_those_that_are_not_there(tmp_path: Path) -> None:
    _pack(tmp_path, "base", checks__base=RULE.format(id="base"))
    _pack(tmp_path, "more", pack="id: more\nsummary: A pack\nextends: [core, ../base]\n")
    assert validate([tmp_path / "more"]).startswith("2 packs, 1 rules")
    bad = _pack(tmp_path, "lost", pack="id: lost\nsummary: A pack\nextends: [courst]\n")
    with pytest.raises(ClaimcheckError, match=r'no pack "courst" there; did you mean "courts"'):
        validate([bad])


def test_two_rules_of_one_id_are_a_mistake_and_named(tmp_path: Path) -> None:
    pack = _pack(tmp_path, checks__one=RULE.format(id="same"), checks__two=RULE.format(id="same"))
    with pytest.raises(ClaimcheckError, match=r"same.*is taken by"):
        validate([pack])


def test_a_loop_cannot_be_written_in_an_expression() -> None:
    pytest.importorskip("cel_expr_python")
    for text in ("while (true) {}", "for x in claims: x", "(lambda: 1)()", "__import__('os')", "claims.forever()"):
        with pytest.raises(ValueError, match=r"."):
            compiled(text, "all")


def test_an_expression_too_long_is_refused_before_it_is_compiled() -> None:
    with pytest.raises(ValueError, match=f"longer than {MAX_LENGTH}"):
        compiled("true || " * MAX_LENGTH + "true", "each")


def test_the_cases_of_an_expression_have_an_end() -> None:
    assert MAX_CASES <= 20_000


@pytest.mark.parametrize("make", [lambda: "\x00", lambda: "\ufffe: 1", lambda: "!!python/object:os.system {}"])
def test_bytes_that_are_no_yaml_are_told_as_such(make: Callable[[], str]) -> None:
    with pytest.raises(ClaimcheckError, match=r"odd\.yaml"):
        parse_yaml(make(), name="odd.yaml")

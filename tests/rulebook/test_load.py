"""Packs over packs: rules replaced, graded and turned off by name; two of one name never silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.command import claimcheck

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon.packs import all_packs
from claimcheck.rulebook import load_rules, named_rules
from claimcheck.rulebook.validate import validate

RULE = (
    "id: {id}\nsummary: Something\nscope: article\nwording: {{avoid: [{word}]}}\n"
    "message: '{{sides}}'\nwhy: Because.\n{more}"
)
EXAMPLES = "examples:\n  finding: {{a.txt: 'a {word} here'}}\n  no-finding: {{a.txt: none}}\n"


def make(folder: Path, head: str = "", **rules: str) -> Path:
    """A pack named after its folder."""
    (folder / "checks").mkdir(parents=True)
    (folder / "pack.yaml").write_text(f"id: {folder.name}\nsummary: Ours\n{head}")
    for name, text in rules.items():
        (folder / "checks" / f"{name}.yaml").write_text(text)
    return folder


def rule(id_: str, word: str = "flurb", more: str = "") -> str:
    """A rule that avoids a word, with examples."""
    return RULE.format(id=id_, word=word, more=more) + EXAMPLES.format(word=word)


def grades(pack: Path) -> dict[str, str]:
    """Rule -> severity, as a run with the pack has them."""
    return {r.id: r.severity for r in load_rules(all_packs([pack]))}


def test_a_pack_grades_rules_anew_and_turns_them_off(tmp_path: Path) -> None:
    shipped = {r.id: r.severity for r in load_rules()}
    head = "rules:\n  killed: note\n  event-place: off\n  mine: warning\n"
    found = grades(make(tmp_path / "our", head, mine=rule("mine", more="severity: error\n")))
    assert found == {**{i: s for i, s in shipped.items() if i != "event-place"}, "killed": "note", "mine": "warning"}


def test_a_rule_takes_the_place_of_another_only_where_it_says_so(tmp_path: Path) -> None:
    same = make(tmp_path / "same", killed=rule("killed"))
    with pytest.raises(ClaimcheckError, match=r'killed.yaml:1: the id "killed" is taken by .*; "replaces: killed"'):
        grades(same)
    own = make(tmp_path / "own", killed=rule("killed", more="replaces: killed\n"))
    order = [r.id for r in load_rules(all_packs([own]))]
    assert order == [r.id for r in load_rules()]
    (taken,) = [r for r in load_rules(all_packs([own])) if r.id == "killed"]
    assert taken.check == "wording"
    other = make(tmp_path / "other", dead=rule("dead", more="replaces: killed\n"))
    assert "dead" in grades(other) and "killed" not in grades(other)


@pytest.mark.parametrize(
    ("head", "rules", "says"),
    [
        ("rules: {kiled: off}\n", {}, r'pack.yaml:3:9: no rule "kiled"; did you mean "killed"'),
        ("rules: {killed: fatal}\n", {}, r"pack.yaml:3:17: 'fatal' is none of off, error, warning, note"),
        ("", {"a": rule("a", more="replaces: kiled\n")}, r'a.yaml:7: replaces "kiled", which no pack before it has'),
        (
            "",
            {"a": "id: a\nsummary: s\nreference: {table: mines, kind: origin, fact: x}\n"},
            r'a.yaml:3:20: no table "mi',
        ),
    ],
)
def test_a_name_that_is_not_there_is_told_with_its_place(
    tmp_path: Path, head: str, rules: dict[str, str], says: str
) -> None:
    with pytest.raises(ClaimcheckError, match=says):
        grades(make(tmp_path / "our", head, **rules))


def test_two_packs_of_one_id_are_a_mistake(tmp_path: Path) -> None:
    pack = make(tmp_path / "sport", mine=rule("mine"))
    with pytest.raises(ClaimcheckError, match=r'pack.yaml:1:5: the pack id "sport" is taken by'):
        grades(pack)


def test_an_id_that_is_graded_selected_or_ignored_is_known(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match='no rule "kiled"; did you mean "killed"'):
        load_rules(severity={"kiled": "note"})
    off = all_packs([make(tmp_path / "our", "rules: {killed: off}\n")])
    assert load_rules(off, ignore=["killed"])
    with pytest.raises(ClaimcheckError, match=r'the rule "killed" is off in .*pack\.yaml'):
        load_rules(off, select=["killed"])


def test_a_shipped_pack_given_again_is_no_second_one() -> None:
    shipped = all_packs([])
    assert all_packs([shipped[-1]]) == shipped
    assert {r.pack for r in named_rules([shipped[-1]])} == {shipped[-1]}


@pytest.fixture
def extending(tmp_path: Path) -> Path:
    """A pack over another of the user's own, which knows the word of an incident."""
    base = make(tmp_path / "base", base=rule("base", "blarg"))
    (base / "vocabulary").mkdir()
    (base / "vocabulary" / "things.yaml").write_text(
        "category: incident\nentries:\n  - {id: flurbing, nouns: [flurbing], event: flurbing}\n"
    )
    return make(tmp_path / "more", "extends: [core, ../base]\nrules: {base: note}\n", more=rule("more"))


def test_what_a_pack_extends_is_read_tested_listed_explained_and_traced(extending: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A flurbing in Leeds hurt two people, and a blarg was there.\n")
    assert validate([extending]).startswith("2 packs, 2 rules")
    tested = claimcheck("test", extending)
    assert (tested.code, tested.out) == (0, "2 rules: 4 examples passed, 0 failed\n")
    assert "  base" in claimcheck("rules", "--rules", extending).out
    assert claimcheck("explain", "base", "--rules", extending).out.startswith("base (note)")
    assert "flurbing" in claimcheck("trace", article, "--rules", extending).out
    assert "note[base]" in claimcheck("check", article, "--rules", extending, "--output", "concise").out


def test_a_rule_of_a_pack_finds_the_table_of_a_pack_it_extends(tmp_path: Path) -> None:
    base = make(tmp_path / "deep" / "base")
    (base / "reference").mkdir()
    (base / "reference" / "flag.csv").write_text("id,origin,source,date\nZog 5,Chile,maker,2020\n")
    text = "id: flag\nsummary: s\nscope: article\nreference: {table: flag, kind: origin, fact: origin}\n"
    pack = make(tmp_path / "top", "extends: [../deep/base]\n", flag=text)
    (found,) = [r for r in load_rules(all_packs([pack])) if r.id == "flag"]
    assert base.resolve() in {path.resolve() for path in found.packs}


def test_validate_reads_all_that_a_run_reads(tmp_path: Path) -> None:
    pack = make(tmp_path / "our", mine=rule("mine"))
    for name, text in (
        ("patterns/roles.yaml", "roles: [{id: x, off: [thing]}]\n"),
        ("patterns/count-roles.yaml", "roles-of: count\npatterns: [{role: x, match: ['...2 <count>']}]\n"),
        ("vocabulary/words.yaml", "category: thing\nentries: [{id: x}]\n"),
        ("reference/t.csv", "id,source\n"),
    ):
        (pack / name).parent.mkdir(exist_ok=True)
        (pack / name).write_text(text)
    with pytest.raises(ClaimcheckError) as caught:
        validate([pack])
    told = "\n".join(map(str, caught.value.problems))
    for says in ('unknown key "off"', "begins with a word", "an entry needs words", 'no column "date"'):
        assert says in told

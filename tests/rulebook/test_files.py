"""Rule files: strictly read, all mistakes at once, examples only when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.checks import CHECKS
from claimcheck.errors import ClaimcheckError
from claimcheck.rulebook import load_rules, read_examples

GOOD = """id: {id}
summary: One toll
severity: error
agree: {{kind: count, role: killed, subject: person}}
examples:
  finding: {{a.txt: "x", b.txt: {{text: y, date: 2020-01-02}}}}
"""


def pack(folder: Path, **files: str) -> Path:
    (folder / "checks").mkdir()
    for name, text in files.items():
        (folder / "checks" / f"{name}.yaml").write_text(text)
    return folder


def problems(folder: Path, **options: list[str]) -> list[str]:
    with pytest.raises(ClaimcheckError) as caught:
        load_rules([folder], **options)
    return [str(p).replace(str(folder / "checks") + "/", "") for p in caught.value.problems]


def test_a_rule_and_its_examples(tmp_path: Path) -> None:
    (rule,) = load_rules([pack(tmp_path, a=GOOD.format(id="toll"))])
    assert (rule.id, rule.check, rule.options.role, rule.severity) == ("toll", "agree", ("killed",), "error")
    (files,) = read_examples(rule).finding
    assert files["a.txt"] == "x" and getattr(files["b.txt"], "date", "") == "2020-01-02"


def test_all_mistakes_of_all_files_come_at_once(tmp_path: Path) -> None:
    found = problems(
        pack(
            tmp_path,
            a="id: Toll\nsumary: x\nagre: {kind: count}\n",
            b="id: b\nsummary: x\nagree: {kind: cuont, within: 10 parsecs, role: 3}\n",
            c=GOOD.format(id="same"),
            d=GOOD.format(id="same"),
        )
    )
    assert found[:5] == [
        f"a.yaml:1:1: a rule needs one check: {', '.join(CHECKS)}",
        'a.yaml:1:1: the key "summary" is missing',
        'a.yaml:2:1: unknown key "sumary"; did you mean "summary"?',
        'a.yaml:3:1: unknown key "agre"; did you mean "agree"?',
        "b.yaml:3:48: expected text, found 3",
    ]
    assert found[5].startswith('d.yaml:1: the id "same" is taken by ')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: a b\nsummary: x\nwording: {avoid: [y]}\n", '1:5: "a b" is no id'),
        ("id: a\nsummary: x\nwording: {avoid: [y]}\nmessage: '{side}'\n", '4:10: "{side}" is none of {sides}'),
        ("id: a\nsummary: x\nwording: {avoid: []}\n", "3:18: needs at least one word"),
        ("id: a\nsummary: x\nagree: {kind: cuont}\n", '3:15: no kind "cuont"'),
        ("id: a\nsummary: x\nagree: {kind: channel, within: 5 parsecs}\n", '3:32: "parsecs" is no unit for channel'),
        (
            "id: a\nsummary: x\nwording: {avoid: [y]}\nagree: {kind: channel}\n",
            "4:1: one check a rule: wording stands already",
        ),
        (
            "id: a\nsummary: x\nseverity: fatal\nwording: {avoid: [y]}\n",
            "3:11: 'fatal' is none of error, warning, note",
        ),
        ("- a\n", "1:1: a rule is a mapping"),
    ],
)
def test_one_mistake(tmp_path: Path, text: str, message: str) -> None:
    (found,) = problems(pack(tmp_path, a=text))
    assert message in found


def test_selecting_and_ignoring_by_id(tmp_path: Path) -> None:
    folder = pack(tmp_path, a=GOOD.format(id="a"), b=GOOD.format(id="b"))
    assert [r.id for r in load_rules([folder], select=["b"])] == ["b"]
    assert [r.id for r in load_rules([folder], ignore=["b"])] == ["a"]
    with pytest.raises(ClaimcheckError, match='no rule "c"'):
        load_rules([folder], ignore=["c"])


def test_a_rule_file_or_a_plain_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD.format(id="mine"))
    assert [r.id for r in load_rules([tmp_path])] == ["mine"]
    assert [r.id for r in load_rules([tmp_path / "mine.yaml"])] == ["mine"]


def test_shipped_rules_load_and_are_named_after_their_files() -> None:
    rules = load_rules()
    assert all(Path(r.path).stem == r.id for r in rules)
    assert all(r.why and r.message for r in rules)


def test_a_pack_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="no such pack or rule file"):
        load_rules([tmp_path / "nowhere"])


def test_no_two_shipped_rules_say_the_same() -> None:
    said: dict[str, str] = {}
    for rule in load_rules():
        first = said.setdefault(f"{rule.scope} {rule.options}", rule.id)
        assert first == rule.id
    summaries = [rule.summary for rule in load_rules()]
    assert len(set(summaries)) == len(summaries)

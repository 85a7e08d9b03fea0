"""check --claims FILE: claims made elsewhere are validated, checked beside ours, and named in the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.command import Done, claimcheck

NORTH = "Two people were killed in a fire at a mill in Leeds on Friday, the mayor said.\n"
SOUTH = "The mill in Leeds burned down in a fire on Friday; the little group of five never came out.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "north.txt").write_text(NORTH)
    (tmp_path / "south.txt").write_text(SOUTH)
    return tmp_path


def _claim(**over: object) -> dict[str, object]:
    start = SOUTH.index("five")
    claim = {"doc": "south.txt", "kind": "count", "value": 5, "text": "five", "start": start, "end": start + 4}
    return {**claim, "role": "killed", "subject": "person", **over}


def _check(folder: Path, *claims: dict[str, object] | str, form: str = "json") -> Done:
    lines = [line if isinstance(line, str) else json.dumps(line) for line in claims]
    (folder / "model.jsonl").write_text("\n".join(lines))
    options = ("--same-event", "--select", "killed", "--output", form, "--claims", "model.jsonl")
    return claimcheck("check", "north.txt", "south.txt", *options, folder=folder)


def test_a_claim_made_elsewhere_is_held_against_ours(folder: Path) -> None:
    (finding,) = json.loads(_check(folder, _claim()).out)["findings"]
    assert [side["value"] for side in finding["sides"]] == ["2", "5"]
    assert finding["sides"][1]["claims"][0]["marks"] == "from:model.jsonl"
    assert finding["sides"][1]["claims"][0]["sentence"] == SOUTH.strip()


def test_its_origin_is_named_in_the_report(folder: Path) -> None:
    assert "claim of model.jsonl" in _check(folder, _claim(), form="text").out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (_claim(start=3, end=7), "is not what stands at 3..7"),
        (_claim(doc="sooth.txt"), 'no article \'sooth.txt\' was read; did you mean "south.txt"?'),
        (_claim(kind="cuont"), 'no kind "cuont"; did you mean "count"?'),
        (_claim(rolle="killed"), 'unknown key "rolle"; did you mean "role"?'),
        (_claim(polarity="no"), '"polarity" is one of affirmed, denied'),
        (_claim(value="many sorts"), "cannot be read as count"),
        (_claim(event="fire/nowhere"), "no event 'fire/nowhere' in south.txt"),
        ({"doc": "south.txt"}, '"kind" is missing'),
        ("{", "no JSON"),
        ("[]", "a claim is an object"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(folder: Path, line: dict[str, object] | str, says: str) -> None:
    done = _check(folder, _claim(), line)
    assert done.code == 2
    assert "model.jsonl:2: " in done.err
    assert says in done.err


def test_what_our_own_claims_say_already_is_not_told_twice(folder: Path) -> None:
    own = claimcheck("claims", "north.txt", "--output", "jsonl", folder=folder).out.splitlines()
    (done,) = [json.loads(_check(folder, *own).out)]
    assert not [c for c in done["claims"] if "from:" in c.get("marks", "")]

"""reference: what a table knows, its aliases, groups and days."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks.by_hand import claim, group, judged, rule

from claimcheck.checks.reference import Reference
from claimcheck.errors import ClaimcheckError
from claimcheck.reference import load_table
from claimcheck.resources import rules_dir

MADE = rule("reference", Reference(table="makers", kind="origin", fact="origin"), pack=rules_dir() / "aerial")


def origin(value: str, subject: str | None) -> object:
    return claim("origin", value, subject=subject)


@pytest.mark.parametrize(
    ("value", "subject", "clashes", "compared"),
    [
        ("western", "Ka-52", 1, 1),
        ("Russia", "Ka-52", 0, 1),
        ("Russia", "ka 52 alligator", 0, 1),
        ("Soviet Union", "Mi-24", 0, 1),
        ("western", "F-16", 0, 1),
        ("Turkey", "Shahed", 1, 1),
        ("foreign", "Ka-52", 0, 0),  # foreign to whom?
        ("Ukraine", "drone", 0, 0),
        ("Ukraine", None, 0, 0),
    ],
)
def test_origins(value: str, subject: str | None, clashes: int, compared: int) -> None:
    outcome = judged(MADE, group(origin(value, subject), scope="article"))  # type: ignore[arg-type]
    assert (len(outcome.clashes), outcome.compared) == (clashes, compared)


def test_a_clash_names_the_fact_and_its_source() -> None:
    (clash,) = judged(MADE, group(origin("western", "Ka-52"), scope="article")).clashes  # type: ignore[arg-type]
    assert clash.note == "Ka-52: origin Russia (maker: Kamov)"
    assert clash.help.startswith("source: ")


def test_facts_hold_on_their_days(tmp_path: Path) -> None:
    path = tmp_path / "governors.yaml"
    path.write_text(
        "table: governors\nsummary: who governs\nentries:\n"
        "  - {id: Ames, facts: {office: north}, source: gazette, date: 2019, until: '2019-06-30'}\n"
        "  - {id: Ames, facts: {office: south}, source: gazette, date: 2019, from: '2019-07-01'}\n"
    )
    table = load_table(path)
    assert [e.facts["office"] for e in table.entries("ames", day="2019-08-01")] == [("south",)]
    assert len(table.entries("Ames")) == 2


def test_a_name_of_two_things_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(
        "table: t\nsummary: s\nentries:\n"
        "  - {id: A-1, facts: {x: y}, source: s, date: 2020}\n"
        "  - {id: B-2, names: [a1], facts: {x: z}, source: s, date: 2020}\n"
    )
    with pytest.raises(ClaimcheckError, match=r'5.*"a1" is a name of A-1 too'):
        load_table(path)


def test_every_shipped_fact_has_source_and_date_and_every_origin_a_country() -> None:
    table = load_table(rules_dir() / "aerial" / "reference" / "makers.yaml")
    entries = {e.id: e for found in table.by_name.values() for e in found}
    assert len(entries) >= 80
    assert all(e.source and e.date and e.facts["maker"] and e.facts["origin"] for e in entries.values())

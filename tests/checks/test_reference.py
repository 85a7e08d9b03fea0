"""reference: what a table knows, its aliases, groups and days."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from checks.by_hand import claim, group, judged, rule

from claimcheck.checks.reference import Reference
from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon.packs import _named_things
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


def test_a_message_that_names_the_thing_names_it_once() -> None:
    named = replace(MADE, message="{sides}, said of the {subject}: {why}")
    (clash,) = judged(named, group(origin("western", "Ka-52"), scope="article")).clashes  # type: ignore[arg-type]
    assert clash.note == "origin Russia (maker: Kamov)"


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


GOVERNORS = """id,names,from,until,governor,source,date
North,Northland,2015,2019-06-30,Ann Ames,Gazette no. 4,2019
North,Northland,2019-07-01,,Bo Bell,Gazette no. 9,2024
South,,,,Cy Cole|Di Dorn,Gazette no. 9,2024
"""
HEAD = "table: governors\nsummary: who governs\ncsv: list.csv\ncategory: land\n"


def governors(tmp_path: Path, text: str = GOVERNORS, name: str = "governors.csv") -> Path:
    """A pack with that table."""
    (tmp_path / "reference").mkdir(exist_ok=True)
    (tmp_path / "reference" / name).write_text(text, encoding="utf-8-sig")
    return tmp_path


@pytest.mark.parametrize(
    ("land", "told", "date", "answer"),
    [
        ("North", "Ann Ames", "2018-02-03", "holds"),
        ("Northland", "Ames", "2018", "holds"),
        ("North", "Ann Ames", "2019-06-30T12:00", "holds"),
        ("North", "Ann Ames", "2019-07-01", "clash"),
        ("North", "Ann Ames", "2019", "holds"),  # one of two in that year
        ("North", "Cy Cole", "2019", "clash"),
        ("North", "Bo Bell", "2014-05-06", "doubt"),  # before the table begins
        ("North", "Bo Bell", None, "doubt"),
        ("North", "the mayor", "2018-02-03", "doubt"),
        ("South", "Di Dorn", None, "holds"),
        ("South", "Ed Eck", None, "clash"),
        ("West", "Ed Eck", None, "nothing"),
    ],
)
def test_an_office_is_held_from_one_day_to_another(
    tmp_path: Path, land: str, told: str, date: str | None, answer: str
) -> None:
    options = Reference(table="governors", kind="actor", fact="governor", role=("governor",), complete=True)
    held = rule("reference", options, pack=governors(tmp_path))
    said = claim("actor", told, subject=land, role="governor", date=date)
    outcome = judged(held, group(said, claim("actor", "Ed Eck", subject="North", start=90, role=None)))
    found = "clash" if outcome.clashes else "doubt" if outcome.doubts else "holds" if outcome.compared else "nothing"
    assert found == answer


def test_a_clash_names_the_days(tmp_path: Path) -> None:
    options = Reference(table="governors", kind="actor", fact="governor", complete=True)
    said = claim("actor", "Ann Ames", subject="North", date="2024-01-01")
    (clash,) = judged(rule("reference", options, pack=governors(tmp_path)), group(said)).clashes
    assert clash.note == "North: governor Bo Bell from 2019-07-01"
    assert clash.help == "source: Gazette no. 9 (2024)"


def test_numbers_of_a_table_are_compared_within_room(tmp_path: Path) -> None:
    pack = governors(tmp_path, "id;height;source;date\nTower;300 m;survey;2020\n", "towers.csv")
    options = Reference(table="towers", kind="measure", fact="height", within="2 %", complete=True)
    tall = rule("reference", options, pack=pack)
    for metres, clashes in ((300.0, 0), (304.0, 0), (340.0, 1)):
        said = claim("measure", metres, subject="Tower", unit="m", low=metres, high=metres)
        outcome = judged(tall, group(said))
        assert (outcome.compared, len(outcome.clashes)) == (1, clashes)


def test_the_rows_of_a_yaml_head_stand_in_the_file_it_names(tmp_path: Path) -> None:
    pack = governors(tmp_path, name="list.csv")
    (pack / "reference" / "governors.yaml").write_text(HEAD)
    assert load_table(pack / "reference" / "governors.yaml").entries("south")[0].facts["governor"] == (
        "Cy Cole",
        "Di Dorn",
    )
    assert "Northland" in {
        noun for entry in _named_things(pack / "reference" / "governors.yaml", "p") for noun in entry.nouns
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ":1: the first line names no columns"),
        ("id,souce,date,x\n", ':1: no column "source"; did you mean "souce"?'),
        ("id,source,date,x,x\na,b,c,d,e\n", ':1: two columns are named "x"'),
        ("id,source,date\na,b,c\n", ":1: no column holds a fact"),
        ("id,source,date,x\n", ":1: no rows below"),
        ("id,source,date,x\na,s,2020,1\nb,,2020,1\n", ":3: no source in this row"),
        ("id,source,date,x\na,s,2020\n", ":2: 3 cells, but 4 columns"),
        ('id,source,date,x\na,s,2020,"1\n', ":2: not CSV"),
        ("id,source,date,x\na,s,2020,1\na,s,2020,2\n", ':3: "a" stands in the table already'),
        ("id,source,date,from,x\na,s,2020,May,1\n", ':2: "May" is no day'),
        ("id,source,date,from,until,x\na,s,2020,2020,2019-05,1\n", ":2: ends on 2019-05, before it begins"),
        ("id,source,date,x\n" + "a,s,2020,1\n" * 400_000, "larger than 4 MB: not read"),
        ("id,source,date,x\n" + "".join(f"a{n},s,1,1\n" for n in range(30_000)), "more than 20000 rows: not read"),
        ("id,source,date,x\na,s,2020," + "y" * 70_000 + "\n", ":2: a line longer than 65536 characters"),
    ],
)
def test_a_broken_csv_is_told_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = governors(tmp_path, text) / "reference" / "governors.csv"
    with pytest.raises(ClaimcheckError) as caught:
        load_table(path)
    assert says in str(caught.value.problems[0])


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

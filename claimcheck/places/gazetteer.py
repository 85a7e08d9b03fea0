"""The gazetteer: the place names of the world in one small read-only file; names -> places, and what lies in what.

The file is compiled by scripts/build_gazetteer.py from GeoNames (CC BY 4.0), ISO 3166 and our own lists in
rules/core/gazetteer; see claimcheck/data/NOTICE. It is opened on the first question and answers are kept.
Ids are GeoNames ids; negative ids are our own places, which GeoNames need not have.
"""

from __future__ import annotations

import sqlite3
import struct
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from claimcheck.places.spelling import spelling
from claimcheck.record import record
from claimcheck.remembered import Remembered
from claimcheck.resources import data_file

# Marks of a name: it is also an ordinary word, a first name, a family name; a postal abbreviation of a state; a
# demonym (its ids are the place it belongs to, it is no place); the beginning of a longer name.
COMMON, GIVEN, SURNAME, STATE, DEMONYM, MORE = 1, 2, 4, 8, 16, 32
SORTS = ("continent", "area", "country", "region", "county", "division", "town", "village", "water", "seat")
EARTH_KM = 6371.0
_MAPPED = 1 << 25  # bytes; more than the file has
_NAMES, _PLACES, _HEADS = 8_000, 4_000, 1_000  # remembered: names, places, first words with all that go on from them


@record(frozen=True, slots=True)
class Place:
    """One place.

    sort  continent | area (Donbas) | country | region (first level) | county (second level, known by its bare name) |
          division (second level, never without its noun: Cook County) | town (5,000 people or more) | village | water |
          seat (of a government: Kremlin)
    """

    id: int
    name: str | None
    sort: str
    lat: float
    lon: float
    population: int
    parent: int


@record(frozen=True, slots=True)
class Name:
    """What a spelling can mean: places, the most important first, and the marks of the word."""

    ids: tuple[int, ...]
    marks: int


class Gazetteer:
    """Answers from the file, remembered. Cheap to make: the file is opened on the first question.

    names      what a name as written can mean (None: nothing that we know); a table
    following  the words, as spelled, with which names go on that begin with the name as written: York of New
    place      the place of an id; None where there is none
    within     what contains a place, nearest first: county, region, country, continent, then areas such as Donbas
    outer      first-level region and country of a place (itself where it is one); 0 where it has none: seas, continents
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or data_file("gazetteer.db")
        self._base: sqlite3.Connection | None = None
        self.names = Remembered(self._name, keep=_NAMES)
        self.following = Remembered(self._following, keep=_HEADS).__getitem__
        self.place = Remembered(self._place, keep=_PLACES).__getitem__
        self.within = Remembered(self._within, keep=_PLACES).__getitem__
        self.outer = Remembered(self._outer, keep=_PLACES).__getitem__
        self._capitals: dict[int, int] = {}
        self._codes: dict[str, int] = {}
        self._areas: dict[int, list[int]] = {}

    def _rows(self, question: str, *values: str | int) -> list[tuple[object, ...]]:
        if self._base is None:
            address = f"{self._path.as_uri()}?mode=ro&immutable=1"
            self._base = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._base.execute(f"PRAGMA mmap_size = {_MAPPED}")  # pages are read where they are, not copied
        return self._base.execute(question, values).fetchall()

    def name(self, written: str) -> Name | None:
        """What a name as written can mean; None: no name of a place, person or people that we know."""
        return self.names[written]

    def _name(self, written: str) -> Name | None:
        rows = self._rows("SELECT ids, marks FROM names WHERE name = ?", spelling(written))
        if not rows:
            return None
        ids, marks = rows[0]
        packed = ids if isinstance(ids, bytes) else b""
        return Name(struct.unpack(f"<{len(packed) // 4}i", packed), marks if isinstance(marks, int) else 0)

    def _following(self, written: str) -> frozenset[str]:
        head = spelling(written)
        rows = self._rows("SELECT name FROM names WHERE name > ? AND name < ?", f"{head} ", f"{head}!")
        return frozenset([str(name)[len(head) + 1 :].partition(" ")[0] for (name,) in rows])

    def _place(self, id_: int) -> Place | None:
        rows = self._rows("SELECT name, sort, lat, lon, population, parent FROM places WHERE id = ?", id_)
        if not rows:
            return None
        name, sort, lat, lon, population, parent = rows[0]
        return Place(
            id_,
            name if isinstance(name, str) else None,
            SORTS[sort if isinstance(sort, int) else 0],
            (lat if isinstance(lat, int) else 0) / 1000,
            (lon if isinstance(lon, int) else 0) / 1000,
            population if isinstance(population, int) else 0,
            parent if isinstance(parent, int) else 0,
        )

    def _within(self, id_: int) -> tuple[int, ...]:
        chain: list[int] = []
        place = self.place(id_)
        while place and place.parent and place.parent not in chain:
            chain.append(place.parent)
            place = self.place(place.parent)
        self._load_tables()
        areas = [area for member in (id_, *chain) for area in self._areas.get(member, ())]
        return tuple(dict.fromkeys((*chain, *areas)))

    def contains(self, a: int, b: int) -> bool:
        """Whether b lies in a (or is a)."""
        return a == b or a in self.within(b)

    def _outer(self, id_: int) -> tuple[int, int]:
        self._load_tables()
        chain = (id_, *self.within(id_))
        country = next((above for above in chain if above in self._capitals), 0)
        region = next((above for above in chain if (p := self.place(above)) and p.sort == "region"), 0)
        return region, country

    def country(self, id_: int) -> int:
        """The country of a place (itself where it is one); 0 where it has none."""
        return self.outer(id_)[1]

    def region(self, id_: int) -> int:
        """The first-level region of a place (itself where it is one); 0 where it has none."""
        return self.outer(id_)[0]

    def capital(self, country: int) -> int:
        """The capital of a country; 0 where there is none."""
        self._load_tables()
        return self._capitals.get(country, 0)

    def code(self, code: str) -> int:
        """The country of an ISO 3166 code of two letters; 0: none."""
        self._load_tables()
        return self._codes.get(code, 0)

    def distance_km(self, a: int, b: int) -> float | None:
        """Between the points of two places, as the crow flies."""
        p, q = self.place(a), self.place(b)
        return distance_km(p.lat, p.lon, q.lat, q.lon) if p and q else None

    def _load_tables(self) -> None:
        if not self._capitals:
            for code, country, capital in self._rows("SELECT code, id, capital FROM countries"):
                if isinstance(country, int) and isinstance(code, str):
                    self._codes[code] = country
                    self._capitals[country] = capital if isinstance(capital, int) else 0
            for member, area in self._rows("SELECT member, area FROM members ORDER BY member, area DESC"):
                if isinstance(member, int) and isinstance(area, int):
                    self._areas.setdefault(member, []).append(area)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Between two points in degrees, as the crow flies."""
    dlat, dlon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    h = sin(dlat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, h)))


@lru_cache(maxsize=1)
def shipped() -> Gazetteer:
    """The gazetteer of this installation, one per process."""
    return Gazetteer()

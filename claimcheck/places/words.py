"""The words by which a name is seen to be a place, from rules/core/vocabulary/places.yaml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from claimcheck.errors import ClaimcheckError
from claimcheck.resources import rules_dir
from claimcheck.yamlfile import read_yaml

_DERIVED = frozenset(("cues", "no_name", "no_family", "capital_titles"))


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of lower-case words; what each is for stands in the file, but for the last four, which are made of others.

    cues            after which an unknown name may be a place
    no_name         capitalised words that are no part of an unknown name
    no_family       which no person is called: Jackson County Jail
    capital_titles  the titles as they stand before a name: Mr, Judge, SGT
    """

    locative: frozenset[str]
    motion: frozenset[str]
    near: frozenset[str]
    distance: frozenset[str]
    directions: frozenset[str]
    inner: frozenset[str]
    towns: frozenset[str]
    small: frozenset[str]
    regions: frozenset[str]
    counties: frozenset[str]
    countries: frozenset[str]
    not_names: frozenset[str]
    plurals: frozenset[str]
    landforms: frozenset[str]
    waters: frozenset[str]
    belongs: frozenset[str]
    may_precede: frozenset[str]
    may_follow: frozenset[str]
    titles: frozenset[str]
    heads: frozenset[str]
    police: frozenset[str]
    speech: frozenset[str]
    actions: frozenset[str]
    inside: frozenset[str]
    capital: frozenset[str]
    owners: frozenset[str]
    not_capital: frozenset[str]
    diseases: frozenset[str]
    generic: frozenset[str]
    adjectives: frozenset[str]
    cries: frozenset[str]
    relative: frozenset[str]
    streets: frozenset[str]
    streets_numbered: frozenset[str]
    home_us: frozenset[str]
    home_gb: frozenset[str]
    home_in: frozenset[str]
    home_au: frozenset[str]
    home_ca: frozenset[str]
    cues: frozenset[str]
    no_name: frozenset[str]
    no_family: frozenset[str]
    capital_titles: frozenset[str]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Read once per process."""
    document = read_yaml(rules_dir() / "core" / "vocabulary" / "places.yaml")
    data = document.data if isinstance(document.data, dict) else {}
    names = [field.name for field in fields(Words) if field.name not in _DERIVED]
    missing = [name for name in names if not isinstance(data.get(name.replace("_", "-")), str)]
    if missing:
        raise ClaimcheckError(*(document.problem((), f"no list of words under {name}") for name in missing))
    lists = {name: frozenset(str(data[name.replace("_", "-")]).split()) for name in names}
    lists["cues"] = frozenset.union(*(lists[n] for n in ("locative", "motion", "towns")), _LITTLE)
    both = lists["may_follow"] & lists["may_precede"]
    lists["no_name"] = frozenset.union(both, *(lists[n] for n in ("generic", "heads", "titles", "adjectives")))
    lists["no_family"] = frozenset.union(*(lists[n] for n in ("heads", "regions", "landforms")))
    lists["capital_titles"] = frozenset(form for t in lists["titles"] for form in (t.capitalize(), t.upper()))
    return Words(**lists)


_LITTLE = frozenset(("of", "called", "named", "the"))

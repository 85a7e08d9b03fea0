"""The words by which a name is seen to be a place, from rules/core/vocabulary/places.yaml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from claimcheck.resources import rules_dir
from claimcheck.yamlfile import build, read_yaml


@dataclass(frozen=True, slots=True)
class _File:
    """The vocabulary file: each list is one string of words."""

    locative: str
    motion: str
    weak: str
    directions: str
    towns: str
    regions: str
    countries: str
    plurals: str
    landforms: str
    belongs: str
    may_precede: str
    may_follow: str
    titles: str
    heads: str
    speech: str
    actions: str
    inside: str
    not_capital: str
    diseases: str
    generic: str
    adjectives: str
    home_us: str
    home_gb: str
    home_in: str
    home_au: str
    home_ca: str


@dataclass(frozen=True, slots=True)
class Words:
    """The same lists as sets; what each is for stands in the file."""

    locative: frozenset[str]
    motion: frozenset[str]
    weak: frozenset[str]
    directions: frozenset[str]
    towns: frozenset[str]
    regions: frozenset[str]
    countries: frozenset[str]
    plurals: frozenset[str]
    landforms: frozenset[str]
    belongs: frozenset[str]
    may_precede: frozenset[str]
    may_follow: frozenset[str]
    titles: frozenset[str]
    heads: frozenset[str]
    speech: frozenset[str]
    actions: frozenset[str]
    inside: frozenset[str]
    not_capital: frozenset[str]
    diseases: frozenset[str]
    generic: frozenset[str]
    adjectives: frozenset[str]
    home_us: frozenset[str]
    home_gb: frozenset[str]
    home_in: frozenset[str]
    home_au: frozenset[str]
    home_ca: frozenset[str]
    cues: frozenset[str]  # after which an unknown name may be a place
    no_name: frozenset[str]  # capitalised words that are no part of an unknown name
    capital_titles: frozenset[str]  # the titles as they stand before a name: Mr, Judge, SGT


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Read once per process."""
    file = build(_File, read_yaml(rules_dir() / "core" / "vocabulary" / "places.yaml"))
    lists = {field.name: frozenset(getattr(file, field.name).split()) for field in fields(_File)}
    titles = frozenset(form for title in lists["titles"] for form in (title.capitalize(), title.upper()))
    cues = lists["locative"] | lists["motion"] | lists["towns"] | lists["regions"] | {"of", "called", "named", "the", "and"}
    no_name = lists["generic"] | lists["heads"] | lists["titles"] | (lists["may_follow"] & lists["may_precede"])
    return Words(**lists, cues=cues, no_name=no_name | lists["adjectives"], capital_titles=titles)

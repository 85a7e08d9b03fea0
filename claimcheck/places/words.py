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


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Read once per process."""
    file = build(_File, read_yaml(rules_dir() / "core" / "vocabulary" / "places.yaml"))
    return Words(**{field.name: frozenset(getattr(file, field.name).split()) for field in fields(_File)})

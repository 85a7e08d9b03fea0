"""The words that times are written with in reports and rules, and the time zones: data of pack core."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from claimcheck.resources import rules_dir
from claimcheck.yamlfile import build, read_yaml

GREENWICH = ("gmt", "utc", "z")


@dataclass(frozen=True, slots=True)
class TimeNames:
    """rules/core/vocabulary/time-names.yaml."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: dict[str, str]
    references: dict[str, str]
    parts: dict[str, str]
    units: dict[str, str]
    qualifiers: dict[str, str]
    clock_qualifiers: dict[str, str]
    plurals: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Zones:
    """rules/core/vocabulary/time-zones.yaml: name -> minutes east of Greenwich (two where summer time decides)."""

    zones: dict[str, tuple[int, ...]]


@cache
def names() -> TimeNames:
    """How times are written."""
    return build(TimeNames, read_yaml(rules_dir() / "core" / "vocabulary" / "time-names.yaml"))


@cache
def zones() -> dict[str, tuple[int, ...]]:
    """Time zones by their names in lower case."""
    return build(Zones, read_yaml(rules_dir() / "core" / "vocabulary" / "time-zones.yaml")).zones


def split_qualifier(text: str, written: dict[str, str]) -> tuple[str | None, str]:
    """The qualifier that a text begins with, and the rest."""
    for qualifier, words in written.items():
        if text.startswith(words + " "):
            return qualifier, text[len(words) + 1 :]
    return None, text

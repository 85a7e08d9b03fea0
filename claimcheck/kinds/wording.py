"""The words numbers are written with - number words, qualifiers, units, currencies - read once from pack core."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from claimcheck.resources import rules_dir
from claimcheck.text.numeral import Numerals
from claimcheck.yamlfile import build, read_yaml

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")  # as passages are cut


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as a passage would cut it."""
    return tuple(_WORD.findall(phrase.lower()))


class Phrases(Generic[T]):
    """Phrases and what they mean, found before or after a place in a passage; the longest wins."""

    def __init__(self, meanings: dict[str, T], *, backwards: bool = False) -> None:
        index: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings.items():
            words = words_of(phrase)
            index.setdefault(words[-1 if backwards else 0], []).append((words, meaning))
        self.index = {key: sorted(found, key=lambda f: -len(f[0])) for key, found in index.items()}

    def after(self, words: tuple[str, ...], i: int) -> tuple[T, int] | None:
        """The meaning of the phrase that begins at word `i`, and the position after it; hyphens may join its words."""
        known = self.index.get(words[i]) if i < len(words) else None
        for phrase, meaning in known or ():
            j, k = i + 1, 1
            while k < len(phrase) and j < len(words):
                if words[j] == phrase[k]:
                    k += 1
                elif words[j] != "-":
                    break
                j += 1
            if k == len(phrase):
                return meaning, j
        return None

    def before(self, words: tuple[str, ...], i: int) -> tuple[T, int] | None:
        """The meaning of the phrase that ends right before word `i`, and the position of its first word."""
        known = self.index.get(words[i - 1]) if i > 0 else None
        for phrase, meaning in known or ():
            first = i - len(phrase)
            if first >= 0 and words[first:i] == phrase:
                return meaning, first
        return None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; rules/core/vocabulary/units.yaml says what the fields hold."""

    dimension: str
    factor: float
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    most: float | None = None
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Family:
    """Currencies that share a word: dollar, franc."""

    words: tuple[str, ...]
    default: str | None = None
    of: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Minor:
    """A part of a currency: cent, penny."""

    words: tuple[str, ...]
    part: int
    of: tuple[str, ...]
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Currencies:
    """rules/core/vocabulary/currencies.yaml."""

    codes: tuple[str, ...]
    not_words: tuple[str, ...]
    symbols: dict[str, str]
    prefixed: dict[str, str]
    prefixed_spaced: tuple[str, ...]
    before: dict[str, str]
    before_attached: tuple[str, ...]
    families: dict[str, Family]
    minor: dict[str, Minor]

    def members(self, unit: str) -> frozenset[str]:
        """The codes that a unit may stand for: itself, or those of its family ("franc": CHF, XOF, ...)."""
        if unit in self.minor:
            return frozenset(code for name in self.minor[unit].of for code in self.members(name))
        family = self.families.get(unit)
        return frozenset((*family.of.values(), family.default or unit)) if family else frozenset((unit,))


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """rules/core/vocabulary/numbers-qualifiers.yaml."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    not_after: dict[str, tuple[str, ...]]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Units:
    units: dict[str, Unit]


@cache
def numerals() -> Numerals:
    return build(Numerals, read_yaml(rules_dir() / "core" / "vocabulary" / "numbers.yaml"))


@cache
def units() -> dict[str, Unit]:
    """Units by canonical name."""
    return build(_Units, read_yaml(rules_dir() / "core" / "vocabulary" / "units.yaml")).units


@cache
def currencies() -> Currencies:
    return build(Currencies, read_yaml(rules_dir() / "core" / "vocabulary" / "currencies.yaml"))


@cache
def qualifiers() -> Qualifiers:
    return build(Qualifiers, read_yaml(rules_dir() / "core" / "vocabulary" / "numbers-qualifiers.yaml"))


@cache
def unit_phrases() -> Phrases[str]:
    """Names of units that stand after a number."""
    return Phrases({name: unit for unit, entry in units().items() for name in entry.names})


@cache
def short_units() -> dict[str, str]:
    """Letters right after digits: 10m, 5t, 40C; and the names that are one word or hold a stroke ("10km", "90km/h")."""
    table = {name: unit for unit, entry in units().items() for name in entry.names if " " not in name}
    return table | {name: unit for unit, entry in units().items() for name in entry.short}


@cache
def joined_units() -> dict[str, str]:
    """Names that are units only after a hyphen: a two-alarm fire, a three-story house."""
    return {name: unit for unit, entry in units().items() for name in entry.joined}


@cache
def units_before() -> Phrases[str]:
    """Names of units that stand before a number: magnitude, category."""
    return Phrases({name: unit for unit, entry in units().items() for name in entry.before}, backwards=True)


@cache
def currency_phrases() -> Phrases[tuple[str, int]]:
    """Names of money that stand after a number -> unit and the scale they bring along ("MEUR": a million)."""
    known = currencies()
    table: dict[str, tuple[str, int]] = {symbol: (code, 1) for symbol, code in known.symbols.items()}
    for code in known.codes:
        if code not in known.not_words:
            table[code] = (code, 1)
            table["M" + code] = (code, 1_000_000)
    for name, family in known.families.items():
        table |= dict.fromkeys(family.words, (family.default or name, 1))
        single = [word for word in family.words if " " not in word]
        table |= {f"{of} {word}": (code, 1) for of, code in family.of.items() for word in single}
    for name, minor in known.minor.items():
        table |= dict.fromkeys(minor.words, (name, 1))
    return Phrases(table)


@cache
def qualifier_phrases() -> tuple[Phrases[str], Phrases[str]]:
    """Qualifiers before and after a number -> the rule of each, with underscores: about, nearly, at_least, ..."""
    known = qualifiers()
    before = {phrase: rule.replace("-", "_") for rule, phrases in known.before.items() for phrase in phrases}
    after = {phrase: rule.replace("-", "_") for rule, phrases in known.after.items() for phrase in phrases}
    return Phrases(before, backwards=True), Phrases(after)


@cache
def hundredths() -> dict[str, frozenset[str]]:
    """Currency -> the names of its hundredth: USD -> cent."""
    known = currencies()
    table: dict[str, frozenset[str]] = {}
    for name, minor in known.minor.items():
        if minor.part == 100:
            for code in known.members(name):
                table[code] = table.get(code, frozenset()) | {name}
    return table

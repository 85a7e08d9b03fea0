"""The words numbers are written with - number words, qualifiers, units, currencies - read once from pack core."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from claimcheck.resources import rules_dir
from claimcheck.text.numeral import Numerals
from claimcheck.text.phrases import Phrases, listed, numbered, paired
from claimcheck.yamlfile import build, read_yaml

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; rules/core/vocabulary/units.yaml says what the fields hold."""

    dimension: str
    factor: float
    names: str = ""
    short: str = ""
    joined: str = ""
    before: str = ""
    most: float | None = None
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Family:
    """Currencies that share a word: dollar, franc."""

    words: str
    default: str | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Minor:
    """A part of a currency: cent, penny."""

    words: str
    part: int
    of: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Currencies:
    """rules/core/vocabulary/currencies.yaml."""

    codes: frozenset[str]
    not_words: frozenset[str]
    symbols: dict[str, str]
    prefixed: dict[str, str]
    prefixed_spaced: frozenset[str]
    before: dict[str, str]
    before_attached: frozenset[str]
    families: dict[str, Family]
    minor: dict[str, Minor]

    def members(self, unit: str) -> frozenset[str]:
        """The codes that a unit may stand for: itself, or those of its family ("franc": CHF, XOF, ...)."""
        if unit in self.minor:
            return frozenset(code for name in listed(self.minor[unit].of) for code in self.members(name))
        family = self.families.get(unit)
        return frozenset((*paired(family.of).values(), family.default or unit)) if family else frozenset((unit,))


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """rules/core/vocabulary/numbers-qualifiers.yaml."""

    before: dict[str, str]
    after: dict[str, str]
    not_after: dict[str, str]
    weak: str
    extreme: dict[str, str]


@dataclass(frozen=True, slots=True)
class _UnitsFile:
    units: dict[str, Unit]


@dataclass(frozen=True, slots=True)
class _NumbersFile:
    cardinals: str
    ordinals: str
    scales: str
    letters: str
    letters_spaced: str
    parts: str
    vulgar: str
    open: str
    vague: dict[str, str]
    groups: str
    negative: str
    share_leads: str


@dataclass(frozen=True, slots=True)
class _CurrenciesFile:
    codes: str
    not_words: str
    symbols: str
    prefixed: str
    prefixed_spaced: str
    before: str
    before_attached: str
    families: dict[str, Family]
    minor: dict[str, Minor]


def _read(cls: type[T], name: str) -> T:
    return build(cls, read_yaml(rules_dir() / "core" / "vocabulary" / name))


@cache
def numerals() -> Numerals:
    """Number words."""
    file = _read(_NumbersFile, "numbers.yaml")
    plain = ("cardinals", "ordinals", "scales", "letters", "letters_spaced", "parts", "open", "groups")
    return Numerals(
        **{name: numbered(getattr(file, name)) for name in plain},
        vulgar={sign: float(value) for sign, value in paired(file.vulgar).items()},
        vague={word: tuple(map(int, listed(text))) for word, text in file.vague.items()},
        negative=listed(file.negative),
        share_leads=listed(file.share_leads),
    )


@cache
def units() -> dict[str, Unit]:
    """Units by canonical name."""
    return _read(_UnitsFile, "units.yaml").units


@cache
def currencies() -> Currencies:
    """Currencies: signs, codes, words."""
    file = _read(_CurrenciesFile, "currencies.yaml")
    return Currencies(
        codes=frozenset(listed(file.codes)),
        not_words=frozenset(listed(file.not_words)),
        symbols=paired(file.symbols),
        prefixed=paired(file.prefixed),
        prefixed_spaced=frozenset(listed(file.prefixed_spaced)),
        before=paired(file.before),
        before_attached=frozenset(listed(file.before_attached)),
        families=file.families,
        minor=file.minor,
    )


@cache
def qualifiers() -> Qualifiers:
    """At least, nearly, or so."""
    return _read(Qualifiers, "numbers-qualifiers.yaml")


@cache
def unit_phrases() -> Phrases[str]:
    """Names of units that stand after a number."""
    return Phrases({name: unit for unit, entry in units().items() for name in listed(entry.names)})


@cache
def short_units() -> dict[str, str]:
    """Letters right after digits: 10m, 5t, 40C; and the names that are one word or hold a stroke ("10km", "90km/h")."""
    table = {name: unit for unit, entry in units().items() for name in listed(entry.names) if " " not in name}
    return table | {name: unit for unit, entry in units().items() for name in listed(entry.short)}


@cache
def joined_units() -> dict[str, str]:
    """Names that are units only after a hyphen: a two-alarm fire, a three-story house."""
    return {name: unit for unit, entry in units().items() for name in listed(entry.joined)}


@cache
def units_before() -> Phrases[str]:
    """Names of units that stand before a number: magnitude, category."""
    return Phrases({name: unit for unit, entry in units().items() for name in listed(entry.before)}, backwards=True)


@cache
def currency_phrases() -> Phrases[tuple[str, int]]:
    """Names of money that stand after a number -> unit and the scale they bring along ("MEUR": a million)."""
    known = currencies()
    table: dict[str, tuple[str, int]] = {symbol: (code, 1) for symbol, code in known.symbols.items()}
    for code in sorted(known.codes - known.not_words):
        table[code] = (code, 1)
        table["M" + code] = (code, 1_000_000)
    for name, family in known.families.items():
        words = listed(family.words)
        table |= dict.fromkeys(words, (family.default or name, 1))
        single = [word for word in words if " " not in word]
        table |= {f"{of} {word}": (code, 1) for of, code in paired(family.of).items() for word in single}
    for name, minor in known.minor.items():
        table |= dict.fromkeys(listed(minor.words), (name, 1))
    return Phrases(table)


@cache
def qualifier_phrases() -> tuple[Phrases[str], Phrases[str]]:
    """Qualifiers before and after a number -> the rule of each, with underscores: about, nearly, at_least, ..."""
    before, after = (
        {phrase: rule.replace("-", "_") for rule, phrases in table.items() for phrase in listed(phrases)}
        for table in (qualifiers().before, qualifiers().after)
    )
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

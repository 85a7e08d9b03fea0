"""The words of time, each with the classes it belongs to and its normal value; every set of classes is one character.

A text becomes a string of these characters, one a word, and the grammar is regular expressions over that string: `the
24th of May` may read `a k f e`. A word in several classes ("second", "May") has a character of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.resources import rules_dir
from claimcheck.yamlfile import read_yaml

CONTINUED = "\x01"  # the second and later words of a number, clock time or date written with digits
OTHER = "\x02"  # a word that has nothing to do with time
_WORD = re.compile(r"\w+|[^\w\s]")
_NONE: frozenset[str] = frozenset()
_DECADES = {size: frozenset((name,)) for size, name in ((5, "decade4"), (4, "decade3"), (3, "decade2"))}
_SAMPLES = (  # one word for each set of classes that `digit_classes` knows
    *("0", "00", "5", "05", "12", "13", "24", "25", "31", "32", "45", "60", "99", "150", "12345", "1st", "32nd"),
    *("0730", "1030", "1290", "1970", "2130", "2500", "1990s", "470s", "90s", "q1"),
)
LITERALS = ("clock", "dotclock", "fulldate", "decimal", "shortyear")
CLASSES_OF_DIGITS = (
    *("num", "dd", "hh", "mm", "yy", "muc", "yyy", "yyyy", "hhmm", "dayth", "nth", "qtoken"),
    *("decade4", "decade3", "decade2"),
    *LITERALS,
)

Normal = str | int | float  # value of a word


@dataclass(frozen=True, slots=True)
class TimeWords:
    """rules/core/vocabulary/time.yaml: class -> normal value -> words, separated by spaces.

    `signs` are words that no pattern names, but that decide what their neighbours are. `holidays`: day -> names.
    """

    classes: dict[str, dict[str, str]]
    signs: dict[str, str]
    holidays: dict[str, str]


class Numbered(dict[str, str]):
    """A word with digits -> its character. A word met for the first time is classified and remembered."""

    def __init__(self, known: dict[str, str], digits: dict[frozenset[str], str]) -> None:
        super().__init__(known)
        self._digits = digits

    def __missing__(self, word: str) -> str:
        code = OTHER
        if "0" <= word[:1] <= "9" or word[:1] == "q":
            code = self._digits.get(digit_classes(word), OTHER)
        if len(word) < 20 and len(self) < 200_000:
            self[word] = code
        return code


class Vocabulary:
    """Classes and values of words, and the character of each set of classes."""

    def __init__(self, words: TimeWords, used: frozenset[str]) -> None:
        """`used` are the classes and the single words (`=ago`) that patterns name: only these tell words apart."""
        self.values: dict[str, dict[str, Normal]] = {}
        self.signs = {name: frozenset(spelled.split()) for name, spelled in words.signs.items()}
        classes: dict[str, set[str]] = {}
        for name, by_value in words.classes.items():
            values = self.values[name] = {}
            for value, spelled in by_value.items():
                for word in spelled.split():
                    values[word] = _plain(str(value))
                    if name in used:
                        classes.setdefault(word, set()).add(name)
        self.holidays = _holidays(words.holidays)
        for word in self.holidays:
            single = any(len(phrase) == 1 for phrase, _ in self.holidays[word])
            classes.setdefault(word, set()).add("holiday" if single else "feast")
        for name in used:
            if name[0] == "=":
                classes.setdefault(name[1:], set()).add(name)
        sets: dict[frozenset[str], str] = {}
        known = {word: _code(sets, frozenset(names)) for word, names in classes.items()}
        digits = {found: _code(sets, found) for found in map(digit_classes, _SAMPLES)}
        self.literal = {name: _code(sets, frozenset([name])) for name in LITERALS}
        # Two tables: the one that all words of a text are asked of stays small, and so in the processor's own memory
        self.known, self.numbered = known, Numbered(known, digits)
        self._having: dict[str, str] = {}
        for names, code in sets.items():
            for name in names:
                self._having[name] = self._having.get(name, "") + code

    def having(self, name: str) -> str:
        """The characters of all words in a class; "" where there is none."""
        return self._having.get(name, "")


def read_words() -> TimeWords:
    """The words of the core pack: time.yaml, the signs of tense.yaml, and the forms of irregular verbs as signs too."""
    folder = rules_dir() / "core" / "vocabulary"
    data = read_yaml(folder / "time.yaml").data
    verbs = read_yaml(folder / "irregular.yaml").data
    assert isinstance(data, dict) and isinstance(verbs, dict)
    forms: dict[str, list[str]] = verbs["verbs"]  # type: ignore[assignment]  # base -> past, participle, ing
    signs: dict[str, str] = data["signs"]  # type: ignore[assignment]
    tense: dict[str, dict[str, str]] = read_yaml(folder / "tense.yaml").data  # type: ignore[assignment]  # the shape is tested
    classes: dict[str, dict[str, str]] = data["classes"]  # type: ignore[assignment]  # the shape is tested
    signs.update(tense["signs"])
    signs["past"] += " " + " ".join(past for base, (past, *_) in forms.items() if past != base)
    signs["participle"] += " " + " ".join(done for base, (_, done, *_) in forms.items() if done != base)
    signs["weekday"] = " ".join(classes["weekday"].values())
    signs["unchanged"] += " " + " ".join(base for base, (_, done, *_) in forms.items() if done == base)
    signs["bare"] += " " + " ".join(base for base in forms if base not in signs["not-bare"].split())
    return TimeWords(classes, signs, data["holidays"])  # type: ignore[arg-type]  # the shape is tested with the pack


def _holidays(named: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (all words, day), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for day, names in named.items():
        for name in names.split(","):
            words = tuple(_WORD.findall(name))
            found.setdefault(words[0], []).append((words, day))
    return {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in found.items()}


def digit_classes(word: str) -> frozenset[str]:
    """What a word that begins with a digit may be."""
    if word.isdecimal() and word.isascii():
        return _number_classes(word)
    head, tail = word[:-2], word[-2:]
    if head.isdecimal() and tail in ("st", "nd", "rd", "th") and len(head) < 4:
        return frozenset(("dayth" if 1 <= int(head) <= 31 else "nth",))
    if word[-1:] == "s" and word[:-1].isdecimal() and word[-2] == "0":
        return _DECADES.get(len(word), _NONE)
    if word in ("q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"):
        return frozenset(("qtoken",))
    return _NONE


def _number_classes(word: str) -> frozenset[str]:
    value, size = int(word[:9]), len(word)
    names = {"num"} if size < 8 else set()
    if size <= 2:
        names |= {"dd"} if 1 <= value <= 31 else set()
        names |= {"hh"} if value <= 24 else set()
        if size == 2:
            names |= {"yy"} | ({"mm"} if value < 60 else set())
            names |= {"muc"} if value >= 60 else set()
    elif size == 3 and value >= 100:
        names.add("yyy")
    elif size == 4:
        names |= {"yyyy"} if 1000 <= value <= 2100 else set()
        names |= {"hhmm"} if value % 100 < 60 and value < 2500 else set()
    return frozenset(names)


def _code(sets: dict[frozenset[str], str], names: frozenset[str]) -> str:
    if not names:
        return OTHER
    if names not in sets:
        sets[names] = chr(3 + len(sets))
    return sets[names]


def _plain(value: str) -> Normal:
    try:
        return int(value) if "-" not in value[1:] and "." not in value else float(value)
    except ValueError:
        return value

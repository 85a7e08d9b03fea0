"""The grammar: patterns of pack core compiled to regular expressions over the characters of `vocabulary`.

Patterns stand in families, each with the words that trigger it, and each is one expression. What may stand before and
after a pattern (`early`, `about`, `in the morning`) is kept apart, compiled once, and tried only where a pattern fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.resources import rules_dir
from claimcheck.temporal.follows import Follows
from claimcheck.temporal.vocabulary import CONTINUED, LITERALS, OTHER, Vocabulary
from claimcheck.yamlfile import build, read_yaml

_TOKEN = re.compile(r"<[^>]+>|\{[^}]+\}|[()|?*]|\\[()]|[^\s()|?*]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a time. `reads` names the function that makes a value; `left` and `right` name macros."""

    id: str
    reads: str
    is_: str
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class FamilyFile:
    """Patterns that the same words trigger."""

    triggers: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class PatternFile:
    """rules/core/patterns/time.yaml."""

    families: dict[str, FamilyFile]
    macros: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """A macro or a pattern by itself, with the words it keeps."""

    match: re.Pattern[str]
    names: tuple[str, ...]  # of its groups, in order
    codes: frozenset[str]  # of a macro: without one of these beside the pattern nothing can fit


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns of a family as one expression, a group for each, which says the first that fits. It keeps no words: the
    engine saves all groups so far at every option, so that 250 groups take four times as long as 30."""

    match: re.Pattern[str]
    opens: frozenset[str]  # the characters that a pattern may begin with
    patterns: tuple[Pattern, ...]  # in the order of the groups


class Grammar:
    """Patterns compiled for a vocabulary, a family when it is first needed."""

    def __init__(self, file: PatternFile, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._files = file.families
        self._macros = {name: _TOKEN.findall(text) for name, text in file.macros.items()}
        self._families: dict[str, Family] = {}
        self._sides: dict[tuple[str, bool], Side] = {}
        self._wholes: dict[str, Side] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        for name, family in file.families.items():
            for code in dict.fromkeys("".join(map(self._named, family.triggers.split()))):
                self._names[code] = (*self._names.get(code, ()), name)
        feasts = {code for code in vocabulary.having("feast") if len(self._names[code]) == 1}
        # Names of feasts have two words or more. Asked afterwards, so that the search is one for a set of characters
        more = f"(?:(?!{OTHER})|(?<!{self._any(''.join(feasts))}))" if feasts else ""
        self.triggers = re.compile(self._any("".join(self._names)) + more)
        codes = "".join(self._codes(_TOKEN.findall(p.is_)) for f in file.families.values() for p in f.patterns)
        self.inside = frozenset(codes + CONTINUED) - {OTHER}
        self._at: dict[str, tuple[Family, ...]] = {}
        self.follows = self._follows()

    def at(self, code: str) -> tuple[Family, ...]:
        """What to try around a trigger, in order."""
        families = self._at.get(code)
        if families is None:
            families = self._at[code] = tuple(map(self._family, self._names[code]))
        return families

    def whole(self, pattern: Pattern) -> Side:
        """A pattern by itself, with the words it keeps."""
        side = self._wholes.get(pattern.is_)
        if side is None:
            names: list[str] = []
            text = self._expression(_TOKEN.findall(pattern.is_), names)
            side = self._wholes[pattern.is_] = Side(re.compile(text), tuple(names), frozenset())
        return side

    def left(self, macro: str) -> Side:
        """What may stand before a pattern: search up to where the pattern begins."""
        return self._side(macro, at_end=True)

    def right(self, macro: str) -> Side:
        """What may stand after a pattern: match where the pattern ends."""
        return self._side(macro, at_end=False)

    def _follows(self) -> Follows:
        """What may stand after what, in patterns and in what may stand before and after them."""
        follows = Follows(self._macros, lambda token: self._codes([token]))
        for family in self._files.values():
            for pattern in family.patterns:
                ends = follows.add(_TOKEN.findall(pattern.is_))
                if pattern.left:
                    follows.join(follows.macro(pattern.left).last, ends.first)
                if pattern.right:
                    follows.join(ends.last, follows.macro(pattern.right).first)
        return follows

    def _side(self, macro: str, *, at_end: bool) -> Side:
        side = self._sides.get((macro, at_end))
        if side is None:
            names: list[str] = []
            text = self._expression(self._macros[macro], names)
            codes = frozenset(self._codes(self._macros[macro]))
            side = Side(re.compile(f"(?:{text})\\Z" if at_end else text), tuple(names), codes)
            self._sides[macro, at_end] = side
        return side

    def _family(self, name: str) -> Family:
        if name not in self._families:
            parts, every = [], ""
            for pattern in self._files[name].patterns:
                tokens = _TOKEN.findall(pattern.is_)
                opens, _ = self._opens(tokens)
                every += opens
                # What cannot begin here is passed over at once, and not tried option by option
                parts.append(f"(?={self._any(opens)})({self._expression(tokens, None)})")
            patterns = self._files[name].patterns
            self._families[name] = Family(re.compile("|".join(parts)), frozenset(every), patterns)
        return self._families[name]

    def _opens(self, tokens: Sequence[str]) -> tuple[str, bool]:
        """The characters that an expression may begin with, and whether it may be empty."""
        found, options, empty, at = "", "", True, 0
        may_be_empty = False
        while at < len(tokens):
            token = tokens[at]
            end = _closing(tokens, at) if token == "(" else at
            if token == "|":
                options, may_be_empty, found, empty = options + found, may_be_empty or empty, "", True
                at += 1
                continue
            if token == "(":
                first, optional = self._opens(tokens[at + 1 : end])
            elif token[0] == "{":
                first, optional = self._opens(self._macros[token[1:-1].rpartition(":")[2]])
            else:
                first, optional = self._codes([token]), False
            at = end + 1
            if at < len(tokens) and tokens[at] in "?*":
                optional, at = True, at + 1
            if empty:
                found, empty = found + first, optional
        return options + found, may_be_empty or empty

    def _expression(self, tokens: Sequence[str], names: list[str] | None) -> str:
        """The regular expression of a pattern. Adds the names of its groups, in order; without `names` it has none."""
        out: list[str] = []
        for token in tokens:
            if token == "(":
                out.append("(?:")
            elif token in ")|?*":
                out.append(token)
            elif token[0] in "<{":
                name, _, inside = token[1:-1].rpartition(":")
                keeps = names is not None and name
                if names is not None and name:
                    names.append(name)
                macro = token[0] == "{"
                text = self._expression(self._macros[inside], names) if macro else self._class(inside)
                out.append(f"({text})" if keeps else f"(?:{text})" if macro else text)
            else:
                out.append(self._class("=" + token.removeprefix("\\")))
        return "".join(out)

    def _class(self, names: str) -> str:
        parts = names.split("|")
        codes = "".join(map(self._named, parts))
        if not codes:
            raise ClaimcheckError(f"time patterns: no words of class {names}")
        one = self._any(codes)
        return f"(?:{one}{CONTINUED}*)" if any(part in LITERALS for part in parts) else one

    def _any(self, codes: str) -> str:
        """One of the characters, as ranges where they are neighbours."""
        numbers = sorted(set(map(ord, codes)))
        if len(numbers) == 1:
            return re.escape(chr(numbers[0]))
        text, start = "", 0
        for at in range(1, len(numbers) + 1):
            if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
                low, high = re.escape(chr(numbers[start])), re.escape(chr(numbers[at - 1]))
                text += low if low == high else f"{low}-{high}" if at - start > 2 else low + high
                start = at
        return f"[{text}]"

    def _named(self, name: str) -> str:
        """The characters of a class, or else of the word itself."""
        return self._vocabulary.having(name) or self._vocabulary.having("=" + name.removeprefix("="))

    def _codes(self, tokens: Iterable[str]) -> str:
        """Every character that a pattern may hold."""
        found: list[str] = []
        for token in tokens:
            if token[0] == "{":
                found.append(self._codes(self._macros[token[1:-1].rpartition(":")[2]]))
            elif token[0] == "<":
                found += map(self._named, token[1:-1].rpartition(":")[2].split("|"))
            elif token not in "()|?*":
                found.append(self._named("=" + token.removeprefix("\\")))
        return "".join(found)


def _closing(tokens: Sequence[str], opening: int) -> int:
    """The position of the bracket that closes the one at `opening`."""
    depth = 0
    for at in range(opening, len(tokens)):
        depth += (tokens[at] == "(") - (tokens[at] == ")")
        if depth == 0:
            return at
    raise ClaimcheckError("time patterns: a bracket is not closed")


def read_patterns(path: Path | None = None) -> PatternFile:
    """The patterns of the core pack, or of a file of the same shape."""
    return build(PatternFile, read_yaml(path or rules_dir() / "core" / "patterns" / "time.yaml"))


def names_used(file: PatternFile, classes: Iterable[str]) -> frozenset[str]:
    """The classes that patterns, macros and triggers name, and the single words: `=ago`."""
    known = set(classes)
    names = {name for family in file.families.values() for name in family.triggers.split()}
    for text in (*file.macros.values(), *(p.is_ for f in file.families.values() for p in f.patterns)):
        for token in _TOKEN.findall(text):
            if token[0] == "<":
                names.update(token[1:-1].rpartition(":")[2].split("|"))
            elif token[0] != "{" and token not in "()|?*":
                names.add("=" + token.removeprefix("\\"))
    return frozenset(name if name in known or name[0] == "=" else "=" + name for name in names)

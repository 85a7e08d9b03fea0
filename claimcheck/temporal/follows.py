"""Which character may follow which in what the grammar reads: where no pattern goes on, nothing beyond decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from claimcheck.temporal.vocabulary import CONTINUED, LITERALS

_AGAIN = 1 << ord(CONTINUED)
_LITERALS = frozenset(LITERALS)


class Ends(NamedTuple):
    """The characters that an expression may begin and end with, as bits, and whether it may be empty."""

    first: int
    last: int
    empty: bool


class Follows(dict[str, frozenset[str]]):
    """A character -> those that may stand right after it in any expression that was added; made when first asked for.

    Found as for the automaton of Glushkov (1961): what an expression ends with is followed by what the next may begin
    with. It may admit more than the patterns do, never less.
    """

    def __init__(self, macros: Mapping[str, Sequence[str]], codes: Callable[[str], str]) -> None:
        """`macros` are the named expressions as tokens; `codes` are the characters of a token."""
        super().__init__()
        self._macros, self._codes = macros, codes
        self._pairs: dict[int, int] = {}  # bits of what ends -> bits of what may follow
        self._ends: dict[str, Ends] = {}  # of a token

    def __missing__(self, code: str) -> frozenset[str]:
        own, after = 1 << ord(code), 0
        for last, first in self._pairs.items():
            if last & own:
                after |= first
        found = self[code] = frozenset([chr(n) for n, bit in enumerate(f"{after:b}"[::-1]) if bit == "1"])
        return found

    def macro(self, name: str) -> Ends:
        """Add a named expression."""
        return self._token(f"{{{name}}}")

    def _macro(self, token: str) -> Ends:
        return self.add(self._macros[token[1:-1].rpartition(":")[2]])

    def join(self, last: int, first: int) -> None:
        """What ends so may be followed by what begins so."""
        if last and first:
            self._pairs[last] = self._pairs.get(last, 0) | first

    def add(self, tokens: Sequence[str]) -> Ends:
        """Add an expression; what its brackets hold is read first."""
        open_: list[tuple[Ends, Ends]] = []  # of each bracket around: the options before, and the row so far
        options, row = Ends(0, 0, False), Ends(0, 0, True)
        for at, token in enumerate(tokens):
            if token == "(":
                open_.append((options, row))
                options, row = Ends(0, 0, False), Ends(0, 0, True)
                continue
            if token == "|":
                options, row = _either(options, row), Ends(0, 0, True)
                continue
            if token in "?*":
                continue
            if token == ")":
                part = _either(options, row)
                options, row = open_.pop()
            else:
                part = self._token(token)
            mark = tokens[at + 1] if at + 1 < len(tokens) else ""
            if mark == "*":
                self.join(part.last, part.first)
            part = part._replace(empty=part.empty or (mark != "" and mark in "?*"))
            self.join(row.last, part.first)
            row = Ends(
                row.first | part.first if row.empty else row.first,
                row.last | part.last if part.empty else part.last,
                row.empty and part.empty,
            )
        return _either(options, row)

    def _token(self, token: str) -> Ends:
        ends = self._ends.get(token)
        if ends is None:
            ends = self._ends[token] = self._macro(token) if token[0] == "{" else self._word(token)
        return ends

    def _word(self, token: str) -> Ends:
        bits = 0
        for code in self._codes(token):
            bits |= 1 << ord(code)
        if token[0] != "<" or _LITERALS.isdisjoint(token[1:-1].rpartition(":")[2].split("|")):
            return Ends(bits, bits, False)
        self.join(bits | _AGAIN, _AGAIN)  # written with digits, over one word or several
        return Ends(bits, bits | _AGAIN, False)


def _either(one: Ends, other: Ends) -> Ends:
    return Ends(one.first | other.first, one.last | other.last, one.empty or other.empty)

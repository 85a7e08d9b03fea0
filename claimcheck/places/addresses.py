"""Street addresses and crossings: `1000 block of Elm Avenue`, `17th Street and 9th Avenue`, `4006 NW 47th St`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.model import Comparison
from claimcheck.places.words import load_words

_SIDE = r"(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\b\.? )"
_WORD = r"(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b|[A-Z][\w'.-]*)"
_NAME = rf"{_WORD}(?: [A-Z][\w'.-]*){{0,2}}?"
_AND = "(?:and|at|near|&|AND|AT|NEAR)"
_BEGINS = re.compile(r"[A-Z\d](?<!\w.)")
_BLOCK, _HOUSE = " block of ", 5  # digits of its number
_REACH = 60  # characters before the word `Street` in which its address begins


class Streets(NamedTuple):
    """How streets are written. `kinds` are the words `Street`, `STREET`, `St`, ...; `patterns` are tried in order."""

    kinds: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    block: re.Pattern[str]


@lru_cache(maxsize=1)
def load_streets() -> Streets:
    """From the vocabulary; once per process."""
    words = load_words()
    sure = sorted(form for kind in words.streets for form in (kind, kind.upper()))
    every = sure + sorted(form for kind in words.streets_numbered for form in (kind, kind.upper()))
    any_ = rf"{_SIDE}?{_NAME} (?:{'|'.join(every)})\b\.?"
    numbered = rf"\b\d{{1,5}}(?:-\d{{1,5}})? (?:block (?:of )?|Block (?:of )?|BLOCK (?:OF )?)?{any_}(?: {_AND} {any_})?"
    crossing = rf"\b{any_} {_AND} {any_}|\b{_SIDE}?{_WORD} and {_SIDE}?{_WORD} (?:[Ss]treets|[Aa]venues)\b"
    return Streets(
        frozenset([*every, "Streets", "Avenues"]),
        (
            re.compile(numbered),
            re.compile(crossing),
            re.compile(rf"\b{_SIDE}?{_NAME} (?:{'|'.join(sure)})\b"),
        ),
        re.compile(rf"\b\d{{2,5}} block of {_SIDE}?{_WORD}"),
    )


def find_addresses(folded: str, kinds: list[int]) -> list[tuple[int, int]]:
    """Spans of addresses, in order. `kinds` are the offsets of the words for streets in the text. A street alone counts
    too: `on Woodland Avenue`."""
    found: list[tuple[int, int]] = []
    for at in kinds:
        low = max(found[-1][1] if found else 0, at - _REACH)
        if low > at:
            continue
        low = max(low, folded.rfind("\n", low, at) + 1)
        span = _ending_at(folded[low : at + 70].split("\n", 1)[0], at - low)
        if span:
            start, end = low + span[0], low + span[1]
            if folded[end - 1] == "." and not folded[end : end + 2].strip().islower():
                end -= 1  # the full stop of the sentence, not of the abbreviation
            found.append((start, end))
    blocks = _blocks(folded)
    if blocks:
        found += [(s, e) for s, e in blocks if not any(s < b and e > a for a, b in found)]
        found.sort()
    return found


def _blocks(folded: str) -> list[tuple[int, int]]:
    """Blocks of streets that are not called so: `1000 block of Woodland`. Looked for by the words between."""
    found: list[tuple[int, int]] = []
    at, done, match = folded.find(_BLOCK), 0, load_streets().block.match
    while at >= 0:
        for start in range(max(done, at - _HOUSE), at - 1):
            block = match(folded, start)
            if block:
                found.append(block.span())
                done = block.end()
                break
        at = folded.find(_BLOCK, at + 1)
    return found


def _ending_at(window: str, at: int) -> tuple[int, int] | None:
    """The span of the first pattern that reaches over the word at `at`."""
    starts = [m.start() for m in _BEGINS.finditer(window) if m.start() <= at]  # a search would try every character
    for pattern in load_streets().patterns:
        reached = 0
        for start in starts:
            match = pattern.match(window, start) if start >= reached else None
            if match:
                reached = match.end()
                if reached > at:
                    return match.span()
    return None


_LONG = {
    "st": "street", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive", "ln": "lane",
    "ct": "court", "pl": "place", "pkwy": "parkway", "hwy": "highway", "ter": "terrace", "cir": "circle",
    "trl": "trail", "tpke": "turnpike", "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast",
    "nw": "northwest", "se": "southeast", "sw": "southwest",
}  # fmt: skip
_NUMBER = re.compile(r"(\d+)(?:-\d+)?(?: block(?: of)?)? (.+)", re.I)


def compare_streets(a: str, b: str) -> Comparison:
    """Two addresses: one street and one block agree, one street and two blocks clash, of two streets nothing is known
    (they may cross)."""
    one, other = _street(a), _street(b)
    if one is None or other is None or one[1] != other[1]:
        return Comparison.UNKNOWN
    if one[0] is None or other[0] is None:
        return Comparison.COMPATIBLE
    return Comparison.COMPATIBLE if one[0] == other[0] else Comparison.CONFLICT


def _street(text: str) -> tuple[int | None, str] | None:
    """Block (the number by hundreds) and street, abbreviations written out; None: no address, or a crossing."""
    numbered = _NUMBER.fullmatch(text.strip())
    name = numbered.group(2) if numbered else text
    words = [_LONG.get(word, word) for word in re.findall(r"\w+", name.lower())]
    if "and" in words or load_streets().kinds.isdisjoint(word.title() for word in words):
        return None
    return (int(numbered.group(1)) // 100 if numbered else None), " ".join(words)

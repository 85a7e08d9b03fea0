"""Capitals that are not named: `the Russian capital`, `Ukraine's capital`, `near the capital`."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from claimcheck.places.reading import Reading

_WORD = "capital"
_ARTICLES = frozenset(("the", "this"))


class Seat(NamedTuple):
    """A span that means the capital of a country."""

    start: int
    end: int
    country: int


def find_seats(reading: Reading, accepted: dict[int, int], countries: Counter[int]) -> list[Seat]:
    """`accepted` is start -> id of the places named; `countries` is how often the article speaks of each country."""
    lower, found = reading.passage.lower, []
    at = lower.find(_WORD)
    while at >= 0:
        seat = _seat(reading, at, accepted, countries)
        if seat:
            found.append(seat)
        at = lower.find(_WORD, at + len(_WORD))
    return found


def _seat(reading: Reading, at: int, accepted: dict[int, int], countries: Counter[int]) -> Seat | None:
    passage, words = reading.passage, reading.words
    said, starts = passage.words, passage.starts
    k = passage.index.get(at, -1)
    if k < 1 or said[k] != _WORD or _named_after(reading, k, accepted):
        return None
    end = passage.ends[k]
    before = said[k - 1]
    for spot in reversed(reading.capitals.demonyms):
        if spot.end == at - 1:
            owner = reading.gazetteer.country(spot.name.ids[0])
            return Seat(_with_article(reading, spot.start), end, owner)
        if spot.end < at:
            break
    if before == "s" and k > 2 and said[k - 2] == "'":
        owner = next((i for s, i in accepted.items() if passage.lower.startswith("'s capital", _end_of(reading, s))), 0)
        if owner and reading.gazetteer.country(owner) == owner:
            return Seat(starts[k - 3], end, owner)
        if said[k - 3] in words.owners:
            return Seat(starts[k - 3], end, _main(countries)) if _main(countries) else None
        return None
    if before not in _ARTICLES or k < 2 or not (said[k - 2] in words.locative or said[k - 2] in words.motion):
        return None
    owner = _main(countries)
    if not owner or owner == reading.gazetteer.code("US"):  # whose papers mean a state's
        return None
    return Seat(starts[k - 1], end, owner)


def _named_after(reading: Reading, k: int, accepted: dict[int, int]) -> bool:
    """`the capital Nairobi`, `the capital, Juba`, `the capital of Angola`, `capital punishment`: named, or no place."""
    passage = reading.passage
    following = passage.words[k + 1 : k + 4]
    if following and (following[0] in reading.words.not_capital or following[0] == "of"):
        return True
    return any(s in accepted for s in passage.starts[k + 1 : k + 4]) or following[:2] == ("city", "of")


def _with_article(reading: Reading, start: int) -> int:
    k = reading.passage.index.get(start, 0)
    return reading.passage.starts[k - 1] if k and reading.passage.words[k - 1] == "the" else start


def _end_of(reading: Reading, start: int) -> int:
    return next((s.end for s in reading.capitals.spots if s.start == start), start)


def _main(countries: Counter[int]) -> int:
    """The country that an article speaks of more than of all others together."""
    total = sum(countries.values())
    if not total:
        return 0
    country, times = min(countries.items(), key=lambda item: (-item[1], item[0]))
    return country if times >= 2 and 2 * times > total else 0

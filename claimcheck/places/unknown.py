"""Places that the gazetteer lacks: `the village of Oksova`, `in Millbrae, Auckland`, `Tolva district`, `Kester Bay`."""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from claimcheck.places.gazetteer import DEMONYM, MORE
from claimcheck.places.reading import Reading

_LONGEST = 3  # words of such a name
_OF = frozenset(("of", "called", "named"))


class Unknown(NamedTuple):
    """A name that the words around make a place; `outer` is the place it is said to lie in, or 0."""

    start: int
    end: int
    outer: int


def find_unknown(reading: Reading, accepted: dict[int, int]) -> list[Unknown]:
    """`accepted` is start -> id of the names that are places already. In order."""
    capitals, words, passage = reading.capitals, reading.words, reading.passage
    said = passage.words
    found: list[Unknown] = []
    done = -1
    listing = -1  # the word with which a list such as `the villages of A, B and C` goes on
    cues, folded = words.cues, passage.folded
    places = [k - 1 if k else -1 for k in capitals.at]  # of the words before
    before_each = map(said.__getitem__, places) if places else ()
    led = [i for i in compress(range(len(places)), map(cues.__contains__, before_each)) if places[i] >= 0]
    led.reverse()
    ahead = -1  # `listing` while it is still to come
    while led or ahead >= 0:
        if ahead < 0 or (led and led[-1] <= ahead):
            i = led.pop()
            ahead = -1 if i == ahead else ahead
        else:
            i, ahead = ahead, -1
        start = capitals.starts[i]
        if start < done or start in accepted:
            continue
        if reading.plain and i != listing and not folded[start - 2 : start - 1].islower():
            continue  # the cue is not right before it
        k = capitals.at[i] or 0
        before = said[k - 1] if k else ""
        name = capitals.names[i]
        last = _end_of(reading, i, accepted) if reading.plain else i
        end = capitals.ends[last]
        tail = capitals.texts[last]
        if (
            name and (name.marks & DEMONYM or (name.marks & ~MORE and before not in _OF))
        ) or tail.lower() in reading.people:
            continue
        if (reading.plain and tail.isupper()) or any(t.lower() in words.no_name for t in capitals.texts[i : last + 1]):
            continue
        outer = _outer(reading, end, accepted)
        kind = _says(reading, k, start, end, last, outer)
        if kind != "inside" and i in reading.by_first:
            continue  # weighed as a known name, and found wanting
        if not reading.plain:
            kind = kind if said[k - 1] in _OF and said[k - 2] in words.small else ""
        if not kind and (listing != i or not reading.plain):
            continue
        found.append(Unknown(start, end, outer))
        done = end
        listing = ahead = _next_of_list(reading, last) if kind == "list" or listing == i else -1
    return found


def _says(reading: Reading, k: int, start: int, end: int, last: int, outer: int) -> str:
    """Why the name is a place, or nothing."""
    words, passage = reading.words, reading.passage
    said = passage.words
    before, earlier = said[k - 1] if k else "", said[k - 2] if k > 1 else ""
    tail = reading.capitals.texts[last].lower()
    if tail in words.heads or tail in words.titles:
        return ""
    if before in _OF and earlier not in words.not_names:
        if earlier in words.plurals:
            return "list"
        if earlier in words.towns or earlier in words.regions:
            return "noun"
    if before in words.towns and passage.folded[passage.starts[k - 1]].islower() and earlier not in ("city", "a"):
        return "noun"
    place = before in words.locative or before in words.motion
    if place and outer:
        return "inside"
    n = passage.index.get(passage.starts[passage.word_at(end - 1)], 0) + 1
    following = said[n] if n < len(said) else ""
    if (place or before in ("the", "of")) and passage.folded[end : end + 1] == " ":
        noun = following in words.regions or following in words.towns or following in ("island", "islands")
        if noun and following not in words.not_names and passage.folded[passage.starts[n]].islower():
            return "noun"
        if tail in words.waters and last > 0 and reading.plain and start < reading.capitals.starts[last]:
            return "water"
    explained = place and following == "," and said[n + 1 : n + 2] in (("a",), ("the",))
    return "noun" if explained and not words.towns.isdisjoint(said[n + 2 : n + 5]) else ""


def _end_of(reading: Reading, i: int, accepted: dict[int, int]) -> int:
    """The last capitalised word that stands side by side with the one at `i`."""
    capitals, folded = reading.capitals, reading.passage.folded
    last = i
    while last + 1 < len(capitals.starts) and last - i < _LONGEST:
        between = folded[capitals.ends[last] : capitals.starts[last + 1]]
        if between not in (" ", "-", " de ", " del ", " el-", " al-") or capitals.starts[last + 1] in accepted:
            break
        last += 1
    return last


def _outer(reading: Reading, end: int, accepted: dict[int, int]) -> int:
    """The accepted place right behind the comma."""
    if reading.passage.folded[end : end + 2] not in (", ", " ("):
        return 0
    return accepted.get(end + 2, 0)


def _next_of_list(reading: Reading, last: int) -> int:
    """Which capitalised word begins the next name of a list, or -1."""
    capitals = reading.capitals
    if last + 1 >= len(capitals.starts):
        return -1
    between = reading.passage.folded[capitals.ends[last] : capitals.starts[last + 1]]
    return last + 1 if between in (", ", " and ", ", and ") else -1

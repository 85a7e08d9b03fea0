"""Capitalised words of a passage, and which of them, alone or together, the gazetteer knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.places.gazetteer import DEMONYM, GIVEN, MORE, STATE, Gazetteer, Name
from claimcheck.places.words import Words
from claimcheck.text.passage import Passage

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0218-\u021b\u1e00-\u1eff"
_CAPITALISED = re.compile(
    rf"\b(?:(?:[A-Z]\.)+[A-Z]\b\.?|(?:St|Ste|Mt|Ft)\.(?= [A-Z])|[{_UPPER}][^\W\d_]*(?:'(?!s\b|S\b)[^\W\d_]+)*)"
)
_NEXT = re.compile(r"(?: {1,2}|-)((?:[A-Z]\.)+[A-Z]\b\.?|[^\W\d_]+(?:'(?!s\b|S\b)[^\W\d_]+)*)")
_LONGEST = 7  # words of a name


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that may be a place. `first` and `last` count the capitalised words of the passage."""

    start: int
    end: int
    first: int
    last: int
    name: Name
    written: str


@dataclass(frozen=True, slots=True)
class Capitals:
    """Capitalised words of a passage in order, with what the gazetteer says of each, and the spots among them."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    names: list[Name | None]
    spots: list[Spot]
    demonyms: list[Spot]


def find_capitals(passage: Passage, gazetteer: Gazetteer, words: Words) -> Capitals:
    """One pass over the capitalised words; at each the longest name wins."""
    folded = passage.folded
    found = [(m.start(), m.end(), m.group()) for m in _CAPITALISED.finditer(folded)]
    starts, ends, texts = [f[0] for f in found], [f[1] for f in found], [f[2] for f in found]
    look = gazetteer.name
    names = [look(text) for text in texts]
    spots: list[Spot] = []
    demonyms: list[Spot] = []
    done = -1
    for i, name in enumerate(names):
        if name is None or starts[i] < done:
            continue
        end, written = ends[i], texts[i]
        if name.marks & MORE:
            longer = _longest(folded, written, end, name, gazetteer, words)
            if longer:
                name, end, written = longer
        if not name.ids:
            continue
        last = i
        while last + 1 < len(starts) and starts[last + 1] < end:
            last += 1
        (demonyms if name.marks & DEMONYM else spots).append(Spot(starts[i], end, i, last, name, written))
        done = end
    return Capitals(starts, ends, texts, names, spots, demonyms)


def _longest(
    folded: str, written: str, end: int, name: Name, gazetteer: Gazetteer, words: Words
) -> tuple[Name, int, str] | None:
    best: tuple[Name, int, str] | None = None
    for _ in range(_LONGEST):
        following = _NEXT.match(folded, end)
        if not following:
            break
        word = following.group(1)
        capital = not word[0].islower()
        if not capital and word not in words.inside:
            break
        written = f"{written} {word}"
        end = following.end()
        longer = gazetteer.name(written)
        if longer is None:
            break
        if capital and longer.ids:
            best = (longer, end, written)
        if not longer.marks & MORE:
            break
    return best


def adjacent(folded: str, end: int, start: int) -> bool:
    """Whether a name that ends and one that starts there stand side by side, with a space or a hyphen between."""
    return start - end in (1, 2) and folded[end:start] in (" ", "  ", "-")


def persons(capitals: Capitals, folded: str, words: Words) -> set[str]:
    """Lower-case parts of people's names in a passage: `Maria Jackson`, `Mr. Lincoln`, `Houston, 35,`."""
    starts, ends, texts, names = capitals.starts, capitals.ends, capitals.texts, capitals.names
    found: set[str] = set()
    for i, name in enumerate(names):
        after = folded[ends[i] : ends[i] + 6]
        if after.startswith(", ") and after[2:4].isdigit() and after[4:5] == ",":
            found.add(texts[i].lower())
        word = texts[i].lower()
        title = word in words.titles
        if not title and not (name and name.marks & GIVEN):
            continue
        j = i + 1
        while j < len(starts) and j - i < 4 and _joined(folded, ends[j - 1], starts[j]):
            j += 1
        if j == i + 1:
            continue
        parts = [text.lower() for text in texts[i + 1 : j]]
        if any(part in words.heads or part in words.regions or part in words.landforms for part in parts):
            continue
        found.add(parts[-1])
        if not title:
            found.add(word)
    return found


def _joined(folded: str, end: int, start: int) -> bool:
    return start - end in (1, 2) and folded[end:start] in (" ", ". ", "-")


def is_state(name: Name) -> bool:
    """A postal abbreviation, which is a place only after a comma."""
    return bool(name.marks & STATE)

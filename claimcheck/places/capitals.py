"""Capitalised words of a passage, and which of them, alone or together, the gazetteer knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from claimcheck.places.addresses import load_streets
from claimcheck.places.gazetteer import DEMONYM, GIVEN, MORE, Gazetteer, Name
from claimcheck.places.spelling import spelling
from claimcheck.places.words import Words
from claimcheck.record import record
from claimcheck.text.passage import Passage

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0218-\u021b\u1e00-\u1eff"
# Begins with the capital, and looks back for the start of the word after: so the search for it stays inside C, which
# takes 18 ms for a megabyte instead of 40. U.S., St. before a name, any other word.
_CAPITALISED = re.compile(
    rf"([{_UPPER}](?<!\w.)(?:\.(?<=[A-Z]\.)(?:[A-Z]\.)*[A-Z]\b\.?|(?:t\.(?<=[SMF]t\.)|te\.(?<=Ste\.))(?= [A-Z])"
    r"|[^\W\d_]*(?:'(?!s\b|S\b)[^\W\d_]+)*(?:'s(?= [A-Z]))?))"
)
_AGE = re.compile(r", \d{1,3}(?=,)")
_NEXT = re.compile(r"(?: {1,2}|-)((?:[A-Z]\.)+[A-Z]\b\.?|[^\W\d_]+(?:'(?!s\b|S\b)[^\W\d_]+)*)")
_LONGEST = 7  # words of a name
_FAR = 14  # characters between two capitalised words of one name: ` of the `


@record(frozen=True, slots=True)
class Spot:
    """A name that may be a place. `first` and `last` count the capitalised words of the passage."""

    start: int
    end: int
    first: int
    last: int
    name: Name
    written: str


@record(frozen=True, slots=True)
class Capitals:
    """Capitalised words of a passage in order, with what the gazetteer says of each, and the spots among them."""

    at: list[int | None]  # positions among the words of the passage; None: inside a word
    starts: list[int]
    ends: list[int]
    texts: list[str]
    names: list[Name | None]
    spots: list[Spot]
    demonyms: list[Spot]
    people: list[int]  # which of the words are first names or titles
    streets: list[int]  # where a word such as Street stands


def find_capitals(passage: Passage, gazetteer: Gazetteer, words: Words) -> Capitals:
    """One pass over the capitalised words; at each the longest name wins."""
    folded = passage.folded
    parts = _CAPITALISED.split(folded)  # between, word, between, word, ..., between
    offsets = list(accumulate(map(len, parts)))
    starts, ends, texts = offsets[0:-1:2], offsets[1::2], parts[1::2]
    known = gazetteer.names
    for i in [i for i, text in enumerate(texts) if text.endswith("'s")] if "'s " in folded else ():
        name = known[texts[i]]  # King's Lynn is a name, Russia's Lynn two
        if not (name and name.marks & MORE and _longest(folded, texts[i], ends[i], gazetteer, words)):
            texts[i], ends[i] = texts[i][:-2], ends[i] - 2
    names = list(map(known.__getitem__, texts))
    spots: list[Spot] = []
    demonyms: list[Spot] = []
    people: list[int] = []
    done = -1
    for i, name in [(i, name) for i, name in enumerate(names) if name]:
        if starts[i] < done:
            continue
        end, written, marks = ends[i], texts[i], name.marks
        if marks & GIVEN:
            people.append(i)
        if marks & MORE and i + 1 < len(starts) and starts[i + 1] - end < _FAR and written != "THE":
            beside = texts[i + 1] if starts[i + 1] - end == 1 and folded[end] == " " else ""
            plain = beside.isalpha() and not folded.startswith("'s", ends[i + 1])
            # Nearly always a plain word follows, and the two begin no name
            if not plain or spelling(beside) in gazetteer.following(written):
                name, end, written = _longest(folded, written, end, gazetteer, words) or (name, end, written)
        if not name.ids:
            continue
        last = i if end == ends[i] else bisect_left(starts, end, i + 1) - 1
        (demonyms if name.marks & DEMONYM else spots).append(Spot(starts[i], end, i, last, name, written))
        done = end
    titles, kinds = words.capital_titles, load_streets().kinds
    special = titles.intersection(texts) | kinds.intersection(texts)
    streets: list[int] = []
    for i, text in [(i, text) for i, text in enumerate(texts) if text in special] if special else ():
        if text in titles:
            people.append(i)
        if text in kinds:
            streets.append(starts[i])
    return Capitals(list(map(passage.index.get, starts)), starts, ends, texts, names, spots, demonyms, people, streets)


def _longest(folded: str, written: str, end: int, gazetteer: Gazetteer, words: Words) -> tuple[Name, int, str] | None:
    """The longest name that begins with a word: (name, its end, as written)."""
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
        if folded.startswith("'s", end) and (own := gazetteer.name(written + "'s")) and (own.ids or not longer):
            longer, written, end = own, written + "'s", end + 2  # St. John's, St. Peter's Square
        if longer is None:
            break
        if capital and longer.ids and not (word.isupper() and word.lower() in words.inside):
            best = (longer, end, written)
        if not longer.marks & MORE:
            break
    return best


def adjacent(folded: str, end: int, start: int) -> bool:
    """Whether a name that ends and one that starts there stand side by side, with a space or a hyphen between."""
    return start - end in (1, 2) and folded[end:start] in (" ", "  ", "-")


def persons(capitals: Capitals, folded: str, words: Words) -> set[str]:
    """Lower-case parts of people's names in a passage: `Maria Jackson`, `Mr. Lincoln`, `Houston, 35,`."""
    starts, ends, texts = capitals.starts, capitals.ends, capitals.texts
    found: set[str] = set()
    for i in capitals.people:
        j = i + 1
        while j < len(starts) and j - i < 4 and _joined(folded, ends[j - 1], starts[j], texts[j - 1]):
            j += 1
        if j == i + 1:
            continue
        parts = [text.lower() for text in texts[i + 1 : j]]
        if not words.no_family.isdisjoint(parts):
            continue
        found.add(parts[-1])
        if texts[i] not in words.capital_titles:
            found.add(texts[i].lower())
    for age in _AGE.finditer(folded):
        i = bisect_left(ends, age.start())
        if i < len(ends) and ends[i] == age.start():
            found.add(texts[i].lower())
    return found


def _joined(folded: str, end: int, start: int, before: str) -> bool:
    between = folded[end:start] if start - end < 3 else ""
    return between in (" ", "-") or (between == ". " and len(before) < 4)  # J. or Mr. or Gov.

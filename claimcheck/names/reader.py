"""Reads the names of an article: persons, organisations and offices, each under one canonical name.

Three passes: full names and what vouches for them, in every passage; then the single words and the offices that stand
for them; headlines in which every word has a capital show only names that the text, or a known first name, vouches for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from claimcheck.model import Mention, Value
from claimcheck.names.headlines import Span, all_capitals, headline_names, headlines
from claimcheck.names.people import People
from claimcheck.names.runs import Piece, Runs
from claimcheck.names.vocabulary import load_vocabulary
from claimcheck.text.passage import Passage

_AGE = re.compile(r",? (?:aged? |\()?\d{1,2}(?=[,).;]| (?:of|from|and|was|who|died)\b)")
_AGED = re.compile(r"\d-year-olds? $")
_NEXT = re.compile(r",? ([a-z]+)")
_BEFORE = re.compile(r"([a-z]+),? $")
_IN = ("in ", "near ", "In ", "across ", "downtown ")
_REPORTING = frozenset({"said", "says", "told", "to", "by"})
_ACRONYM = re.compile(r" ?\(([A-Z]{2,7})\)")

Single = tuple[int, int, str]


class Names:
    """Made once a run by `load_names`; reads any number of articles."""

    def __init__(self, packs: Sequence[Path] | None = None) -> None:
        self._words = load_vocabulary(packs)
        self._runs = Runs(self._words)
        self._speaking = self._words.offices | self._words.speakers

    def read(self, passages: Sequence[Passage]) -> list[list[Mention]]:
        """The mentions of each passage of one article (title first), by offset. Kind `actor`; tags hold person,
        organisation or office; `subject` is a person's title where one is written."""
        people = People(self._words.suffixes)
        aliases: dict[str, str] = {}
        found: list[list[Mention]] = [[] for _ in passages]
        singles: list[list[Single]] = [[] for _ in passages]
        lines = [[] if p.capitals else headlines(p) for p in passages]
        for i, passage in enumerate(passages):
            if not passage.capitals:
                self._full_names(passage, lines[i], people, aliases, found[i], singles[i])
        for i, passage in enumerate(passages):
            if passage.capitals:
                found[i] += all_capitals(passage, people, self._words)
            for line in lines[i]:
                found[i] += headline_names(passage, line, passages, people, self._words)
            found[i] += self._short_names(passage, singles[i], people, aliases)
        return [_settled(mentions, people) for mentions in found]

    def _full_names(
        self,
        passage: Passage,
        lines: Sequence[Span],
        people: People,
        aliases: dict[str, str],
        found: list[Mention],
        singles: list[Single],
    ) -> None:
        """What stands outside the headlines `lines`."""
        folded = passage.folded
        runs: list[tuple[int, str]] = []
        found_runs = self._runs.find(folded)
        for low, high in lines:
            found_runs = [run for run in found_runs if not low <= run[0] < high]
        for run in found_runs:
            if " " in run[2]:
                runs.append((run[0], run[2]))
            else:
                singles.append(run)
        pieces = [(start, piece) for start, text in runs for piece in self._runs.pieces(text)]
        singles += [(start + p.start, start + p.end, p.name) for start, p in pieces if p.sort == "single"]
        alone = {text for _, _, text in singles}
        for start, piece in pieces:
            if piece.sort == "organisation":
                found.append(self._organisation(folded, start, piece, aliases))
            elif piece.sort == "person" or (piece.sort != "single" and self._vouched(folded, start, piece, alone)):
                people.add(piece.name, piece.title)
                found.append(_mention(start + piece.start, start + piece.end, piece.name, "person", piece.title))

    def _vouched(self, folded: str, start: int, piece: Piece, alone: set[str]) -> bool:
        """Does the context say that these words are a person: an age, a title, a verb of speech, the name again?"""
        first, last = start + piece.start, start + piece.end
        if _AGE.match(folded, last) or _AGED.search(folded, max(0, first - 12), first):
            return True
        before = _BEFORE.search(folded, max(0, first - 20), first)
        if before and (before.group(1) in self._words.before or before.group(1) in self._words.titles):
            return True
        if piece.sort == "doubtful":
            return False
        after = _NEXT.match(folded, last)
        if after and after.group(1) in self._words.speech:
            return True
        family = piece.name.rsplit(" ", 1)[-1]
        if family not in alone or f" {family.lower()} " in folded:
            return False
        return not any(f"{place}{family}" in folded for place in _IN)

    def _organisation(self, folded: str, start: int, piece: Piece, aliases: dict[str, str]) -> Mention:
        end, name = start + piece.end, piece.name
        if name.rsplit(" ", 1)[-1].lower() in self._words.of and (more := self._runs.of.match(folded, end)):
            end, name = more.end(), name + more.group()
        if short := _ACRONYM.match(folded, end):
            aliases[short.group(1)] = name
        return _mention(start + piece.start, end, name, "organisation")

    def _short_names(
        self, passage: Passage, singles: list[Single], people: People, aliases: dict[str, str]
    ) -> list[Mention]:
        """Family names alone, acronyms, the Ministry of ..., the mayor, police."""
        words, folded = self._words, passage.folded
        titled = bool(words.titles & passage.different)
        found: list[Mention] = []
        for start, end, text in singles:
            low = text.lower()
            if name := people.known(text):
                found.append(_mention(start, end, name, "person"))
            elif low in words.known or text in aliases:
                found.append(_mention(start, end, aliases.get(text, text), "organisation"))
            elif low in words.of and (more := self._runs.of.match(folded, end)):
                found.append(_mention(start, more.end(), text + more.group(), "organisation"))
            elif titled and low not in words.never and (title := self._title_before(passage, start)):
                people.add(text, title)
                found.append(_mention(start, end, text, "person", title))
        return found + self._offices(passage, people)

    def _title_before(self, passage: Passage, start: int) -> str:
        """The lower-case title right before a single capitalised word: mayor Sobyanin."""
        at = passage.index.get(start, 0)
        before = passage.words[at - 1] if at else ""
        small = before in self._words.titles and passage.folded[passage.starts[at - 1]].islower()
        return before if small and passage.ends[at - 1] == start - 1 else ""

    def _offices(self, passage: Passage, people: People) -> list[Mention]:
        """Whoever speaks or acts without a name: the mayor, the defence ministry, police said."""
        words = passage.words
        found: list[Mention] = []
        for i in passage.positions(self._speaking & passage.different):
            word = words[i]
            before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
            known = before == "the" or (i > 1 and words[i - 2] == "the" and before.isalpha())
            if known and word in self._words.offices and after not in self._words.offices:
                found += self._office(passage, i - (before != "the"), i, people)
            if word in self._words.speakers and (after in self._words.speech or before in _REPORTING):
                found.append(_mention(passage.starts[i], passage.ends[i], word, "office"))
        return found

    def _office(self, passage: Passage, first: int, last: int, people: People) -> list[Mention]:
        start, end = passage.starts[first], passage.ends[last]
        if not (passage.folded[start].islower() and passage.folded[passage.starts[last]].islower()):
            return []
        office = passage.words[last]
        if holder := people.holder(office):
            return [_mention(passage.starts[first - 1], end, holder, "person", office)]
        return [_mention(passage.starts[first - 1], end, passage.lower[start:end], "office")]


def load_names(packs: Sequence[Path] | None = None) -> Names:
    """The reader with the words of all packs (the shipped ones, without `packs`)."""
    return Names(packs)


def _mention(start: int, end: int, name: str, sort: str, title: str = "") -> Mention:
    return Mention("actor", start, end, _value(name), title or None, (sort,))


@lru_cache(maxsize=4096)
def _value(name: str) -> Value:
    """One value for all places where a name stands."""
    return Value(name)


def _settled(mentions: list[Mention], people: People) -> list[Mention]:
    """By offset, none inside another, each person under the fullest name the article gives."""
    out: list[Mention] = []
    end = 0
    for m in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if m.start < end:
            continue
        end = m.end
        name = str(m.value.value)
        full = people.canonical(name) if m.tags == ("person",) else name
        out.append(m if full == name else Mention(m.kind, m.start, m.end, _value(full), m.subject, m.tags))
    return out

"""Runs of capitalised words, and which part of a run is a person, an organisation, or perhaps a person.

A run is read without its context, so one reading serves every place where the same words stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from claimcheck.names.vocabulary import Vocabulary
from claimcheck.record import record
from claimcheck.remembered import Remembered

_CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x250)) if c.isupper())
_JOINT = rf"['&](?=[{_CAPITALS}])|-(?=\w)|\.(?=[{_CAPITALS}]\.)"
# A word is read to its end. A possessive group would say so, but Python before 3.11.5 misreads one.
_REST = rf"\w*(?:(?:{_JOINT})\w*)*(?!\w|{_JOINT})"
_WORD = rf"(?:[ae]l-)?[{_CAPITALS}]{_REST}"
_ARTICLE = re.compile(r"(?<![\w.])[ae]l-")
_LONGEST_NAME = 5
_REMEMBERED = 4_000


@record(frozen=True, slots=True)
class Token:
    """A word of a run: where it begins in the run, as written, and in lower case without a full stop."""

    start: int
    text: str
    low: str


@record(frozen=True, slots=True)
class Piece:
    """What a part of a run names. Offsets count in the run; `name_start` leaves out the title.

    sort is person, perhaps (a person, if the context says so), doubtful (a person, if an age or a title says so),
    organisation, or single (a word for the reader to look up).
    """

    sort: str
    start: int
    name_start: int
    end: int
    name: str
    title: str = ""


class Runs:
    """Finds runs in a folded text and cuts each into pieces."""

    def __init__(self, words: Vocabulary) -> None:
        particles = "|".join(sorted(words.particles))
        owned = "|".join(w.capitalize() for w in sorted(words.owned))
        link = rf"(?:\.? |'s (?={owned}))(?:(?:{particles}) )*"
        # Begins with the capital, and looks back for the start of the word after: so the search for it stays inside C,
        # which takes 19 ms for a megabyte instead of 43. What it costs is `al-` before the first word: see `find`.
        self._pattern = re.compile(rf"([{_CAPITALS}](?<![\w.].){_REST}(?:{link}{_WORD})*)")
        self.of = re.compile(rf" of (?:the )?{_WORD}(?: {_WORD})*(?: and {_WORD}(?! {_WORD}))?")
        self._words = words
        self._heads = words.organisations | words.places
        self._titling = words.titles | words.with_title
        self._stop = words.never | self._heads
        self._skip = words.never - words.organisations - words.with_title
        self._known = Remembered(self._pieces, keep=_REMEMBERED)

    def find(self, folded: str) -> list[tuple[int, int, str]]:
        """The runs of a text: start, end, as written."""
        parts = self._pattern.split(folded)  # between, run, between, run, ..., between: all loops stay inside C
        offsets = list(accumulate(map(len, parts)))
        starts, ends, texts = offsets[0:-1:2], offsets[1::2], parts[1::2]
        if "al-" in folded or "el-" in folded:
            for i, start in enumerate(starts):
                if _ARTICLE.fullmatch(folded, max(0, start - 3), start):
                    starts[i], texts[i] = start - 3, folded[start - 3 : ends[i]]
        return list(zip(starts, ends, texts, strict=True))

    def pieces(self, run: str) -> tuple[Piece, ...]:
        """What the run names, in order."""
        return self._known[run]

    def _pieces(self, run: str) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for segment in self._segments(run):
            self._read(segment, found)
        return tuple(sorted(found, key=lambda p: p.start))

    def _segments(self, run: str) -> list[list[Token]]:
        """The run's words, cut after a full stop that is not of an abbreviation or an initial."""
        segments: list[list[Token]] = [[]]
        start = 0
        for text in run.split(" "):
            if text:
                low = text.rstrip(".").lower()
                segments[-1].append(Token(start, text, low.removesuffix("'s")))
                dotted = text.endswith(".") and not (len(low) == 1 or "." in low or low in self._words.abbreviated)
                if dotted and segments[-1]:
                    segments.append([])
            start += len(text) + 1
        return segments

    def _read(self, tokens: Sequence[Token], found: list[Piece]) -> None:
        begin, end = 0, len(tokens)
        while begin < end and tokens[begin].low in self._skip:
            begin += 1
        while end > begin and (tokens[end - 1].low in self._words.particles or tokens[end - 1].low in self._skip):
            end -= 1
        tokens = tokens[begin:end]
        if not tokens:
            return
        span = self._titled(tokens) or self._named(tokens)
        if span is None:
            self._unnamed(tokens, found)
            return
        title, first, last, sort = span
        found.append(_piece(sort, tokens, first, last, title))
        self._read(tokens[:title], found)
        self._read(tokens[last:], found)

    def _titled(self, tokens: Sequence[Token]) -> tuple[int, int, int, str] | None:
        """The last title with a name after it: where the title begins, the name begins and ends."""
        for at in range(len(tokens) - 2, -1, -1):
            if tokens[at].low not in self._titling or tokens[at + 1].low in self._titling:
                continue
            last = self._name_end(tokens, at + 1)
            if last == at + 1 or (last < len(tokens) and tokens[last].low in self._heads):
                continue
            title = at
            while title and tokens[title - 1].low in self._titling:
                title -= 1
            if not any(t.low in self._words.titles for t in tokens[title : at + 1]):
                continue
            if title and tokens[title - 1].low in self._words.first:
                continue  # Larry King, Tom Judge: the title is a family name
            return title, at + 1, last, "person"
        return None

    def _named(self, tokens: Sequence[Token]) -> tuple[int, int, int, str] | None:
        """A name that begins with a known first name."""
        words = self._words
        for at in range(len(tokens) - 1):
            low = tokens[at].low
            sure = low in words.first or low in words.family_first
            if not (sure or low in words.first_or_word) or (at and tokens[at - 1].low in words.before_place):
                continue
            last = self._name_end(tokens, at)
            if last < len(tokens) and tokens[last].low in self._heads:
                alone = last == at + 1 == len(tokens) - 1  # Tiger Woods, or Allen County
                return (at, at, last + 1, "doubtful") if alone and sure else None
            if last - at >= 2 and len(tokens[last - 1].low) > 1:
                return at, at, last, "person" if sure else "perhaps"
        return None

    def _name_end(self, tokens: Sequence[Token], at: int) -> int:
        last = at
        while last < len(tokens) and last - at < _LONGEST_NAME:
            low = tokens[last].low
            if (low in self._stop and len(low) > 1) or (low in self._words.known and tokens[last].text.isupper()):
                break
            last += 1
        while last > at and tokens[last - 1].low in self._words.particles:
            last -= 1
        return last

    def _unnamed(self, tokens: Sequence[Token], found: list[Piece]) -> None:
        """No first name and no title: an organisation, or two or three words that may be a person."""
        words = self._words
        if len(tokens) == 1:
            found.append(_piece("single", tokens, 0, 1, 0))
            return
        heads = [i for i, t in enumerate(tokens) if t.low in words.organisations or t.low in words.known]
        if heads:
            last = heads[-1] + 1
            if last > 1:
                found.append(_piece("organisation", tokens, 0, last, 0))
            return
        if not 2 <= len(tokens) <= 3 or tokens[0].low in words.before_place:
            return
        if any(t.low in self._stop or t.low in self._titling for t in tokens):
            return
        if any(t.text.isupper() and len(t.low) > 1 for t in tokens) or len(tokens[-1].low) < 2:
            return  # SW Houston, AP Photo
        initial = len(tokens) == 3 and len(tokens[1].low) == 1
        found.append(_piece("person" if initial else "perhaps", tokens, 0, len(tokens), 0))


def _piece(sort: str, tokens: Sequence[Token], first: int, last: int, title: int) -> Piece:
    start, end = tokens[title].start, tokens[last - 1].start + len(tokens[last - 1].text)
    name = " ".join(t.text for t in tokens[first:last])
    if name.endswith("."):
        name, end = name[:-1], end - 1
    office = " ".join(t.low for t in tokens[title:first])
    return Piece(sort, start, tokens[first].start, end, name, office)

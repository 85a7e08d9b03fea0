"""A passage: one field of an article (title or text), folded and cut into words and sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

from claimcheck.record import record
from claimcheck.text.fold import fold, lower, spaced

_WORD = re.compile(r"([^\W_]+|[^\w\s]|_)")
_ASCII_WORD = re.compile(r"([a-z0-9]+|[^a-z0-9 \t-\r\x1c-\x1f])")  # the same for ASCII, in half the time
# Begins with one set of characters, so that the search for it stays inside C: a run of marks and space, or of line ends
_BREAK = re.compile(r"[.!?\n](?:(?<=\n)\n*|(?<!\n)[.!?]*[\"')\]]*\s+)")
_DIGITS = re.compile(r"[0-9][0-9]*")  # not `[0-9]+`, for the same reason
_SMALL = re.compile(r"[a-z]+")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")


@record(frozen=True, slots=True)
class Passage:
    """Everything a recogniser may look at. `folded`, `lower` have the length of `text`; `spaced` is shifted by one.

    words     lower-case words, and single punctuation marks, in order (parallel lists: one pass, no object per word)
    starts    offset of each word
    ends      offset after each word
    numbered  positions of the words that begin or end with a digit, in order
    different the words, each once: what readers ask first is whether a word is there at all
    index     offset of a word's start -> its position in `words`
    sentences half-open ranges of offsets, in order, without surrounding white space
    """

    field: str
    text: str
    folded: str
    lower: str
    spaced: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbered: tuple[int, ...]
    different: frozenset[str]
    index: dict[int, int]
    sentences: tuple[tuple[int, int], ...]
    sentence_starts: tuple[int, ...]
    capitals: bool  # wire copy: (nearly) all letters are capitals

    def sentence_at(self, offset: int) -> int:
        """Which sentence (by position) holds the offset."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def positions(self, sought: Iterable[str]) -> list[int]:
        """Where the words stand that are sought (letters and digits, no marks), by position, in order. They are looked
        for in the text, one by one: with a dozen of them that takes a third of asking every word of the passage."""
        spaced, index = self.spaced, self.index
        found: list[int] = []
        for word in sought:
            key, step = f" {word}", len(word) + 1  # without the space after: it is what a search would stop at
            at = spaced.find(key)
            while at >= 0:
                if spaced[at + step] == " ":
                    found.append(index[at])
                at = spaced.find(key, at + step)
        found.sort()
        return found

    def word_at(self, offset: int) -> int:
        """Which word (by position) holds the offset, or the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)


def read_passage(
    text: str,
    *,
    field: str = "text",
    abbreviations: frozenset[str] = frozenset(),
    go_on: frozenset[str] = frozenset(),
) -> Passage:
    """Cut a text. `abbreviations` are lower-case words (without the dot) after which a full stop ends no sentence;
    `go_on` are lower-case words that go on with the sentence after initials ("8 p.m. Friday")."""
    folded = fold(text)
    lowered = lower(folded)
    word = _ASCII_WORD if lowered.isascii() else _WORD
    parts = word.split(lowered)  # what is between, word, between, word, ..., between: all loops stay inside C
    offsets = list(accumulate(map(len, parts)))
    words, starts = tuple(parts[1::2]), tuple(offsets[0:-1:2])
    ends, index = tuple(offsets[1::2]), dict(zip(starts, range(len(starts)), strict=True))
    sentences = tuple(_sentences(folded, abbreviations, go_on))
    return Passage(
        field=field,
        text=text,
        folded=folded,
        lower=lowered,
        spaced=spaced(lowered),
        words=words,
        starts=starts,
        ends=ends,
        numbered=tuple(_numbered(lowered, starts, ends, index)),
        different=frozenset(words),
        index=index,
        sentences=sentences,
        sentence_starts=tuple(s for s, _ in sentences),
        capitals=_in_capitals(folded[:600]),
    )


def _numbered(lowered: str, starts: tuple[int, ...], ends: tuple[int, ...], index: dict[int, int]) -> list[int]:
    found: list[int] = []
    for digits in _DIGITS.finditer(lowered):
        start, end = digits.span()
        i = index.get(start, -1)
        if i < 0:
            i = bisect_right(starts, start) - 1
            if ends[i] != end or (found and found[-1] == i):
                continue
        found.append(i)
    return found


def _in_capitals(sample: str) -> bool:
    """Wire copy is told by its beginning: more than four letters in five are capitals."""
    if len("".join(_SMALL.findall(sample, 0, 240))) >= 150:
        return False  # nearly always
    small = len("".join(_SMALL.findall(sample)))
    return small < 150 and sum(map(str.isupper, sample)) > max(4 * small, 16)


def _sentences(folded: str, abbreviations: frozenset[str], go_on: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    wrapped = _is_wrapped(folded)
    for stop in _BREAK.finditer(folded):
        mark, (at, end) = stop.group(), stop.span()
        if "\n" not in mark or mark.count("\n") <= wrapped:  # no blank line, nor the end of a line that is not wrapped
            if mark == "\n" or folded[end : end + 1].islower():
                continue
            if mark[0] == "." != mark[1] and not _ends_sentence(folded, start, at, end, abbreviations, go_on):
                continue
        _keep(folded, start, at + len(mark.rstrip()), found)
        start = end
    _keep(folded, start, len(folded), found)
    return found


def _is_wrapped(folded: str) -> bool:
    """Are lines broken to a width, so that a single line end is only a space? Then most lines end in mid-sentence."""
    if folded.count("\n") < 4:
        return False
    lines = folded.split("\n")[:60]
    inner = [a.rstrip() for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(inner) < 4 or max(map(len, inner)) > 120:
        return False
    return sum(line.endswith((".", "!", "?", ":", '"', "'")) for line in inner) <= len(inner) // 2


def _ends_sentence(
    folded: str, start: int, at: int, end: int, abbreviations: frozenset[str], go_on: frozenset[str]
) -> bool:
    """Whether the full stop at `at` ends the sentence from `start`; what follows it begins at `end`."""
    word = folded[max(start, at - 20) : at].rpartition(" ")[2]
    if not word.isalpha():
        last = _LAST_WORD.search(folded, max(start, at - 20), at + 1)
        if not last:
            return True
        word = last.group(1)
    if word.lower().replace(".", " ") in abbreviations:
        # "Ill." and "No." are abbreviations, "he was ill." and "said no." are not
        return word.islower() and not folded[end : end + 1].isdigit() and any(vowel in word for vowel in "aeiou")
    if "." in word and word.islower():
        after = _NEXT_WORD.match(folded, end)
        return after is None or after.group().lower() not in go_on
    return not (len(word) == 1 and word.isupper())  # an initial: "George W. Bush"


def _keep(folded: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))

"""Marks on dates that are not of the story: stamps (published, updated, copyright) and datelines."""

from __future__ import annotations

import re

from claimcheck.temporal.reading import Reading
from claimcheck.temporal.vocabulary import Vocabulary
from claimcheck.text.passage import Passage

_NEAR = 6  # words before a stamp's date in which its word stands
_SIGNATURE = re.compile(r"[(\[]?@\w{2,20}[)\]]?\s*[,-]?\s*$")
_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*\(?([A-Z][A-Z.' -]{2,}[A-Z.])(?:, [\w. ]{2,25})?(?: ?\([A-Z][\w .]{1,20}\) ?[-–—] ?|, | )\(?$"
)
_CITY = re.compile(r"(?:^|\n)[ \t]*[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [\w. ]{2,25})?, $")
_AGENCY = re.compile(r" ?\([A-Z][A-Za-z ]{1,20}\) ?[-–—]")
_DASH = re.compile(r"\)?[ ,]*(?:\([^)\n]{2,40}\)|\[[^]\n]{2,40}\])?[ ,]*(?:--?|:|/)")


def marks_of(passage: Passage, readings: list[Reading], vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """For each reading its marks: `stamp`, `dateline` or none. Dates in one line with a stamp are stamps too."""
    words, signs = passage.words, vocabulary.signs["stamp"]
    marks: list[tuple[str, ...]] = []
    for at, reading in enumerate(readings):
        if reading.kind not in ("date", "time"):
            marks.append(())
            continue
        start = passage.starts[reading.first]
        goes_on = bool(marks) and marks[-1] == ("stamp",) and _same_line(passage, readings[at - 1], reading)
        if goes_on or _stamped(passage, words, reading, signs) or _signed(passage, start):
            marks.append(("stamp",))
        elif reading.month and _dateline(passage, start, passage.ends[reading.last - 1]):
            marks.append(("dateline",))
        else:
            marks.append(())
    return marks


def _same_line(passage: Passage, before: Reading, reading: Reading) -> bool:
    gap = passage.text[passage.ends[before.last - 1] : passage.starts[reading.first]]
    return len(gap) < 24 and "\n" not in gap and ". " not in gap


def _stamped(passage: Passage, words: tuple[str, ...], reading: Reading, signs: frozenset[str]) -> bool:
    low = max(0, reading.first - _NEAR)
    if signs.isdisjoint(words[low : reading.first]):
        return False  # nearly always
    for at in range(reading.first - 1, low - 1, -1):
        word = words[at]
        if "\n" in passage.text[passage.ends[at] : passage.starts[at + 1]]:
            return False
        if word == "." and at != low:
            return False
        if word in signs:
            return _opens(passage, at)
    return False


def _opens(passage: Passage, at: int) -> bool:
    """A stamp's word opens a line or a sentence, or stands in brackets or capitals: `was posted on` tells a story."""
    start = passage.starts[at]
    if passage.text[passage.ends[at] : passage.ends[at] + 1] == ":":
        return True
    before = passage.text[max(0, start - 2) : start]
    return not before.strip() or before.strip()[-1] in '.(|[•·*-—–:©"' or "\n" in before or passage.text[start] == "©"


def _signed(passage: Passage, start: int) -> bool:
    """— Name (@handle) July 4, 2016"""
    low = max(0, start - 30)
    return "@" in passage.text[low:start] and bool(_SIGNATURE.search(passage.text, low, start))


def _dateline(passage: Passage, start: int, end: int) -> bool:
    """MOSCOW, Dec. 24 (Reuters) -"""
    if not _DASH.match(passage.folded, end):
        return False
    before = passage.text[max(0, start - 60) : start]
    if _AGENCY.match(passage.text, end) and _CITY.search(before):
        return True  # "Moscow, Dec. 24 (Reuters) -"
    found = _DATELINE.search(before)
    if not found or passage.text[end : end + 1] == "-":
        return False
    return not passage.capitals or found.group().rstrip().endswith((",", "("))

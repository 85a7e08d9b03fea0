"""Names where letter case says nothing: headlines with a capital on every word, and wire copy in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Mention, Value
from claimcheck.names.people import People
from claimcheck.names.vocabulary import Vocabulary, Words
from claimcheck.text.passage import Passage

_ENDS = frozenset(".!?\"',;:)")
_LONGEST = 300  # characters of a headline
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")

Span = tuple[int, int]


def headlines(passage: Passage) -> list[Span]:
    """The lines without a full stop in which (nearly) every longer word begins with a capital: the title, a headline or
    a link inside the text."""
    found: list[Span] = []
    for start, end in passage.sentences:
        if passage.folded[end - 1] in _ENDS and passage.field == "text":
            continue
        longer = _LONG_WORD.findall(passage.folded, start, min(end, start + _LONGEST))
        if len(longer) > 2 and sum([w[0].isupper() for w in longer]) >= 0.8 * len(longer):
            found.append((start, end))
    return found


def headline_names(
    passage: Passage, line: Span, passages: Sequence[Passage], people: People, words: Vocabulary
) -> list[Mention]:
    """Names of the text that stand in a headline of it, and known first names with a word that the text never uses in
    lower case."""
    texts = [p.folded for p in passages if p.field == "text"]
    known = [full for full in people.full_names() if passage.folded.find(full, line[0], line[1] + len(full)) >= 0]
    found: list[Mention] = []
    i = passage.word_at(line[0])
    stop = passage.word_at(line[1] - 1) + 1
    while i < stop:
        last = _name_from(passage, i, known, texts, people, words)
        if last > i:
            found.append(_mention(passage, i, last, people, words))
        i = max(last, i + 1)
    return found


def all_capitals(passage: Passage, people: People, words: Vocabulary) -> list[Mention]:
    """A known first name, further first names, and one word more that is no function word."""
    found: list[Mention] = []
    i, n = 0, len(passage.words)
    while i < n:
        last = i
        while last < n and passage.words[last] in words.first and _joined(passage, i, last):
            last += 1
        if last > i and last < n and _family(passage.words[last], words) and _joined(passage, i, last):
            last += 1
            found.append(_mention(passage, i, last, people, words))
            people.add(str(found[-1].value.value), found[-1].subject or "")
        i = max(last, i + 1)
    return found


def _name_from(
    passage: Passage, i: int, known: Sequence[str], texts: Sequence[str], people: People, words: Vocabulary
) -> int:
    """The position after a name (one of the `known` full ones, or another) that begins with word `i`; `i` where none
    does."""
    start = passage.starts[i]
    for full in known:
        if passage.folded.startswith(full, start):
            return passage.word_at(start + len(full) - 1) + 1
    token = passage.folded[start : passage.ends[i]]
    if people.known(token) and token[:1].isupper():
        return i + 1
    if passage.words[i] not in words.first or i + 1 >= len(passage.words) or not _joined(passage, i, i + 1):
        return i
    family = passage.words[i + 1]
    if not _family(family, words) or any(f" {family} " in text for text in texts) or not texts:
        return i
    return i + 2


def _family(word: str, words: Vocabulary) -> bool:
    common: tuple[Words, ...] = (words.never, words.organisations, words.places, words.titles, words.speech, words.of)
    return len(word) > 1 and word.isalpha() and not any(word in group for group in common)


def _joined(passage: Passage, i: int, j: int) -> bool:
    """Do words `i` and `j` stand with nothing but spaces (and the words between) from one to the other?"""
    return i == j or passage.folded[passage.ends[j - 1] : passage.starts[j]] == " "


def _mention(passage: Passage, first: int, last: int, people: People, words: Vocabulary) -> Mention:
    name = passage.folded[passage.starts[first] : passage.ends[last - 1]]
    if name.isupper():
        name = name.title()
    begin = first
    while begin and passage.words[begin - 1] in words.titles | words.with_title and _joined(passage, begin - 1, begin):
        begin -= 1
    title = " ".join(passage.words[begin:first])
    named = people.canonical(people.known(name) or name)
    return Mention("actor", passage.starts[begin], passage.ends[last - 1], Value(named), title or None, ("person",))

"""Whether a clause tells of what was or of what will be: the finite verb or auxiliary nearest to an expression."""

from __future__ import annotations

from typing import Literal

from claimcheck.temporal.vocabulary import Vocabulary
from claimcheck.text.passage import Passage

Tense = Literal["past", "future", ""]
_BACK, _AHEAD = 24, 14  # words looked at before and after
_RIGHT_BEFORE = 3


def tense_at(passage: Passage, first: int, last: int, vocabulary: Vocabulary) -> Tense:
    """The tense around words `first` to `last`: of the verb before them, or else of the one after."""
    words, signs = passage.words, vocabulary.signs
    sentence = passage.sentence_at(passage.starts[first])
    start, end = passage.sentences[sentence] if passage.sentences else (0, len(passage.text))
    if sentence and passage.starts[first] == start and words[max(0, first - 2) : first] == ("m", "."):
        start = passage.sentences[sentence - 1][0]  # `at 3 p.m. Wednesday`: the full stop ended nothing
    low = max(first - _BACK, 0)
    found: Tense = ""
    for at in range(first - 1, low - 1, -1):
        if passage.starts[at] < start or words[at] == ";":
            break
        if words[at] in signs["copula"] and first - at <= _RIGHT_BEFORE:
            return "future"  # the game is on Friday
        found = _verb(passage, at, signs)
        if found:
            return found
    for at in range(last, min(last + _AHEAD, len(words))):
        if passage.starts[at] >= end or words[at] == ";":
            break
        found = _verb(passage, at, signs)
        if found:
            return found
    return ""


def _verb(passage: Passage, at: int, signs: dict[str, frozenset[str]]) -> Tense:
    words = passage.words
    word = words[at]
    if word in signs["future"]:
        return "" if word == "may" and _beside_number(words, at) else "future"
    if at and ((word == "be" and words[at - 1] == "to") or (word == "to" and words[at - 1] in ("is", "are"))):
        return "future"
    if word in signs["past"]:
        return "" if word in signs["participle"] and _after_be(words, at, signs) else "past"
    if word.endswith("ed") and len(word) > 4 and word not in signs["not-past"]:
        name = not passage.capitals and passage.folded[passage.starts[at]].isupper()
        return "" if name or _after_be(words, at, signs) else "past"
    return ""


def _beside_number(words: tuple[str, ...], at: int) -> bool:
    """`May 7`, `7 May`: the month."""
    return words[at - 1][:1].isdigit() or (at + 1 < len(words) and words[at + 1][:1].isdigit())


def _after_be(words: tuple[str, ...], at: int, signs: dict[str, frozenset[str]]) -> bool:
    """`(will) be held`, `is wanted`: the participle says nothing, the auxiliary does."""
    return at > 0 and words[at - 1] in signs["be"]

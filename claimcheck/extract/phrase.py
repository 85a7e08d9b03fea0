"""What sentences are read in: nouns and actions of the vocabulary, and the noun phrases that count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.lexicon import Entry
from claimcheck.model import Mention

PERSON = "person"


class Noun(NamedTuple):
    """A noun of the vocabulary at words [first, last)."""

    first: int
    last: int
    entry: Entry
    form: str


class Act(NamedTuple):
    """An action of the vocabulary at words [first, last)."""

    first: int
    last: int
    entry: Entry
    form: str


class Phrase(NamedTuple):
    """What is counted, and how many, at words [first, last).

    value  None: how many is not said
    form   number | zero | single (a man) | definite (the man) | named | pronoun | ranked (the third man) | many (men) |
           owner (`the man's`: only for what is his)
    sort   category of the noun (person, thing, equipment); "" for a bare number
    group  id of the noun: officer, child, drone; "" where none
    marks  partial, others, and inner ones
    tags   of the noun's entry; "bare" where no determiner stands
    """

    first: int
    last: int
    value: float | None
    form: str
    sort: str
    group: str
    given: Mention | None = None  # the number as the article gives it
    marks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Spans(NamedTuple):
    """What stands where in a sentence, by word."""

    counts: Mapping[int, tuple[int, Mention]]  # by the word after them: first word, mention
    ordinals: Mapping[int, tuple[int, Mention]]  # the same
    names: Mapping[int, int]  # by first word: the word after
    verbs: frozenset[int]  # every word of an action

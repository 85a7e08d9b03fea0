"""What a vocabulary entry is, as written in a pack and as found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from claimcheck.record import record

Argument = Literal["object", "subject", "state", "noun"]


@record(frozen=True, slots=True)
class Entry:
    """One meaning. `words` are exact forms, `nouns` singulars (plurals are made), `verbs` base forms (forms are made).

    role      what a count, time or place is of when it hangs on this entry: killed, downed, announcement, ...
    argument  what the entry does to its noun: `object` (X shot Y; Y was shot), `subject` (Y died), `state` (Y is dead),
              `noun` (the death of Y)
    event     the type of event that the entry tells of: shooting, interception, quake, ...
    tags      whatever else the readers of this category agree on
    """

    id: str
    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    role: str | None = None
    argument: Argument | None = None
    event: str | None = None
    name: str | None = None  # how people write it, where the id is not that
    tags: tuple[str, ...] = ()
    category: str = ""  # filled in from the file
    pack: str = ""


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """rules/<pack>/vocabulary/*.yaml: one category of words."""

    category: str
    entries: tuple[Entry, ...]
    role: str | None = None  # defaults for the entries of the file
    argument: Argument | None = None
    event: str | None = None
    tags: tuple[str, ...] = ()


class Hit(NamedTuple):
    """An entry found in a passage. `form`: "" (exact word), one, many, base, s, past, ing, participle."""

    start: int
    end: int
    entry: Entry
    form: str

"""A sentence as the story has read it so far."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.governors import LATER, SURE
from claimcheck.extract.sentences import Sentence
from claimcheck.extract.statements import Stated
from claimcheck.model import Mention


@dataclass(frozen=True, slots=True)
class Aside:
    """Where a sentence turns aside from the main event: from word `first` on; `sort` is other, past, place, period or
    general."""

    first: int
    sort: str


class Line:
    """A sentence of page `page`, filled in as the story goes on.

    roles    by position in the sentence's mentions: what a time, date or place is of
    ranks    by position: how surely a date of the event is that (Governor.rank)
    vague    positions of dates that a more exact one beside them explains
    stated   what is said of numbers
    eventful a word of the sentence tells of an event
    several  the sentence tells of more than one event at once
    aside    where it leaves the main event, and `event`, the number of the one it turns to
    """

    __slots__ = ("aside", "event", "eventful", "page", "ranks", "roles", "sentence", "several", "stated", "vague")

    def __init__(self, page: int, sentence: Sentence) -> None:
        self.page, self.sentence = page, sentence
        self.roles: dict[int, str | None] = {}
        self.ranks: dict[int, int] = {}
        self.vague: set[int] = set()
        self.stated: list[Stated] = []
        self.eventful = self.several = False
        self.aside: Aside | None = None
        self.event = 0

    def event_at(self, word: int) -> int:
        """The number of the event that a word of the sentence tells of."""
        return self.event if self.aside is not None and word >= self.aside.first else 0

    def later(self, i: int) -> bool:
        """May the date at position `i` be later than the event it is told of?"""
        return self.ranks.get(i, SURE) == LATER

    def of_kind(self, kind: str) -> list[tuple[int, Mention]]:
        """Its mentions of a kind, with their positions."""
        return [(i, m) for i, (_, _, m) in enumerate(self.sentence.mentions) if m.kind == kind]

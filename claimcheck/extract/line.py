"""A sentence as the story has read it so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from claimcheck.extract.governors import FOUND, LATER, SURE
from claimcheck.extract.sentences import Sentence
from claimcheck.extract.statements import Stated
from claimcheck.model import Mention
from claimcheck.record import record


@record(frozen=True, slots=True)
class Aside:
    """Where a sentence turns aside from the main event: from word `first` on; `sort` is other, past, place, period or
    general."""

    first: int
    sort: str


_NO_ROLES: Mapping[int, str | None] = MappingProxyType({})
_NO_RANKS: Mapping[int, int] = MappingProxyType({})
Placed = list[tuple[int, Mention]]  # mentions with their positions in the sentence


class Line:
    """A sentence of page `page`, filled in as the story goes on.

    dates, places, names  its mentions of these kinds; names are of all actors but offices
    people    the names of persons
    moments, orders       the positions of its times and dates, and of its orders
    roles     by position in the sentence's mentions: what a time, date or place is of
    ranks     by position: how surely a date of the event is that (Governor.rank)
    vague     positions of dates that a more exact one beside them explains
    stated    what is said of numbers
    eventful  a word of the sentence tells of an event
    several   the sentence tells of more than one event at once
    caption   it stands under a picture
    linked    it is a link to another story: `RELATED: Nightclub holds vigil after seven shot`
    aside     where it leaves the main event, and `event`, the number of the one it turns to
    """

    __slots__ = (
        "aside", "caption", "dates", "event", "eventful", "linked", "moments", "names", "orders", "page",
        "people", "places", "ranks", "roles", "sentence", "several", "stated", "vague",
    )  # fmt: skip

    def __init__(self, page: int, sentence: Sentence) -> None:
        self.page, self.sentence = page, sentence
        self.dates: Placed = []
        self.places: Placed = []
        self.names: list[str] = []
        self.people: list[str] = []
        self.moments: list[int] = []
        self.orders: list[int] = []
        for i, (_, _, mention) in enumerate(sentence.mentions):
            kind = mention.kind
            if kind == "date":
                self.dates.append((i, mention))
                self.moments.append(i)
            elif kind == "time":
                self.moments.append(i)
            elif kind == "order":
                self.orders.append(i)
            elif kind == "location":
                self.places.append((i, mention))
            elif kind == "actor":
                name, tags = str(mention.value.value), mention.tags
                if "office" not in tags:
                    self.names.append(name)
                if "person" in tags:
                    self.people.append(name)
        self.roles: Mapping[int, str | None] = _NO_ROLES
        self.ranks: Mapping[int, int] = _NO_RANKS
        self.vague: frozenset[int] = frozenset()
        self.stated: Sequence[Stated] = ()
        self.eventful = self.several = self.caption = self.linked = False
        self.aside: Aside | None = None
        self.event = 0

    def event_at(self, word: int) -> int:
        """The number of the event that a word of the sentence tells of."""
        return self.event if self.aside is not None and word >= self.aside.first else 0

    def later(self, i: int) -> bool:
        """May the date at position `i` be later than the event it is told of?"""
        return self.ranks.get(i, SURE) in (LATER, FOUND)

    def give(self, i: int, role: str | None, rank: int = SURE) -> None:
        """Give the mention at position `i` another role, as surely as `rank` says."""
        self.roles = {**self.roles, i: role}
        self.ranks = {**self.ranks, i: rank}

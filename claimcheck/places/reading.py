"""What the parts of the reader hand one another: a passage with its names, and the evidence for one name."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.places.capitals import Capitals, Spot
from claimcheck.places.gazetteer import Gazetteer
from claimcheck.places.words import Words
from claimcheck.record import record
from claimcheck.text.passage import Passage

ENOUGH = 2.0  # a name with so much evidence is a place
NEVER = -9.0


@record(frozen=True, slots=True)
class Side:
    """What the words on one side of a name say of it. `edge` is where the name begins (said before it) or ends (said
    after it) with the noun that is a part of it; -1: where it does by itself. The rest is as in Evidence."""

    score: float
    edge: int = -1
    sort: str = ""
    outer: int = 0
    strong: bool = False
    part: bool = False
    unknown: bool = False


@record(frozen=True, slots=True)
class Evidence:
    """What the words around a name say.

    score      at ENOUGH or above the name is a place here
    start, end the span, with a noun that is a part of the name: `Lipetsk Oblast`, `Western Kasai`
    sort       what the noun asks for: town, region, county, or nothing
    outer      id of the place named behind the comma, which contains this one: `Paris, Texas`
    strong     the words around say so, not only the size of the place
    part       the name is a part of another's: `Dallas Police Department` is no place but is about one
    unknown    the gazetteer does not have this one: the name in it is somewhere else
    tags       for the mention
    """

    score: float
    start: int
    end: int
    sort: str = ""
    outer: int = 0
    strong: bool = False
    part: bool = False
    unknown: bool = False
    tags: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Reading:
    """What is the same for all names of a passage."""

    passage: Passage
    capitals: Capitals
    by_first: Mapping[int, Spot]  # the spot that begins at a capitalised word
    gazetteer: Gazetteer
    words: Words
    people: frozenset[str]  # lower-case names of the people of the article
    plain: bool  # capital letters say something: no wire copy, no headline in capitals

    def holds(self, outer: int, spot: Spot) -> bool:
        """Whether the name can be a place inside `outer`."""
        within = self.gazetteer.within
        for id_ in spot.name.ids:  # noqa: SIM110  # `any` takes twice as long
            if outer in within(id_):
                return True
        return False

    def word_before(self, spot: Spot) -> int:
        """Position of the word before a name; -1: none."""
        return (self.capitals.at[spot.first] or 0) - 1

    def word_after(self, spot: Spot) -> int:
        """Position of the word after a name; the number of words: none."""
        ends, end = self.passage.ends, spot.end
        n, last = self.capitals.at[spot.first] or 0, len(ends)
        while n < last and ends[n] <= end:
            n += 1
        return n


def starts_sentence(passage: Passage, start: int) -> bool:
    """Whether a word's capital letter may be owed to its place in the sentence."""
    at = passage.sentences[passage.sentence_at(start)][0] if passage.sentences else 0
    return start - at <= 1 or passage.folded[start - 1] in "\"':" or passage.folded[start - 2 : start] in (": ", "- ")

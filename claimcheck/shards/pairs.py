"""The next steps: pairs of articles worth comparing, and the points of each.

crowd   the articles on one place and week: where they are too many, each has a number, and only neighbours are compared
card    an article goes to its keys
pair    the articles under one key: each two of them, unless another key that they share sees to them
near    how like an article is to its other neighbours
points  the verdict of the scorecard on each pair, at its first article
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.linking.candidates import LEAST, WINDOW, Vector, cosine_of, near, usual_of
from claimcheck.linking.corpus import Corpus
from claimcheck.linking.profile import Profile
from claimcheck.linking.scorecard import SCORECARD, Compared, total_points, wording, wording_points
from claimcheck.shards.rows import profile_from
from claimcheck.shards.slip import Key, Rows, Slip

CUT = "cut"  # pairs of articles on one place and week that were too many to compare
NEIGHBOURS = 0.0  # points from which two articles may come to be of one event; less than is needed, to be safe
_OTHERS = tuple(line for line in SCORECARD if line is not wording)  # wording, which is first, needs the neighbours


@dataclass(frozen=True, slots=True)
class _Card:
    keys: frozenset[str]
    numbers: dict[str, int]
    vector: Vector
    size: int
    profile: Profile


def by_crowd(key: Key, rows: Rows) -> Iterator[Slip]:
    """The numbers of the articles of a crowd; how many pairs are left out is a result."""
    docs = [doc for _, doc in rows]
    if len(docs) <= WINDOW + 1:
        return
    for number, doc in enumerate(docs):
        yield Slip("card", doc, f"0{key[1]}", (key[1], number))
    beyond = len(docs) - WINDOW - 1
    yield Slip(CUT, "", "", beyond * (beyond + 1) // 2)


def by_card(key: Key, rows: Rows) -> Iterator[Slip]:
    """What linking compares of an article, to all of its keys."""
    numbers: dict[str, int] = {}
    for order, data in rows:
        if order[0] == "0":
            numbers[data[0]] = data[1]
        else:
            group, card = data
            yield from (Slip("pair", (group, word), str(key), (numbers, card)) for word in sorted(card[0]))


def by_pair(key: Key, rows: Rows) -> Iterator[Slip]:
    """Cosine and points of each pair, told to both. Of the keys that two articles share, the first one counts."""
    cards: list[_Card] = []
    corpus = Corpus(0, {}, {})
    for _, (numbers, (keys, vector, size, texts, rarity, row)) in rows:
        corpus = Corpus(texts, {}, corpus.rarity)
        corpus.rarity.update(rarity)
        cards.append(_Card(keys, numbers, vector, size, profile_from(row)))
    own = key[1]
    for a, b in _neighbours(cards):
        shared = {key for key in a.keys & b.keys if _within(a, b, key)}
        if min(shared) != own or (len(shared) == 1 and not near(a.profile.day, b.profile.day)):
            continue
        cosine = cosine_of(a.vector, b.vector)
        if cosine < LEAST:
            continue
        pair = Compared(a.profile, b.profile, corpus, cosine, 0.0, a.size)
        points = [evidence.points for line in _OTHERS if (evidence := line(pair)) is not None]
        dated = a.profile.day is not None and b.profile.day is not None
        first, second = a.profile.doc, b.profile.doc
        yield Slip("near", first, f"1{second}", (second, cosine, dated, a.size, points))
        yield Slip("near", second, f"0{first}", (first, cosine))


def _neighbours(cards: Sequence[_Card]) -> Iterator[tuple[_Card, _Card]]:
    return ((a, b) for n, a in enumerate(cards) for b in cards[n + 1 : n + 1 + WINDOW])


def _within(a: _Card, b: _Card, key: str) -> bool:
    """Are two articles neighbours under a key? Under all keys that are not crowded."""
    return key not in a.numbers or b.numbers[key] - a.numbers[key] <= WINDOW


def by_near(key: Key, rows: Rows) -> Iterator[Slip]:
    """How like an article is to its other neighbours, told to the first article of each of its pairs."""
    doc = str(key)
    cosines: list[float] = []
    firsts: list[str] = []
    for order, (other, cosine, *rest) in rows:
        cosines.append(cosine)
        if order[0] == "0":
            firsts.append(other)
        else:
            yield Slip("points", doc, f"2{other}", (other, cosine, *rest))
    usual = usual_of(cosines)
    yield Slip("points", doc, "1", usual)
    yield from (Slip("points", first, f"0{doc}", (doc, usual)) for first in firsts)


def by_points(key: Key, rows: Rows) -> Iterator[Slip]:
    """The points of the pairs of which an article is the first; pairs with enough are neighbours."""
    doc, own = str(key), 0.0
    usual: dict[str, float] = {}
    for order, data in rows:
        if order[0] == "0":
            usual[data[0]] = data[1]
        elif order[0] == "1":
            own = data
        else:
            other, cosine, dated, size, others = data
            more = cosine - (own + usual[other]) / 2
            points = total_points([wording_points(more, dated=dated, size=size), *others], size)
            yield Slip("route", doc, f"2{other}", (other, cosine, points, own, usual[other]))
            if points >= NEIGHBOURS:
                yield Slip("parts", "", f"{doc}\0{other}", (doc, other))

"""Steps eight to ten: pairs of articles worth comparing, and the points of each.

pair    the articles under one key: each two of them, unless another key that they share sees to them
near    how like an article is to its other neighbours
points  the verdict of the scorecard on each pair, at its first article
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claimcheck.linking.candidates import LEAST, Vector, cosine_of, near, usual_of
from claimcheck.linking.corpus import Corpus
from claimcheck.linking.profile import Profile
from claimcheck.linking.scorecard import SCORECARD, Compared, total_points, wording, wording_points
from claimcheck.shards.rows import profile_from
from claimcheck.shards.slip import Key, Rows, Slip

NEIGHBOURS = 0.0  # points from which two articles may come to be of one event; less than is needed, to be safe
_OTHERS = tuple(line for line in SCORECARD if line is not wording)  # wording, which is first, needs the neighbours


@dataclass(frozen=True, slots=True)
class _Card:
    keys: frozenset[str]
    vector: Vector
    size: int
    profile: Profile


def by_pair(key: Key, rows: Rows) -> Iterator[Slip]:
    """Cosine and points of each pair, told to both. Of the keys that two articles share, the first one counts."""
    cards: list[_Card] = []
    corpus = Corpus(0, {}, {})
    for _, (keys, vector, size, texts, rarity, row) in rows:
        corpus = Corpus(texts, {}, corpus.rarity)
        corpus.rarity.update(rarity)
        cards.append(_Card(keys, vector, size, profile_from(row)))
    own = key[1]
    for a, b in combinations(cards, 2):
        shared = a.keys & b.keys
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

"""Which pairs of articles are compared at all: those that share rare words, or a rare word and their time.

Each article stands under its `KEYS` most telling words that at most `CROWD` articles have, so the number of pairs
grows with the number of articles and not with its square. In 3,800 local reports this finds 9 of 10 pairs of articles
on one incident, in 770 reports on 66 events all but one in 50.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from claimcheck.linking.corpus import Corpus
from claimcheck.linking.profile import Profile

WORDS = 120  # the weightiest words of an article, by which it is compared
KEYS = 40  # words of an article that find others
CROWD = 60  # articles that may share such a word
WINDOW = 1_000  # of the articles on one place and week, the neighbours (by document) with which one is compared
NEAR = 10  # days between two articles for which one shared rare word is enough
LEAST = 0.04  # similarity below which two articles are not worth a closer look
_REPEATED = (0.0, *(1 + math.log(count) for count in range(1, 16)))  # what a word counts that stands so often
_TITLE = 1.5  # a word of the title counts so much more
_NEIGHBOURS = (5, 25)  # the ranks of an article's other neighbours: events with more articles than that are few
_LONELY = 0.08  # similarity of the neighbours that a small corpus does not have

Pair = tuple[int, int]
Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Nearness:
    """How like each other the compared pairs are (cosine of weighted words), and how like each article is to its
    other neighbours: articles of the same kind on other events."""

    cosines: dict[Pair, float]
    usual: list[float]


def candidates(profiles: Sequence[Profile], corpus: Corpus, groups: Sequence[str]) -> Nearness:
    """The pairs (a, b), a < b, of one group that are worth comparing."""
    vectors = [vector_of(p, corpus) for p in profiles]
    shared: Counter[Pair] = Counter()
    for members in _by_key(profiles, corpus, vectors, groups).values():
        shared.update(combinations(members, 2))
    cosines: dict[Pair, float] = {}
    for (a, b), count in shared.items():
        if count > 1 or near(profiles[a].day, profiles[b].day):
            cosine = cosine_of(vectors[a], vectors[b])
            if cosine >= LEAST:
                cosines[a, b] = cosine
    return Nearness(dict(sorted(cosines.items())), _usual(len(profiles), cosines))


def _by_key(
    profiles: Sequence[Profile], corpus: Corpus, vectors: Sequence[Vector], groups: Sequence[str]
) -> dict[tuple[str, str], list[int]]:
    """Articles under each of their keys."""
    sizes = Counter(groups)
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (profile, vector, group) in enumerate(zip(profiles, vectors, groups, strict=True)):
        for key in keys_of(profile, vector, corpus, sizes[group]):
            found[group, key].append(number)
    return found


def keys_of(profile: Profile, vector: Vector, corpus: Corpus, size: int) -> list[str]:
    """The keys under which an article of a group of that size stands, none of them twice."""
    if size <= CROWD:
        return ["", " "]
    counts = corpus.counts
    rare = sorted([(-weight, word) for word, weight in vector.items() if 1 < counts[word] <= CROWD])
    return [*(word for _, word in rare[:KEYS]), *_when_and_where(profile)]


def _when_and_where(profile: Profile) -> Iterator[str]:
    """The place and week of the event: two keys, so that neighbouring weeks meet."""
    day = profile.main.date_low if profile.main.date_low is not None else profile.day
    if profile.main.geonameid is not None and day is not None:
        for week in (day // 7, day // 7 + 1):
            yield f"\0{profile.main.geonameid} {week}"


def near(a: int | None, b: int | None) -> bool:
    """Did two articles appear so close together that one shared key is enough?"""
    return a is not None and b is not None and abs(a - b) <= NEAR


def vector_of(profile: Profile, corpus: Corpus) -> Vector:
    """Weighted words, of length 1: rarity, a little more for repetition and for the title."""
    rarity, title = corpus.rarity, profile.title
    weights = {
        word: _REPEATED[min(count, 15)] * rare * (_TITLE if word in title else 1.0)
        for word, count in profile.words.items()
        if (rare := rarity[word]) > 0
    }
    if len(weights) > WORDS:
        weights = dict(sorted(weights.items(), key=itemgetter(1, 0), reverse=True)[:WORDS])
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def cosine_of(a: Vector, b: Vector) -> float:
    """How like each other two vectors of length 1 are."""
    return math.fsum([a[word] * b[word] for word in a.keys() & b.keys()])  # exact: the order of a set is not fixed


def _usual(size: int, cosines: dict[Pair, float]) -> list[float]:
    """For each article, the mean similarity of its neighbours beyond the nearest ones."""
    around: list[list[float]] = [[] for _ in range(size)]
    for (a, b), cosine in cosines.items():
        around[a].append(cosine)
        around[b].append(cosine)
    return [usual_of(values) for values in around]


def usual_of(cosines: Sequence[float]) -> float:
    """The mean similarity of an article's neighbours beyond the nearest ones."""
    low, high = _NEIGHBOURS
    others = sorted(cosines, reverse=True)[low:high]
    others += [_LONELY] * (high - low - len(others))
    return sum(others) / len(others)


def likeness(a: Profile, b: Profile, corpus: Corpus) -> float:
    """The cosine of two articles."""
    return cosine_of(vector_of(a, corpus), vector_of(b, corpus))

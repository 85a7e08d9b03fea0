"""The scorecard: how much speaks for two articles being about one event. Each line is a plain function.

A line gives points and the words that `events --why` prints. Points are natural logarithms of odds: +0.7 doubles the
odds that two articles are about one event, -0.7 halves them, and their sum (with START) is the verdict. The weights are
those of a logistic regression over the compared pairs of two corpora with known events, 3,800 local crime reports and
770 world news reports with equal weight, rounded to a quarter; lines on which the two disagree in sign are left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass

from claimcheck.linking.corpus import Corpus
from claimcheck.linking.profile import Profile

START = -4.5  # two articles that merely share a few rare words: one in ninety is a pair
NEEDED = 0.0  # average points that join two groups of articles


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of the scorecard: points for (or against) one event, and why in words."""

    name: str
    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles and what the corpus knows of them: `cosine` is how like they are, `usual` how like to others."""

    a: Profile
    b: Profile
    corpus: Corpus
    cosine: float
    usual: float
    telling: bool = False  # are words wanted, or only points?

    def rarest(self, words: Collection[str], most: int) -> list[str]:
        """The rarest of some words, rarest first."""
        rarity = self.corpus.rarity
        return sorted(words, key=lambda word: (-rarity[word], word))[:most]

    def named(self, words: Collection[str], most: int) -> str:
        """The same as text; empty where nobody reads it."""
        return ", ".join(self.rarest(words, most)) if self.telling else ""


Line = Callable[[Compared], Evidence | None]


def wording(pair: Compared) -> Evidence | None:
    """More alike than each is to its other neighbours: 13 points for a cosine of 1 more, at most 5 either way."""
    points = max(-5.0, min(5.0, 13.0 * (pair.cosine - pair.usual)))
    if points > 0:
        words = pair.named(pair.a.words.keys() & pair.b.words.keys(), 6) if pair.telling else ""
        return Evidence("wording", points, f"more alike than others of their kind: {words}")
    return Evidence("wording", points, "no more alike than others of their kind")


def title(pair: Compared) -> Evidence | None:
    """Rare words that both titles have: 3 points if all are shared."""
    common = pair.a.title & pair.b.title
    rarity = pair.corpus.rarity
    whole = math.sqrt(sum(map(rarity.__getitem__, pair.a.title)) * sum(map(rarity.__getitem__, pair.b.title)))
    if not common or not whole:
        return None
    share = sum(map(rarity.__getitem__, common)) / whole
    return Evidence("title", 3.0 * share, f"titles share {pair.named(common, 4)}")


def proper_names(pair: Compared) -> Evidence | None:
    """The three rarest capitalised words that both have: up to 1.5 points each. Names of victims, villages, ships."""
    common = pair.a.proper & pair.b.proper
    if not common:
        return None
    best = pair.rarest(common, 3)
    points = 1.5 * sum(pair.corpus.rarity[word] for word in best) / pair.corpus.scale
    return Evidence("names", points, f"both name {', '.join(word.capitalize() for word in best)}")


def people(pair: Compared) -> Evidence | None:
    """Both name people, and nobody in common: -1. (People in common count as names.)"""
    a, b = _family_names(pair.a), _family_names(pair.b)
    if not a or not b or a & b:
        return None
    return Evidence("people", -1.0, "they name different people")


def streets(pair: Compared) -> Evidence | None:
    """Both name streets, and none in common: -1.25."""
    if not pair.a.streets or not pair.b.streets:
        return None
    if common := pair.a.streets & pair.b.streets:
        return Evidence("streets", 0.25, f"one street: {', '.join(sorted(common))}")
    return Evidence("streets", -1.25, "other streets")


def ages(pair: Compared) -> Evidence | None:
    """Ages of people: 1 point for each in common, at most 2; -1 where both give ages and none agrees."""
    if not pair.a.ages or not pair.b.ages:
        return None
    if common := pair.a.ages & pair.b.ages:
        return Evidence("ages", min(2.0, 1.0 * len(common)), f"people aged {', '.join(sorted(common, key=int))}")
    return Evidence("ages", -1.0, "people of other ages")


def published(pair: Compared) -> Evidence | None:
    """Days between the articles: news of one event comes in one week; what comes a season later is mostly another."""
    if pair.a.day is None or pair.b.day is None:
        return None
    gap = abs(pair.a.day - pair.b.day)
    points = 0.0 if gap <= 3 else -2.0 if gap <= 14 else -3.25 if gap <= 90 else -5.0
    return Evidence("published", points, "published the same day" if not gap else f"published {gap} days apart")


SCORECARD: tuple[Line, ...] = (wording, title, proper_names, people, streets, ages, published)


def score(pair: Compared) -> tuple[Evidence, ...]:
    """All lines that have something to say, in the order of the card."""
    return tuple(evidence for line in SCORECARD if (evidence := line(pair)) is not None)


def total(evidence: tuple[Evidence, ...]) -> float:
    """The verdict: points with START."""
    return START + sum(e.points for e in evidence)


def _family_names(profile: Profile) -> set[str]:
    return {name.rsplit(" ", 1)[-1] for name in profile.people}

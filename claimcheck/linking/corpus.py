"""What the whole corpus tells of its words: which are rare."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.linking.profile import Profile

PRIOR = 150  # imagined further articles, so that five articles can tell a rare word from "said"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Weights of words. `rarity` is the logarithm of one in how many articles has the word: 0 for one in all."""

    size: int
    counts: dict[str, int]
    rarity: dict[str, float]
    people: dict[str, int]  # name -> in how many articles

    @property
    def scale(self) -> float:
        """The rarity of a word that one article has: what rarities are measured by."""
        return math.log(self.size + PRIOR)


def read_corpus(profiles: Sequence[Profile], common: frozenset[str]) -> Corpus:
    """Count in how many articles each word and name stands. `common` words are taken to be so in any corpus."""
    counts: Counter[str] = Counter()
    people: Counter[str] = Counter()
    texts = {(profile.title, frozenset(profile.words.items())): profile for profile in profiles}  # a copy adds nothing
    for profile in texts.values():
        counts.update(profile.words.keys())
        people.update(profile.people)
    total = len(texts) + PRIOR
    usual = dict.fromkeys(common, PRIOR * 0.4)
    rarity = {word: math.log(total / (count + usual.get(word, 0.0))) for word, count in counts.items()}
    return Corpus(len(texts), dict(counts), rarity, dict(people))

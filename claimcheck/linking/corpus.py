"""What the whole corpus tells of its words: which are rare."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.linking.profile import Profile

PRIOR = 150  # imagined further articles, so that five articles can tell a rare word from "said"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Weights of words: `counts` is in how many articles a word stands, `rarity` the logarithm of one in how many texts
    has it (0 for one in all). Copies are articles of their own and one text together."""

    size: int
    counts: Mapping[str, float]
    rarity: dict[str, float]

    @property
    def scale(self) -> float:
        """The rarity of a word that one article has: what rarities are measured by."""
        return math.log(self.size + PRIOR)


def read_corpus(profiles: Sequence[Profile], common: frozenset[str]) -> Corpus:
    """Count in how many articles each word stands. `common` words are taken to be so in any corpus."""
    counts: Counter[str] = Counter()
    distinct: Counter[str] = Counter()
    seen: set[tuple[frozenset[str], frozenset[tuple[str, int]]]] = set()
    for profile in profiles:
        counts.update(profile.words.keys())
        text = (profile.title, frozenset(profile.words.items()))
        if text not in seen:
            seen.add(text)
            distinct.update(profile.words.keys())
    return weighed(len(seen), counts, distinct, common)


def weighed(size: int, counts: Mapping[str, int], distinct: Mapping[str, int], common: frozenset[str]) -> Corpus:
    """The weights of words: of `size` texts, `distinct` have a word, and `counts` articles."""
    rarity = {word: rarity_of(count, size, usual=word in common) for word, count in distinct.items()}
    return Corpus(size, dict(counts), rarity)


def rarity_of(count: float, size: int, *, usual: bool) -> float:
    """Of a word that stands in `count` of `size` texts; `usual` words are taken to be so in any corpus."""
    return math.log((size + PRIOR) / (count + (PRIOR * 0.4 if usual else 0.0)))

"""Compares articles: profiles, corpus and candidates once, then the scorecard for each pair worth it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.linking.candidates import LEAST, Nearness, Pair, candidates, likeness
from claimcheck.linking.corpus import Corpus, read_corpus
from claimcheck.linking.parts import parts_of, repeated_parts
from claimcheck.linking.profile import Profile, profile
from claimcheck.linking.scorecard import Compared, Evidence, score, total
from claimcheck.linking.words import load_common
from claimcheck.model import Extraction


@dataclass(frozen=True, slots=True)
class Compares:
    """All that was compared: `points` by pair of positions (a < b) in the list of articles."""

    profiles: list[Profile]
    corpus: Corpus
    nearness: Nearness
    sizes: list[int]  # of the group of each article
    points: dict[Pair, float]

    def pair(self, a: int, b: int, *, telling: bool = False) -> Compared:
        """Two articles, ready for the scorecard; also such as were not worth comparing."""
        cosine = self.nearness.cosines.get((min(a, b), max(a, b)))
        if cosine is None:
            cosine = min(LEAST, likeness(self.profiles[a], self.profiles[b], self.corpus))
        usual = (self.nearness.usual[a] + self.nearness.usual[b]) / 2
        return Compared(self.profiles[a], self.profiles[b], self.corpus, cosine, usual, self.sizes[a], telling)

    def evidence(self, a: int, b: int) -> tuple[Evidence, ...]:
        """The scorecard of two articles, with words."""
        return score(self.pair(a, b, telling=True))


def compare(extractions: Sequence[Extraction], groups: Sequence[str]) -> Compares:
    """Compare the articles of each group. `groups` has one entry per article; words are weighed over all of them."""
    parts = [parts_of(extraction.article) for extraction in extractions]
    repeated = repeated_parts(parts)
    profiles = [profile(x, cut, repeated=repeated) for x, cut in zip(extractions, parts, strict=True)]
    corpus = read_corpus(profiles, load_common())
    nearness = candidates(profiles, corpus, groups)
    sizes = Counter(groups)
    made = Compares(profiles, corpus, nearness, [sizes[group] for group in groups], {})
    for a, b in nearness.cosines:
        made.points[a, b] = total(score(made.pair(a, b)), made.sizes[a])
    return made

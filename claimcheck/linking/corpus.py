"""What the whole corpus tells of its parts: which words are rare, which lines every page of a site repeats."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.linking.profile import Profile, day_of, lines_of
from claimcheck.model import Article

_OFTEN = 3  # articles that share a line before it can be a site's own
_OFTEN_UNDATED = 8  # the same, where no dates tell that they appeared far apart
_SPREAD = 10  # days: articles on one event that share a sentence appear closer together than this
_ALIKE = 0.3  # share of common lines from which two articles are one text rather than two pages of a site
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
    for profile in profiles:
        counts.update(profile.words.keys())
        people.update(profile.people)
    total = len(profiles) + PRIOR
    usual = dict.fromkeys(common, PRIOR * 0.4)
    rarity = {word: math.log(total / (count + usual.get(word, 0.0))) for word, count in counts.items()}
    return Corpus(len(profiles), dict(counts), rarity, dict(people))


def repeated_lines(articles: Iterable[Article]) -> frozenset[str]:
    """Lines that belong to a site and not to a story: logins, staff lists, names of the paper in titles.

    Shared by three articles or more that have little else in common and did not appear in one week.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    lines: list[frozenset[str]] = []
    days: list[int | None] = []
    for number, article in enumerate(articles):
        lines.append(frozenset(lines_of(article)))
        days.append(day_of(article.date))
        for line in lines[-1]:
            where[line].append(number)
    return frozenset(line for line, at in where.items() if len(at) >= _OFTEN and _site_line(at, lines, days))


def _site_line(at: Sequence[int], lines: Sequence[frozenset[str]], days: Sequence[int | None]) -> bool:
    known = [day for number in at if (day := days[number]) is not None]
    if (max(known) - min(known) <= _SPREAD) if len(known) > 1 else len(at) < _OFTEN_UNDATED:
        return False
    unlike = sum(_alike(lines[a], lines[b]) < _ALIKE for a, b in pairwise(at[:20]))
    return 2 * unlike > len(at[:20]) - 1


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return (len(a & b) - 1) / max(1, len(a | b) - 1)  # the line that both have is no evidence for itself

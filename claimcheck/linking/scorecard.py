"""The scorecard: how much speaks for two articles being about one event. Each line is a plain function.

A line gives points and the words that `events --why` prints. Points are natural logarithms of odds: +0.7 doubles the
odds that two articles are about one event, -0.7 halves them, and their sum (with `start`) is the verdict. The weights
are those of a logistic regression over the compared pairs of two corpora with known events, 3,800 local crime reports
and 770 world news reports with equal weight, rounded to a quarter; lines on which they disagree in sign are left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence

from claimcheck.linking.corpus import Corpus
from claimcheck.linking.profile import Profile
from claimcheck.record import record

_START, _START_ALONE = -3.0, -0.75
_UNDATED = 0.75  # points of a pair of which one article has no date
_FEW = 25  # articles among which an article's neighbours say little of what is usual
_WORDING_DATED, _WORDING_UNDATED = 11.0, 20.0
NEEDED = 0.25  # average points that join two groups of articles


@record(frozen=True, slots=True)
class Evidence:
    """One line of the scorecard: points for (or against) one event, and why in words."""

    name: str
    points: float
    words: str


@record(frozen=True, slots=True)
class Compared:
    """Two articles and what the corpus knows of them: `cosine` is how like they are, `usual` how like to others."""

    a: Profile
    b: Profile
    corpus: Corpus
    cosine: float
    usual: float
    size: int  # of the group of articles that are compared
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
    """More alike than each is to its other neighbours: 11 points for a cosine of 1 more; 20 where no dates tell and
    there are neighbours enough to compare with. At most 5 either way.

    The neighbours are articles on other events of the same sort: being as like as they are says nothing.
    """
    points = wording_points(pair.cosine - pair.usual, dated=_gap(pair) is not None, size=pair.size)
    if points > 0:
        words = pair.named(pair.a.words.keys() & pair.b.words.keys(), 6) if pair.telling else ""
        return Evidence("wording", points, f"more alike than others like them: {words}")
    return Evidence("wording", points, "no more alike than others like them")


def wording_points(more: float, *, dated: bool, size: int) -> float:
    """The points of `wording` for a cosine of so much `more` than usual."""
    weight = _WORDING_DATED if dated or size <= _FEW else _WORDING_UNDATED
    return max(-5.0, min(5.0, weight * more))


def title(pair: Compared) -> Evidence | None:
    """Rare words that both titles have: 1.25 points if all are shared."""
    common = pair.a.title & pair.b.title
    rarity = pair.corpus.rarity
    whole = math.sqrt(_sum(rarity, pair.a.title) * _sum(rarity, pair.b.title))
    if not common or not whole:
        return None
    share = _sum(rarity, common) / whole
    return Evidence("title", 1.25 * share, f"titles share {pair.named(common, 4)}")


def names(pair: Compared) -> Evidence | None:
    """The three rarest capitalised words that both have: up to 1.5 points each (0.75 where no dates tell). Victims,
    villages, ships."""
    common = pair.a.proper & pair.b.proper
    if not common:
        return None
    weight = 1.5 if _gap(pair) is not None else 0.75
    best = pair.rarest(common, 3)
    points = weight * sum(pair.corpus.rarity[word] for word in best) / pair.corpus.scale
    return Evidence("names", points, f"both name {', '.join(word.capitalize() for word in best)}")


def people(pair: Compared) -> Evidence | None:
    """Both name people, and nobody in common: -1. (People in common count as names.)"""
    if not pair.a.family_names or not pair.b.family_names or pair.a.family_names & pair.b.family_names:
        return None
    return Evidence("people", -0.75, "they name different people")


def leading(pair: Compared) -> Evidence | None:
    """Whom an article names most: 0.75 if it is one person or body in both; -0.5 if not even the three first meet."""
    a, b = pair.a.leading, pair.b.leading
    if not a or not b:
        return None
    if a[0] == b[0]:
        return Evidence("leading", 0.75, f"both are most about {a[0].title()}")
    if set(a) & set(b):
        return None
    return Evidence("leading", -0.5, f"one is most about {a[0].title()}, the other about {b[0].title()}")


def streets(pair: Compared) -> Evidence | None:
    """Both name streets, and none in common: -1.25."""
    if not pair.a.streets or not pair.b.streets or pair.a.streets & pair.b.streets:
        return None
    return Evidence("streets", -1.25, "other streets")


def blocks(pair: Compared) -> Evidence | None:
    """Both name blocks of a street by their numbers, and none in common: -2.25."""
    if not pair.a.blocks or not pair.b.blocks or pair.a.blocks & pair.b.blocks:
        return None
    return Evidence("blocks", -2.25, "other blocks of a street")


def ages(pair: Compared) -> Evidence | None:
    """Ages of people: 1 point for each in common, at most 2; -1 where both give ages and none agrees."""
    if not pair.a.ages or not pair.b.ages:
        return None
    if common := pair.a.ages & pair.b.ages:
        return Evidence("ages", min(2.0, 1.0 * len(common)), f"people aged {', '.join(sorted(common, key=int))}")
    return Evidence("ages", -1.0, "people of other ages")


def measures(pair: Compared) -> Evidence | None:
    """Sums and measures (a magnitude, a price): 1 point if one is in both, -1 if a unit is and no value agrees."""
    a, b = pair.a.measures, pair.b.measures
    if common := a & b:
        return Evidence(
            "measures", 1.0, f"both give {', '.join(sorted(f'{value} {unit}' for unit, value in common)[:3])}"
        )
    if units := {unit for unit, _ in a} & {unit for unit, _ in b}:
        return Evidence("measures", -1.0, f"other values in {', '.join(sorted(units)[:3])}")
    return None


def published(pair: Compared) -> Evidence | None:
    """Days between the articles: news of one event comes in one week; what comes a season later is mostly another."""
    gap = _gap(pair)
    if gap is None:
        return Evidence("published", _UNDATED, "an article without a date")
    points = 1.5 if gap <= 3 else 0.5 if gap <= 14 else -0.5 if gap <= 90 else -2.0
    return Evidence("published", points, "published the same day" if not gap else f"published {gap} days apart")


def day(pair: Compared) -> Evidence | None:
    """The day of the event, where both give it: 1.25 for the same, -0.75 for the next, -2.5 beyond a week. Not a bar:
    reports of one event do give different days, and that is what an editor wants to hear."""
    a, b = pair.a.main, pair.b.main
    if a.date_low is None or a.date_high is None or b.date_low is None or b.date_high is None:
        return None
    if max(a.date_high - a.date_low, b.date_high - b.date_low) > 2:
        return None
    gap = max(0, a.date_low - b.date_high, b.date_low - a.date_high)
    if not gap:
        return Evidence("day", 1.25, f"both date the event {a.date}")
    points = -0.75 if gap == 1 else -1.5 if gap <= 7 else -2.5
    return Evidence("day", points, f"they date the event {gap} days apart")


def clock(pair: Compared) -> Evidence | None:
    """Clock times of the event: -1.5 where both give some and all are more than an hour and a half apart, 0.5 where two
    are within half an hour. Small on purpose: a wrong time must stay a finding, not a reason to part the articles."""
    gaps = [abs(x - y) for x in pair.a.times for y in pair.b.times]
    if not gaps or 30 < min(gaps) <= 90:
        return None
    if min(gaps) <= 30:
        return Evidence("clock", 0.5, "one time of day")
    return Evidence("clock", -1.5, "other times of day")


def several(pair: Compared) -> Evidence | None:
    """Articles on several incidents (a weekend's shootings, a blotter) are about none of them: -3.5 where both are
    such, -0.75 where one is."""
    if not pair.a.main.several and not pair.b.main.several:
        return None
    if pair.a.main.several and pair.b.main.several:
        return Evidence("several", -3.5, "both tell of several incidents")
    return Evidence("several", -0.75, "one tells of several incidents")


def place(pair: Compared) -> Evidence | None:
    """The place of the event, where the gazetteer knows both: 0.25 for one place or one in the other, -0.5 for two."""
    a, b = pair.a.main, pair.b.main
    if a.geonameid is None or b.geonameid is None:
        return None
    if a.geonameid == b.geonameid:
        return Evidence("place", 0.25, f"place {a.place}")
    if a.geonameid in b.within or b.geonameid in a.within:
        return Evidence("place", 0.25, f"place {a.place} and {b.place}, one in the other")
    return Evidence("place", -0.5, f"place {a.place}, and {b.place}")


SCORECARD: tuple[Line, ...] = (
    wording,
    title,
    names,
    people,
    leading,
    streets,
    blocks,
    ages,
    measures,
    published,
    day,
    clock,
    place,
    several,
)


def score(pair: Compared) -> tuple[Evidence, ...]:
    """All lines that have something to say, in the order of the card."""
    return tuple(evidence for line in SCORECARD if (evidence := line(pair)) is not None)


def start(size: int) -> float:
    """Points before any evidence, in a group of `size` articles: the more there are, the likelier is another event.

    -0.75 - ln(size), down to -3, which is reached at ten articles: in larger groups only articles that share rare words
    are compared at all, and one pair in twenty of these is of one event.
    """
    return max(_START, _START_ALONE - math.log(size))


def total(evidence: tuple[Evidence, ...], size: int) -> float:
    """The verdict on two articles of a group of `size`: `start` and all points."""
    return total_points([e.points for e in evidence], size)


def total_points(points: Sequence[float], size: int) -> float:
    """The same, of the points alone, in the order of the card."""
    return start(size) + sum(points)


def _sum(rarity: dict[str, float], words: frozenset[str]) -> float:
    return math.fsum([rarity[word] for word in words])  # exact: the order of a set is not fixed


def _gap(pair: Compared) -> int | None:
    """Days between the articles."""
    if pair.a.day is None or pair.b.day is None:
        return None
    return abs(pair.a.day - pair.b.day)

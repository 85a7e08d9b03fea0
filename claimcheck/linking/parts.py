"""An article cut into parts (of title, lines, sentences), and those parts that belong to a site and not to a story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from claimcheck.model import Article
from claimcheck.text.fold import fold

READ = 5_000  # characters: what an article is about stands at its beginning
_LINE = re.compile(  # white space with a line break in it, or between two sentences; its first character is found fast
    r"\s(?:(?<=\n)\s*|\s*\n\s*|(?<=[.!?]\s)\s*(?=[A-Z\"']))"
)
_TITLE_PART = re.compile(r"\s+[-|]+\s+")
_TITLE_WORD = re.compile(r"\w{4,}")
_VIDEO = re.compile(r"\d{1,2}:\d\d (?![ap]\.?m)")  # the running time of a video, and its title
_SHORTEST = 12  # characters of a line that can tell a site
_OFTEN_UNDATED = 8  # the same, where no dates tell that they appeared far apart
LOOKED_AT = 20  # of the articles that share a line
_SPREAD = 10  # days: articles on one event that share a sentence appear closer together than this
_ALIKE = 0.3  # share of common lines from which two articles are one text rather than two pages of a site


Line = TypeVar("Line", str, int)


@dataclass(frozen=True, slots=True)
class Parts:
    """The beginning of an article, folded and cut."""

    title: tuple[str, ...]
    lines: tuple[str, ...]
    day: int | None


def parts_of(article: Article) -> Parts:
    """Cut one article."""
    title = tuple([part for part in _TITLE_PART.split(fold(article.title).strip()) if part])
    lines = [line for line in _LINE.split(fold(article.text[:READ]).strip()) if not _VIDEO.match(line)]
    return Parts(title, tuple(lines), day_of(article.date))


def day_of(written: str) -> int | None:
    """The ordinal of an ISO date; None where none is written."""
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None


def repeated_parts(articles: Sequence[Parts]) -> frozenset[str]:
    """Lines that belong to a site: logins, staff lists, names of the paper in titles.

    Shared by articles that did not appear in one week and have little else in common, or whose titles have.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    pages: list[Page[str]] = []
    for number, parts in enumerate(articles):
        pages.append(page_of(parts))
        for line in pages[-1].lines:
            where[line].append(number)
    return frozenset(
        line
        for line, at in where.items()
        if far_apart([articles[number].day for number in at]) and mostly_unlike([pages[n] for n in at[:LOOKED_AT]])
    )


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """An article as one page of a site: the lines that can tell a site (or digests of them), and the longer words of
    its title."""

    lines: frozenset[Line]
    title: frozenset[str]


def page_of(parts: Parts) -> Page[str]:
    """What two pages are compared by."""
    lines = frozenset([*parts.title, *(line for line in parts.lines if len(line) >= _SHORTEST)])
    return Page(lines, frozenset(_TITLE_WORD.findall(" ".join(parts.title[:1]).lower())))


def far_apart(days: Sequence[int | None]) -> bool:
    """Did the articles that share a line (the days of all of them) not appear in one week?"""
    known = [day for day in days if day is not None]
    if len(known) > 1:
        return max(known) - min(known) > _SPREAD
    return len(days) >= _OFTEN_UNDATED


def mostly_unlike(pages: Sequence[Page[Line]]) -> bool:
    """Have the articles that share a line (the first `LOOKED_AT` by document) little else in common?"""
    pairs = list(pairwise(pages))
    unlike = sum(_share(a.lines, b.lines, 1) < _ALIKE or _titles(a.title, b.title) < _ALIKE for a, b in pairs)
    return 2 * unlike > len(pairs)


def _share(a: frozenset[Line], b: frozenset[Line], but: int) -> float:
    """The share of what both have, leaving out `but` of it: the line in question is no evidence for itself."""
    return (len(a & b) - but) / max(1, len(a | b) - but)


def _titles(one: frozenset[str], other: frozenset[str]) -> float:
    """How like each other two titles are; 1 where one of them is missing."""
    return _share(one, other, 0) if one and other else 1.0

"""What linking looks at in one article: its words, names, ages, streets and dates, and what extraction found.

The words come straight from the text and need no vocabulary: an article of which extraction understood little still
links by what it is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from claimcheck.linking.marks import ages, blocks, streets
from claimcheck.linking.parts import Parts, day_of
from claimcheck.model import Claim, EventMention, Extraction
from claimcheck.record import record

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['-][^\W\d_]+)*")
_ONE_TIME = 15  # minutes
_INNER = re.compile(r" (?<=[a-z\d,;] )([A-Z][^\W_]+(?:['-][^\W\d_]+)*)")  # a space is found fastest


@record(frozen=True, slots=True)
class Profile:
    """One article as linking sees it. Words are lower case; `day` is the article's date as an ordinal."""

    doc: str
    main: EventMention
    day: int | None
    words: dict[str, int]  # word -> how often
    title: frozenset[str]
    proper: frozenset[str]  # words that always have a capital, also inside a sentence
    people: frozenset[str]  # full names
    family_names: frozenset[str]
    leading: tuple[str, ...]  # the last words of the three names that stand most often
    ages: frozenset[str]
    streets: frozenset[str]
    blocks: frozenset[str]  # the numbers of blocks of streets
    times: tuple[int, ...]  # when the event was, in minutes after midnight, as far as clock times are given
    measures: frozenset[tuple[str, str]]  # unit and value: magnitudes, sums of money, distances


def profile(extraction: Extraction, parts: Parts, *, repeated: Collection[str] = ()) -> Profile:
    """Read one article. `repeated` are parts that stand in many articles (logins, staff lists): left out."""
    article = extraction.article
    title = " ".join([part for part in parts.title if part not in repeated])
    text = " ".join([line for line in parts.lines if line not in repeated])
    both = f"{title}. {text}"
    written = _WORD.findall(both)
    distinct = set(written)
    forms = dict(zip(distinct, map(_bare, distinct), strict=True))
    small = {low for word, low in forms.items() if word[0].islower()}
    main = extraction.events[0]
    said = set(forms.values())
    proper = frozenset(map(_bare, set(_INNER.findall(text)))) - small
    people = frozenset(name for name in _people(extraction.claims) if _bare(_last(name)) in said)
    if 5 * len(small) < len(forms):  # wire copy in capitals: only known names are names
        proper = frozenset(_bare(word) for name in people for word in name.split()) & said
    old, roads, numbers = frozenset(ages(both)), frozenset(streets(both)), frozenset(blocks(both))
    times = times_of(extraction.claims)
    return Profile(
        doc=article.doc,
        main=main,
        day=day_of(article.date),
        words=Counter(map(forms.__getitem__, written)),
        title=frozenset(map(_bare, _WORD.findall(title))),
        proper=proper,
        people=people,
        family_names=frozenset(map(_last, people)),
        leading=tuple([name for name in map(_last, main.participants) if _bare(name) in said][:3]),
        ages=old,
        streets=roads,
        blocks=numbers,
        times=times,
        measures=frozenset(_measures(extraction.claims)),
    )


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    low = word.lower()
    if low.endswith("'s"):
        return low[:-2]
    if low.endswith("ies") and len(low) > 5:
        return low[:-3] + "y"
    if low.endswith("s") and len(low) > 4 and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1].lower()


def _people(claims: Sequence[Claim]) -> list[str]:
    names = [str(c.value) for c in claims if c.kind == "actor" and "organisation" not in (c.marks or "")]
    return [name.lower() for name in names if " " in name and name[0].isupper()]


def times_of(claims: Sequence[Claim]) -> tuple[int, ...]:
    """Clock times of events, those within a quarter of an hour of each other as one."""
    found: list[int] = []
    for c in claims:
        if c.kind != "time" or c.role != "event" or c.low is None or c.high is None:
            continue
        if c.high - c.low <= 2 * _ONE_TIME and all(abs(c.low - t) > _ONE_TIME for t in found):
            found.append(int(c.low))
    return tuple(found)


def _measures(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    return [(c.unit, str(c.value)) for c in claims if c.kind in ("measure", "money") and c.unit]

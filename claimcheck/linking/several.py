"""Articles that tell of several incidents: a weekend's shootings, a police blotter, twin accidents of one day.

They are about none of their incidents more than about the others, so what they say of one is easily taken for what
they say of another: their claims are not compared with those of reports on one incident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimcheck.linking.marks import ages, blocks, streets
from claimcheck.linking.parts import READ
from claimcheck.linking.profile import times_of
from claimcheck.model import Claim, Extraction
from claimcheck.resources import rules_dir
from claimcheck.text.fold import fold
from claimcheck.yamlfile import read_yaml

ENOUGH = 3  # signs in the text
NEAR = 7  # days between the incidents of one round-up
_ONE_DAY = 2  # days that the date of an incident may span
_LATER = 3  # words among which there is what there was "a spate of", or the time after "in"
_WORD = re.compile(r"\w+(?:[-']\w+)*")
_SPAN = re.compile(r"\d+-(?:hour|day)$")


@dataclass(frozen=True, slots=True)
class Words:
    """rules/core/vocabulary/roundups.yaml, by its keys; names between spaces."""

    names: tuple[str, ...]
    plural: frozenset[str]
    tally: frozenset[str]
    several: frozenset[str]
    apart: frozenset[str]
    between: frozenset[str]
    heap: frozenset[str]
    into: frozenset[str]
    one: frozenset[str]
    stretch: frozenset[str]
    over: frozenset[str]
    bad: frozenset[str]
    time: frozenset[str]


def with_several(extraction: Extraction) -> Extraction:
    """The article, each of its event mentions marked if it tells of several incidents."""
    if not tells_of_several(extraction):
        return extraction
    return replace(extraction, events=tuple(replace(mention, several=True) for mention in extraction.events))


def tells_of_several(extraction: Extraction) -> bool:
    """Does an article tell of several incidents? Where its title says so; where its text has more times, streets,
    blocks and ages than one incident has; or where a title that hints at it is borne out by the text."""
    text = fold(extraction.article.text[:READ])
    many = (
        len(times_of(extraction.claims)) > 2,
        len(set(streets(text))) > 3,
        len(set(blocks(text))) > 2,
        len(set(ages(text))) > 5,
    )
    if sum(many) >= ENOUGH or titled_so(extraction):
        return True
    return (sum(many) == ENOUGH - 1 or hinted(extraction)) and has_sisters(extraction)


def titled_so(extraction: Extraction) -> bool:
    """Does the title say that there were several: "two separate shootings", "a violent weekend", "six in 24 hours"?"""
    words, said = load_roundups(), _words(extraction.article.title)
    spaced = f" {' '.join(said)} "
    if any(name in spaced for name in words.names):
        return True
    if any(_several_of(said, at, words) for at in range(len(said))):
        return True
    return any(_within(said, at, words) for at in range(len(said))) and any(
        isinstance(c.value, int | float) and c.value > 1 for c in _title_counts(extraction)
    )


def hinted(extraction: Extraction) -> bool:
    """Is a toll of the title one of several: "four hurt in shootings"?"""
    return any("aggregate" in (c.marks or "").split() for c in _title_counts(extraction))


def has_sisters(extraction: Extraction) -> bool:
    """Does the article turn, beside its main event, to others of the same sort in the same week?"""
    main = extraction.events[0]
    if main.date_low is None:
        return False
    others = [e for e in extraction.events[1:] if e.kind is not None and e.kind in (main.kind, "tally")]
    days = [(e.date_low, e.date_high) for e in others if e.date_low is not None and e.date_high is not None]
    near = sum(high - low <= _ONE_DAY and abs(low - main.date_low) <= NEAR for low, high in days)
    return near > 1 or (near == 1 and len(days) < len(others))


def _title_counts(extraction: Extraction) -> Iterator[Claim]:
    return (c for c in extraction.claims if c.kind == "count" and c.field == "title" and c.subject == "person")


def _words(title: str) -> list[str]:
    return _WORD.findall(title.lower())


def _several_of(said: Sequence[str], at: int, words: Words) -> bool:
    """Does the word `at` say, with those after it, that there were several?"""
    word, after = said[at], said[at + 1 : at + 2 + _LATER]
    if not after:
        return False
    if word in words.heap:
        return after[0] == "of" and not words.plural.isdisjoint(after[1:])
    if word in words.bad:
        return _bad_time(after, words)
    if word in words.several and at and said[at - 1] in words.into:
        between = next((i for i, other in enumerate(after) if other in words.into), len(after))
        return not words.plural.isdisjoint(after[:between])
    while len(after) > 1 and after[0] in words.between:
        word, after = (after[0] if after[0] in words.apart else word), after[1:]
    if after[0] in words.tally:
        return word in words.apart
    return after[0] in words.plural and (word in words.several or word in words.apart)


def _bad_time(after: Sequence[str], words: Words) -> bool:
    """ "weekend" after "deadly": not where one thing of that weekend was deadly ("a deadly weekend shooting")."""
    at = next((i for i, word in enumerate(after[:2]) if word in words.time), None)
    if at is None:
        return False
    return not any(word in words.one for word in after[at + 1 : at + 3])


def _within(said: Sequence[str], at: int, words: Words) -> bool:
    """ "in less than 30 hours", "a 24-hour span" """
    if _SPAN.match(said[at]):
        return not words.one.intersection(said[at + 1 : at + 2])
    return said[at] in words.over and not words.stretch.isdisjoint(said[at + 2 : at + 2 + _LATER])


@cache
def load_roundups() -> Words:
    """The words that show it."""
    data = read_yaml(rules_dir() / "core" / "vocabulary" / "roundups.yaml").data
    if not isinstance(data, dict):
        data = {}
    lists = {key: [word.strip() for word in str(text).split(",")] for key, text in data.items()}
    names = tuple(f" {name} " for name in lists.pop("names"))
    return Words(names, **{key: frozenset(words) for key, words in lists.items()})

"""Matching one compiled pattern from one word on: bounded, no look-behind, failures remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from claimcheck.lexicon import Entry, Hit
from claimcheck.model import Mention
from claimcheck.patterns.language import Element, Sequence
from claimcheck.record import record

_YEAR = re.compile(r"\d{4}")

Found = Hit | Mention
HitsAt = Mapping[str, Mapping[int, Found]]  # category -> position of the first word -> hit, or mention of the kind
AGE = "age"  # tag of a length of time (no pattern means it that does not say so), and its role where a person is known


@record(frozen=True, slots=True)
class Match:
    """Where the pattern begins and ends, in words, and the first hit by category."""

    start: int
    end: int
    hits: dict[str, Hit]


def match_at(
    pattern: Sequence, position: int, words: tuple[str, ...], limit: int, hits: HitsAt, after: Mapping[int, int]
) -> Match | None:
    """The pattern from word `position` on, not beyond word `limit`. `after` maps the end offset of a word to the next
    word's position, so that a hit of several words is passed as one."""
    steps = _walk(pattern.elements, 0, position, words, limit, hits, after, set())
    if steps is None:
        return None
    marks = [position, *(end for end, _ in steps)]
    begin, end = pattern.span
    taken: dict[str, Hit] = {}
    for element, (_, found) in zip(pattern.elements, steps, strict=True):
        if found is not None and element.category not in taken:
            taken[element.category] = _hit(found)
    start = marks[begin]
    return Match(start, max(start + 1, marks[end]), taken)


Steps = list[tuple[int, Found | None]]  # per element: the position after it, and what it took
Taken = tuple[int, Found | None]


def _walk(
    elements: tuple[Element, ...],
    step: int,
    position: int,
    words: tuple[str, ...],
    limit: int,
    hits: HitsAt,
    after: Mapping[int, int],
    failed: set[tuple[int, int]],
) -> Steps | None:
    """The elements from `step` on: straight on, and with one walk for each way on where there are several."""
    steps: Steps = []
    for at in range(step, len(elements)):
        element = elements[at]
        if element.gap or element.optional:
            if (at, position) in failed:
                return None
            following = elements[at + 1] if at + 1 < len(elements) else None
            for end, found in _options(element, following, position, words, limit, hits, after):
                rest = _walk(elements, at + 1, end, words, limit, hits, after, failed)
                if rest is not None:
                    return [*steps, (end, found), *rest]
            failed.add((at, position))
            return None
        if element.words:
            if position >= limit or words[position] not in element.words:
                return None
            position += 1
            steps.append((position, None))
        else:
            taken = _taken(element, position, words, limit, hits, after)
            if taken is None:
                return None
            steps.append(taken)
            position = taken[0]
    return steps


def _taken(
    element: Element, position: int, words: tuple[str, ...], limit: int, hits: HitsAt, after: Mapping[int, int]
) -> Taken | None:
    """What a word or category takes at the position."""
    if position >= limit:
        return None
    if element.words:
        return (position + 1, None) if words[position] in element.words else None
    at = hits.get(element.category)
    found = at.get(position) if at else None
    return (after[found.end], found) if found is not None and accepts(element, found) else None


def _options(
    element: Element,
    following: Element | None,
    position: int,
    words: tuple[str, ...],
    limit: int,
    hits: HitsAt,
    after: Mapping[int, int],
) -> Steps:
    """The ways on over a gap or what may be left out; over a gap only those to where the next element can stand."""
    if not element.gap:
        taken = _taken(element, position, words, limit, hits, after)
        return [taken, (position, None)] if taken is not None else [(position, None)]
    ends = range(position, min(limit, position + element.gap) + 1)
    if following is None or following.optional or following.gap:
        return [(end, None) for end in ends]
    if following.words:
        sought, last = following.words, min(limit, ends.stop)
        return [(end, None) for end, word in enumerate(words[position:last], position) if word in sought]
    at = hits.get(following.category)
    return [(end, None) for end in ends if end in at] if at else []


def _hit(found: Found) -> Hit:
    """A mention as a hit of the category `<kind>`: its id is its unit, its name its value."""
    if isinstance(found, Hit):
        return found
    entry = _entry(found.value.unit or "", str(found.value.value), found.tags, f"<{found.kind}>")
    return Hit(found.start, found.end, entry, "")


@lru_cache(maxsize=4096)
def _entry(unit: str, value: str, tags: tuple[str, ...], category: str) -> Entry:
    """The same few values come again and again."""
    return Entry(unit, name=value, tags=tags, category=category)


def accepts(element: Element, found: Found) -> bool:
    """Does the hit or mention have the id or unit and the tag that the element asks for?"""
    if isinstance(found, Hit):
        entry = found.entry
        return (not element.ids or entry.id in element.ids) and (not element.tag or element.tag in entry.tags)
    if AGE in found.tags and element.tag != AGE:
        return False
    return (not element.ids or _unit(found) in element.ids) and (not element.tag or element.tag in found.tags)


def _unit(mention: Mention) -> str:
    """The unit of a mention; of a date that is no more than a year, `year`."""
    if mention.kind == "date" and _YEAR.fullmatch(str(mention.value.value)):
        return "year"
    return mention.value.unit or ""

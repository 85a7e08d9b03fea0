"""Matching one compiled pattern from one word on: bounded, no look-behind, failures remembered."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.lexicon import Hit
from claimcheck.patterns.language import Element, Sequence
from claimcheck.record import record

HitsAt = Mapping[str, Mapping[int, Hit]]  # category -> position of the first word -> hit


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
    ends = _walk(pattern.elements, 0, position, words, limit, hits, after, set())
    if ends is None:
        return None
    marks = [position, *(end for end, _ in ends)]
    begin, end = pattern.span
    found: dict[str, Hit] = {}
    for element, (_, hit) in zip(pattern.elements, ends, strict=True):
        if hit is not None:
            found.setdefault(element.category, hit)
    start = marks[begin]
    return Match(start, max(start + 1, marks[end]), found)


Steps = list[tuple[int, Hit | None]]  # per element: the position after it, and the hit it took


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
    if step == len(elements):
        return []
    if (step, position) in failed:
        return None
    element = elements[step]
    for end, hit in _options(element, position, words, limit, hits, after):
        rest = _walk(elements, step + 1, end, words, limit, hits, after, failed)
        if rest is not None:
            return [(end, hit), *rest]
    failed.add((step, position))
    return None


def _options(
    element: Element, position: int, words: tuple[str, ...], limit: int, hits: HitsAt, after: Mapping[int, int]
) -> Steps:
    if element.gap:
        return [(end, None) for end in range(position, min(limit, position + element.gap) + 1)]
    found: Steps = []
    if position < limit:
        if element.words:
            if words[position] in element.words:
                found.append((position + 1, None))
        else:
            at = hits.get(element.category)
            hit = at.get(position) if at else None
            if hit is not None and accepts(element, hit):
                found.append((after[hit.end], hit))
    if element.optional:
        found.append((position, None))
    return found


def accepts(element: Element, hit: Hit) -> bool:
    """Does the hit have the ids and the tag that the element asks for?"""
    entry = hit.entry
    return (not element.ids or entry.id in element.ids) and (not element.tag or element.tag in entry.tags)

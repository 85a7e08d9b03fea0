"""What stands round a count and matters to the roles: part of a larger number, a total, so many times, a compound."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.quantities.scene import Scene

_NEAR = 4


def tags_of(scene: Scene, first: int, after: int, part_ends: int) -> tuple[str, ...]:
    """Tags of the count in words `first` to `after`. `part_ends`: the position after the last partial count, so that
    the "90" of "63 of the 90" is known as its whole.

    partial   63 of the 90; two of them; 12 of whom
    of-total  the 90 of "63 of the 90"
    total     a total of 12, 12 in all
    from      what it was before: up from 24, rose from 31 to 44
    times     shot four times, three times as many
    compound  a two-vehicle crash
    """
    words, context = scene.passage.words, scene.context
    tags: list[str] = []
    following = words[after] if after < len(words) else ""
    then = words[after + 1] if after + 1 < len(words) else ""
    if following == "of":
        if then in context.partial or scene.number_at(after + 1):
            tags.append("partial")
    elif following == "out" and then == "of":
        tags.append("partial")
    elif following == "-":
        if then.isalpha() and scene.passage.starts[after] == scene.passage.ends[after - 1]:
            tags.append("compound")
    elif following in context.times:
        tags.append("times")
    if scene.before(first) == "from" and _earlier(scene, first, after):
        tags.append("from")
    if 0 <= part_ends < first and words[part_ends] in ("of", "out") and _whole_of(scene, part_ends + 1, first):
        tags.append("of-total")
    if _total(scene, first, after):
        tags.append("total")
    return tuple(tags)


def _earlier(scene: Scene, first: int, after: int) -> bool:
    return scene.before(first - 1) in ("up", "down") or (scene.word(after) == "to" and scene.number_at(after + 1))


def _whole_of(scene: Scene, i: int, first: int) -> bool:
    """Only determiners between "of" and the number: 63 of the 90, two out of some 30."""
    between = scene.passage.words[i:first]
    return len(between) < _NEAR and all(word in scene.context.determiners for word in between)


def _total(scene: Scene, first: int, after: int) -> bool:
    before = scene.before(first)
    if before == "of":
        return scene.before(first - 1) == "total"
    if before in scene.context.total_before:
        return True
    words = scene.passage.words
    near = words[after : after + _NEAR + 1]
    if "in" in near and any(a == "in" and b in ("all", "total") for a, b in pairwise(near)):
        return True
    return near[:1] in (("total",), ("altogether",))

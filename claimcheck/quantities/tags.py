"""What stands round a count and matters to the roles: part of a larger number, a total, so many times, a compound."""

from __future__ import annotations

from claimcheck.quantities.scene import Scene


def tags_of(scene: Scene, first: int, after: int, part_ends: int) -> tuple[str, ...]:
    """Tags of the count in words `first` to `after`. `part_ends`: the position after the last partial count, so that the
    "90" of "63 of the 90" is known as its whole.

    partial   63 of the 90; two of them; 12 of whom
    of-total  the 90 of "63 of the 90"
    total     a total of 12, 12 in all
    times     shot four times, three times as many
    compound  a two-vehicle crash
    """
    words, context = scene.passage.words, scene.context
    tags: list[str] = []
    following = words[after] if after < len(words) else ""
    if following == "of" and scene.word(after + 1) in context.partial:
        tags.append("partial")
    elif following == "out" and scene.word(after + 1) == "of":
        tags.append("partial")
    elif following == "-" and scene.word(after + 1).isalpha() and scene.passage.starts[after] == scene.passage.ends[after - 1]:
        tags.append("compound")
    elif following in context.times:
        tags.append("times")
    if part_ends >= 0 and 1 <= first - part_ends <= 4 and words[part_ends] in ("of", "out"):
        tags.append("of-total")
    if _total(scene, first, after):
        tags.append("total")
    return tuple(tags)


def _total(scene: Scene, first: int, after: int) -> bool:
    before = scene.before(first)
    if before == "of":
        return scene.before(first - 1) == "total"
    if before in scene.context.total_before:
        return True
    following = scene.word(after)
    return following in ("total", "altogether") or (following == "in" and scene.word(after + 1) in ("all", "total"))

"""Qualifiers: at least, as many as, nearly, more than, or so - and the cases where such words say something else."""

from __future__ import annotations

from functools import cache

from claimcheck.kinds.wording import qualifier_phrases, qualifiers
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.scene import Scene
from claimcheck.text.phrases import listed

_SMALL = 10


def qualifier_before(scene: Scene, found: Quantity) -> tuple[str, int]:
    """Rule of the qualifier before the quantity ("exact" for none) and the position of its first word."""
    phrases = qualifier_phrases()[0]
    words, first, rule = scene.passage.words, found.first, "exact"
    for _ in range(2):  # "as many as about 300": the outer one decides
        read = phrases.before(words, first)
        if read is None or scene.passage.starts[read[1]] < scene.left:
            break
        if not _qualifies(scene, " ".join(words[read[1] : first]), read[1], found):
            break
        rule, first = read
    return rule, first


def _qualifies(scene: Scene, phrase: str, first: int, found: Quantity) -> bool:
    """Not "turned over 12 guns", "adds up to 90", "over two of them", "some two", "a maximum of 31 degrees"."""
    if scene.before(first) in _spoilers().get(phrase, ()) or found.unit in _extremes().get(phrase, ()):
        return False
    small = not found.read.scaled and abs(found.read.value) < _SMALL and found.kind == "count"
    return not (small and phrase in _weak())


@cache
def _spoilers() -> dict[str, frozenset[str]]:
    return {phrase: frozenset(listed(words)) for phrase, words in qualifiers().not_after.items()}


@cache
def _extremes() -> dict[str, frozenset[str]]:
    return {phrase: frozenset(listed(units)) for phrase, units in qualifiers().extreme.items()}


@cache
def _weak() -> frozenset[str]:
    return frozenset(listed(qualifiers().weak))


def qualifier_after(scene: Scene, found: Quantity, rule: str) -> tuple[str, int]:
    """Rule with what stands after the quantity ("or more", "-plus"), and the position after it."""
    read = qualifier_phrases()[1].after(scene.passage.words, found.after)
    if read is None or rule != "exact" or scene.passage.ends[read[1] - 1] > scene.right:
        return rule, found.after
    return read

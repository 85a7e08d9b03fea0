"""Phrases and what they mean, found before or after a place in a passage; and lists as vocabulary files write them."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")  # as passages are cut


def listed(text: str) -> tuple[str, ...]:
    """The items of "a, b, c". One text is a fifth of the work of a YAML list of as many."""
    return tuple(item.strip() for item in text.split(",")) if text else ()


def paired(text: str) -> dict[str, str]:
    """The pairs of "us USD, hong kong HKD": what an item ends in, by what is before it."""
    pairs = (item.rpartition(" ") for item in listed(text))
    return {name: value for name, _, value in pairs}


def numbered(text: str) -> dict[str, int]:
    """The same with whole numbers: "one 1, two 2"."""
    return {name: int(value) for name, value in paired(text).items()}


class Phrases(Generic[T]):
    """Phrases of one or more words, with a meaning each; where several fit, the longest is meant."""

    def __init__(self, meanings: dict[str, T], *, backwards: bool = False) -> None:
        index: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(_WORD.findall(phrase.lower()))
            index.setdefault(words[-1 if backwards else 0], []).append((words, meaning))
        self.index = {key: sorted(found, key=lambda f: -len(f[0])) for key, found in index.items()}

    def after(self, words: tuple[str, ...], i: int) -> tuple[T, int] | None:
        """The meaning of the phrase that begins at word `i`, and the position after it; hyphens may join its words."""
        known = self.index.get(words[i]) if i < len(words) else None
        for phrase, meaning in known or ():
            j, k = i + 1, 1
            while k < len(phrase) and j < len(words):
                if words[j] == phrase[k]:
                    k += 1
                elif words[j] != "-":
                    break
                j += 1
            if k == len(phrase):
                return meaning, j
        return None

    def before(self, words: tuple[str, ...], i: int) -> tuple[T, int] | None:
        """The meaning of the phrase that ends right before word `i`, and the position of its first word."""
        known = self.index.get(words[i - 1]) if i > 0 else None
        for phrase, meaning in known or ():
            first = i - len(phrase)
            if first >= 0 and words[first:i] == phrase:
                return meaning, first
        return None

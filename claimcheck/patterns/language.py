"""The pattern language: how one line of a pack's pattern file is written, and what it compiles to.

A pattern is elements between spaces, matched word by word inside one sentence:

    word  one|two        these words (lower case; a punctuation mark is a word)
    {category}           a vocabulary entry of the category; {category:id|id2} of these ids; {category#tag} with the tag
    <kind>               a mention of the kind (money, measure, ...); <measure:km|square_mile> in one of these units;
                         <duration#age> with the tag; an age is taken only where the tag is asked for; <date:year> a
                         year and no more
    ...4                 up to four words that are passed over
    x?                   x, or nothing (for words and categories)
    [ ... ]              only what stands between is the mention's span; left out: all that matched

There are no loops and no nesting, so that the work per word is bounded by the length of the pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_ELEMENTS = 16
MAX_GAP = 15
_CATEGORY = re.compile(r"\{([\w-]+)(?::([\w.|-]+))?(?:#([\w-]+))?\}(\?)?$")
_MENTION = re.compile(r"<([\w-]+)(?::([\w.|/-]+))?(?:#([\w-]+))?>(\?)?$")
_GAP = re.compile(r"\.\.\.(\d+)$")


@dataclass(frozen=True, slots=True)
class Element:
    """One step. Exactly one of `words`, `category`, `gap` says what it takes."""

    words: frozenset[str] = frozenset()
    category: str = ""
    ids: frozenset[str] = frozenset()
    tag: str = ""
    gap: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A compiled pattern: `span` are the positions of the first and after the last element of the mention."""

    elements: tuple[Element, ...]
    span: tuple[int, int]


def compile_sequence(text: str) -> Sequence:
    """Compile one line. Raises ValueError with what is wrong with it."""
    elements: list[Element] = []
    begin, end = 0, -1
    for word in text.split():
        if word == "[":
            begin = len(elements)
        elif word == "]":
            end = len(elements)
        else:
            elements.append(_element(word))
    if not elements or elements[0].gap or elements[0].optional:
        raise ValueError("a pattern begins with a word or a {category} that is not optional")
    if elements[-1].gap:
        raise ValueError("a pattern does not end with a gap")
    if len(elements) > MAX_ELEMENTS:
        raise ValueError(f"a pattern has at most {MAX_ELEMENTS} elements")
    return Sequence(tuple(elements), (begin, len(elements) if end < 0 else end))


def _element(word: str) -> Element:
    if gap := _GAP.match(word):
        if int(gap.group(1)) > MAX_GAP:
            raise ValueError(f"a gap is at most {MAX_GAP} words")
        return Element(gap=int(gap.group(1)))
    if word.startswith("{"):
        named = _CATEGORY.match(word)
        if not named:
            raise ValueError(f'"{word}" is no {{category}}')
        category, ids, tag, optional = named.groups()
        return Element(
            category=category,
            ids=frozenset(ids.split("|")) if ids else frozenset(),
            tag=tag or "",
            optional=bool(optional),
        )
    if found := _MENTION.match(word):
        kind, units, tag, optional = found.groups()
        return Element(
            category=f"<{kind}>",
            ids=frozenset(units.replace("_", " ").split("|")) if units else frozenset(),
            tag=tag or "",
            optional=bool(optional),
        )
    optional = len(word) > 1 and word.endswith("?")
    words = (word[:-1] if optional else word).lower().split("|")
    for part in words:
        if not re.fullmatch(r"[^\W_]+|[^\w\s]", part):
            raise ValueError(f'"{part}" is not one word (write "all - party" for "all-party")')
    return Element(words=frozenset(words), optional=bool(optional))

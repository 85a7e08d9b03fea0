"""Actors: persons, organisations and offices. Two spellings of one name are no conflict; two names are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from claimcheck.kinds.kind import Kind
from claimcheck.model import Claim, Comparison, Value

_NEAR = 85.0  # rapidfuzz ratio: Sobyanin and Sobianin are 88, Smith and Smyth 80, Johnson and Jonson 93
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def normalise(text: str) -> Value | None:
    """A name as written, with single spaces; None for an empty text."""
    name = " ".join(text.split())
    return Value(name) if name else None


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """SAME: equal, or one is the short form of the other (a family name, a left-out middle name). COMPATIBLE: spelling
    variants. UNKNOWN: an office against a name. CONFLICT: two names. The tolerances have no meaning for names."""
    return _compare(str(a.value), str(b.value))


def alike(a: str, b: str) -> bool:
    """Whether two names may well be one person's: a short form, a spelling variant."""
    return _compare(a, b) in (Comparison.SAME, Comparison.COMPATIBLE)


def render(claim: Claim) -> str:
    """The name."""
    return str(claim.value)


@lru_cache(maxsize=4096)
def _compare(a: str, b: str) -> Comparison:
    first, second = sorted((a, b))
    one, other = _words(first), _words(second)
    if one == other:
        return Comparison.SAME
    if not first[:1].isupper() or not second[:1].isupper():
        return Comparison.UNKNOWN  # "the mayor", "police": an office is written small, and may be anyone's
    if one and other and one[-1] == other[-1] and (one[0] == other[0] or len(one) == 1 or len(other) == 1):
        return Comparison.SAME
    if _initials(one, other) or _initials(other, one):
        return Comparison.SAME
    from rapidfuzz.fuzz import ratio  # here: nine of ten runs compare no two different names

    near = ratio(" ".join(one), " ".join(other)) >= _NEAR
    return Comparison.COMPATIBLE if near else Comparison.CONFLICT


def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name).casefold().replace("-", " ").replace(".", "")
    words = ["".join(c for c in word if not unicodedata.combining(c)) for word in plain.split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(words)


def _initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """FBI and Federal Bureau of Investigation."""
    return len(short) == 1 and len(full) > 1 and short[0] in {"".join(w[0] for w in full), _capital_initials(full)}


def _capital_initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in {"of", "the", "and", "for"})


SUMMARY = "a person, an organisation or an office"
KIND = Kind(id="actor", summary=SUMMARY, normalise=normalise, compare=compare, render=render)

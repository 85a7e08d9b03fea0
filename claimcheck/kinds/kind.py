"""The seam of a claim kind: four functions and a name. A kind is one file and one name in `kinds/__init__.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from claimcheck.model import Claim, Comparison, Value


class Compare(Protocol):
    """Compare two claims of one kind. Symmetric. `within` is an absolute tolerance in the kind's base unit (minutes for
    time, days for date, seconds for duration, kilometres for location, else the number's own unit); `relative` is a
    share of the larger value (0.1 is ten per cent)."""

    def __call__(self, a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of value a claim holds.

    normalise  a value written in a rule ("03:10", "16", "Moscow") -> Value; None where it is none of this kind
    render     the value of a claim as a reader would write it; `normalise` reads it back to the same value
    """

    id: str
    summary: str
    normalise: Callable[[str], Value | None]
    compare: Compare
    render: Callable[[Claim], str]


def by_name(text: str) -> Value | None:
    """`normalise` of the kinds whose values are plain names: the text as it is, a number where it is one."""
    word = text.strip()
    if not word:
        return None
    return Value(int(word) if word.isascii() and word.isdigit() else word)


def name_of(claim: Claim) -> str:
    """`render` of the kinds whose values are plain names."""
    return str(claim.value)

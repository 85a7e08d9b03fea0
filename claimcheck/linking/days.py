"""Days on which two groups of articles put their event: a day that two articles give is known, and two known days are
two events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.model import EventMention

_WITNESSES = 2  # articles that must give a day: one alone may have it wrong, or be misread
_SHARE = 2 / 3  # of those that give one
_GAP = 2  # days: a night belongs to two of them


def other_day(mains: Sequence[EventMention], a: Sequence[int], b: Sequence[int]) -> bool:
    """Do both groups know the day of their event, and is it another? `mains`: what each article says of it."""
    if len(a) < _WITNESSES or len(b) < _WITNESSES:
        return False
    one, other = _known_day(mains, a), _known_day(mains, b)
    return one is not None and other is not None and abs(one - other) >= _GAP


def _known_day(mains: Sequence[EventMention], members: Sequence[int]) -> int | None:
    """The day that two members or more give, and two thirds of those that give any."""
    found = [mains[i] for i in members]
    days = [(m.date_low, m.date_high) for m in found if m.date_low is not None and m.date_high is not None]
    narrow = [(low, high) for low, high in days if high - low <= 1]
    if len(narrow) < _WITNESSES:
        return None
    counts = Counter(low for low, _ in narrow)
    day = min(counts, key=lambda low: (-counts[low], low))
    agree = sum(low - 1 <= day <= high + 1 for low, high in narrow)
    return day if agree >= max(_WITNESSES, _SHARE * len(narrow)) else None

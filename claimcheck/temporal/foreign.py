"""The fallback: dates joined in an unusual way (`24-Dec-2016`, `24dec2016`), read by dateparser.

dateparser never finds a date here, it only reads a span that the literals have delimited; what it returns counts only
where the digits of the day and of the year stand in the span (it reads `Dec 24-25` as a day of 2025).
"""

from __future__ import annotations

import re
from functools import lru_cache

_JOINED = re.compile(r"\d{1,4}[-/.]?[A-Za-z]{3,9}[-/.]?\d{1,4}")


@lru_cache(maxsize=512)
def read_joined(text: str) -> str | None:
    """The ISO day of a span, or None."""
    if not _JOINED.fullmatch(text):
        return None
    from dateparser import parse  # heavy: only for texts that hold such a date

    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    found = parse(text, languages=["en"], settings=settings)
    if found is None:
        return None
    numbers = {int(digits) for digits in re.findall(r"\d+", text)}
    if found.day not in numbers or not numbers & {found.year, found.year % 100}:
        return None
    return found.date().isoformat()

"""The publication date of an article, as feeds, archives and front matter write it, in ISO 8601; never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|UTC|GMT|[-+]\d\d:?\d\d)?)?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_WORDS = (
    re.compile(rf"(?:[A-Za-z]{{3,9}},?\s+)?{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b"),
    re.compile(rf"(?:[A-Za-z]{{3,9}},?\s+)?(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})\b"),
)
_FEED = re.compile(r"[A-Za-z]{3}, \d\d? [A-Za-z]{3} \d{4} \d\d:\d\d")


@lru_cache(maxsize=4096)
def iso_date(written: str) -> str | None:
    """ISO 8601 (`2016-07-04`, or with a time), or None where the writing is not understood."""
    written = written.strip()
    if found := _ISO.match(written):
        year, month, day, clock, zone = found.groups()
        if not _exists(int(year), int(month), int(day)):
            return None
        stamp = f"{year}-{month}-{day}"
        if not clock:
            return stamp
        return f"{stamp}T{clock}" + ("Z" if zone in ("UTC", "GMT") else zone or "")
    if _FEED.match(written):
        return _feed(written)
    for pattern in _WORDS:
        found = pattern.match(written)
        if found and found["month"][:3].lower() in _MONTHS:
            month_number = _MONTHS.index(found["month"][:3].lower()) + 1
            if _exists(int(found["year"]), month_number, int(found["day"])):
                return f"{found['year']}-{month_number:02}-{int(found['day']):02}"
    return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _feed(written: str) -> str | None:
    from email.utils import parsedate_to_datetime  # RSS and mail; slow to import, rarely needed

    try:
        found: datetime = parsedate_to_datetime(written)
    except (ValueError, TypeError):
        return None
    return found.isoformat()

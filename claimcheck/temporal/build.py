"""What the readers of calendar expressions share: the reading made of the words that a pattern kept."""

from __future__ import annotations

from claimcheck.temporal.reading import Parts, Reading
from claimcheck.text.timex import year_name

PIVOT = 40  # '39 is in the century of 2039, '40 in that of 1940


def calendar(parts: Parts, *, day: int | None = None, sub: str = "", toward: str = "") -> Reading:
    """What is said of year, month and weekday, with a day or season."""
    found = date_reading(
        parts,
        year=year_of(parts),
        month=parts.whole("m", "month"),
        day=day,
        weekday=parts.whole("wd", "weekday", "wkd"),
        sub=sub,
        toward=toward,
        part=part_of(parts),
        edge=edge_of(parts),
    )
    if parts.has("ydir"):
        found = found._replace(toward=f"{word_value(parts, 'ydir', 'dir') or 'that'} year")
    return found


def date_reading(
    parts: Parts,
    *,
    how: str = "calendar",
    timex: str = "",
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    sub: str = "",
    unit: str = "",
    amount: float = 0,
    seen: str = "",
    toward: str = "",
    part: str = "",
    edge: str = "",
    tags: tuple[str, ...] = (),
) -> Reading:
    qualifier = "about" if parts.has("q") and parts.vocabulary.values["vague"].get(parts.word("q")) else None
    if year is not None and how == "calendar" and month is None and not sub and day is None and weekday is None:
        how, timex = "fixed", year_name(year)
    return Reading(
        "date", parts.first, parts.last, how, timex=timex, year=year, month=month, day=day, weekday=weekday, sub=sub,
        unit=unit, amount=amount, seen=seen, toward=toward, part=part, edge=edge, qualifier=qualifier, tags=tags,
    )  # fmt: skip


def year_of(parts: Parts) -> int | None:
    number = parts.whole("y")
    if number is None:
        return None
    if era_of(parts) == "bc":
        return -number
    if number < 100 and not era_of(parts):
        number += 1900 if number >= PIVOT else 2000
    return number


def era_of(parts: Parts) -> str:
    return "bc" if str(parts.value("bc", "era") or "") == "bc" or parts.word("bc") == "b" else ""


def edge_of(parts: Parts) -> str:
    return str(parts.value("edge", "early", "edge", "latter") or "")


def part_of(parts: Parts) -> str:
    return "TMO" if parts.has("hours") else str(parts.value("part", "part", "partplain") or "")


def toward_of(parts: Parts) -> str:
    return str(parts.value("dir", "dir") or "")


def word_value(parts: Parts, name: str, class_: str) -> str:
    return str(parts.value(name, class_) or "")

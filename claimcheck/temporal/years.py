"""Readings of years, ranges of years, decades and centuries."""

from __future__ import annotations

from claimcheck.temporal.build import PIVOT, calendar, date_reading, edge_of, era_of
from claimcheck.temporal.reading import Parts, Reading
from claimcheck.text.timex import year_name

Readings = tuple[Reading, ...]


def years(parts: Parts) -> Readings:
    """1914-18, 2012-2013, 499-493 BC: the first and the last year."""
    first, second = parts.whole("y"), parts.whole("y2")
    if first is None or second is None:
        return ()
    era = era_of(parts)
    if second < 100 and first > 999:
        second += first // 100 * 100
        second += 100 if second < first else 0
    if era == "bc":
        first, second = -first, -second
    elif second < first or second - first > 400:
        return ()
    low, high = parts.span("y")[1], parts.span("y2")[0]
    start = date_reading(parts, year=first, edge=edge_of(parts), tags=("range-start",))
    name = year_name(second)
    return (start._replace(last=low), start._replace(first=high, year=second, timex=name, edge="", tags=("range-end",)))


def year(parts: Parts) -> Readings:
    """early 1917, the year 1950, fiscal 2012, 490 BC, AD 60."""
    if _is_number(parts):
        return ()
    return (calendar(parts),)


def short_year(parts: Parts) -> Readings:
    """'99, where a preposition, a name of a class or a season stands before it."""
    number = int(parts.word("y"))
    if not (parts.has("edge") or parts.sign("year-follows", parts.before())):
        return ()
    return (date_reading(parts, year=number + (1900 if number >= PIVOT else 2000)),)


def bare_year(parts: Parts) -> Readings:
    """1917: four digits that nothing marks as a count, a price, a number plate or a clock time."""
    text, start, end = parts.passage.lower, parts.passage.starts[parts.last - 1], parts.passage.ends[parts.last - 1]
    number = int(parts.word("y"))
    before, after = text[start - 1 : start], text[end : end + 1]
    digit_before, digit_after = text[start - 2 : start - 1].isdigit(), text[end + 1 : end + 2].isdigit()
    if (before and before in "$£€#.@_+=") or (before == "," and digit_before):
        return ()
    if (after and after in "%°$£€") or (after and after in ".,:" and digit_after):
        return ()
    if (before == "-" or after == "-") and _in_a_code(parts, text, start, end):
        return ()
    if "/" in (before, after) and (digit_before or digit_after):
        return ()
    if _is_number(parts) or not _plausible(parts, number):
        return ()
    return (date_reading(parts, year=number, edge=edge_of(parts)),)


def _is_number(parts: Parts) -> bool:
    """No. 1987, room 2010, flight 1951."""
    before = parts.before()
    return parts.sign("numbered", before) or (before == "." and parts.before(2) in ("no", "nos"))


def _in_a_code(parts: Parts, text: str, start: int, end: int) -> bool:
    """`352-393-2016`, `B-1900`: joined to letters or numbers by a hyphen (`pre-1945`, `1914-2010` are years)."""
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum():
        joined = parts.passage.words[parts.last - 3] if parts.last > 2 else ""
        if not parts.sign("year-prefix", joined) and not (joined.isdecimal() and len(joined) == 4):
            return True
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit() and not text[end + 1 : end + 5].isdigit()


def _plausible(parts: Parts, number: int) -> bool:
    before, after = parts.before(), parts.after()
    modern = 1900 <= number <= 2039
    if parts.sign("measured", after) and not (modern and parts.sign("year-certain", before)):
        return False
    if after in parts.vocabulary.values["zone"] or after in ("hours", "hrs") or _is_address(parts, modern=modern):
        return False
    if parts.has("edge"):
        return True
    if before == "at":
        return False
    if modern or parts.has("q") or "-" in (before, after):
        return True
    if before == "," and len(parts.before(2)) == 4 and parts.before(2).isdecimal():
        return True  # 1861, 1862 and 1863
    counted = after[:1].isalpha() and after.endswith("s") and not parts.sign("counts-things", after)
    return parts.sign("year-follows", before) and not (counted and parts.sign("year-may-count", before))


def _is_address(parts: Parts, *, modern: bool) -> bool:
    """the 1900 block, 1760 Elm Street, a call to 1645 Larch."""
    passage, before, after = parts.passage, parts.before(), parts.after()
    if after in ("block", "blk"):
        return True
    beside = parts.last < len(passage.words) and passage.folded[passage.starts[parts.last]].isupper()
    if not beside or passage.folded[passage.ends[parts.last - 1] : passage.starts[parts.last]] != " ":
        return False
    if parts.sign("streets", after) or parts.sign("streets", parts.after(2)):
        return True
    if parts.has("edge") or (parts.sign("year-certain", before) and before not in ("of", "to")):
        return False
    return not modern or parts.sign("compass", after)


def decade(parts: Parts) -> Readings:
    """the 1990s, the late '80s, the 470s BC."""
    word = parts.word("dec")
    first = int(word[:-1])
    if len(word) == 4 and era_of(parts) != "bc":
        return ()
    if len(word) == 3:
        ahead = parts.passage.words[parts.first : parts.last - 1]
        if "'" not in ahead and ("the" not in ahead or first < 20):
            return ()  # `in her early 20s` is an age
        first += 1900 if first >= 20 else 2000
    if era_of(parts) == "bc":
        return (date_reading(parts, how="fixed", timex=f"BC{first // 10:03d}"),)
    return (date_reading(parts, how="fixed", timex=f"{first // 10:03d}", edge=edge_of(parts)),)


def century(parts: Parts) -> Readings:
    """the 20th century, the early twenty-first century, the 4th century BC."""
    number = parts.whole("n", "ordinal")
    tens = parts.value("t", "tens")
    if number is None or not 1 <= number <= 31:
        return ()
    number += int(tens) if isinstance(tens, int | float) else 0
    prefix = "BC" if era_of(parts) == "bc" else ""
    return (date_reading(parts, how="fixed", timex=f"{prefix}{number - 1:02d}", edge=edge_of(parts)),)

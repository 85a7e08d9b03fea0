"""Clock times, dates and decimals written with digits over several words: `3:10 a.m.`, `24/12/2016`, `1,353.5`."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.temporal.foreign import read_joined
from claimcheck.temporal.vocabulary import CONTINUED, Vocabulary
from claimcheck.text.passage import Passage
from claimcheck.text.timex import day_name, real_day

_LITERAL = re.compile(
    r"""[0-9](?<![0-9a-z_][0-9])(?=[0-9]*(?:[-/.][0-9a-z]|[,:][0-9]|[a-z]|\ [aph]))(?:
        (?P<iso>[0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9-]))
      | (?P<ymd>[0-9]{3}[/.][0-9]{1,2}[/.][0-9]{1,2}(?![\w/]))
      | (?P<dmy>[0-9]?[/.-][0-9]{1,2}[/.-](?:[12][0-9]{3}|[0-9]{2})(?![\w/]|[.,:-][0-9]))
      | (?P<joined>[0-9]{0,3}(?P<sep>[-/.]?)(?P<word>[a-z]{3,9})(?P=sep)[0-9]{2,4}(?![\w/]|[.,:-][0-9]))
      | (?P<md>[0-9]?/[0-9]{1,2}(?![\w/]|[.,:][0-9]))
      | (?P<clock>[0-9]?:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?(?=[ap]\.?m|hrs?|hours|[^\w:]|:(?!\w)|z\b|$)(?!\.[0-9]))
      | (?P<dot>[0-9]?\.[0-5][0-9](?=[ap]\.?m|hrs?|hours|[^\w:.,]|[.,](?![0-9])|$))
      | (?P<hour>[0-9]{0,3}(?=\ ?[ap]\.?\ ?m(?:pm)?\b))
      | (?P<ish>[0-9]?-?ish\b)
      | (?P<h>[0-9]?\ ?h\ ?[0-5][0-9](?![\w:]))
      | (?P<hh>(?:[0-9]?h|[0-9]{3}(?=\ ?h(?:rs|ours)\b)|[0-9]{3}z)(?!\w))
      | (?P<big>[0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![\w,]))
      | (?P<point>[0-9]{0,5}\.[0-9]{1,4}(?![\w:]|[.,][0-9]))
    )""",
    re.X,
)
_AMPM = re.compile(r" ?([ap])(?:\. ?m\b\.?| ?m\b)|([ap])mpm\b| ?h(?:rs|ours|our|r)?\b")
_SHORT_YEAR = re.compile(r"'([0-9]{2})(?<![\w']'..)(?![\w']|-year)")  # after most quotes stands no digit
_ISO_CLOCK = re.compile(r"[t ]([0-2]\d):([0-5]\d)(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?!\w)")


class Clock(NamedTuple):
    """A clock time as written: minutes after midnight, and whether the half of the day is known."""

    minutes: int
    sure: bool  # am, pm or a 24-hour form
    dotted: bool = False  # "3.10": a time only in company
    about: bool = False  # "11ish"
    seconds: bool = False  # "07:00:25"


class Written(NamedTuple):
    """A date as written with digits: the TIMEX3 readings it admits, the likelier first, and the minutes or -1."""

    dates: tuple[str, ...]
    minutes: int = -1


Literal = Clock | Written | float


def find_literals(passage: Passage, codes: list[str], vocabulary: Vocabulary) -> dict[int, Literal]:
    """Word position -> what is written there. Marks the words in `codes`: the class on the first, CONTINUED after."""
    found: dict[int, Literal] = {}
    text, index, starts = passage.lower, passage.index, passage.starts
    reached = 0
    for match in _LITERAL.finditer(text):
        if match.start() < reached:
            continue
        first = index.get(match.start())
        if first is None:
            continue
        if match["joined"] and match["word"] not in vocabulary.values["month"]:
            continue
        literal, end = _read(match, text)
        if literal is None or _glued(text, match.start(), end, literal):
            continue
        found[first] = literal
        codes[first] = vocabulary.literal[_class(literal)]
        after = first + 1
        while after < len(starts) and starts[after] < end:
            codes[after] = CONTINUED
            after += 1
        reached = end
    for match in _SHORT_YEAR.finditer(text):
        first = index.get(match.start(1))
        if first is not None:
            codes[first] = vocabulary.literal["shortyear"]
    return found


def _class(literal: Literal) -> str:
    if isinstance(literal, Clock):
        return "dotclock" if literal.dotted else "clock"
    return "fulldate" if isinstance(literal, Written) else "decimal"


def _glued(text: str, start: int, end: int, literal: Literal) -> bool:
    """Part of a model number, price, version or address; `5-7pm` is a range."""
    before = text[start - 1] if start else " "
    if before == "-" and isinstance(literal, Clock) and literal.sure:
        return not (text[start - 2 : start - 1].isdigit() or text[start - 2 : start - 1] in "m. ")
    if before in "$€£¥#/.:@&=\\" or (before == "-" and start > 1 and text[start - 2].isalnum()):
        return not (before == "-" and text[max(0, start - 4) : start - 1] in ("mid", "am", "pm"))
    return text[end : end + 1] in ("%", "@", "°")


def _read(match: re.Match[str], text: str) -> tuple[Literal | None, int]:
    start, end = match.span()
    name = "joined" if match["joined"] else match.lastgroup
    written = text[start:end]
    if name == "joined":
        day = read_joined(written)
        return (Written((day,)) if day else None), end
    if name == "iso":
        clock = _ISO_CLOCK.match(text, end)
        if clock:
            minutes = int(clock[1]) * 60 + int(clock[2])
            return (Written(_dates(written), minutes) if minutes < 1440 else None), clock.end()
        return _written(_dates(written)), end
    if name in ("ymd", "dmy", "md"):
        return _written(_dates(written)), end
    if name == "big":
        return float(written.replace(",", "")), end
    if name == "point":
        return float(written), end
    return _clock(name or "", written, text, end)


def _written(dates: tuple[str, ...]) -> Written | None:
    return Written(dates) if dates else None


def _clock(name: str, written: str, text: str, end: int) -> tuple[Literal | None, int]:
    digits = [int(part) for part in re.findall(r"\d+", written)]
    if name in ("hour", "hh") and len(digits) == 1 and digits[0] > 24:
        digits = list(divmod(digits[0], 100))
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    tail = _AMPM.match(text, end)
    half = tail and (tail[1] or tail[2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return (float(written), end) if name == "dot" else (None, end)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half and hour > 23:
        return None, end
    sure = bool(tail) or hour > 12 or hour == 0 or written[0] == "0" or name == "hh"
    dotted = name == "dot" and not tail
    return Clock(hour % 24 * 60 + minute, sure, dotted, name == "ish", len(digits) > 2), tail.end() if tail else end


def _dates(written: str) -> tuple[str, ...]:
    """ISO readings: year first where it stands first; else the American order before the European one."""
    parts = [int(part) for part in re.findall(r"\d+", written)]
    if len(parts) == 2:
        month, day = parts
        orders: tuple[tuple[int | None, int, int], ...] = ((None, month, day), (None, day, month))
    elif parts[0] > 31:
        orders = ((parts[0], parts[1], parts[2]),)
    else:
        year = parts[2] + (0 if parts[2] > 99 else 2000 if parts[2] < 40 else 1900)
        orders = ((year, parts[0], parts[1]), (year, parts[1], parts[0]))
        if "." in written:
            orders = orders[1:]  # 24.12.2016; a version number is 10.20.30
    real = [(y, m, d) for y, m, d in orders if 1 <= (y or 2000) <= 2999 and 1 <= m <= 12 and real_day(y or 2000, m, d)]
    return tuple(dict.fromkeys(day_name(*one) for one in real))

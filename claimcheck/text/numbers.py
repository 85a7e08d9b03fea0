"""Numbers as English writes them - digits, words, both mixed, parts of one - read at one place of a passage.

What a number is of (money, kilometres, an age, a house number) is not decided here.
"""

from __future__ import annotations

import re

from claimcheck.text.numeral import Number, Numeral, Numerals, times, whole
from claimcheck.text.passage import Passage
from claimcheck.text.spelled import go_on_digits, read_spelled

__all__ = ["Number", "Numeral", "Numerals", "read_numeral", "times", "whole"]

_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,3}(?: ?, 000)+(?![0-9])"
_INDIAN = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
_SPACED = r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9a-z])(?![,.][0-9])"
_COMMA = r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|(?<![0-9],)[0-9]+,[0-9]{1,2}(?![0-9])(?![,.][0-9])"
_POINT = r"[0-9]+\.[0-9]+(?:e[+-]?[0-9]{1,2}(?![0-9a-z]))?|[0-9]+e[+-]?[0-9]{1,2}(?![0-9a-z])"
_LITERAL = re.compile(rf"(?:{_GROUPED}|{_INDIAN}|({_SPACED})|({_COMMA})|{_POINT}|[0-9]+)([^\W_0-9]*)")
_POWER = re.compile(r" ?[x×] ?10 ?\^ ?([+-]?[0-9]{1,2})(?![0-9])|\^([+-]{0,2}[0-9]{1,2})(?![0-9])")
_FRACTION = re.compile(r"([0-9]{1,2})/([0-9]{1,3})(?![0-9])(?![/.-][0-9])")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})
_ROUNDED = 6  # decimals: nobody rounds to more
_LONGEST = 25  # characters: longer runs of digits count nothing


def read_numeral(passage: Passage, i: int, numerals: Numerals, *, skip: int = 0) -> Numeral | None:
    """The number that begins at word `i`; None where there is none. `skip`: letters before the digits ("rs500": 2)."""
    word = passage.words[i]
    read = _digits(passage, i, numerals, skip) if "0" <= word[skip : skip + 1] <= "9" else None
    if read is None:
        if word[0] in numerals.vulgar:
            read = _vulgar(passage, i, numerals)
        elif word.isalpha():
            read = read_spelled(passage, i, numerals)
    return _signed(passage, read, numerals) if read else None


def _digits(passage: Passage, i: int, numerals: Numerals, skip: int) -> Numeral | None:
    text, start, word = passage.lower, passage.starts[i] + skip, passage.words[i]
    end = passage.ends[i]
    if skip or not word.isdecimal() or not _plain_end(text, end):
        return _literal(passage, i, start, numerals)
    if end - start > _LONGEST:
        return None
    if start and text[start - 1] == "." and _point_before(text, start):
        return _literal(passage, i, start, numerals)
    read = Numeral(int(word), start, end, i, i + 1, digits=True)
    following = passage.words[i + 1] if text[end : end + 1] == " " and i + 1 < len(passage.words) else ""
    if following in numerals.scales or following == "and" or len(following) == 1 or following in numerals.ordinals:
        return go_on_digits(passage, _fraction(passage, read) if following == "and" else read, numerals)
    return read


def _plain_end(text: str, end: int) -> bool:
    """Do digits end here for good: a space and no more digits, or a sign that ends every number."""
    after = text[end : end + 1]
    if after == " ":
        then = text[end + 1 : end + 2]
        return then.isalpha() and then != "x"
    return after in ("", ")", "\n", ";", "%", "'", '"')


def _literal(passage: Passage, i: int, start: int, numerals: Numerals) -> Numeral | None:
    """Digits with commas, points, spaces, letters or signs in or right after them."""
    text = passage.lower
    found = _LITERAL.match(text, start)
    if found is None or found.end() - start > _LONGEST:
        return None
    spaced, comma, suffix = found.groups()
    end = found.end()
    value, decimals = _amount(text[start : end - len(suffix)], spaced=spaced is not None, comma=comma is not None)
    if decimals == 0 and _point_before(text, start):
        decimals, start = end - len(suffix) - start, start - 1
        value, i = value / 10**decimals, i - 1
    after = _word_after(passage, i, end)
    step = 10.0**-decimals if 0 < decimals <= _ROUNDED else 0.0
    read = Numeral(whole(value), start, end, i, after, step=step, suffix=suffix, digits=True)
    if suffix == "x":
        return _power(passage, read._replace(end=end - 1, suffix=""), read)
    if suffix:
        part = numerals.vulgar.get(suffix[0])  # 3½: the sign is a letter to the cutter of words
        return read if part is None else read._replace(value=read.value + part, suffix=suffix[1:])
    following = text[end : end + 1]
    if following in ("/", " ", "-"):
        read = _fraction(passage, read)
        following = text[read.end : read.end + 1]
    if following in ("×", "^", " "):
        read = _power(passage, read, read)
    return go_on_digits(passage, read, numerals) if following in (" ", "-") else read


def _amount(literal: str, *, spaced: bool, comma: bool) -> tuple[Number, int]:
    """Value and number of decimals of digits as written."""
    if spaced:
        literal = literal.replace(" ", "")
    elif comma:
        literal = literal.replace(".", "").replace(",", ".")
    else:
        literal = literal.replace(",", "").replace(" ", "")
    if "." not in literal and "e" not in literal:
        return int(literal), 0
    return float(literal), len(literal.partition("e")[0].partition(".")[2])


def _point_before(text: str, start: int) -> bool:
    """.08 and .40-caliber, but not the end of a sentence."""
    if start == 0 or text[start - 1] != ".":
        return False
    before = text[start - 2] if start > 1 else " "
    return not before.isalnum() and before not in ".)]\"'%"


def _word_after(passage: Passage, i: int, end: int) -> int:
    """Position of the first word that begins at or after `end`."""
    starts = passage.starts
    while i < len(starts) and starts[i] < end:
        i += 1
    return i


def _fraction(passage: Passage, read: Numeral) -> Numeral:
    """ "2/3", "3 1/2", "2-1/2", "4 and 1/2"; "5/17" and "24/7" are no fractions."""
    text = passage.lower
    alone = text[read.end] == "/"
    at = read.start if alone else read.end + 1
    if text[at : at + 1] == " ":
        at += 1
    elif text.startswith("and ", at):
        at += 4
    found = _FRACTION.match(text, at)
    if found is None:
        return read
    above, below = int(found.group(1)), int(found.group(2))
    if below not in _DENOMINATORS or not 0 < above < below:
        return read
    value = above / below + (0 if alone else read.value)
    form = "share" if alone else "cardinal"
    return read._replace(value=value, end=found.end(), after=_word_after(passage, read.first, found.end()), form=form)


def _power(passage: Passage, read: Numeral, otherwise: Numeral) -> Numeral:
    """1.3x10^6, 6.2 × 10^-4, 2^10."""
    found = _POWER.match(passage.lower, read.end)
    if found is None:
        return otherwise
    try:
        if found.group(1):
            value = read.value * 10.0 ** int(found.group(1))
        else:
            value = float(read.value) ** int(found.group(2).replace("--", ""))
    except (OverflowError, ZeroDivisionError):
        return otherwise
    after = _word_after(passage, read.first, found.end())
    return read._replace(value=whole(value), end=found.end(), after=after, step=0)


def _vulgar(passage: Passage, i: int, numerals: Numerals) -> Numeral:
    start, word = passage.starts[i], passage.words[i]
    read = Numeral(numerals.vulgar[word[0]], start, start + 1, i, i + 1, "share", suffix=word[1:], digits=True)
    return read if word[1:] else go_on_digits(passage, read, numerals)


def _signed(passage: Passage, read: Numeral, numerals: Numerals) -> Numeral:
    """Minus 5, -5: a hyphen is a minus sign where it touches the digits and follows a space or a bracket."""
    if read.first == 0 or read.form == "ordinal":
        return read
    before = passage.words[read.first - 1]
    start = passage.starts[read.first - 1]
    if before in numerals.negative:
        return read._replace(value=-read.value, start=start, first=read.first - 1)
    if before != "-" or not read.digits or passage.text[start] not in "-\u2212":
        return read
    gap = read.start - start - 1
    left = passage.lower[start - 1] if start else " "
    if gap > (1 if start == 0 else 0) or not (left.isspace() or left in "(["):
        return read
    return read._replace(value=-read.value, start=start, first=read.first - 1)

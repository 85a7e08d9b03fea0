"""Folding that never moves an offset: curly quotes, dashes and spaces to their plain forms, one character for one."""

from __future__ import annotations

import re

_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc\uff07`"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASH = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SPACE = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u3000\ufeff\u00ad\t"
_PLAIN = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASH, "-"),
    **dict.fromkeys(_SPACE, " "),
    "\u0130": "I",  # the one character that str.lower() makes longer
}
_ODD = frozenset(_PLAIN)
_FOREIGN = re.compile(r"[^\x00-\x08\n-_a-\x7f][^\x00-\x08\n-_a-\x7f]*")  # not ASCII, tab, `: what may be odd
_NOT_WORD = re.compile(r"[^\w ]|_")
_ASCII_NOT_WORD = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """`text` with typographic variants made plain; same length. Letter case stays."""
    if text.isascii():  # most wire copy, and much faster
        return text.replace("\t", " ").replace("`", "'")
    # A few, each replaced at the speed of C; `translate` asks for every character
    for odd in _ODD.intersection("".join(_FOREIGN.findall(text))):
        text = text.replace(odd, _PLAIN[odd])
    return text


def lower(folded: str) -> str:
    """Lower case of a folded text; same length, since `fold` removed the one exception."""
    return folded.lower()


def spaced(lowered: str) -> str:
    """Every character that is no letter or digit as a space, with one space before and after: what the lexicon scans.

    Offsets in the result are one more than in `lowered`.
    """
    plain = lowered.translate(_ASCII_NOT_WORD) if lowered.isascii() else _NOT_WORD.sub(" ", lowered)
    return f" {plain} "

"""Digits and number words that count nothing: models, phones, addresses, roads, scores' parts, versions, years."""

from __future__ import annotations

import re

from claimcheck.quantities.scene import Scene
from claimcheck.text.numbers import Numeral

_CHAIN = re.compile(
    r"[0-9]+(?:-[0-9]+){2,}|[0-9]{3}-[0-9]{3}-[a-z]+|[0-9]{3}-[0-9]{4}(?![0-9])"
    r"|\(?[0-9]{3}\)?[ .][0-9]{3}[-.][0-9]{4}(?![0-9])|[0-9]{1,3} / [0-9]{1,3}(?![0-9])"
)
_CHAINED = frozenset("0123456789/")
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+){2,}")
_ABBREVIATION = 4  # letters: "No. 1", "Hwy. 9"; after a longer word the full stop ends a sentence
_YEARS = range(1400, 2101)
_HOUSE = 100  # where letter case tells nothing, smaller numbers before North and such count things
_INITIALS = 2  # letters of a direction: N, SW
_REACH = 5  # words between a house number and "Street"


def chain_end(scene: Scene, i: int) -> int:
    """Where the phone number, date or version that begins at word `i` ends; 0 where there is none."""
    text, start, end = scene.passage.lower, scene.passage.starts[i], scene.passage.ends[i]
    after = text[end : end + 1]
    if after not in ("-", ".", ")", " ") or (after == " " and text[end + 1 : end + 2] not in _CHAINED):
        return 0  # nearly always
    if start and text[start - 1] == "(":
        start -= 1
    found = _CHAIN.match(text, start) or _DOTTED.match(text, start)
    return found.end() if found else 0


def is_no_number(scene: Scene, read: Numeral, *, headed: bool) -> bool:
    """Is what stands around the digits a sign that they are part of a name, an address, a time. `headed`: a unit goes
    with them, so that only an address or what touches them can speak against it."""
    if _joined_left(scene, read) or _joined_right(scene, read):
        return True
    if headed:
        return _address(scene, read)
    if _name_follows(scene, read.after):
        return True
    return (
        (read.first > 0 and (_labelled(scene, read) or _after_capital(scene, read)))
        or _list_number(scene, read)
        or _address(scene, read)
        or (not read.scaled and _year_or_code(scene, read))
    )


def _joined_left(scene: Scene, read: Numeral) -> bool:
    """Ka-52, COVID-19, #5, /5, and/5, '90s."""
    text, start = scene.passage.lower, read.start
    before = text[start - 1] if start else " "
    if before in " ($\n":
        return False
    if before == "-":
        return text[start - 2 : start - 1].isalnum() and scene.passage.text[start - 1] in "-\u2010\u2011"
    if before == "'":
        return read.suffix == "s" or (read.end - start == 2 and not scene.countable(read.after))
    return before in "/:#@&_=" or before.isalnum() or (before == "." and text[start - 2 : start - 1].isdigit())


def _joined_right(scene: Scene, read: Numeral) -> bool:
    """9/11, 10:25, 5.com, 4x4, 007, News 4's, 1-am, 5 o'clock, 3-of-4."""
    text, end = scene.passage.lower, read.end
    after, then = text[end : end + 1], text[end + 1 : end + 2]
    if after == " " and text[read.start] != "0":
        return _clock(scene, read.after)  # nearly always
    if after == "'" and then == "s":
        return True
    if _clock(scene, read.after) or (after == "-" and text.startswith("of-", end + 1)):
        return True
    if after in ("/", ":", "_", "@") and then.isalnum():
        return not read.suffix
    if after == "." and then.isalnum() and (then.isdigit() or not scene.passage.folded[end + 1].isupper()):
        return True
    if after.isalnum() or after == "_":
        return True
    first = text[read.start : read.start + 2]
    return first[0] == "0" and first[1:].isdigit()


def _name_follows(scene: Scene, i: int) -> bool:
    """7-Eleven, 3 News: a capital in mid-sentence makes the digits part of a name."""
    if scene.word(i) == "-" and scene.passage.starts[i] == scene.passage.ends[i - 1]:
        return scene.capital(i + 1) and scene.cased(i)
    return scene.word(i) in scene.context.brands and scene.capital(i) and scene.cased(i)


def _clock(scene: Scene, i: int) -> bool:
    word = scene.word(i + 1) if scene.word(i) == "-" else scene.word(i)
    return word in scene.context.clock or (word == "o" and scene.word(i + 1) == "'")


def _labelled(scene: Scene, read: Numeral) -> bool:
    """Page 3, Route 9, No. 1, U.S. 95, Engine 7."""
    context, words, first = scene.context, scene.passage.words, read.first
    word = words[first - 1]
    if word == "." and first > 1 and read.start - scene.passage.starts[first - 2] < 8:
        word = words[first - 2]
        if word == "s" and words[max(0, first - 4) : first - 2] == ("u", "."):
            word = "us"
        elif len(word) > _ABBREVIATION:
            return False
    if word in ("#", "№"):
        return True
    if words[first] in context.emergency and not scene.countable(read.after):
        return True
    if word in context.labels:
        return True
    if word not in context.weak_labels or scene.countable(read.after):
        return False
    return scene.word(read.after) != "-" or not scene.word(read.after + 1)[:1].isdigit()


def _after_capital(scene: Scene, read: Numeral) -> bool:
    """Windows 10, Apollo 11, Smith 35: a name right before the digits, and nothing to count after them."""
    first, passage = read.first, scene.passage
    if not scene.capital(first - 1) or passage.starts[first - 1] < scene.left or read.scaled or read.step:
        return False
    if scene.word(read.after) == "of" and (scene.number_at(read.after + 1) or scene.number_at(read.after + 2)):
        return False  # "in Leeds 8 of 110 workers"
    word = passage.words[first - 1]
    if word in scene.context.stops or read.start - passage.ends[first - 1] > 1 or not word.isalpha():
        return False
    return not scene.countable(read.after) and scene.cased(first - 1) and scene.word(read.after) not in ("%", "-", "$")


def _list_number(scene: Scene, read: Numeral) -> bool:
    """1. and 2) at the start of a line."""
    text, start, end = scene.passage.lower, read.start, read.end
    if read.value > 99 or text[end : end + 1] not in (".", ")") or text[end + 1 : end + 2] != " ":
        return False
    return start == 0 or text[start - 1] == "\n"


def _address(scene: Scene, read: Numeral) -> bool:
    """345 Burning Tree Dr, 1000 block of Woodland Avenue, 7650 SW 141st."""
    context, words, after = scene.context, scene.passage.words, read.after
    if read.step or read.suffix or read.scaled or after >= len(words):
        return False
    if words[after] in context.block or (words[after] == "-" and scene.word(after + 1) in context.block):
        return True
    if not scene.capital(after):
        return False
    if words[after] in context.directions and _house(scene, read):
        return scene.capital(after + 1) or scene.word(after + 1)[:1].isdigit()
    for i in range(after + 1, min(after + _REACH, len(words))):
        if words[i] in context.streets and scene.capital(i):
            return True
        if not (scene.capital(i) or words[i] == "." or words[i][0].isdigit()) or words[i] in context.stops:
            return False
    return False


def _house(scene: Scene, read: Numeral) -> bool:
    """7650 SW 141st, 890 North Belmont - but not 300 North Koreans, and in capitals not 12 N."""
    if len(scene.passage.words[read.after]) <= _INITIALS:
        return read.value >= _HOUSE or scene.cased(read.after)
    return read.value >= _HOUSE and not scene.countable(read.after)


def _year_or_code(scene: Scene, read: Numeral) -> bool:
    """2016 is a year unless it counts something; so are five and more digits without commas a code."""
    digits = read.end - read.start
    if digits < 4 or read.step or "," in scene.passage.lower[read.start : read.end]:
        return False
    if scene.countable(read.after):
        return False
    if digits == 4:
        return read.value in _YEARS and scene.word(read.after) not in ("%", "-")
    return scene.passage.words[read.first - 1].isalpha() and scene.capital(read.first - 1) if read.first else False

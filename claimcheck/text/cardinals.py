"""A run of number words as one number: two hundred and two thousand, twenty-first, 4 thousand 3 hundred and 21."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.text.numeral import Number, Numeral, Numerals, whole
from claimcheck.text.passage import Passage

_LOWER = (1000, 100_000)  # a thousand million, three lakh crore: the larger scale multiplies these


@dataclass(slots=True)
class _Run:
    """What has been read so far: total + current; `last` is the smallest thousand, million, ... in the total."""

    current: Number | None
    total: Number = 0
    last: int = 0
    step: float = 0
    form: str = "cardinal"
    spelled: bool = True  # `current` is in words, so that further words may add to it
    scaled: bool = False
    joined: bool = False  # "and" has just been read

    def value(self) -> Number:
        return whole(self.total + (self.current or 0))


def chain(passage: Passage, head: Numeral | None, i: int, numerals: Numerals) -> Numeral | None:
    """The longest number that goes on from `head` (digits already read) at word `i`, or begins there."""
    words, count = passage.words, len(passage.words)
    run = _Run(None) if head is None else _Run(head.value, step=head.step, spelled=False)
    j = accepted = i
    while j < count and run.form == "cardinal":
        word = words[j]
        if word == "-":
            if j == i == 0 or j + 1 >= count or not _hyphen(run, words[j + 1], numerals):
                break
            j += 1
            continue
        if word == "and":
            if j != accepted or not _joins(passage, run, j, numerals):
                break
            run.joined = True
            j += 1
            continue
        if word == "point":
            after = _decimals(words, run, j, accepted, numerals)
            if after == accepted:
                break
            j = accepted = after
            continue
        if not _take(run, word, j == i and head is None, words[j + 1] if j + 1 < count else "", numerals):
            break
        j += 1
        accepted, run.joined = j, False
    if accepted == i:
        return head
    first = i if head is None else head.first
    start = passage.starts[first] if head is None else head.start
    digits = head is not None
    end = passage.ends[accepted - 1]
    return Numeral(
        run.value(), start, end, first, accepted, run.form, run.step, digits=digits, scaled=run.scaled
    )  # fmt: skip


def _hyphen(run: _Run, word: str, numerals: Numerals) -> bool:
    """May a hyphen join what was read with this word: twenty-six, one-million, twenty-first; not two-three."""
    if run.current is None:
        return False
    if word in numerals.scales:
        return True
    small = numerals.cardinals.get(word) or numerals.ordinals.get(word) or 0
    return run.spelled and run.current % 100 >= 20 and run.current % 10 == 0 and 0 < small < 10


def _take(run: _Run, word: str, begins: bool, following: str, numerals: Numerals) -> bool:
    """Add one word to the run; False where it does not belong to it."""
    cardinal = numerals.cardinals.get(word)
    if cardinal is not None:
        return _add(run, cardinal)
    scale = numerals.scales.get(word)
    if scale:
        return _multiply(run, scale, begins)
    ordinal = numerals.ordinals.get(word)
    if ordinal:
        return _end_in_ordinal(run, ordinal)
    if not (word.isdecimal() and word.isascii() and len(word) < 9):
        return False
    if run.current is None and run.total and int(word) * numerals.scales.get(following, run.last) < run.last:
        run.current, run.spelled, run.step = int(word), False, 0
        return True
    return run.joined and _add(run, int(word))


def _add(run: _Run, value: int) -> bool:
    current = run.current
    if current is None:
        if run.total and value == 0:
            return False
        run.current, run.spelled = value, True
    elif not run.spelled or value == 0:
        return False
    elif (current % 100 >= 20 and current % 10 == 0 and value < 10) or (current >= 100 and current % 100 == 0):
        run.current = current + value
    else:
        return False
    run.step = 0
    return True


def _multiply(run: _Run, scale: int, begins: bool) -> bool:
    current = run.current
    if scale == 100:
        if current is None and not begins:
            return False
        run.current, run.spelled = whole((current or 1) * 100), True
        run.step = 0
        return True
    if scale == 12:
        if current is None and not begins:
            return False
        run.current, run.form = whole((current or 1) * 12), "round"
        return True
    if current is None and not begins:
        if scale <= run.last or run.last not in _LOWER or scale * run.last > 10**12:
            return False
        run.total *= scale
    elif run.last and scale >= run.last:
        return False
    else:
        run.total = whole(run.total + (1 if current is None else current) * scale)
    run.step = (run.step or (0 if isinstance(current, float) else 1)) * scale
    if isinstance(run.total, float):  # a part of one was multiplied: nothing was rounded
        run.step = 0
    run.current, run.last, run.scaled = None, scale, True
    return True


def _end_in_ordinal(run: _Run, value: int) -> bool:
    current = run.current
    if value >= 100:  # two hundredth, 10 millionth
        if not current or isinstance(current, float) or (value == 100 and not run.spelled):
            return False
        run.current = whole(current * value)
    elif not run.spelled:
        return False
    elif current is None:
        if not run.total:
            return False
        run.current = value
    elif (current % 100 >= 20 and current % 10 == 0 and value < 10) or (current >= 100 and current % 100 == 0):
        run.current = current + value
    else:
        return False
    run.form, run.step = "ordinal", 0
    return True


def _joins(passage: Passage, run: _Run, at: int, numerals: Numerals) -> bool:
    """May "and" go on with the number: two hundred and six, a million and three hundred; not 300 and 200."""
    words = passage.words
    if run.current is None:
        below = run.last
    else:
        below = 100 if run.spelled and run.current >= 100 and run.current % 100 == 0 else 0
    word, following = (*words[at + 1 : at + 3], "", "")[:2]
    scale = numerals.scales.get(following, 0)
    if not below or scale == 100 == below or (below > 100 and scale >= below):
        return False
    if word.isdecimal() and word.isascii():
        return below == 100 and int(word[:9]) < below and _alone(passage, at + 1)
    value = numerals.cardinals.get(word) or numerals.ordinals.get(word) or below
    if following == "-" and at + 3 < len(words):
        following = words[at + 3]
    if value >= 20 and 0 < numerals.ordinals.get(following, 0) < 10:  # two hundred and fifty-second
        return value < below
    return value < below and following not in numerals.parts and following.removesuffix("s") not in numerals.ordinals


def _alone(passage: Passage, i: int) -> bool:
    """The digits stand free: no decimals, no letter, no sign of a date or a score after them."""
    following = passage.lower[passage.ends[i] : passage.ends[i] + 2]
    return following[:1] in ("", " ") or (following[0] in ".,;" and not following[1:].isdigit())


def small_number(words: tuple[str, ...], i: int, numerals: Numerals) -> tuple[int, int]:
    """A number below a hundred at word `i` and the position after it: five, fifty-four; 0 where there is none."""
    value, after = numerals.cardinals.get(words[i], 0), i + 1
    if value >= 20 and words[after : after + 1] == ("-",) and after + 1 < len(words):
        small = numerals.cardinals.get(words[after + 1], 0)
        if 0 < small < 10:
            return value + small, after + 2
    return value, after


def _decimals(words: tuple[str, ...], run: _Run, at: int, accepted: int, numerals: Numerals) -> int:
    """ "Six point one", "two hundred point seventy-one"."""
    if run.current is None or not run.spelled or at != accepted:
        return accepted
    figures, j = "", at + 1
    while j < len(words) and len(figures) < 9 and words[j] in numerals.cardinals:
        value, j = small_number(words, j, numerals)
        figures += str(value)
    if not figures:
        return accepted
    run.current = run.value() + float("0." + figures)
    run.total, run.step, run.spelled = 0, 10.0 ** -len(figures), False
    return j

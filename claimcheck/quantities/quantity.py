"""One number with what it is a number of: money, a measure, an age, an ordinal - or a plain count."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.kinds.measure import unit_after, unit_before, unit_suffix
from claimcheck.kinds.money import currency_after, currency_before, currency_suffix
from claimcheck.kinds.ordinal import SUFFIXES
from claimcheck.kinds.wording import currency_phrases, hundredths, short_units, unit_phrases, units_before
from claimcheck.quantities.ages import read_age
from claimcheck.quantities.scene import Scene
from claimcheck.quantities.tables import context
from claimcheck.quantities.traps import is_no_number
from claimcheck.text.numbers import Numeral, read_numeral, times, whole

_AGE_JOINTS = (",", "and", "(", "at", "of", "from", "-")  # Smith, 35; Smith (35); died at 91; ages of 5; magnitude-6


class Quantity(NamedTuple):
    """A number and its head. Words `first` to `after` of the passage, characters `start` to `end`; `unit` of money and
    measures. A plain count may yet take its unit from the other end of a range ("10 to 12 km")."""

    read: Numeral
    kind: str
    unit: str | None
    start: int
    end: int
    first: int
    after: int
    tags: tuple[str, ...] = ()


def read_quantity(scene: Scene, i: int, *, skip: int = 0, inside: bool = False) -> Quantity | None:
    """The quantity whose number begins at word `i`. `inside`: as the upper end of a range, a hyphen may touch it."""
    read = read_numeral(scene.passage, i, scene.numerals, skip=skip)
    if read is None or read.start < scene.left or read.end > scene.right:
        return None
    if read.form == "ordinal" or (read.suffix in SUFFIXES and not read.step):
        return None if read.digits and _touches(scene, read) else plain(read, "ordinal")
    money = currency_before(scene.passage, read)
    if money and scene.passage.starts[money[1]] >= scene.left:
        return _money(scene, read, *money)
    found = _suffixed(scene, read) if read.suffix else _headed(scene, read)
    if found is None and (read.suffix or (skip and not money)):
        return None
    if read.digits and not inside and not (found and found.first < read.first):
        headed = found is not None and found.kind != "count" and len(read.suffix) != 1  # Engine 5C is not hot
        if is_no_number(scene, read, headed=headed):
            return None
    if found is None or found.end > scene.right:
        return plain(read, "measure", "share") if read.form == "share" else plain(read, "count")
    return found


def plain(read: Numeral, kind: str, unit: str | None = None, *tags: str) -> Quantity:
    """A number that nothing but itself makes a quantity."""
    return Quantity(read, kind, unit, read.start, read.end, read.first, read.after, tags)


def _touches(scene: Scene, read: Numeral) -> bool:
    """Digits that are the tail of something else: x-11th, #5th."""
    before = scene.passage.lower[max(0, read.start - 2) : read.start]
    return before[-1:] in ("-", "#", "/") and before[:1].isalnum()


def _money(scene: Scene, read: Numeral, unit: str, first: int) -> Quantity:
    """$4.5bn, $ 30, USD 22.5 million; the word for it may follow: $10 dollars, $1 US."""
    scale = scene.numerals.letters.get(read.suffix)
    if scale:
        read = times(read, scale)._replace(suffix="")
    found = Quantity(read, "money", unit, scene.passage.starts[first], read.end, first, read.after)
    plainly = read.suffix or not scene.word(read.after).isalpha()  # not the sign of the next sum: $20 $30
    after = None if plainly else currency_after(scene.passage, read.after, read)
    if after and after[0] == unit and after[1] == 1 and scene.passage.ends[after[2] - 1] <= scene.right:
        return found._replace(end=scene.passage.ends[after[2] - 1], after=after[2])
    return found


def _suffixed(scene: Scene, read: Numeral) -> Quantity | None:
    """Letters right at the digits: 5bn, 10k, 9mm, 60mph, 40C, 50p, 115USD."""
    suffix, letters = read.suffix, scene.numerals.letters
    money = currency_suffix(scene.passage, read)
    if money:
        return plain(read, "money", money[0])
    scale = letters.get(suffix)
    if scale and (suffix not in ("m", "mm", "t") or (suffix == "m" and _millions(scene, read))):
        scaled = times(read, scale)._replace(suffix="")
        return _headed(scene, scaled) or plain(scaled, "count")
    unit = unit_suffix(scene.passage, read)
    if unit is None:
        return None
    end = max(read.end, scene.passage.ends[unit[1] - 1])
    tags = ("calibre",) if unit[0] == "mm" and _gun(scene, read, unit[1]) else ()
    return Quantity(read, "measure", unit[0], read.start, end, read.first, unit[1], tags)


def _millions(scene: Scene, read: Numeral) -> bool:
    """10m people, 1.5M, 3m euros: but a 10m wave, 100m away, the 400m hurdles."""
    if scene.passage.folded[read.end - 1] == "M":
        return True
    if scene.before(read.first) in ("a", "an", "the", "-") or scene.word(read.after) in scene.context.metres:
        return False
    return scene.countable(read.after) or currency_after(scene.passage, read.after, read) is not None


def _headed(scene: Scene, read: Numeral) -> Quantity | None:
    """Money, measures and ages whose name stands after the number, or before it: 5 euros, 6 miles, magnitude 6.1."""
    passage = scene.passage
    if scene.word(read.after) not in _heads_after() and scene.word(read.first - 1) not in _heads_before():
        return None  # nearly always
    if read.form not in ("cardinal", "round"):
        return _of(scene, read)
    age = read_age(scene, read)
    if age:
        unit, after = age
        end = passage.ends[after - 1]
        return Quantity(read, "measure", unit, read.start, end, read.first, after, ("age",))
    money = currency_after(passage, read.after, read)
    if money:
        return _counted_money(scene, read, *money)
    before = unit_before(passage, read)
    if before and passage.starts[before[1]] >= scene.left and not unit_after(passage, read.after, read):
        return Quantity(read, "measure", before[0], passage.starts[before[1]], read.end, before[1], read.after)
    unit, after = unit_after(passage, read.after, read) or _bare_calibre(scene, read) or ("", 0)
    if not unit and scene.word(read.after) == "'" and _feet_and_inches(scene, read, read.after):
        unit, after = "foot", read.after
    if not unit:
        return None
    tags = ("calibre",) if unit in ("calibre", "gauge") or (unit == "mm" and _gun(scene, read, after)) else ()
    tall = _feet_and_inches(scene, read, after) if unit == "foot" else None
    if tall:
        read, after = tall
    return Quantity(read, "measure", unit, read.start, passage.ends[after - 1], read.first, after, tags)


@cache
def _heads_after() -> frozenset[str]:
    """First words of all that may follow a number and say what it is of."""
    units = (*unit_phrases().index, *short_units(), *currency_phrases().index)
    return frozenset((*units, *context().age_units, *context().guns, "-", "'", "of", "a", "an"))


@cache
def _heads_before() -> frozenset[str]:
    """Last words of all that may stand before a number and say the same."""
    return frozenset((*units_before().index, *context().age_before, *context().age_being, *_AGE_JOINTS))


def _bare_calibre(scene: Scene, read: Numeral) -> tuple[str, int] | None:
    """A .380 semi-automatic."""
    if scene.passage.lower[read.start] != ".":
        return None
    near = scene.passage.words[read.after : read.after + 2]
    return None if scene.context.guns.isdisjoint(near) else ("calibre", read.after)


def _of(scene: Scene, read: Numeral) -> Quantity | None:
    """Millions of dollars, a few hundred miles, half an inch, 3/4 of an acre."""
    i = read.after
    i += scene.word(i) == "of"
    if read.form == "share":
        i += scene.word(i) in ("a", "an")
    money = currency_after(scene.passage, i, read)
    if money:
        end = scene.passage.ends[money[2] - 1]
        return Quantity(read, "money", money[0], read.start, end, read.first, money[2])
    unit = unit_after(scene.passage, i, read)
    if unit is None:
        return None
    return Quantity(read, "measure", unit[0], read.start, scene.passage.ends[unit[1] - 1], read.first, unit[1])


def _counted_money(scene: Scene, read: Numeral, unit: str, scale: int, after: int) -> Quantity:
    """50 million dollars, 75 USD million, 3 dollars 50 cents, thirteen dollars and forty-five cents."""
    passage = scene.passage
    word = scene.word(after)
    if scale == 1 and not read.scaled and scene.numerals.scales.get(word, 0) > 1000:
        scale, after = scene.numerals.scales[word], after + 1
    if scale > 1:
        read = times(read, scale)
    found = Quantity(read, "money", unit, read.start, passage.ends[after - 1], read.first, after)
    if read.scaled or unit not in hundredths() or not isinstance(read.value, int):
        return found
    i = after + (word == "and")
    cents = read_numeral(passage, i, scene.numerals) if i < len(passage.words) else None
    if cents is None or cents.form != "cardinal" or not 0 < cents.value < 100 or cents.suffix:
        return found
    part = currency_after(passage, cents.after, cents)
    last = part[2] if part and part[0] in hundredths()[unit] else cents.after if _closes(scene, cents) else 0
    if not last:
        return found
    read = read._replace(value=whole(read.value + cents.value / 100))
    return found._replace(read=read, end=passage.ends[last - 1], after=last)


def _closes(scene: Scene, cents: Numeral) -> bool:
    """15 dollars and 50: cents are meant where nothing else can be."""
    return scene.word(cents.after) in ("", ".", ",", ";") and scene.passage.ends[cents.after - 1] == cents.end


def _gun(scene: Scene, read: Numeral, after: int) -> bool:
    """9mm handgun, a 155 mm shell; 9mm by itself."""
    near = scene.passage.words[after : after + 3]
    if not scene.context.guns.isdisjoint(near):
        return True
    return str(read.value) in scene.context.calibres and "of" not in near[:1]


def _feet_and_inches(scene: Scene, read: Numeral, after: int) -> tuple[Numeral, int] | None:
    """6-foot-3, 6 feet 3 inches: in feet."""
    if not isinstance(read.value, int) or read.step or read.scaled:
        return None
    joined = scene.word(after) in ("-", "'")
    i = after + joined
    inches = read_numeral(scene.passage, i, scene.numerals) if i < len(scene.passage.words) else None
    if inches is None or inches.form != "cardinal" or not 0 < inches.value < 12 or inches.suffix:
        return None
    unit = unit_after(scene.passage, inches.after, inches)
    if not joined and (unit is None or unit[0] != "inch"):
        return None
    last = unit[1] if unit and unit[0] == "inch" else inches.after
    return read._replace(value=whole(read.value + inches.value / 12), step=0), last

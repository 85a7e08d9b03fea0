"""Two numbers that are one statement: ranges (10 to 12), scores (3-1), ratios (one in five)."""

from __future__ import annotations

from claimcheck.kinds.amount import level
from claimcheck.kinds.measure import score_value, share_of
from claimcheck.model import Mention
from claimcheck.quantities.quantity import Quantity, read_quantity
from claimcheck.quantities.scene import Scene
from claimcheck.text.numbers import Numeral

JOINTS = frozenset({"-", "to", "or", "and", "in", "out", "over"})
_MOST = 1000  # above this nobody scores
_TOGETHER = 3  # "two or three", not "two or 300"
_WIDE = 20  # "fell $1.20 to $75.98" is no range
_WHOLES = frozenset({10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})


def read_range(scene: Scene, low: Quantity) -> tuple[Quantity, Numeral] | None:
    """The range that begins with `low` as one quantity, and its upper number; None where there is none.

    A unit or a million at the upper end is meant at both: 2 to 3 million, $5-10 million, 10 to 12 km.
    """
    i = low.after
    joint = scene.word(i)
    between = scene.before(low.first) == "between"
    aged = "age" in low.tags
    if joint == "-" and scene.word(i + 1) in ("to", "or"):  # 10- to 12-foot waves
        i, joint = i + 1, scene.word(i + 1)
    if joint not in ("to", "or", "-") and not (joint == "and" and (between or (aged and _between(scene, low)))):
        return None
    if scene.before(low.first) == "from" and joint != "-" and low.kind != "measure" and not aged:
        return None  # a change as often as a range: from 30 to 35
    touching = joint == "-" and scene.passage.starts[i] == low.end
    if i + 1 >= len(scene.passage.words) or (joint == "-" and not (touching and low.read.digits)):
        return None
    high = _upper(scene, i + 1, touching=touching)
    if high is None:
        return None
    joined = _joined(low, high)
    if joined is None:
        return None
    first, second, kind, unit = joined
    most = {"or": _TOGETHER, "to": _WIDE}.get(joint)
    if first.value >= second.value or (most and not between and second.value > most * max(first.value, 1)):
        return None
    if kind == "count" and joint in ("-", "to") and not between and not _of_things(scene, low, high, joint):
        return None
    start, begin = (scene.passage.starts[low.first - 1], low.first - 1) if between else (low.start, low.first)
    tags = low.tags or high.tags
    return Quantity(first, kind, unit, start, high.end, begin, high.after, tags), second


def _between(scene: Scene, low: Quantity) -> bool:
    """Between the ages of 27 and 45."""
    return "between" in scene.passage.words[max(0, low.first - 4) : low.first]


def _upper(scene: Scene, i: int, *, touching: bool) -> Quantity | None:
    if scene.word(i) in ("$", "£", "€", "a", "an", "minus"):
        i += 1
    word = scene.word(i)
    if not word or (touching and not word[0].isdigit()):
        return None
    high = read_quantity(scene, i, inside=True)
    return high if high and high.kind in ("count", "money", "measure") and high.end <= scene.right else None


def _joined(low: Quantity, high: Quantity) -> tuple[Numeral, Numeral, str, str | None] | None:
    """Both numbers, kind and unit of the range; None where the two are of different things."""
    kind, unit = (high.kind, high.unit) if low.kind == "count" else (low.kind, low.unit)
    if high.kind != "count" and low.kind != "count" and (low.kind, low.unit) != (high.kind, high.unit):
        return None
    if low.kind == "measure" and high.kind == "count" and "age" not in low.tags:
        return None
    first, second = low.read, high.read
    if first.form not in ("cardinal", "round") or second.form not in ("cardinal", "round"):
        return None
    return level(first, second), second, kind, unit


def _of_things(scene: Scene, low: Quantity, high: Quantity, joint: str) -> bool:
    """10-12 people is a range; 3-5 is a score, unless things follow that can be counted."""
    if scene.passage.words[low.first - 1 : low.first] and scene.before(low.first) in scene.context.scores:
        return False
    return scene.countable(high.after) or (joint == "to" and high.read.scaled)


def read_score(scene: Scene, first: Quantity) -> tuple[Mention, int] | None:
    """20-13, 3-1; voted 5 to 4: the mention and the position after it."""
    read, i = first.read, first.after
    if first.kind != "count" or (not read.digits and scene.word(i) == "-"):
        return None
    joint = scene.word(i)
    told = joint in scene.context.score_units and scene.word(i + 1) == "to"  # "three goals to two"
    if told:
        i, joint = i + 1, "to"
    if joint not in ("-", "to") or read.form != "cardinal" or not isinstance(read.value, int) or read.value >= _MOST:
        return None
    if joint == "-" and (scene.passage.starts[i] != first.end or not scene.word(i + 1)[:1].isdigit()):
        return None
    if i + 1 >= len(scene.passage.words):
        return None
    second = read_quantity(scene, i + 1, inside=True)
    if second is None or second.kind != "count" or not isinstance(second.read.value, int) or second.end > scene.right:
        return None
    if not 0 <= second.read.value < _MOST or second.read.form != "cardinal" or second.read.scaled or read.scaled:
        return None
    contest = told or _contest(scene, first.first, second.after)
    if joint == "to" and (scene.before(first.first) == "from" or not contest):
        return None  # "revised down from 12 to 9"
    if second.end - second.start > 1 and scene.passage.lower[second.start] == "0":
        return None
    if scene.word(second.after) == "-" and scene.passage.starts[second.after] == second.end:
        return None
    value = score_value(str(read.value), str(second.read.value))
    return Mention("measure", first.start, second.end, value, tags=("score",)), second.after


def _contest(scene: Scene, first: int, after: int) -> bool:
    """Does a word of winning, losing or voting stand next to two numbers."""
    words, scores = scene.passage.words, scene.context.scores
    return not scores.isdisjoint(words[max(0, first - 3) : first]) or not scores.isdisjoint(words[after : after + 2])


def read_ratio(scene: Scene, part: Quantity) -> Quantity | None:
    """One in five, nine in 10, two out of five hundred, one over three, as a share."""
    read, i = part.read, part.after
    if part.kind != "count" or read.form != "cardinal" or read.step:
        return None
    if not isinstance(read.value, int) or read.value < 1:
        return None
    joint = scene.word(i)
    i += 1
    if joint == "out" and scene.word(i) == "of":
        i += 1
    elif joint not in ("in", "over") or (joint == "over" and read.value > 1):
        return None
    if i >= len(scene.passage.words):
        return None
    whole = _whole_at(scene, i)
    if whole is None or whole.value <= read.value or whole.end > scene.right:
        return None
    if joint == "in" and not ((read.value == 1 and not whole.scaled) or whole.value in _WHOLES):
        return None
    if joint == "over" and scene.word(whole.after) not in ("", ".", ","):
        return None
    share = read._replace(value=share_of(read.value, whole.value), form="share")
    return Quantity(share, "measure", "share", part.start, whole.end, part.first, whole.after)


def _whole_at(scene: Scene, i: int) -> Numeral | None:
    """A plain whole number at word `i`."""
    found = read_quantity(scene, i, inside=True)
    if found is None or found.kind != "count" or found.read.form != "cardinal" or not isinstance(found.read.value, int):
        return None
    return found.read

"""The little words: no, none, nobody, zero; "one" that counts nothing; "second" of time; "half" of something."""

from __future__ import annotations

from claimcheck.kinds.amount import Amount
from claimcheck.kinds.count import count_value
from claimcheck.model import Mention
from claimcheck.quantities.quantity import Quantity
from claimcheck.quantities.scene import Scene

_EST = 4  # letters: "best" is listed, "deadliest" ends like all of its sort
NOTHING = frozenset({"no", "none", "nobody", "noone", "zero", "nil", "neither"})


def read_nothing(scene: Scene, i: int) -> tuple[Mention | None, int]:
    """A count of 0 where a word at `i` says so, and the position after what was read; None where it says something
    else: no longer, No. 1, zero tolerance."""
    context, passage = scene.context, scene.passage
    word, following, before = passage.words[i], scene.word(i + 1), scene.before(i)
    after = i + 1
    tags: tuple[str, ...] = ()
    if word in ("nobody", "noone"):
        tags = ("nobody",)
    elif word == "no":
        joint = 1 if following != "-" else 2
        if scene.word(i + joint) in ("one", "body"):
            after, tags = i + joint + 1, ("nobody",)
        elif not following.isalnum() or following in context.no_before:
            return None, after
    elif word == "none":
        if following in context.none_before or before in context.none_after:
            return None, after
        if following == "of":
            tags = ("partial",)
    elif word == "neither":
        if following != "of":
            return None, after
        tags = ("partial",)
    elif following in context.zero_before or before in context.zero_after or "-" in (following, before):
        return None, after
    end = passage.ends[after - 1]
    if end > scene.right:
        return None, after
    return Mention("count", passage.starts[i], end, count_value(Amount(0)), tags=tags), after


def is_quantity(scene: Scene, i: int, found: Quantity) -> bool:
    """Does the number read at word `i` mean a quantity: not "one" the pronoun, a second of time, a name in capitals."""
    word, read = scene.passage.words[i], found.read
    if scene.word(found.after) == "-" and scene.word(found.after + 1) in scene.context.compounds:
        return False
    if read.digits:
        return found.kind != "ordinal" or not _ordinal_name(scene, found)
    if found.kind == "ordinal":
        time = word == "second" and found.after == i + 1 and _is_time(scene, i)
        return not time and not _ordinal_name(scene, found)
    if found.kind == "money":
        return True
    if word == "one" and read.after == i + 1 and _counts_nothing(scene, i):
        return False
    if read.form == "share" and word in scene.numerals.parts and found.unit == "share":
        return _is_share(scene, found.first, found.after)
    if word in scene.numerals.groups:
        return scene.word(i + 1) == "of"
    if read.form == "vague" and not read.scaled and word != "several":
        return word == "couple" and scene.word(i + 1) == "of"
    if word == "scores" and read.form == "open":
        return not scene.number_at(i + 2) and scene.word(i + 1) in (
            "of",
            "more",
            "were",
            "have",
            "others",
            "dead",
            "injured",
            "wounded",
            "killed",
        )
    return not _name_in_capitals(scene, found)


def _name_in_capitals(scene: Scene, found: Quantity) -> bool:
    """Formula One, Big Ten, Four Seasons: a capital in mid-sentence, beside another."""
    i = found.first
    if not scene.capital(i) or scene.opens(i) or not scene.cased(i):
        return False
    named = i - 2 if scene.word(i - 1) == "of" else i - 1  # Group of Seven
    return scene.capital(named) or scene.capital(found.after)


def _ordinal_name(scene: Scene, found: Quantity) -> bool:
    """5th Avenue, West 42nd Street, Second Amendment, first aid, at first."""
    context, after = scene.context, found.after
    before, following = scene.before(found.first), scene.word(after)
    if following == "-":
        following = scene.word(after + 1)
    if following == "," and scene.opens(found.first):  # First, ... Second, ...
        return True
    if following in context.ordinal_names or before in context.first_after:
        return True
    if scene.word(after + 1) in context.streets and scene.capital(after + 1):
        return True
    if before in context.directions and scene.capital(found.first - 1):
        return True
    if found.read.digits and (_corner(scene, after) or _corner(scene, found.first - 2, back=True)):
        return True
    i = found.first
    named = scene.capital(i) and scene.capital(after) and found.after < len(scene.passage.words)
    return named and not found.read.digits and not scene.opens(i) and scene.cased(i)


def _corner(scene: Scene, i: int, *, back: bool = False) -> bool:
    """29th and Summit; Main and 41st: a corner of streets."""
    joint, name = (i + 1, i) if back else (i, i + 1)
    return scene.word(joint) in ("and", "&") and scene.capital(name) and scene.word(name) not in scene.context.stops


def _counts_nothing(scene: Scene, i: int) -> bool:
    """Is the "one" at word `i` a pronoun or part of a phrase: no one, this one, one day, one-way, one another."""
    context, before, following = scene.context, scene.before(i), scene.word(i + 1)
    if before in context.one_after or following in context.one_before or before == "-":
        return True
    if before == "by" and scene.word(i - 2) == "one":
        return True
    if following == "-":
        return scene.word(i + 2) in context.one_dash
    if following == "of":
        third = scene.word(i + 3)
        return third in context.one_of or (third.endswith("est") and len(third) > _EST)
    return _adjective_one(scene, i)


def _adjective_one(scene: Scene, i: int) -> bool:
    """A white one, the next big one."""
    following = scene.word(i + 1)
    if scene.word(i - 2) not in scene.context.determiners or not scene.word(i - 1).isalpha():
        return False
    return following in scene.context.stops or not following.isalpha()


def _is_time(scene: Scene, i: int) -> bool:
    """Is the "second" at word `i` a unit of time: a second later, per second, split second."""
    return scene.before(i) in scene.context.second_after or scene.word(i + 1) in scene.context.second_before


def _is_share(scene: Scene, first: int, after: int) -> bool:
    """Are "half" and "a quarter" shares of something here: half of them, by half, half the town."""
    following, before = scene.word(after), scene.before(first)
    if before == "the" or (scene.word(first - 2) == "the" and before not in scene.numerals.share_leads):
        return False  # the half, the northern half of
    if following == "of" or before in scene.numerals.share_leads:
        return True
    if scene.word(after - 1) == "half" and following in scene.context.half_before:
        return scene.before(first) not in scene.numerals.ordinals
    return not before and not following

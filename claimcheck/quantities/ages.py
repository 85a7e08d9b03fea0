"""Ages of people: a 27-year-old, aged 10, Smith, 35, of Leeds. They are measures tagged "age", never counts."""

from __future__ import annotations

from claimcheck.quantities.scene import Scene
from claimcheck.text.numbers import Numeral

_OLDEST = 125
_TOLD = 110  # "she was 116" is likelier a lane, a weight, a rank
_WRITTEN = 10  # in brackets after a name smaller numbers are goals, lanes, notes
_LIST = 40  # words of a list of ages
_OLD_ENOUGH = 3  # smaller numbers in letters are seldom told so: "if there is an expert, she is one"
_ENDS = frozenset(("", ".", ",", ";", ":", "!", "?", ")", '"'))  # marks after "she is 46"
_SPAN = 8  # words between "died" and "at 91"


def read_age(scene: Scene, read: Numeral) -> tuple[str, int] | None:
    """Unit and position after the last word of an age; None where the number is none."""
    if read.scaled or not 0 < read.value <= _OLDEST or read.form not in ("cardinal", "share"):
        return None
    old = _old(scene, read.after)
    if old:
        return old
    word = scene.before(read.first)
    if (
        word in scene.context.age_before
        or (word in ("of", "from") and _ages(scene, read.first - 1))
        or (word == "of" and scene.word(read.first - 2) in scene.context.aged and not scene.things(read.after))
    ):
        unit = scene.context.age_units.get(scene.word(read.after))
        return (unit, read.after + 1) if unit else ("year", read.after)
    if read.step or not isinstance(read.value, int):
        return None
    if word in (",", "and") and _listed(scene, read):
        return "year", read.after
    if word == "," and (_several(scene, read) or _apposition(scene, read)):
        return "year", read.after
    if word in scene.context.age_being and read.value <= _TOLD and _of_somebody(scene, read):
        return "year", read.after
    if word == "(" and scene.word(read.after) == ")" and read.value >= _WRITTEN and _named(scene, read.first - 2, 2):
        return "year", read.after
    return ("year", read.after) if word == "at" and _died(scene, read) else None


def _ages(scene: Scene, i: int) -> bool:
    """Ages of, age from, ages ranging from."""
    return scene.word(i - 1) in scene.context.age_before or (
        scene.word(i - 1) == "ranging" and scene.word(i - 2) in scene.context.age_before
    )


def _old(scene: Scene, i: int) -> tuple[str, int] | None:
    """-year-old, years old, years of age, month-old."""
    i += scene.word(i) == "-"
    unit = scene.context.age_units.get(scene.word(i))
    if unit is None:
        return None
    i += 1
    i += scene.word(i) == "-"
    if scene.word(i) in ("old", "olds"):
        return unit, i + 1
    if scene.word(i) == "of" and scene.word(i + 1) == "age":
        return unit, i + 2
    return None


def _apposition(scene: Scene, read: Numeral) -> bool:
    """Smith, 35, was; a man, 27, of; John Smith, 35."""
    passage, i = scene.passage, read.first - 2
    if passage.starts[read.first] - passage.ends[read.first - 1] > 1 or i < 0:
        return False
    following = scene.word(read.after)
    if following == "," and read.digits:
        return passage.words[i].isalpha() or passage.words[i] in (")", ".", '"')
    if following == "." and passage.ends[read.after] < passage.sentences[passage.sentence_at(read.start)][1]:
        return False
    return following in (".", ";", ")", ",", "") and (_named(scene, i, 1) or passage.words[i] in scene.context.persons)


def _several(scene: Scene, read: Numeral) -> bool:
    """Two women, 34 and 41, died; Ann, Bob and Carl Lee, 8, 11 and 14, were. The scene keeps where the list ends."""
    if not (scene.word(read.first - 2) in scene.context.persons or _named(scene, read.first - 2, 1)):
        return False
    i, joint = read.after, ""
    while scene.word(i) in (",", "and") and i < read.first + _LIST:
        comma_and = scene.word(i) == "," and scene.word(i + 1) == "and"
        if not scene.number_at(i + 1 + comma_and):
            break
        joint, i = scene.word(i + comma_and), i + 2 + comma_and
    scene.ages_end = i if joint == "and" and scene.word(i) in (",", ".", ";", ")", "") else 0
    return scene.ages_end > 0


def _listed(scene: Scene, read: Numeral) -> bool:
    """Aged 8, 11 and 14; two women, 34 and 41 - but not "aged 8, and 11 others"."""
    if read.after <= scene.ages_end:
        return True
    i, first = read.first - 1, max(1, read.first - _LIST)
    while i > first and scene.word(i) in (",", "and"):
        i -= 1 + (scene.word(i - 1) == ",")
        if not scene.number_at(i):
            return False
        i -= 1
    return scene.word(i) in scene.context.age_before and not scene.things(read.after)


def _named(scene: Scene, i: int, words: int) -> bool:
    """So many capitalised words end at word `i`: the name whose age follows."""
    if i > 0 and scene.word(i) == ".":
        return scene.word(i - 1) in ("jr", "sr")
    if not scene.word(i).isalpha() or scene.word(i) in scene.context.stops:
        return False
    return all(scene.capital(i - k) for k in range(words))


def _of_somebody(scene: Scene, read: Numeral) -> bool:
    """Ann Lee, who was 91, died; she was 14; but not "she was 7 and 6 behind", "he is one"."""
    context, following = scene.context, scene.word(read.after)
    if scene.word(read.first - 2) not in context.age_subjects or not (read.digits or read.value >= _OLD_ENOUGH):
        return False
    if following.isalpha():
        return following in context.age_follows and not scene.number_at(read.after + 1)
    return following in _ENDS and not scene.word(read.after + 1).isdecimal()


def _died(scene: Scene, read: Numeral) -> bool:
    """Died on Thursday at 91."""
    if scene.word(read.after) not in ("", ".", ",", ";", "of", "after", "in", "from"):
        return False
    words = scene.passage.words[max(0, read.first - _SPAN) : read.first - 1]
    return not scene.context.death.isdisjoint(words)

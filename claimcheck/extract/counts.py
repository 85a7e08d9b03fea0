"""What a count says once its article is read: its value, its marks, and what a bare number counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from claimcheck.extract.attribution import Voice
from claimcheck.extract.grammar import grammar
from claimcheck.extract.line import Line
from claimcheck.extract.phrase import PERSON
from claimcheck.extract.roles import NO_ROLE, Role, subject_of
from claimcheck.extract.tolls import Toll
from claimcheck.model import Value

SAID = ("total",)  # marks of a sentence that all its counts take over
UNFINISHED = "unfinished"  # tag of words that make all figures of an article preliminary
YEAR = len("2016")  # a TIMEX3 value that is a year
NOUN = 5  # words between a number and its noun


def count_value(toll: Toll) -> Value:
    """The value of a toll: as the article gives it, where nothing was added."""
    given = toll.told.stated.phrase.given
    number: int | float = int(toll.value) if toll.value == int(toll.value) else toll.value
    if given is not None and given.value.value == number and toll.low == number:
        return given.value
    qualifier = given.value.qualifier if given is not None else "exact"
    return Value(number, low=toll.low, high=float(number), qualifier=qualifier)


def toll_marks(
    words: Sequence[str], line: Line, toll: Toll, voice: Voice, says: Set[str], only: str | None
) -> str | None:
    """The marks of a toll: its own, its sentence's, and those of tallies over several events or a time."""
    marks = [*toll.marks, *(mark for mark, _ in voice.marks if mark in SAID)]
    if line.several:
        marks.append("aggregate")
    if line.caption:
        marks.append("caption")
    if line.linked:
        marks.append("background")
    if UNFINISHED in says and not toll.told.event:
        marks.append(UNFINISHED)
    if only is not None and only in says and toll.value == 1:
        marks.append(only)
    if _running(words, line, toll):
        marks.append("running")
    after = toll.told.stated.act.last
    if toll.value > 1 and not grammar().outright.isdisjoint(words[after : after + 1]):
        marks.append("partial")  # "nine were killed outright": others died of it later
    return " ".join(dict.fromkeys(marks)) or None


def _running(words: Sequence[str], line: Line, toll: Toll) -> bool:
    """A tally over a time: `six homicides in 2016`, `five killed within four hours`."""
    if toll.told.event and line.aside is not None and line.aside.sort == "period":
        return True
    if toll.value < 2:
        return False
    if toll.told.stated.act.form == "many" and any(len(m.value.timex or "") == YEAR for _, m in line.dates):
        return True
    sentence, g = line.sentence, grammar()
    return any(
        mention.kind == "duration" and not g.period.isdisjoint(words[max(sentence.low, first - 3) : first])
        for first, _, mention in sentence.mentions
    )


def ranked(
    roles: Mapping[str, Role], words: Sequence[str], line: Line, first: int, last: int
) -> tuple[str | None, str | None]:
    """Role and subject of an ordinal: what was done to `the 12th drone`, else what it stands before."""
    for stated in line.stated:
        if stated.phrase.first <= first < stated.phrase.last:
            return stated.role, subject_of(roles.get(stated.act.entry.role or "", NO_ROLE), stated.phrase)
    return None, counted_noun(words, last, line)


def counted_noun(words: Sequence[str], last: int, line: Line) -> str | None:
    """What a bare number counts: the vocabulary's noun after it, or the plain word."""
    g = grammar()
    limit = min(line.sentence.high, last + NOUN)
    for noun in line.sentence.nouns:
        if last <= noun.first < limit and noun.form != "one" and g.closed.isdisjoint(words[last : noun.first]):
            return PERSON if noun.entry.category == PERSON else noun.entry.id
    while last < limit and words[last] in g.describing:
        last += 1
    word = words[last] if last < limit else ""
    if not word.isalpha() or word in g.closed or word in g.adverb:
        return None
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

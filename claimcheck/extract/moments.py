"""What a time, date or place is of: the event, its announcement, a court, a stamp. Decided by the word it hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.extract.grammar import grammar
from claimcheck.extract.roles import Role
from claimcheck.extract.sentences import Sentence

REACH = 24  # words between a date and the verb it hangs on
NO_MOMENT = (None, "source", "opinion")  # "according to police", "police believe": no time is of these
PLAIN = frozenset(("plain", "noun"))
GOVERNING = frozenset(("occurrence", "reporting", "proceeding", "incident"))


class Governor(NamedTuple):
    """A word that a time can hang on, at words [first, last). `role` is what the time is of; `weak` where it may be
    of something later than the event: people die and are found after it."""

    first: int
    last: int
    role: str
    noun: bool
    weak: bool = False


def governors(sentence: Sentence, roles: Mapping[str, Role], kind: str | None) -> list[Governor]:
    """The words of a sentence that times, dates and places hang on, in order. `kind` is the type of the article's main
    event: verbs of one type (to sign, to win) tell of the event only where it is of that type."""
    found: list[Governor] = []
    for act in sentence.acts:
        role = roles.get(act.entry.role or "")
        if role is not None:
            late = "late" in act.entry.tags
            argument = act.entry.argument
            weak = argument in ("subject", "state") and role.id == "killed"
            found.append(Governor(act.first, act.last, "death" if late else role.moment, argument == "noun", weak))
    for first, last, hit in sentence.hits:
        category = hit.entry.category
        if category == "incident":
            found.append(Governor(first, last, "event", True))
        elif category == "reporting" and hit.form in ("base", "s") and not PLAIN & set(hit.entry.tags):
            continue  # "the report", "police reports": a noun as often as a verb
        elif category in GOVERNING and hit.entry.role not in NO_MOMENT and hit.entry.event in (None, kind):
            weak = "found" in hit.entry.tags
            found.append(Governor(first, last, hit.entry.role, hit.form in ("one", "many", ""), weak))
    found.sort(key=_order)
    return [g for i, g in enumerate(found) if i == 0 or g.first >= found[i - 1].last]


_RANK = {"court": 0, "arrest": 0, "memorial": 0, "stamp": 0, "death": 1, "event": 2}


def _order(governor: Governor) -> tuple[int, int, bool]:
    return governor.first, _RANK.get(governor.role, 1), not governor.noun


def governor_of(
    words: Sequence[str], sentence: Sentence, first: int, last: int, found: Sequence[Governor]
) -> Governor | None:
    """The governor of the time or place at words [first, last): what it stands before, hangs on or opens."""
    if not found:
        return None
    ahead = _attributive(words, sentence, last, found)
    if ahead is not None:
        return ahead
    left = _left(words, sentence, first, found)
    right = (
        _right(words, sentence, last, found) if _opens(words, sentence, first, found) else _leads(words, last, found)
    )
    if left is None or right is None:
        chosen = left or right
        return chosen[0] if chosen else None
    return right[0] if right[1] < left[1] else left[0]


def _leads(words: Sequence[str], last: int, found: Sequence[Governor]) -> tuple[Governor, int] | None:
    """`was washing his car Saturday when gunmen opened fire`, `took a gun Monday, killing two`: what happened then."""
    if words[last : last + 1] == ("when",):
        for governor in found:
            if governor.first > last and governor.role == "event":
                return governor, governor.first - last
    if words[last : last + 1] == (",",):
        for governor in found:
            if governor.first == last + 1 and governor.role == "event" and words[governor.first].endswith("ing"):
                return governor, 1
    return None


def grouped(words: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Times and dates that are one phrase (`at 9 p.m. on Saturday, May 21`): groups of positions in `spans`."""
    g = grammar()
    groups: list[list[int]] = []
    reach = -1
    for i, (first, last) in enumerate(spans):
        gap = words[reach:first]
        near = bool(groups) and 0 <= first - reach <= 3
        if near and all(w in g.preposition or w in g.adverb or w in (",", "(", ")", "the") for w in gap):
            groups[-1].append(i)
        else:
            groups.append([i])
        reach = max(reach, last)
    return groups


def _attributive(words: Sequence[str], sentence: Sentence, last: int, found: Sequence[Governor]) -> Governor | None:
    """`the Sept. 28 shooting`, `Friday's hearing`: a noun within four words, nothing closed between."""
    g = grammar()
    for governor in found:
        if governor.first < last or not governor.noun:
            continue
        if governor.first - last > 4:
            return None
        between = words[last : governor.first]
        if not any(w in g.closed or w in g.definite or w in g.one for w in between):
            return governor
    return None


def _left(
    words: Sequence[str], sentence: Sentence, first: int, found: Sequence[Governor]
) -> tuple[Governor, int] | None:
    """The nearest governor before, and how far; none beyond a relative clause's end or a semicolon."""
    g = grammar()
    nearest = None
    for governor in found:
        if governor.last > first:
            break
        nearest = governor
    if nearest is None:
        return None
    gap = words[nearest.last : first]
    if len(gap) > REACH or any(w in g.break_ for w in gap[1:]):
        return None
    if nearest.role == "announcement" and len(gap) > 4 and gap[0] not in g.preposition:
        return None  # `said the victims came to the hospital at 1 a.m.`: a clause of its own
    nearest = _charge(words, nearest, found)
    inner = gap[:-3]
    if any((w in g.clause and w not in g.meanwhile) or w in g.relative for w in inner):
        return None
    commas = sum(w == "," for w in gap)
    return nearest, len(gap) + 4 * commas


def _charge(words: Sequence[str], governor: Governor, found: Sequence[Governor]) -> Governor:
    """`was charged with murder on Saturday`: the charge is on that day, not the murder."""
    if governor.noun:
        for other in found:
            if other.role == "court" and 0 <= governor.first - other.last <= 8:
                if "with" in words[other.first : governor.first]:
                    return other
    return governor


def _right(
    words: Sequence[str], sentence: Sentence, last: int, found: Sequence[Governor]
) -> tuple[Governor, int] | None:
    """The next governor, for a time that opens its clause: `At 9 p.m., officers were called`."""
    g = grammar()
    for i, governor in enumerate(found):
        if governor.first < last:
            continue
        gap = words[last : governor.first]
        if len(gap) > REACH or any(w in g.break_ for w in gap):
            return None
        aside = governor.last < sentence.high and words[governor.last] == "," and "," in gap
        if governor.role == "announcement" and aside and i + 1 < len(found):
            continue
        return governor, len(gap)
    return None


def _opens(words: Sequence[str], sentence: Sentence, first: int, found: Sequence[Governor]) -> bool:
    """Does the time or place open a clause: nothing but a phrase with its preposition between it and the clause's start?"""
    g = grammar()
    start = first
    while start > sentence.low and first - start < 9:
        word = words[start - 1]
        if word in g.stop or word in g.conjunction or word in g.relative or word in g.meanwhile or word in g.that:
            break
        start -= 1
    else:
        if start > sentence.low:
            return False
    if any(start <= governor.first < first for governor in found):
        return False
    return start == first or words[start] in g.preposition or words[start] in g.adverb

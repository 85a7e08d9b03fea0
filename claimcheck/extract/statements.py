"""What a sentence states of numbers: for each action the phrases it counts, denied or not, whole or part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.arguments import phrase_of
from claimcheck.extract.bare import OF_THEM, SOME
from claimcheck.extract.clause import Clause
from claimcheck.extract.grammar import grammar
from claimcheck.extract.joined import link_between
from claimcheck.extract.mood import mood
from claimcheck.extract.phrase import Act, Phrase
from claimcheck.extract.roles import Role, turned

PART = "part"  # inner mark: a part that the sentence gives beside its whole
OF_THOSE = 8  # words between some and what was done to those whom they are of
INCLUDED = 12  # words between a number and the killer it includes


class Stated(NamedTuple):
    """The article says: this phrase has this role."""

    role: str
    phrase: Phrase
    act: Act
    denied: bool = False
    unreal: str = ""  # "", hedged, hypothetical
    marks: tuple[str, ...] = ()


def statements(clause: Clause, acts: Sequence[Act], roles: Mapping[str, Role]) -> list[Stated]:
    """One statement for each action and phrase it counts, in order of the actions; then the parts without a verb."""
    found: list[Stated] = []
    for act in acts:
        role = roles.get(act.entry.role or "")
        if role is None:
            continue
        phrase, marks = phrase_of(clause, act, acts, role)
        if phrase is None:
            continue
        phrase = _all_of_those(clause, phrase, act)
        denied, unreal = mood(clause.words, clause.low, act.first, base=act.form == "base")
        found += [
            Stated(_turned(clause, role, act, one), one, act, denied, unreal, marks + _marks(clause, one, act))
            for one in (phrase, *_mates(clause, phrase))
        ]
    return found + _elliptic(clause, found) if found else found


def _marks(clause: Clause, phrase: Phrase, act: Act) -> tuple[str, ...]:
    """The phrase's own marks, and those of what stands around it: `the families of five victims`, `four dead, including
    the gunman`."""
    g, marks = grammar(), phrase.marks
    if phrase.sort and clause.before(phrase.first) in g.of and clause.before(phrase.first - 1) in g.some_of:
        marks = (*marks, SOME)
    found = phrase.first <= act.first < phrase.last and "life" not in act.entry.tags
    if found and not g.handing.isdisjoint((clause.before(phrase.first), clause.before(phrase.first - 1))):
        marks = (*marks, SOME)  # "the hospital received 12 bodies"
    if phrase.last < act.first and _of_those(clause, phrase, act):
        marks = (*marks, SOME)
    if phrase.value is not None and clause.at(phrase.last) in g.each:
        marks = (*marks, SOME)  # "killed three each in Tver and Smolensk"
    if phrase.form == "number" and clause.before(phrase.first) in g.including:
        marks = (*marks, OF_THEM)  # "six were hurt, including two who died"
    whole = phrase.given is not None and "of-total" in phrase.given.tags  # "twelve of the 40 injured"
    if not (phrase.sort or whole) and any(OF_THEM in p.marks and p.last <= phrase.first for p in clause.phrases):
        marks = (*marks, SOME)  # "shot at three of them, injuring one"
    if (phrase.value or 0) > 1:
        after = clause.words[phrase.last : min(clause.high, phrase.last + INCLUDED)]
        if not g.including.isdisjoint(after) and _with_killer(clause, phrase, after):
            marks = (*marks, "with-perpetrator")
    return marks


def _all_of_those(clause: Clause, phrase: Phrase, act: Act) -> Phrase:
    """`she is one of 11 people who have died`: it was done to the eleven."""
    outer = clause.starting.get(phrase.last + 1) if phrase.last < act.first else None
    if outer is None or outer.form != "number" or (outer.value or 0) <= (phrase.value or 0):
        return phrase
    return outer if outer.last <= act.first and _of_those(clause, phrase, act) else phrase


def _of_those(clause: Clause, phrase: Phrase, act: Act) -> bool:
    """`three of those killed`, `one of four men who died`, `a couple among dead`: some of those to whom it was done."""
    g, gap = grammar(), clause.words[phrase.last : act.first]
    if len(gap) > OF_THOSE:
        return False
    if gap and gap[0] in g.of:
        if len(gap) == 2 and gap[1] in g.definite:
            return True  # "two of the dead"
        return not (g.those.isdisjoint(gap) and g.relative.isdisjoint(gap[1:]))
    return not g.including.isdisjoint(gap[-2:])


def _with_killer(clause: Clause, phrase: Phrase, after: Sequence[str]) -> bool:
    g = grammar()
    if any(a in g.including and b in g.reflexive for a, b in pairwise(after)):
        return True
    return any(
        phrase.last <= other.first <= phrase.last + INCLUDED
        and "perpetrator" in other.tags
        and not g.including.isdisjoint(clause.words[phrase.last : other.first])
        for other in clause.phrases
    )


def _turned(clause: Clause, role: Role, act: Act, phrase: Phrase) -> str:
    """The role for this noun; windows destroyed in a house have damaged it."""
    if not role.turns:
        return role.id
    parts = (p for p in clause.phrases if act.last <= p.first and p.last < phrase.first and "part" in p.tags)
    return role.turns.get("part", role.id) if next(parts, None) is not None else turned(role, phrase)


def _mates(clause: Clause, phrase: Phrase) -> list[Phrase]:
    """Things of other sorts that are listed with this one: `six houses and a school`."""
    if phrase.sort in ("", "person") or phrase.first not in clause.starting:
        return []
    found, last = [], phrase
    for other in clause.phrases:
        if other.first < phrase.last:
            continue
        if other.sort != phrase.sort or not link_between(clause.words, last.last, other.first):
            break
        found.append(other)
        last = other
    return found


def _elliptic(clause: Clause, found: Sequence[Stated]) -> list[Stated]:
    """`shot down 90 drones, 63 of them in Bryansk`, `killed 12 people, three each in ...`: parts without a verb."""
    g, used = grammar(), {s.phrase.first for s in found}
    more = []
    for phrase in clause.phrases:
        if phrase.sort or phrase.given is None or phrase.first in used:
            continue
        before = [s for s in found if s.phrase.last <= phrase.first and s.phrase.form == "number"]
        after = clause.at(phrase.last)
        there = clause.at(phrase.last + 1) if after in g.be else after  # "of the 58 dead, 41 were in"
        listed = there in g.in_ and clause.before(phrase.first) in g.listing
        if before and (after in g.of or after in g.each or listed):
            whole = before[-1]
            if (whole.phrase.value or 0) > (phrase.value or 0):
                part = phrase._replace(sort=whole.phrase.sort, group=whole.phrase.group, tags=whole.phrase.tags)
                more.append(whole._replace(phrase=part, marks=("partial", PART)))
    return more

"""The words that times, dates and places can hang on: `shot`, `said`, `hearing`, and what each makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from claimcheck.extract.grammar import grammar
from claimcheck.extract.roles import Role
from claimcheck.extract.sentences import Sentence

EVENT, SAID = "event", "announcement"
GOVERNING = frozenset(("occurrence", "reporting", "proceeding"))
NO_MOMENT = frozenset((None, "source", "opinion"))  # "according to police", "police believe": no time is of these
SETTING = "setting"  # of nouns that tell what an article is about and do not happen: referee, shareholder, juror
SURE, PERHAPS, LATER, FOUND = 0, 1, 2, 3
RANKS = {"perhaps": PERHAPS, "found": FOUND}
DIES_IN = 12  # words between a death and what killed
_FIRST = itemgetter(0)
_NEW = tuple.__new__  # by its own constructor a governor takes three times as long
_RANK = {"court": 0, "arrest": 0, "memorial": 0, "stamp": 0, "death": 1, EVENT: 2}


class Governor(NamedTuple):
    """A word that a time can hang on, at words [first, last).

    role  what the time is of
    noun  it can stand after the time: "Friday's shooting"
    rank  0 the time is the event's; 1 perhaps: argue, enter; 2 it may be of something later: people die after it;
          3 they are found after it
    loose a noun that may be a charge as well: murder, assault
    plain `said`: what follows may be told of that time
    """

    first: int
    last: int
    role: str
    noun: bool
    rank: int = 0
    loose: bool = False
    plain: bool = False


def governors(sentence: Sentence, roles: Mapping[str, Role], kind: str | None) -> list[Governor]:
    """The governors in order, one in each place.

    `kind` is the type of the article's main event: verbs of one type (to sign, to win) tell of the event only there."""
    found = _acts(sentence, roles)
    found += _others(sentence, kind)
    if len(found) < 2:
        return found
    found.sort(key=_FIRST)
    if len({g.first for g in found}) < len(found):
        found.sort(key=_order)
    return [g for i, g in enumerate(found) if i == 0 or g.first >= found[i - 1].last]


def _acts(sentence: Sentence, roles: Mapping[str, Role]) -> list[Governor]:
    found: list[Governor] = []
    heads = {noun.first for noun in sentence.nouns}
    for act in sentence.acts:
        role = roles.get(act.entry.role or "")
        if act.entry.argument == "state" and act.last in heads:
            continue  # "the last missing man"
        if role is not None and "life" not in act.entry.tags:  # "take", "lose" are of lives only with a life
            argument = act.entry.argument
            tags, noun = act.entry.tags, argument == "noun"
            dying = "dying" in tags or (argument in ("subject", "state") and role.id == "killed")
            moment = "death" if "late" in tags else role.moment
            rank = LATER if dying else SURE
            found.append(_NEW(Governor, (act.first, act.last, moment, noun, rank, noun, False)))
    return found


def _others(sentence: Sentence, kind: str | None) -> list[Governor]:
    found: list[Governor] = []
    for first, last, hit in sentence.hits:
        entry = hit.entry
        if entry.category == "incident":
            if entry.event is not None and entry.role != SETTING:
                role = EVENT if entry.role is None or entry.event == kind else entry.role
                if role not in NO_MOMENT:
                    found.append(_NEW(Governor, (first, last, role, True, SURE, "loose" in entry.tags, False)))
        elif entry.category in GOVERNING and entry.role not in NO_MOMENT and entry.event in (None, kind):
            if entry.category == "reporting" and hit.form in ("base", "s"):
                continue  # "police say" has no time of its own, and "report" is a noun as often as a verb
            noun, plain = hit.form in ("one", "many", ""), "plain" in entry.tags and hit.form == "past"
            ranked = [RANKS[tag] for tag in entry.tags if tag in RANKS] if entry.tags else ()
            rank = min(ranked, default=SURE)
            found.append(_NEW(Governor, (first, last, entry.role or EVENT, noun, rank, False, plain)))
    return found


def unnamed(words: Sequence[str], sentence: Sentence, found: list[Governor]) -> list[Governor]:
    """Those that are no part of a place's name: `Mill Brook`; of `a house on Elm Court` we know no better than that
    it is a name and that nobody is on a court."""
    names = [
        (first, last)
        for first, last, m in sentence.mentions
        if last - first > 1 and (m.kind == "location" or (m.kind == "actor" and words[first - 1] in grammar().street))
    ]
    if not names:
        return found
    return [g for g in found if not any(first <= g.first and g.last <= last for first, last in names)]


def _order(governor: Governor) -> tuple[int, int, bool]:
    return governor.first, _RANK.get(governor.role, 1), not governor.noun


def dies_in(words: Sequence[str], death: Governor, found: Sequence[Governor]) -> bool:
    """`died on Sunday in an avalanche`: the day of the death is the event's; but not `died on Tuesday after the
    crash`."""
    g = grammar()
    return any(
        other.noun and other.role == EVENT and 0 <= other.first - death.last <= DIES_IN
        and not g.in_.isdisjoint(words[max(death.last, other.first - 3) : other.first])
        and g.clause.isdisjoint(words[death.last : other.first])
        for other in found
    )  # fmt: skip


def grouped(words: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Times and dates that are one phrase (`at 9 p.m. on Saturday, May 21`): groups of positions in `spans`."""
    g = grammar()
    groups: list[list[int]] = []
    reach = -1
    for i, (first, last) in enumerate(spans):
        near = bool(groups) and 0 <= first - reach <= 3
        if near and g.date_link.issuperset(words[reach:first]):
            groups[-1].append(i)
        else:
            groups.append([i])
        reach = max(reach, last)
    return groups

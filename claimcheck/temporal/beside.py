"""What stands right beside an expression and says its tense, whatever the verb: since Friday, adjourned until Friday,
the fire on Friday, Friday's crash."""

from __future__ import annotations

from claimcheck.temporal.clause import Clause
from claimcheck.temporal.verbs import Tense

_NEAR = 4  # words before, in which stands what governs the preposition


def told_beside(clause: Clause) -> Tense:
    """The tense that the words beside the expression say; "" where they leave it to the verb."""
    signs = clause.signs
    by = clause.word(clause.first - 1)
    if by in signs["since"]:
        return "past"
    near = clause.words[max(clause.low, clause.first - 1 - _NEAR) : max(clause.low, clause.first - 1)]
    if by in signs["until-or-to"] and not signs["put-off"].isdisjoint(near):
        return "future"
    given = clause.word(clause.last) in signs["to"] or not signs["granting"].isdisjoint(near)
    if by in signs["until"] and given and signs["took"].isdisjoint(near):
        return "future"
    if by in signs["for"] and _on_weekday(clause) and signs["had"].isdisjoint(near):
        return "future"
    if _ahead_of(clause):
        return "future"
    if _unplanned(clause, by):
        return "past" if signs["feared"].isdisjoint(near) else ""
    if clause.first == clause.low and clause.word(clause.last) in signs["copula"]:
        return "future"  # Friday is the deadline
    return ""


def _on_weekday(clause: Clause) -> bool:
    """`a strike for Friday`, not `a bicycle for Christmas`, `jailed for Friday's raid`."""
    signs = clause.signs
    named = not signs["weekday"].isdisjoint(clause.words[clause.first : clause.last])
    return named and clause.word(clause.last) in signs["for-ends"]


def _ahead_of(clause: Clause) -> bool:
    """Ahead of talks on Friday."""
    for at in range(max(clause.low, clause.first - _NEAR), clause.first - 1):
        if clause.words[at] in clause.signs["ahead-of"] and clause.words[at + 1] in clause.signs["of"]:
            return True
    return False


def _unplanned(clause: Clause, by: str) -> bool:
    """The crash on Friday, Friday's deadly crash, a Friday night shooting."""
    signs = clause.signs
    function = signs["after-a-day"]
    before = clause.word(clause.first - 2) if by in signs["on"] else by
    if before in signs["unplanned"]:
        return True
    owned = clause.word(clause.last) == "'"
    at = clause.last + 2 * owned
    if clause.word(at) in signs["unplanned"]:
        return True
    return clause.word(at).isalpha() and clause.word(at) not in function and clause.word(at + 1) in signs["unplanned"]

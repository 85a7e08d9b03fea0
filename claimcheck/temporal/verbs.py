"""What one word of a clause says of its tense: a verb in the past, an auxiliary, an infinitive with what governs it."""

from __future__ import annotations

from typing import Literal

from claimcheck.temporal.clause import Clause

Tense = Literal["past", "future", ""]
_GOVERNED = 3  # words of "a report of it to be", between the article and the infinitive
_GOES_ON = 3  # words of "go to the polls"


def told(clause: Clause, at: int) -> Tense:
    """What the word at a position says, "" where it says nothing of itself."""
    word, signs = clause.words[at], clause.signs
    if word in signs["modal"] and (word not in signs["cut-modal"] or clause.word(at + 1) == "'"):
        return _modal(clause, at)
    if word in signs["to"]:
        return _infinitive(clause, at)
    if word in signs["have"]:
        return _perfect(clause, at)
    if word in signs["going"]:
        by = clause.word(clause.before(at))
        return "future" if by in signs["be-now"] or by in signs["be-cut"] else ""
    if word in signs["ahead"] or word in signs["ahead-by-set"]:
        found = _ahead(clause, at)
        if found is not None:
            return found
    if word in signs["future"] and clause.word(clause.before(at)) not in signs["be"]:
        return "future"  # pending a hearing on Friday; but not: the charges were pending on Friday
    if word.endswith("ing") and clause.word(at - 1) in signs["after"]:
        return "past"  # after being sent home, after leaving the club
    return _past(clause, at)


def timetabled(clause: Clause, at: int, away: int) -> bool:
    """A present that tells of a day to come: the trial resumes, voters go to the polls. Headlines tell what was so."""
    word, signs = clause.words[at], clause.signs
    if clause.title:
        return away <= 3 and (word in signs["timetable"] or (away == 1 and word in signs["timetable-plain"]))
    if word in signs["goes"]:
        return not signs["goes-into"].isdisjoint(clause.words[at + 1 : min(at + 1 + _GOES_ON, clause.high)])
    before = clause.word(at - 1)
    if before in signs["owner"]:
        return False
    if word in signs["timetable-plain"]:
        if before in signs["to"] or before in signs["modal"] or clause.finite(at - 1):
            return False
        return before.endswith("s") or before in signs["we"]
    return word in signs["timetable"] or (word in signs["timetable-near"] and away <= 2)


def _modal(clause: Clause, at: int) -> Tense:
    words, signs = clause.words, clause.signs
    word = words[at]
    if word in signs["month-or-modal"] and (_beside_number(clause, at) or _is_month(clause, at)):
        return ""
    if word in signs["will-or-testament"] and clause.word(at - 1) in signs["owner"]:
        return ""
    verb = clause.next(at)
    if clause.word(verb) in signs["have"] and clause.finite(clause.next(verb)):
        return "future" if word in signs["modal-sure"] else "past"
    negated = clause.word(at + 1) in signs["negation"] or clause.word(at + 1) == "'"
    negated = negated or clause.word(at - 1) in signs["nobody"]
    if word in signs["modal-past"] or (word in signs["ability"] and (negated or _perceived(clause, verb))):
        return "past"
    if word in signs["willing"] and negated and clause.word(verb) in signs["saying"]:
        return "past"
    return "future"


def _perceived(clause: Clause, verb: int) -> bool:
    """Could still be seen."""
    return clause.word(verb) in clause.signs["be"] and clause.word(clause.next(verb)) in clause.signs["seen"]


def _beside_number(clause: Clause, at: int) -> bool:
    """`May 7`, `7 May`: the month."""
    return clause.word(at - 1)[:1].isdigit() or clause.word(at + 1)[:1].isdigit()


def _is_month(clause: Clause, at: int) -> bool:
    return clause.name(at) and not clause.title and at > clause.low and not clause.name(at - 1)


def _infinitive(clause: Clause, at: int) -> Tense:
    """What governs an infinitive says whether it lies ahead: plans to, is to; had to, used water to."""
    signs = clause.signs
    if not clause.infinitive(at):
        return ""
    verb, by = clause.next(at), clause.before(at)
    governor = clause.word(by)
    if governor in signs["have"]:
        return "" if clause.word(verb) in signs["blame"] else "future"  # they have to leave by Friday
    perfect = clause.word(verb) in signs["have"] and clause.finite(clause.next(verb))
    if governor in signs["be-now"] or governor in signs["be-then"]:
        found: Tense = "" if clause.word(verb) in signs["blame"] else "future"
    elif governor in signs["ahead-of-to"]:
        found = "future" if _governs_ahead(clause, by) else ""
    elif governor in signs["ahead"] or governor in signs["ahead-by-set"]:
        found = _ahead(clause, by) or ""
    else:
        found = "future" if clause.word(verb) in signs["be"] and _of_something(clause, by) else ""
    if not perfect:
        return found
    was = clause.word(clause.before(by)) in signs["be-then"]
    return "future" if found and governor in signs["finished-ahead"] and not was else "past"


def _governs_ahead(clause: Clause, by: int) -> bool:
    """Plan to, vowed to; neither `evaded a plan to`, which says nothing, nor `was supposed to` or
    `had promised to`, which did not happen."""
    signs, before = clause.signs, clause.word(clause.before(by))
    if clause.words[by] in signs["now-only"]:
        return before not in signs["be-then"]
    return before not in signs["owner"] and before not in signs["had"]


def _of_something(clause: Clause, by: int) -> bool:
    """`a report to be published`, `the talks, to be held`; not `ordered the square to be cleared`, `a third to be`."""
    words, signs = clause.words, clause.signs
    if clause.word(by) == ",":
        return True
    near = words[max(clause.low, by - _GOVERNED) : by]
    if not signs["calling"].isdisjoint(near) and not signs["for"].isdisjoint(near):
        return True  # called for flags to be flown
    return not signs["one"].isdisjoint(near) and signs["only"].isdisjoint((*near, clause.word(by)))


def _ahead(clause: Clause, at: int) -> Tense | None:
    """Due to appear, set for Monday; but nothing of itself in `due to fog`, `as expected`, `plans for a dam`. None
    where it is another verb: set fire to."""
    words, signs = clause.words, clause.signs
    word, behind = words[at], clause.word(at + 1)
    by = clause.before(at)
    if word in signs["ahead-by-set"]:
        if behind not in signs["set-for"] or clause.word(at + 2) in signs["set-about"]:
            return None
    elif clause.word(by) in signs["reached-before"]:
        return ""
    elif word in signs["due"] and behind in signs["to"]:
        governed = clause.word(by) in signs["be"] or clause.word(at + 2) in signs["bare"]
        if not governed or not clause.infinitive(at + 1):
            return ""
    elif word in signs["plan-noun"] and behind in signs["plan-of"]:
        return ""
    if word in signs["still-ahead"]:
        return "future"
    if clause.word(by) in signs["be"]:
        by = clause.before(by)
    return "past" if clause.word(by) in signs["had"] else "future"


def _perfect(clause: Clause, at: int) -> Tense:
    """`has been held`, `have left`; what stands before it says it of `will have left`, `is said to have left`."""
    by = clause.word(clause.before(at))
    if by in clause.signs["modal"] or by in clause.signs["to"]:
        return ""
    verb = clause.next(at)
    return "past" if clause.word(verb) in clause.signs["be"] or clause.finite(verb) else ""


def _past(clause: Clause, at: int) -> Tense:
    word, signs = clause.words[at], clause.signs
    regular = clause.ends(at)
    if word in signs["being"]:
        return "past" if clause.word(at - 1) in signs["after"] else ""
    if not (regular or word in signs["past"] or word in signs["participle"]):
        return ""
    by = clause.word(clause.before(at))
    if word in signs["be-then"] or word in signs["had"]:
        return "past"
    if regular and clause.name(at) and not clause.title:
        return ""
    if by in signs["be"] or by in signs["have"]:
        return ""  # (will) be held, (is said to) have held: the auxiliary says it
    if by in signs["to"] or by in signs["modal"] or by == "-":
        return ""  # to cut, may hit: the bare form; war-torn
    return "past"

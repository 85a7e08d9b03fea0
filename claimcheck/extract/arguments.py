"""Who was killed, what was damaged: from a word for an action to the phrase it counts.

The argument of an entry says where to look: an object verb has its phrase to the right when active and to the left when
passive ("was killed", "the man killed on Monday"), a subject verb and a state to the left, a noun after `of`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.bare import OF_THEM
from claimcheck.extract.clause import Clause
from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import Act, Phrase
from claimcheck.extract.roles import Role

REDUCED = 14  # words between a phrase and a participle without auxiliary
TOLL = 16  # words between a toll and its number
INVERTED = 14  # words between an action and the auxiliary before its subject

Found = tuple[Phrase | None, tuple[str, ...]]  # the phrase, and marks that the wording gives it


def phrase_of(clause: Clause, act: Act, acts: Sequence[Act], role: Role) -> Found:
    """The phrase that the action counts, if there is one."""
    argument, tags = act.entry.argument, act.entry.tags
    around = clause.holding.get(act.first)
    if around is not None and argument == "noun" and act.last == around.last and around.form in ("zero", "number"):
        return (around if around.sort in role.of else None), ()  # "no casualties", "12 casualties"
    if around is not None:  # "the two wounded men"
        fits = argument in ("object", "state") and around.sort in role.of and around.form != "owner"
        fits = fits and act.form not in ("base", "s")  # "a free agent"
        return (around if fits else None), ()
    if argument == "object":
        return _of_verb(clause, act, acts, role), ()
    if argument == "noun":
        return _of_noun(clause, act, role)
    if "either" in tags and (done_to := clause.starting.get(act.last)) is not None and done_to.sort in ("", *role.of):
        return clause.right(act.last, role), ()
    shot = clause.ending.get(act.first) if argument == "state" else None
    if shot is not None and clause.is_object(shot) and shot.sort in role.of and shot.form != "owner":
        return shot, ()  # "shot two people dead", "stabbed a man to death"
    phrase = clause.left(act.first, role)
    if "self" in tags:
        return _with_others(clause, act, role, phrase), ()
    if phrase is None and argument == "state":
        phrase = _inverted(clause, act, role)
    return phrase, ("partial", OF_THEM) if "partial" in tags else ()


def _of_verb(clause: Clause, act: Act, acts: Sequence[Act], role: Role) -> Phrase | None:
    """Active: to the right. Passive, also without `was`: to the left."""
    g, life = grammar(), "life" in act.entry.tags
    if clause.before(act.first) in g.article:
        return None  # "a shot", "the hurt"
    if act.form in ("ing", "s"):
        if act.form == "ing" and clause.before(act.first) in g.being:
            return clause.left(act.first, role)
        return clause.right(act.last, role, life=life, ing=act.form == "ing")
    first = _beginning(clause, act, acts)
    auxiliary = clause.auxiliary(first)
    if auxiliary in g.be:
        return clause.left(first, role, life=life, one=clause.singular(first))
    right = clause.right(_together(clause, act, acts), role, life=life)
    if right is not None or auxiliary in g.have or life or "active" in act.entry.tags:
        return right
    if act.form == "base" and clause.words[act.first] not in g.unchanged:
        return None  # no participle: "murder", "kill"
    if clause.object_unknown(act.last):
        return None
    return clause.left(first, role, reduced=True, reach=REDUCED) or _inverted(clause, act, role)


def _beginning(clause: Clause, act: Act, acts: Sequence[Act]) -> int:
    """The first word of `robbed and killed`: verbs that share their subject."""
    g, at = grammar(), act.first
    while clause.before(at) in g.adverb and clause.before(at) not in g.verbal:
        at -= 1
    if clause.before(at) in g.conjunction:
        for other in acts:
            if other.last == at - 1 and other.form == act.form and other.entry.argument == "object":
                return other.first
    return act.first


def _together(clause: Clause, act: Act, acts: Sequence[Act]) -> int:
    """The end of `intercepted and destroyed`: verbs that share their object."""
    g, at = grammar(), act.last
    if clause.at(at) in g.conjunction:
        at += 1
        while clause.at(at) in g.adverb:
            at += 1
        for other in acts:
            if other.first == at and other.form == act.form and other.entry.argument == "object":
                return other.last
    return act.last


def _with_others(clause: Clause, act: Act, role: Role, phrase: Phrase | None) -> Phrase | None:
    """`shot himself and a friend`: the others are counted with him."""
    if clause.at(act.last) in grammar().conjunction:
        others = clause.right(act.last + 1, role)
        if others is not None and others.value is not None and others.first == act.last + 1:
            return others._replace(first=act.first, value=others.value + 1, form="number", given=None)
    return phrase


def _inverted(clause: Clause, act: Act, role: Role) -> Phrase | None:
    """`Killed in the crash were two women`, `found dead were Ann Lee, 30, and ...`."""
    g = grammar()
    if act.first - clause.low > 3 and clause.before(act.first) not in g.stop:
        return None
    for at in range(act.last, min(clause.high, act.last + INVERTED)):
        if clause.words[at] in g.be:
            return clause.right(at + 1, role)
        if clause.words[at] in g.clause:
            return None
    return None


def _of_noun(clause: Clause, act: Act, role: Role) -> Found:
    """The death of a man; two deaths; Smith's death; a toll of 12; a double homicide."""
    g, tags = grammar(), act.entry.tags
    if "implied" in tags:
        number = float(tags[tags.index("implied") + 1])
        return Phrase(act.first, act.last, number, "number", "", "", tags=("implied",)), ()
    if "toll" in tags:
        return _toll(clause, act), ("total",)
    left = clause.ending.get(act.first)
    if left is not None and left.form == "owner":
        return (left._replace(form="definite") if left.sort in role.of and "unowned" not in tags else None), ()
    own = _number_of(clause, act)
    if own is not None:
        return own, ()
    if "of" in tags and clause.words[act.last - 1] in g.of_or_to:
        return clause.right(act.last, role), ()
    if clause.at(act.last) in g.of_or_to:
        phrase = clause.right(act.last + 1, role)
        several = act.form == "many" and phrase is not None and phrase.value == 1
        return phrase, ("partial",) if several else ()
    return None, ()


def _number_of(clause: Clause, act: Act) -> Phrase | None:
    """`two deaths`, `no serious injuries`, `his death`: a number or owner up to three words before the noun."""
    g, words = grammar(), clause.words
    for at in range(act.first, max(clause.low, act.first - 4), -1):
        phrase = clause.ending.get(at)
        if phrase is not None:
            return phrase._replace(last=act.last) if not phrase.sort and phrase.value is not None else None
        word = words[at - 1]
        if word in g.no:
            return Phrase(at - 1, act.last, 0.0, "zero", "", "")
        if word in g.possessive:
            one = word in g.his and act.form == "one" and "unowned" not in act.entry.tags
            return Phrase(at - 1, act.last, 1.0, "pronoun", "person", "") if one else None
        if word in g.closed or clause.before(at - 1) == "'":
            return None
    return None


def _toll(clause: Clause, act: Act) -> Phrase | None:
    """The number that the words of a toll lead to, and not the one they start from: `rose from 10 to 12`."""
    g = grammar()
    at, limit = act.last, min(clause.high, act.last + TOLL)
    while at < limit:
        phrase = clause.starting.get(at)
        if phrase is not None and phrase.sort in ("", "person"):
            if phrase.value is not None and clause.before(at) not in g.toll_from:
                return phrase
            at = phrase.last
            continue
        if clause.words[at] in g.break_ and clause.words[at] != ":":
            return None
        at += 1
    return None

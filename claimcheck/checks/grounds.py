"""On what grounds articles are compared: first those that tell of one incident and are firmly tied, then the others.

An article on several incidents speaks for none of them, so what only it disagrees on is undecided. What firmly tied
articles disagree on is told by them: an article that a weak tie holds to them may agree with one of them, and a value
that only such articles give is no side of it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from claimcheck.checks.check import AnyCheck, AnyRule, Clash, Doubt, Group, Outcome, merged

_SHOWN = 3  # documents that a reason names


def judged(check: AnyCheck, rule: AnyRule, group: Group) -> Outcome:
    """What a rule says of a group."""
    if not group.several or check.of_all(rule.options):
        return _by_ties(check, rule, group)
    plain = _by_ties(check, rule, _without(group, group.several))
    doubts = [_doubt(group, c) for c in _besides(check.evaluate(rule, group), plain)]
    return merged([plain, Outcome(0, (), tuple(doubts))]) if doubts else plain


def _by_ties(check: AnyCheck, rule: AnyRule, group: Group) -> Outcome:
    """The firmly tied articles by themselves, and what else all of them disagree on."""
    outcome: Outcome = check.evaluate(rule, group)
    if group.link != "weak" or not group.loose or not outcome.clashes:
        return outcome
    core: Outcome = check.evaluate(rule, _without(group, group.loose))
    firm = tuple(_with_all(clash, outcome, group.loose) for clash in core.clashes)
    return replace(outcome, clashes=(*firm, *_besides(outcome, core)))


def _with_all(clash: Clash, outcome: Outcome, loose: Collection[str]) -> Clash:
    """A clash of the firmly tied, with those of the others that are on one of its sides."""
    whole = next((c for c in outcome.clashes if (c.kind, c.subject) == (clash.kind, clash.subject)), clash)
    sides = tuple(side for side in whole.sides if any(claim.doc not in loose for claim in side.claims))
    return replace(clash, sides=sides, agrees=whole.agrees) if len(sides) == len(clash.sides) else clash


def _without(group: Group, docs: Collection[str]) -> Group:
    """The group, had these documents not been written."""
    return replace(
        group,
        documents=tuple(doc for doc in group.documents if doc not in docs),
        claims=tuple(claim for claim in group.claims if claim.doc not in docs),
    )


def _besides(outcome: Outcome, told: Outcome) -> list[Clash]:
    """The clashes of an outcome on things on which another has none."""
    known = {(clash.kind, clash.subject) for clash in told.clashes}
    return [clash for clash in outcome.clashes if (clash.kind, clash.subject) not in known]


def _doubt(group: Group, clash: Clash) -> Doubt:
    claims = tuple(claim for side in clash.sides for claim in side.claims)
    docs = list(dict.fromkeys(claim.doc for claim in claims if claim.doc in group.several))
    named = ", ".join(docs[:_SHOWN]) + (f" and {len(docs) - _SHOWN} more" if len(docs) > _SHOWN else "")
    return Doubt(f"{named} {'tells' if len(docs) == 1 else 'tell'} of several incidents", claims)

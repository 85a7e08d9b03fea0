"""What an article itself says of its figures: this one took the place of that one.

"Police first said eight were hurt, and later put the number at ten": a reader is told which figure is the old one, so
neither is at odds with the other, and an article elsewhere that has only the old one is behind, not wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.checks.choose import explicit, marked
from claimcheck.model import Claim

WITHDRAWN, FORMER = "withdrawn", "former"  # marks of figures that their articles do not hold: wrong ones, older ones
OLD = (WITHDRAWN, FORMER, "initial")
NEW = ("update", "correction")  # of figures that took the place of others: "has risen to", "later died"
CAPTION = "caption"  # of figures under a picture


@dataclass(frozen=True, slots=True)
class Revision:
    """An article's own word that one figure took the place of another."""

    before: Claim
    after: Claim

    @property
    def corrects(self) -> bool:
        """The old figure was wrong, not only early: whoever has it still is at odds with this article."""
        return marked(self.before, WITHDRAWN)


def revisions(claims: Iterable[Claim]) -> list[Revision]:
    """The revisions that articles tell of one thing: claims of one role and subject of one event."""
    by_doc: dict[str, list[Claim]] = {}
    for claim in claims:
        if explicit(claim):
            by_doc.setdefault(claim.doc, []).append(claim)
    return [revision for said in by_doc.values() for revision in _told(said)]


def _told(said: Sequence[Claim]) -> list[Revision]:
    """An old figure beside the one that is held now, or a new one beside a lower one, or a lower one in a caption: the
    text of an article is brought up to date, and what stands under its pictures is left."""
    old = [c for c in said if _any(c, OLD)]
    held = [c for c in said if not _any(c, OLD)]
    late = NEW if any(_any(c, NEW) for c in held) else ()
    new = [c for c in held if (_any(c, late) if late else not _any(c, (CAPTION,)))]
    if len({c.value for c in new}) != 1:
        return []  # which of them took its place is not said
    now = new[0]
    if not _number(now) or not (old or late or len(new) > 1):
        return []  # "nobody else was hurt"; a caption against a single other figure
    before = old or [c for c in held if c not in new and _number(c) < _number(now)]
    return [Revision(c, now) for c in before if c.value != now.value]


def taken_out(rises: Iterable[Revision], claims: Iterable[Claim]) -> list[Revision]:
    """The dead come out of the wounded: where an article tells that the dead have become more, and has two numbers of
    wounded that are as far apart, the lower is the newer. `rises`: revisions of the dead; `claims`: of the wounded."""
    risen = {(r.before.doc, _number(r.after) - _number(r.before)) for r in rises}
    if not risen:
        return []
    said = [c for c in claims if explicit(c)]
    found: dict[tuple[str, float, float], Revision] = {}
    for high in said:
        for low in said:
            fall = _number(high) - _number(low)
            if high.doc == low.doc and fall > 0 and (high.doc, fall) in risen:
                found.setdefault((high.doc, _number(high), _number(low)), Revision(high, low))
    return list(found.values())


def _any(claim: Claim, marks: Iterable[str]) -> bool:
    return any(marked(claim, mark) for mark in marks)


def _number(claim: Claim) -> float:
    return float(claim.value) if isinstance(claim.value, int | float) else claim.low or 0.0

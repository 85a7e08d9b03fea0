"""Which claims a rule listens to: by kind, role and subject, in which voice, without those marked as another set."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache

from claimcheck.checks.check import Group, Voice
from claimcheck.kinds import KINDS
from claimcheck.kinds.actor import alike
from claimcheck.model import Claim

_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:-[^\W\d_]+)*")
# A claim with one of these marks is of another set of things than the plain count of the event.
APART = frozenset(
    (
        "partial",
        "running",
        "aggregate",
        "withdrawn",
        "former",
        "others",
        "stamp",
        "background",
        "rate",
        "comparison",
        "perhaps",
    )
)


def voice(claim: Claim) -> Voice:
    """How the claim is made. Denial comes first: a denied hypothesis is a denial."""
    if claim.polarity == "denied":
        return "denied"
    if claim.certainty == "hypothetical":
        return "hypothetical"
    if marked(claim, "future"):
        return "future"
    if claim.certainty == "hedged":
        return "hedged"
    return "reported" if claim.speaker else "asserted"


def marked(claim: Claim, mark: str) -> bool:
    """Whether the claim carries the mark."""
    return claim.marks is not None and mark in claim.marks.split()


def marks_of(claim: Claim) -> list[str]:
    """The marks of a claim."""
    return claim.marks.split() if claim.marks else []


def apart(claim: Claim, besides: frozenset[str] = APART) -> bool:
    """Whether a mark puts the claim in another set than the plain ones. A total is no part, however it is put."""
    if claim.marks is None:
        return False
    marks = set(claim.marks.split())
    return not besides.isdisjoint(marks - {"partial"} if "total" in marks else marks)


def explicit(claim: Claim) -> bool:
    """Whether the words of a count hold its number, alone or in parts ("two men and a woman" hold 2, not 3)."""
    numbers = _numbers(claim.text)
    return claim.value in numbers or claim.value == sum(numbers)


def _numbers(text: str) -> list[float]:
    return [number for word in _WORD.findall(text.lower()) if (number := _number(word)) is not None]


@lru_cache(maxsize=4096)
def _number(word: str) -> float | None:
    read = KINDS["count"].normalise(word)
    return float(read.value) if read is not None and isinstance(read.value, int | float) else None


def chosen(
    group: Group,
    *,
    kind: str,
    role: Sequence[str] = (),
    subject: Sequence[str | None] = (),
    compare: Sequence[Voice],
    besides: frozenset[str] = APART,
) -> list[Claim]:
    """The claims of a kind that a rule compares; an empty role or subject admits any."""
    found = group.by_kind.get(kind, ())
    return [
        claim
        for claim in found
        if (not role or claim.role in role)
        and (not subject or claim.subject in subject)
        and voice(claim) in compare
        and not apart(claim, besides)
    ]


def said_by(group: Group, claim: Claim) -> str | None:
    """The speaker of a claim, or else the one person that its sentence names ("Mayor Ames's post on Telegram")."""
    if claim.speaker:
        return claim.speaker
    named = {
        str(c.value)
        for c in group.by_kind.get("actor", ())
        if c.doc == claim.doc and c.sentence == claim.sentence and marked(c, "person")
    }
    return named.pop() if len(named) == 1 else None


def speakers(group: Group, claims: Iterable[Claim]) -> Callable[[Claim], str | None]:
    """Who says each of the claims; names that are alike (Serhii, Sergei) are those of one person."""
    names: dict[str, str] = {}
    for claim in claims:
        name = said_by(group, claim)
        if name is not None and name not in names:
            names[name] = next((known for known in names.values() if alike(known, name)), name)

    def speaker(claim: Claim) -> str | None:
        name = said_by(group, claim)
        return names.get(name, name) if name is not None else None

    return speaker


def sentence_of(claim: Claim) -> Hashable:
    """The sentence that a claim stands in. Two of one article with the same words are one."""
    return claim.doc, claim.field, claim.sentence


def parted(claims: Iterable[Claim], by: Callable[[Claim], Hashable | None]) -> list[list[Claim]]:
    """The claims in parts that are comparable among themselves, in order of first appearance.

    A claim of which `by` says nothing joins the one part there is; where there are several, it is nobody's."""
    parts: dict[Hashable, list[Claim]] = {}
    open_ = []
    for claim in claims:
        key = by(claim)
        if key is None:
            open_.append(claim)
        else:
            parts.setdefault(key, []).append(claim)
    if not parts:
        return [open_] if open_ else []
    if len(parts) == 1 and open_:
        only = next(iter(parts.values()))
        return [sorted(only + open_, key=lambda c: (c.doc, c.start))]
    return list(parts.values())

"""What changed between two readings of a corpus: claims now stated otherwise, findings opened and closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.model import Claim, Finding

_ALIKE = 0.5  # similarity of two sentences that may be one sentence, edited


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A corpus as it was read once; documents are named relative to it."""

    name: str
    documents: tuple[str, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim that went, came, or says something else: `old` None is new, `new` None is gone."""

    doc: str
    old: Claim | None
    new: Claim | None


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that opened (`old` None), closed (`new` None), or has other sides than before."""

    old: Finding | None
    new: Finding | None

    @property
    def word(self) -> str:
        """opened, closed or changed."""
        return "opened" if self.old is None else "closed" if self.new is None else "changed"

    @property
    def finding(self) -> Finding:
        """The newer of the two."""
        found = self.new or self.old
        assert found is not None  # one of the two is always there
        return found


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs. `renamed` are (old, new) names of documents that say the same."""

    old: str
    new: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    claims: tuple[ClaimChange, ...]
    findings: tuple[FindingChange, ...]


def compare(old: Snapshot, new: Snapshot) -> Changes:
    """Claims are compared within documents that both have; findings by fingerprint, then by rule and event."""
    before, after = _by_document(old), _by_document(new)
    gone = [doc for doc in old.documents if doc not in after]
    come = [doc for doc in new.documents if doc not in before]
    renamed = _renamed(gone, come, before, after)
    there = dict(renamed)
    pairs = [(doc, there.get(doc, doc)) for doc in old.documents if doc in there or doc in after]
    return Changes(
        old=old.name,
        new=new.name,
        added=tuple(doc for doc in come if doc not in there.values()),
        removed=tuple(doc for doc in gone if doc not in there),
        renamed=tuple(renamed),
        claims=tuple(change for a, b in pairs for change in _claims(b, before[a], after[b])),
        findings=tuple(_findings(old.findings, new.findings)),
    )


def _by_document(snapshot: Snapshot) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {doc: [] for doc in snapshot.documents}
    for claim in snapshot.claims:
        found.setdefault(claim.doc, []).append(claim)
    return found


def _renamed(
    gone: Sequence[str], come: Sequence[str], before: dict[str, list[Claim]], after: dict[str, list[Claim]]
) -> list[tuple[str, str]]:
    """Documents with the very same claims, at least one, under another name."""
    waiting: dict[tuple[object, ...], list[str]] = {}
    for doc in come:
        if after[doc]:
            waiting.setdefault(tuple(map(_said, after[doc])), []).append(doc)
    found: list[tuple[str, str]] = []
    for doc in gone:
        names = waiting.get(tuple(map(_said, before[doc])))
        if names:
            found.append((doc, names.pop(0)))
    return found


def _said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, wherever in the text it stands."""
    return (
        claim.kind,
        claim.role,
        claim.subject,
        claim.value,
        claim.qualifier,
        claim.low,
        claim.high,
        claim.unit,
        claim.polarity,
        claim.certainty,
        claim.speaker,
        claim.text,
    )


def _about(claim: Claim) -> tuple[object, ...]:
    return claim.field, claim.kind, claim.role, claim.subject


def _claims(doc: str, old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[ClaimChange]:
    """Claims that both have fall out; of the rest, those about one thing in a like sentence are one claim, changed."""
    old, new = list(old), list(new)
    both = Counter(map(_said, old)) & Counter(map(_said, new))
    left, right = list(_without(old, both)), list(_without(new, both))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for i, claim in enumerate(left):
        near = [
            (_likeness(claim, other), -j)
            for j, other in enumerate(right)
            if j not in taken and _about(other) == _about(claim)
        ]
        if near and max(near)[0] >= _ALIKE:
            partner[i] = -max(near)[1]
            taken.add(partner[i])
    changes = [ClaimChange(doc, claim, right[partner[i]] if i in partner else None) for i, claim in enumerate(left)]
    changes += [ClaimChange(doc, None, claim) for j, claim in enumerate(right) if j not in taken]
    return iter(sorted(changes, key=_order))


def _without(claims: Iterable[Claim], both: Counter[tuple[object, ...]]) -> Iterator[Claim]:
    rest = both.copy()
    for claim in claims:
        said = _said(claim)
        if rest[said]:
            rest[said] -= 1
        else:
            yield claim


def _likeness(a: Claim, b: Claim) -> float:
    if a.sentence == b.sentence:
        return 1.0
    return SequenceMatcher(None, a.sentence.split(), b.sentence.split(), autojunk=False).ratio()


def _order(change: ClaimChange) -> tuple[int, int, str]:
    claim = change.new or change.old
    assert claim is not None  # a change has one side at least
    return claim.line, claim.column, claim.kind


def _findings(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[FindingChange]:
    """A finding that is not there any more is what another of the rule has become, where both are of one event or rest
    on the same words: an event has another name once an article tells its day."""
    before, after = {f.id for f in old}, {f.id for f in new}
    gone = [finding for finding in old if finding.id not in after]
    for finding in new:
        if finding.id not in before:
            was = next((f for f in gone if _alike(f, finding)), None)
            if was:
                gone.remove(was)
            yield FindingChange(was, finding)
    yield from (FindingChange(finding, None) for finding in gone)


def _alike(a: Finding, b: Finding) -> bool:
    if (a.rule, a.kind) != (b.rule, b.kind):
        return False
    return a.event == b.event or not _words(a).isdisjoint(_words(b))


def _words(finding: Finding) -> frozenset[tuple[str, str]]:
    return frozenset((claim.sentence, claim.text) for side in finding.sides for claim in side.claims)

"""The HTML page of what changed between two readings, worked out: findings, documents, claims old beside new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck import __version__
from claimcheck.changes import Changes, ClaimChange, FindingChange
from claimcheck.model import Claim
from claimcheck.reports.unified import counted, heard
from claimcheck.reports.words import framed, place, value_of
from claimcheck.text.visible import visible

_WORDS = 220  # columns of a quote
_SIGNS: dict[str, dict[str, str]] = {"opened": {}, "closed": {}, "changed": {"+": "new", "-": "no more"}}


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as the page shows it: its words within their sentence."""

    value: str
    before: str
    words: str
    after: str
    place: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding that opened, closed or changed, with everyone who is heard on it."""

    word: str
    severity: str
    rule: str
    message: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What a claim is about, and what the old and the new text say; None where one says nothing."""

    about: str
    place: str
    sides: tuple[Said | None, Said | None]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The page."""

    old: str
    new: str
    summary: str
    documents: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    claims: tuple[ClaimRow, ...]
    version: str


def page_of_changes(changes: Changes) -> ChangesPage:
    """The page of all that differs."""
    return ChangesPage(
        old=visible(changes.old),
        new=visible(changes.new),
        summary=counted(changes),
        documents=tuple(_documents(changes)),
        findings=tuple(map(_finding, changes.findings)),
        claims=tuple(map(_claim, changes.claims)),
        version=__version__,
    )


def _documents(changes: Changes) -> Iterator[str]:
    yield from (f"{visible(doc)} is gone" for doc in changes.removed)
    yield from (f"{visible(doc)} is new" for doc in changes.added)
    yield from (f"{visible(old)} is now {visible(new)}" for old, new in changes.renamed)


def _finding(change: FindingChange) -> FindingRow:
    finding = change.finding
    signs = _SIGNS[change.word]
    said = tuple(
        Said(value, *framed(claim, _WORDS), place(claim), ", ".join(filter(None, (signs.get(sign, ""), more))))
        for sign, value, claim, more in heard(change)
    )
    return FindingRow(change.word, finding.severity, visible(finding.rule), visible(finding.message), said)


def _claim(change: ClaimChange) -> ClaimRow:
    either = change.new or change.old
    assert either is not None  # a change has one side at least
    about = visible(" ".join(filter(None, (either.kind, either.role, either.subject))))
    return ClaimRow(about, place(either), (_said(change.old), _said(change.new)))


def _said(claim: Claim | None) -> Said | None:
    return Said(value_of(claim), *framed(claim, _WORDS), place(claim)) if claim else None

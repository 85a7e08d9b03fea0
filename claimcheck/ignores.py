"""Ignores: findings that an editor has set aside, with a reason. Articles are evidence and are not edited.

claimcheck.ignore.yaml is a list; an entry names what it sets aside by event, or by file and quote:

    - rule: killed
      event: fire/leeds/2024-03-01
      reason: one report counts the unborn child
      by: M. Editor
      until: 2026-03-01
    - {rule: wording, file: north.txt, quote: "sources say", reason: the house style allows it}
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import Claim, Finding, stable_id
from claimcheck.sources import file_of
from claimcheck.yamlfile import Document, build, read_yaml


@dataclass(frozen=True, slots=True)
class Ignore:
    """One entry. `until` is the last day on which it holds. `file` is relative to the file of ignores."""

    reason: str
    rule: str | None = None
    event: str | None = None
    file: str | None = None
    quote: str | None = None
    by: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Ignores:
    """The entries of one file and where each stands in it."""

    path: str
    entries: tuple[Ignore, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings that remain, those set aside, and a finding for each entry that is expired or sets nothing aside."""

    kept: tuple[Finding, ...]
    ignored: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def read_ignores(path: Path) -> Ignores:
    """Read a file of ignores. Raises ClaimcheckError with each mistake of it."""
    document = read_yaml(path)
    data = document.data if document.data is not None else []
    if not isinstance(data, list):
        raise ClaimcheckError(document.problem((), "a list of ignores is wanted: - {rule, event, reason}"))
    entries: list[Ignore] = []
    problems: list[Problem] = []
    for number in range(len(data)):
        try:
            entry = build(Ignore, document, at=(number,))
        except ClaimcheckError as error:
            problems += error.problems
            continue
        problems += _mistakes(entry, document, number)
        entries.append(entry)
    if problems:
        raise ClaimcheckError(*problems)
    return Ignores(str(path), tuple(entries), tuple(document.position((n,))[0] for n in range(len(entries))))


def sift(findings: Sequence[Finding], ignores: Ignores, *, today: date, rules: Sequence[str]) -> Sifted:
    """Set findings aside. `rules` are those that ran: an entry for another rule is not called unused."""
    folder = Path(ignores.path).parent
    alive = [not _expired(entry, today) for entry in ignores.entries]
    used = [False] * len(alive)
    kept: list[Finding] = []
    ignored: list[Finding] = []
    for finding in findings:
        hits = [n for n, entry in enumerate(ignores.entries) if alive[n] and _covers(entry, finding, folder)]
        for number in hits:
            used[number] = True
        (ignored if hits else kept).append(finding)
    faults = []
    for number, entry in enumerate(ignores.entries):
        if not alive[number]:
            faults.append(_fault("expired-ignore", f"this ignore held until {entry.until}", ignores, number))
        elif not used[number] and (entry.rule is None or entry.rule in rules):
            faults.append(_fault("unused-ignore", "this ignore sets no finding aside any more", ignores, number))
    return Sifted(tuple(kept), tuple(ignored), tuple(faults))


def _mistakes(entry: Ignore, document: Document, number: int) -> Iterator[Problem]:
    if not entry.reason.strip():
        yield document.problem((number, "reason"), "an ignore needs a reason")
    if not entry.event and not entry.file:
        yield document.problem((number,), "an ignore names an event, or a file and a quote")
    if entry.quote and not entry.file:
        yield document.problem((number, "quote"), "a quote needs the file that it stands in")
    if entry.until is not None:
        try:
            date.fromisoformat(entry.until)
        except ValueError:
            yield document.problem((number, "until"), f"{entry.until!r} is no day; write it as 2026-03-01")


def _expired(entry: Ignore, today: date) -> bool:
    return entry.until is not None and date.fromisoformat(entry.until) < today


def _covers(entry: Ignore, finding: Finding, folder: Path) -> bool:
    if entry.rule is not None and entry.rule != finding.rule:
        return False
    if entry.event is not None and entry.event != finding.event:
        return False
    if entry.file is None:
        return True
    wanted = os.path.realpath(folder / entry.file)
    return any(_stands(claim, wanted, entry.quote) for side in finding.sides for claim in side.claims)


def _stands(claim: Claim, wanted: str, words: str | None) -> bool:
    file = file_of(claim.doc)[0]
    if wanted not in (os.path.realpath(file), os.path.realpath(claim.doc)):
        return False
    return words is None or words in claim.sentence or words in claim.text


def _fault(rule: str, message: str, ignores: Ignores, number: int) -> Finding:
    entry = ignores.entries[number]
    where = f"{ignores.path}:{ignores.lines[number]}"
    return Finding(
        id=stable_id("1", rule, entry.rule or "", entry.event or "", entry.file or "", entry.quote or ""),
        rule=rule,
        kind="ignore",
        severity="warning",
        message=f"{where}: {message} ({entry.reason})",
        event="",
        link="alone",
        sides=(),
        help="remove the entry" if rule == "unused-ignore" else "look at it again: remove it, or give it another day",
    )

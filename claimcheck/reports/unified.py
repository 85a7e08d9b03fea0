"""Changes between two readings of a corpus, in the manner of a unified diff: what went, what came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model import Claim
from claimcheck.reports.report import Style
from claimcheck.reports.words import place, plural, quote, value_of, witnesses
from claimcheck.text.visible import visible

if TYPE_CHECKING:  # `check` has no use for it
    from claimcheck.changes import Changes, ClaimChange, FindingChange


def unified(changes: Changes, style: Style) -> Iterator[str]:
    """Documents, then claims by document, then findings, then all of it in one line."""
    yield f"--- {visible(changes.old)}\n+++ {visible(changes.new)}\n"
    yield from (style.paint("gone", f"-document {visible(doc)}") + "\n" for doc in changes.removed)
    yield from (style.paint("come", f"+document {visible(doc)}") + "\n" for doc in changes.added)
    yield from (f" document {visible(old)} is now {visible(new)}\n" for old, new in changes.renamed)
    doc = None
    for change in changes.claims:
        if change.doc != doc:
            doc = change.doc
            yield style.paint("head", f"@@ {visible(doc)} @@") + "\n"
        yield from _claim(change, style)
    if changes.findings:
        yield style.paint("head", "@@ findings @@") + "\n"
    for finding in changes.findings:
        yield from _finding(finding, style)
    yield style.paint("summary", counted(changes)) + "\n"


def counted(changes: Changes) -> str:
    """All changes in one line."""
    words = {"changed": 0, "new": 0, "gone": 0}
    for change in changes.claims:
        words["new" if change.old is None else "gone" if change.new is None else "changed"] += 1
    claims = ", ".join(f"{count} {word}" for word, count in words.items() if count)
    grades = [f.word for f in changes.findings]
    findings = ", ".join(f"{grades.count(word)} {word}" for word in ("opened", "closed", "changed") if word in grades)
    documents = [
        f"{plural(len(docs), 'document')} {word}"
        for docs, word in ((changes.added, "added"), (changes.removed, "removed"), (changes.renamed, "renamed"))
        if docs
    ]
    parts = [*documents, f"claims: {claims or 'no change'}", f"findings: {findings or 'no change'}"]
    return "; ".join(parts)


def _claim(change: ClaimChange, style: Style) -> Iterator[str]:
    for mark, part, claim in (("-", "gone", change.old), ("+", "come", change.new)):
        if claim:
            yield style.paint(part, f"{mark}{_line(claim, style.width - 1)}") + "\n"


def _line(claim: Claim, width: int) -> str:
    about = " ".join(filter(None, (claim.kind, claim.role, claim.subject)))
    head = f"{claim.line}:{claim.column} {visible(about)} {value_of(claim)} "
    return head + quote(claim, max(width - len(head), 30))


def _finding(change: FindingChange, style: Style) -> Iterator[str]:
    finding = change.finding
    mark, part = {"opened": ("+", "come"), "closed": ("-", "gone"), "changed": ("!", "warning")}[change.word]
    head = f"{mark}{finding.severity}[{visible(finding.rule)}] {visible(finding.message)} ({change.word})"
    yield style.paint(part, head) + "\n"
    for sign, value, claim, remark in heard(change):
        start = f"{sign}  {value} {place(claim)} "
        line = start + quote(claim, max(style.width - len(start), 30)) + (f" {remark}" if remark else "")
        yield (style.paint("come" if sign == "+" else "gone", line) if sign in "+-" else line) + "\n"


def heard(change: FindingChange) -> Iterator[tuple[str, str, Claim, str]]:
    """Who is heard on a finding, with a sign: `-` is no more, `+` is new, a blank was heard before and still is."""
    before, after = (
        {(value, claim.sentence, claim.text): (value, claim, remark) for value, claim, remark in witnesses(found)}
        if found
        else {}
        for found in (change.old, change.new)  # by their words: the document may have another name now
    )
    yield from (("-", *one) for key, one in before.items() if key not in after)
    yield from (("+" if key not in before else " ", *one) for key, one in after.items())

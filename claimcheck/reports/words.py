"""How reports for people put things: plurals, places, quotes, and foreign characters made visible and harmless."""

from __future__ import annotations

import re
from collections import Counter

from claimcheck.model import Claim, Scalar
from claimcheck.reports.report import Report

SEVERITIES = ("error", "warning", "note")
_BLANK = re.compile(r"\s+")
# control characters, marks that turn the direction of text, invisible ones, and halves of characters
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Text on one line: white space is one space, and what a terminal would obey or hide is spelled out."""
    return _UNSAFE.sub(_spelled, _BLANK.sub(" ", text))


def _spelled(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def place(claim: Claim) -> str:
    """file:line:column, as editors and terminals make it a link."""
    where = f"{visible(claim.doc)}:{claim.line}:{claim.column}"
    return where if claim.field == "text" else f"{where} ({claim.field})"


def quote(claim: Claim, width: int) -> str:
    """The claim's words inside their sentence, in curly quotes, cut to `width` columns with the claim in sight."""
    sentence, text = visible(claim.sentence).strip(), visible(claim.text).strip()
    at = sentence.find(text)
    if at < 0 or not text:
        sentence, at = text, 0
    room = max(width - 2, 12)
    if len(sentence) <= room:
        return f"“{sentence}”"
    before = max(0, min(at - (room - len(text)) // 2, len(sentence) - room))
    after = min(len(sentence), before + room)
    start = "…" if before else ""
    end = "…" if after < len(sentence) else ""
    return f"“{start}{sentence[before + len(start) : after - len(end)].strip()}{end}”"


def shown(value: Scalar) -> str:
    """A value as a reader writes it: 2, not 2.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return visible(str(value))


def plural(count: int, one: str, many: str = "") -> str:
    """`1 article`, `5 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def graded(severities: list[str]) -> str:
    """`3 errors, 7 warnings`, in order of weight; empty where there are none."""
    counts = Counter(severities)
    return ", ".join(plural(counts[name], name) for name in SEVERITIES if counts[name])


def summary(report: Report) -> str:
    """The run in one line."""
    parts = [
        ", ".join(
            (
                plural(len(report.articles), "article"),
                *([f"{report.unread} not read"] if report.unread else []),
                plural(len(report.claims), "claim"),
                plural(len(report.events), "event"),
            )
        )
    ]
    found = plural(len(report.findings), "finding") if report.findings else "no findings"
    if report.findings:
        found += f" ({graded([f.severity for f in report.findings])})"
    if report.known is not None and report.findings:
        found += f", {sum(f.id not in report.known for f in report.findings)} of them new"
    if report.undecided:
        found += f", {len(report.undecided)} undecided"
    parts.append(found)
    idle = len(report.not_run)
    ran = len(report.rules) - idle
    parts.append(f"{plural(ran, 'rule')} ran" + (f", {idle} had nothing to compare" if idle else ""))
    return "; ".join(parts)

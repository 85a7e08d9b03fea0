"""How reports for people put things: plurals, places, quotes, and foreign characters made visible and harmless."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Event, Finding, Scalar, origin
from claimcheck.reports.report import Report
from claimcheck.spill.lazily import Lazily
from claimcheck.text.visible import visible

SEVERITIES = ("error", "warning", "note")


def place(claim: Claim) -> str:
    """file:line:column, as editors and terminals make it a link. A title has no line of its own."""
    return f"{visible(claim.doc)} ({claim.field})" if claim.field != "text" else f"{visible(claim.doc)}:{spot(claim)}"


def spot(claim: Claim) -> str:
    """line:column, or the name of the field."""
    return f"{claim.line}:{claim.column}" if claim.field == "text" else claim.field


def quote(claim: Claim, width: int) -> str:
    """The claim's words inside their sentence, in curly quotes, cut to `width` columns with the claim in sight."""
    before, words, after = framed(claim, width)
    return f"“{before}{words}{after}”"


def framed(claim: Claim, width: int) -> tuple[str, str, str]:
    """What stands before the claim's words in a quote of `width` columns, the words, and what stands after them."""
    sentence, text = visible(claim.sentence).strip(), visible(claim.text).strip()
    at = sentence.find(text)
    if at < 0 or not text:
        sentence, at = text, 0
    room = max(width - 2, 12)
    if len(sentence) <= room:
        return sentence[:at], text, sentence[at + len(text) :]
    if len(text) > room - 2:
        return "", text if len(text) <= room else text[: room - 1].rstrip() + "…", ""
    low = max(0, min(at - (room - len(text)) // 2, len(sentence) - room))
    high = min(len(sentence), low + room)
    before, after = sentence[low:at], sentence[at + len(text) : high]
    if low:
        before = "…" + (before[1:].partition(" ")[2] if " " in before[1:] else before[1:])
    if high < len(sentence):
        after = (after[:-1].rpartition(" ")[0] if " " in after[:-1] else after[:-1]) + "…"
    return before, text, after


def value_of(claim: Claim) -> str:
    """A claim's value as a reader writes it."""
    kind = KINDS.get(claim.kind)
    if kind:
        return visible(kind.render(claim))
    value: Scalar = claim.value
    return visible(str(int(value) if isinstance(value, float) and value.is_integer() else value))


def witnesses(finding: Finding) -> list[tuple[str, Claim, str]]:
    """(value, claim, remark) of everyone who is heard on a finding: the sides, then who agrees with all of them."""
    remark = "agrees with both" if len(finding.sides) == 2 else "agrees with all"
    heard = [(visible(side.value), claim, "") for side in finding.sides for claim in side.claims]
    return heard + [(value_of(claim), claim, remark) for claim in finding.agrees]


def concerned(report: Report) -> dict[str, Event]:
    """The events that findings are of, by their ids."""
    told = {finding.event for finding in report.findings}
    return {event.id: event for event in report.events if event.id in told}


def by_event(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each event, the gravest first; events as they come. Those of one event are held at a time."""
    at: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        at.setdefault(finding.event, []).append(number)
    known = findings.by_number() if isinstance(findings, Lazily) else findings
    for event, numbers in at.items():
        yield event, sorted([known[n] for n in numbers], key=lambda finding: SEVERITIES.index(finding.severity))


def told_by(claim: Claim) -> str:
    """The speaker, and the file of a claim that was made elsewhere."""
    made = origin(claim)
    return ", ".join(filter(None, (claim.speaker or "", f"claim of {made}" if made else "")))


def said(claim: Claim, width: int) -> str:
    """A whole sentence: who says what where."""
    teller = told_by(claim)
    speaker = f" ({visible(teller)})" if teller else ""
    return f"{quote(claim, width)}{speaker}, {place(claim)}"


def ends(claim: Claim) -> tuple[int, int]:
    """Line and column after the claim's last character."""
    breaks = claim.text.count("\n")
    if not breaks:
        return claim.line, claim.column + len(claim.text)
    return claim.line + breaks, len(claim.text) - claim.text.rindex("\n")


def records(report: Report) -> dict[str, int]:
    """Document -> the file's line on which it stands, where a file holds many: claims count lines in its own text."""
    return {article.doc: article.record for article in report.articles if article.record}


def uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a file URI."""
    from urllib.parse import quote as percent  # for few formats

    encoded = percent(path.replace("\\", "/").encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def cut(text: str, width: int) -> str:
    """Visible text of at most `width` columns."""
    text = visible(text)
    return text if len(text) <= width else text[: width - 1] + "…"


def plural(count: int, one: str, many: str = "") -> str:
    """`1 article`, `5 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def graded(severities: list[str]) -> str:
    """`3 errors, 7 warnings`, in order of weight; empty where there are none."""
    counts = Counter(severities)
    return ", ".join(plural(counts[name], name) for name in SEVERITIES if counts[name])


def summary(report: Report, *, undecided: str = "undecided") -> str:
    """The run in one line. `undecided` is how what was left open is called."""
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
    if report.ignored:
        found += f", {report.ignored} ignored"
    if report.undecided:
        found += f", {len(report.undecided)} {undecided}"
    parts.append(found)
    idle = len(report.not_run)
    ran = len(report.rules) - idle
    parts.append(f"{plural(ran, 'rule')} ran" + (f", {idle} had nothing to compare" if idle else ""))
    return "; ".join(parts)

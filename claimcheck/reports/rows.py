"""Events, findings and the rest as plain rows: the fields of the output contract, in its order."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TypeAlias

from claimcheck import __version__
from claimcheck.model import CLAIM_FIELDS, Article, Claim, Event, Finding, NotRun, Undecided
from claimcheck.reports.report import Report

Plain: TypeAlias = "str | int | float | list[Plain] | dict[str, Plain] | None"
REPORT_VERSION = 1
_VALUES = attrgetter(*CLAIM_FIELDS)  # all at once: a corpus has hundreds of thousands of claims


def claim_row(claim: Claim) -> dict[str, Plain]:
    """A claim: fields that do not apply are left out; a role that is not known is said to be null."""
    return {
        name: value
        for name, value in zip(CLAIM_FIELDS, _VALUES(claim), strict=True)
        if value is not None or name == "role"
    }


def event_row(event: Event, claims: tuple[str, ...] | None = None) -> dict[str, Plain]:
    """An event, and the ids of its claims where they are given."""
    found: dict[str, Plain] = {
        "id": event.id,
        "kind": event.kind,
        "date": event.date,
        "place": event.place,
        "main_documents": list(event.main_documents),
        "documents": list(event.documents),
        "link": event.link,
        "reasons": list(event.reasons),
    }
    if claims is not None:
        found["claims"] = list(claims)
    return found


def finding_row(finding: Finding, known: frozenset[str] | None = None) -> dict[str, Plain]:
    """A finding with the whole rows of its claims. `baseline` is new or unchanged; null where there is no baseline."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "event": finding.event,
        "link": finding.link,
        "sides": [{"value": s.value, "claims": [claim_row(c) for c in s.claims]} for s in finding.sides],
        "agrees": [claim_row(c) for c in finding.agrees],
        "reasons": list(finding.reasons),
        "help": finding.help,
        "baseline": None if known is None else "unchanged" if finding.id in known else "new",
    }


def undecided_row(undecided: Undecided) -> dict[str, Plain]:
    """A rule that could not say, and the claims it looked at."""
    return {
        "rule": undecided.rule,
        "event": undecided.event,
        "reason": undecided.reason,
        "claims": [claim_row(c) for c in undecided.claims],
    }


def not_run_row(not_run: NotRun) -> dict[str, Plain]:
    """A rule that compared nothing, and why."""
    return {"rule": not_run.rule, "reason": not_run.reason}


def rule_rows(report: Report) -> list[Plain]:
    """Each rule that was selected: how many comparisons it made, and what came of them."""
    found = Counter(finding.rule for finding in report.findings)
    doubts = Counter(undecided.rule for undecided in report.undecided)
    return [
        {
            "rule": rule.id,
            "severity": rule.severity,
            "compared": rule.ran,
            "findings": found[rule.id],
            "undecided": doubts[rule.id],
        }
        for rule in report.rules
    ]


def article_row(article: Article) -> dict[str, Plain]:
    """What is known of a document, without its text."""
    found: dict[str, Plain] = {"doc": article.doc}
    for name, value in (
        ("title", article.title),
        ("date", article.date),
        ("source", article.source),
        ("url", article.url),
    ):
        if value:
            found[name] = value
    return found


def report_row(report: Report) -> dict[str, Plain]:
    """The whole report, as `check --output json` writes it."""
    return {
        "version": REPORT_VERSION,
        "tool": {"name": "claimcheck", "version": __version__},
        "documents": [article_row(a) for a in report.articles],
        "claims": [claim_row(c) for c in report.claims],
        "events": [event_row(e) for e in report.events],
        "findings": [finding_row(f, report.known) for f in report.findings],
        "undecided": [undecided_row(u) for u in report.undecided],
        "not_run": [not_run_row(n) for n in report.not_run],
        "rules": rule_rows(report),
    }

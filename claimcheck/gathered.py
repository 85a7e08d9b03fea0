"""What a run gathered, wherever it ran, and what a report is made of: articles, claims, events, what rules say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.checks.judge import Judgement
from claimcheck.model import Article, Claim, Event, Finding, Undecided


@dataclass(frozen=True, slots=True)
class Gathered:
    """All in order; sequences may be read from disk as they are gone through. `said`: which rules compared what.
    `cut`: pairs of articles on one place and week that were too many to compare."""

    articles: Sequence[Article]
    claims: Sequence[Claim]
    events: Sequence[Event]
    findings: Sequence[Finding]
    undecided: Sequence[Undecided]
    said: Judgement
    cut: int = 0

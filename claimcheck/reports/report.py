"""The seam of a format: what a run found, and the functions that write it as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import Article, Claim, Event, Extraction, Finding, NotRun, Undecided

if TYPE_CHECKING:  # `check` has no use for it
    from claimcheck.changes import Changes


def _plain(part: str, text: str) -> str:
    del part
    return text


@dataclass(frozen=True, slots=True)
class Style:
    """How a report for people may look. `width` is in columns; `paint` colours a named part, or leaves it plain."""

    width: int = 100
    paint: Callable[[str, str], str] = _plain
    show_undecided: bool = False
    statistics: bool = False


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule that was selected, as formats need it: SARIF lists them, tables explain them."""

    id: str
    severity: str
    summary: str
    why: str = ""
    ran: int = 0  # comparisons


@dataclass(frozen=True, slots=True)
class Report:
    """All that `check` found. Its sequences may be read from disk as they are gone through.

    known    ids of findings that the baseline holds; None without a baseline
    ignored  findings that an ignore sets aside: counted, not shown
    stale    entries of the baseline that nothing answers to any more
    paths    what was asked to be read
    """

    articles: Sequence[Article]
    unread: int
    claims: Sequence[Claim]
    events: Sequence[Event]
    findings: Sequence[Finding]
    undecided: Sequence[Undecided]
    not_run: tuple[NotRun, ...]
    rules: tuple[RuleRow, ...]
    known: frozenset[str] | None = None
    ignored: int = 0
    stale: int = 0
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """All that `events` found: the events in order, and the ids of the claims of each, by event id."""

    events: Sequence[Event]
    claims: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a run. Each function yields pieces of text; None where the format has no such form."""

    id: str
    summary: str
    findings: Callable[[Report, Style], Iterator[str]] | None = None
    claims: Callable[[Iterable[Extraction], Style], Iterator[str]] | None = None
    events: Callable[[Events, Style], Iterator[str]] | None = None
    changes: Callable[[Changes, Style], Iterator[str]] | None = None

"""The seam of a format: what a run found, and the functions that write it as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claimcheck.model import Event, Extraction, Finding, NotRun, Undecided


@dataclass(frozen=True, slots=True)
class Style:
    """How a report for people may look. `width` is in columns."""

    width: int = 100
    colour: bool = False
    show_undecided: bool = False
    statistics: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All that `check` found."""

    documents: tuple[str, ...]
    unread: int
    claims: int
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    not_run: tuple[NotRun, ...]
    rules: int  # how many were selected


@dataclass(frozen=True, slots=True)
class Events:
    """All that `events` found: the events, and the ids of the claims that hang on each, by event id."""

    events: tuple[Event, ...]
    claims: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a run. Each function yields pieces of text; None where the format has no such form."""

    id: str
    summary: str
    findings: Callable[[Report, Style], Iterator[str]] | None = None
    claims: Callable[[Iterable[Extraction], Style], Iterator[str]] | None = None
    events: Callable[[Events, Style], Iterator[str]] | None = None

"""What the HTML page shows, as plain data that its template walks over: strings ready, nothing is left to decide."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.reports.highlights import Part


@dataclass(frozen=True, slots=True)
class Quote:
    """A witness: words, who says them, where; the anchor of the place in the article's text."""

    words: str
    speaker: str
    source: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class SideView:
    """A value and its witnesses; `agrees`: at odds with no side."""

    value: str
    quotes: tuple[Quote, ...]
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding. `sources` is a line a source, for the filter."""

    anchor: str
    rule: str
    severity: str
    link: str
    message: str
    why: str
    help: str
    known: bool
    sources: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One attribute of an event (a role and its subject) and what each source says of it."""

    name: str
    cells: tuple[str, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a time line: what is said to have happened then, by whom; or when an article was published."""

    when: str
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with findings."""

    anchor: str
    name: str
    link: str
    findings: tuple[FindingView, ...]
    sources: tuple[str, ...]
    values: tuple[ValueRow, ...]
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice of what to show; `key` is the data attribute of a finding."""

    name: str
    key: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two sources disagree, and about what."""

    count: int
    about: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A source against all others."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who disagrees with whom; `more` sources are left out."""

    names: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A quoted article with its quotes marked."""

    anchor: str
    name: str
    about: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    summary: str
    findings: int
    filters: tuple[Filter, ...]
    events: tuple[EventView, ...]
    matrix: Matrix | None
    undecided: tuple[str, ...]
    articles: tuple[ArticleView, ...]
    version: str

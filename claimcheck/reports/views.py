"""What the HTML page shows, as plain data that its template walks over: strings ready, nothing is left to decide."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.reports.highlights import Part


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's `words` within their sentence, who says them, where; the anchor of the place in the article's text."""

    before: str
    words: str
    after: str
    speaker: str
    where: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Witness:
    """An article that takes a side, and its words for it."""

    source: str
    path: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """A value and who states it; `agrees`: at odds with no side."""

    value: str
    witnesses: tuple[Witness, ...]
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding. `sources` is a line a source, for the filter; `state` is new or known, empty without a baseline."""

    anchor: str
    rule: str
    severity: str
    link: str
    message: str
    why: str
    help: str
    state: str
    sources: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class ValueCell:
    """What one source says; `disputed` where a finding rests on it."""

    text: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One attribute of an event (a role and its subject) and what each source says of it."""

    name: str
    kind: str
    cells: tuple[ValueCell, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a time line: what is said of it by which sources, and in which words; or what was published then."""

    when: str
    what: str
    sources: str
    published: bool
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with findings; `about` says how many of which severity in how many articles."""

    anchor: str
    name: str
    about: str
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
    """How often two sources disagree, and about what; the anchors of the findings."""

    count: int
    about: tuple[tuple[str, str], ...]


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

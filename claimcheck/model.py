"""The words of the house: Article, Mention, Claim, EventMention, Event, Finding. Everything else passes these along.

All are frozen and slotted (those that an article makes many of to the type checker alone: `record`). Offsets are
Unicode code points, half-open, into the field (text or title) as written.
A claim is flat on purpose: its fields are the columns of the output contract, so that the form in memory, in a cache,
between processes and in `claims --output jsonl` is one form (`row` and `claim_from_row`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from hashlib import blake2b

from claimcheck.record import record

Scalar = str | int | float
Row = dict[str, Scalar]


class Comparison(Enum):
    """What two values of one kind say of each other."""

    SAME = "same"
    COMPATIBLE = "compatible"  # both can be true: "early morning" and 01:42
    CONFLICT = "conflict"  # both cannot be true
    UNKNOWN = "unknown"  # nothing can be said: "recently" and 01:42


@record(frozen=True, slots=True)
class Article:
    """One document. `text` is what offsets count in; `line` is the file's line on which `text` begins (1 without front
    matter). `doc` is the path as given, or `PATH#id` for a record. Empty strings stand for what is not known; `date` is
    ISO 8601 (`2016-07-04` or with a time). `record` is the file's line on which a record stands; 0 where the file is
    one article, or its records have no lines."""

    doc: str
    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    lang: str = ""
    line: int = 1
    record: int = 0


@record(frozen=True, slots=True)
class Value:
    """What a mention says, normalised. The meaning of the fields by kind:

    time      value "HH:MM" (or a part of day: "TMO", "TNI"); low, high minutes after midnight; unit the zone as written
    date      value ISO 8601 or TIMEX3 ("XXXX-12-24"); low, high days (date.toordinal()) where the year is known
    duration  value TIMEX3 ("P2D", "PT10M"); low, high seconds
    set       value TIMEX3 ("P1W"); unit the quantifier as written
    count     value a number; low, high the interval the wording admits (None: open); 0 is a value
    ordinal   value a number
    money     value a number in units of the currency; unit its ISO 4217 code, or the word as written
    measure   value a number as written; unit canonical ("km", "kg", "percent", "magnitude"); low, high in the base unit
    location  value the name as written (without "the"), lat, lon, geonameid where the gazetteer knows it
    others    value a canonical id ("telegram", "Ka-52", "first", "undisclosed", ...)
    """

    value: Scalar
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None  # exact about at_least at_most more_than less_than
    unit: str | None = None
    timex: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@record(frozen=True, slots=True)
class Mention:
    """A span of one field that a vocabulary entry or pattern recognised, with what it says."""

    kind: str
    start: int
    end: int
    value: Value
    subject: str | None = None  # what is counted, owned, hidden...: canonical singular
    tags: tuple[str, ...] = ()  # what the recogniser knows and the roles need: "age", "address", "stamp", "demonym"
    role: str | None = None  # where a pattern of words says it: "price" of "bought for $2 million"


@record(frozen=True, slots=True)
class Claim:
    """A typed value with role, subject, scope, attribution and span: what an article says."""

    id: str
    doc: str
    kind: str
    value: Scalar
    text: str
    start: int
    end: int
    line: int
    column: int
    sentence: str
    field: str = "text"  # text | title
    role: str | None = None
    subject: str | None = None
    qualifier: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    timex: str | None = None
    polarity: str = "affirmed"  # affirmed | denied
    certainty: str = "asserted"  # asserted | hedged | hypothetical
    speaker: str | None = None
    event: str | None = None  # key of the article's event mention that the claim hangs on
    date: str | None = None  # scope: when that event was
    place: str | None = None  # scope: where that event was
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    marks: str | None = None  # space-separated marks for rules: partial total running withdrawn others update stamp ...


@record(frozen=True, slots=True)
class EventMention:
    """What one article says of one event: the article's own view, before articles are linked."""

    key: str  # unique in the article: "type/place/date" (+ "#2"...)
    doc: str
    main: bool
    kind: str | None = None  # interception, shooting, quake, deal, ...
    date_low: int | None = None  # days (date.toordinal()); None: not known
    date_high: int | None = None
    date: str | None = None  # ISO or TIMEX3, as far as it is known
    place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    within: tuple[int, ...] = ()  # geonameids that contain the place
    participants: tuple[str, ...] = ()  # names of persons and organisations, as written, most salient first
    several: bool = False  # linking: its article tells of several incidents


@record(frozen=True, slots=True)
class Extraction:
    """All that the rest of the run needs of one article."""

    article: Article
    claims: tuple[Claim, ...]
    events: tuple[EventMention, ...]  # the main one first; never empty


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as linked across articles. `link`: certain | likely | weak | alone (one article only).

    `mentions` are (doc, key of the event mention). `copies` are groups of documents that are one text and count as one
    witness. `loose` are the documents that hang on by a weak tie only: what the others disagree on is not weak.
    `several` are those that tell of several incidents: a weekend's shootings, a police blotter."""

    id: str
    kind: str | None
    date: str | None
    place: str | None
    mentions: tuple[tuple[str, str], ...]
    main_documents: tuple[str, ...]
    documents: tuple[str, ...]
    link: str
    reasons: tuple[str, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    loose: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a finding and the claims that state it, in order of document and offset."""

    value: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold for an event, an article or the corpus."""

    id: str  # fingerprint: rule, event key, normalised values, quotes; no line numbers
    rule: str
    kind: str  # the claim kind that clashes, or order, wording, arithmetic
    severity: str  # error | warning | note
    message: str
    event: str
    link: str  # certain | likely | weak | alone
    sides: tuple[Side, ...]
    agrees: tuple[Claim, ...] = ()  # compared, and at odds with no side
    reasons: tuple[str, ...] = ()  # why the articles are linked
    help: str = ""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A rule that had something to compare, and could not say."""

    rule: str
    event: str
    reason: str
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that compared nothing in the whole run, and why."""

    rule: str
    reason: str


def stable_id(*parts: Scalar, size: int = 8) -> str:
    """A hash that is the same on every machine and run (never `hash()`): hex, 2 * `size` characters."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=size).hexdigest()


CLAIM_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Claim))


ORIGIN = "from:"  # the mark of a claim that was made elsewhere, before the name of its file


def origin(claim: Claim) -> str:
    """The name of the file that a claim made elsewhere comes from; empty for our own."""
    marks = (claim.marks or "").split()
    return next((mark.removeprefix(ORIGIN) for mark in marks if mark.startswith(ORIGIN)), "")


def row(claim: Claim) -> Row:
    """The claim as a plain row: fields that do not apply are left out."""
    return {name: value for name in CLAIM_FIELDS if (value := getattr(claim, name)) is not None}


def claim_from_row(data: Row) -> Claim:
    """The inverse of `row`."""
    return Claim(**data)  # type: ignore[arg-type]  # rows are written by `row`; readers of foreign rows validate first

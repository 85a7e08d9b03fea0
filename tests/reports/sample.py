"""A small run as every format is shown it, and a hostile one: what articles may hold and no format may pass on."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.changes import Changes, ClaimChange, FindingChange
from claimcheck.model import (
    Article,
    Claim,
    Event,
    EventMention,
    Extraction,
    Finding,
    NotRun,
    Side,
    Undecided,
)
from claimcheck.reports import Events, Report
from claimcheck.reports.report import RuleRow

NORTH = Article(
    "news/north.txt",
    "Fire at the mill\n\nTwo people died in a fire at a mill in Leeds at 3:10 a.m. on Friday, the mayor said.\n",
    title="Fire at the mill",
    date="2024-03-02",
    source="North Post",
    line=5,
)
SOUTH = Article("news/south.txt", "Three people were killed when a mill in Leeds burned down at 3:15 a.m.\n")
WIRE = Article("wire.jsonl#7", "At least two people died in the fire in Leeds.\n", source="Wire & Sons", record=7)


def claim(article: Article, text: str, kind: str, value: str | int, **more) -> Claim:
    start = article.text.index(text)
    before = article.text[:start]
    low = before.rfind("\n") + 1
    return Claim(
        id=f"{article.doc}:{kind}:{start}",
        doc=article.doc,
        kind=kind,
        value=value,
        text=text,
        start=start,
        end=start + len(text),
        line=article.line + before.count("\n"),
        column=start - low + 1,
        sentence=article.text[low:].split("\n")[0],
        **more,
    )


DEAD = {"role": "killed", "subject": "person", "event": "fire/leeds", "place": "Leeds"}
TWO = claim(NORTH, "Two people", "count", 2, speaker="the mayor", date="2024-03-01", **DEAD)
THREE = claim(SOUTH, "Three people", "count", 3, **DEAD)
SOME = claim(WIRE, "At least two people", "count", 2, qualifier="at_least", low=2, **DEAD)
EARLY = claim(NORTH, "3:10 a.m.", "time", "03:10", role="event", event="fire/leeds", timex="2024-03-01T03:10")
LATE = claim(SOUTH, "3:15 a.m.", "time", "03:15", role="event", event="fire/leeds", timex="T03:15")
PLACE = claim(SOUTH, "Leeds", "location", "Leeds", lat=53.8, lon=-1.55, geonameid=2644688, event="fire/leeds")
CLAIMS = (TWO, EARLY, PLACE, THREE, LATE, SOME)

EVENT = Event(
    "fire/leeds/2024-03-01",
    "fire",
    "2024-03-01",
    "Leeds",
    tuple((a.doc, "fire/leeds") for a in (NORTH, SOUTH, WIRE)),
    (NORTH.doc, SOUTH.doc, WIRE.doc),
    (NORTH.doc, SOUTH.doc, WIRE.doc),
    "weak",
    ("same kind (fire)", "same place (Leeds)", "no date ties them"),
)
KILLED = Finding(
    id="0123456789abcdef",
    rule="killed",
    kind="count",
    severity="error",
    message="reports of one event disagree on people killed: 2 and 3",
    event=EVENT.id,
    link="weak",
    sides=(Side("2", (TWO,)), Side("3", (THREE,))),
    agrees=(SOME,),
    reasons=EVENT.reasons,
    help="see which is the later report",
)
TIME = Finding(
    id="fedcba9876543210",
    rule="event-time",
    kind="time",
    severity="warning",
    message="03:10 and 03:15 for one event",
    event=EVENT.id,
    link="weak",
    sides=(Side("03:10", (EARLY,)), Side("03:15", (LATE,))),
)
RULES = (
    RuleRow("event-time", "warning", "Reports of one event give one time for it", "Readers ask when it was.", 2),
    RuleRow("killed", "error", "Reports of one event give one number of dead", "The toll is the news.", 3),
    RuleRow("event-place", "warning", "Reports of one event give one place", "", 0),
)
REPORT = Report(
    articles=(NORTH, SOUTH, WIRE),
    unread=1,
    claims=CLAIMS,
    events=(EVENT,),
    findings=(KILLED, TIME),
    undecided=(Undecided("event-date", EVENT.id, "only news/north.txt gives a date", (EARLY,)),),
    not_run=(NotRun("event-place", "no two articles say where it was"),),
    rules=RULES,
    known=frozenset({TIME.id}),
)
EMPTY = Report((), 0, (), (), (), (), (), RULES)
EVENTS = Events((EVENT,), {EVENT.id: tuple(c.id for c in CLAIMS)})
EXTRACTIONS = tuple(
    Extraction(a, tuple(c for c in CLAIMS if c.doc == a.doc), (EventMention("fire/leeds", a.doc, main=True),))
    for a in (NORTH, SOUTH, WIRE)
)

FOUR = replace(THREE, value=4, text="Four people", sentence=THREE.sentence.replace("Three", "Four"), end=11)
CHANGES = Changes(
    old="monday",
    new="friday",
    added=("news/east.txt",),
    removed=("news/west.txt",),
    renamed=(("a.txt", "b.txt"),),
    claims=(ClaimChange(SOUTH.doc, THREE, FOUR), ClaimChange(SOUTH.doc, None, LATE)),
    findings=(FindingChange(None, TIME), FindingChange(KILLED, None)),
)

HOSTILE_TEXT = (
    "=HYPERLINK(\"http://evil.example\") \x1b[31mred\x1b]0;title\x07 <script>alert(1)</script> ::error::made up "
    "\u202ereversed\u202c | pipe | `tick` ]]> &amp; \ud800 \x00 " + "long " * 2_000 + "end"
)
HOSTILE_ARTICLE = Article("bad\n::error file=x::<b>.txt", HOSTILE_TEXT, title=HOSTILE_TEXT, source="=1+1")
_BAD = replace(TWO, doc=HOSTILE_ARTICLE.doc, text=HOSTILE_TEXT, sentence=HOSTILE_TEXT, speaker=HOSTILE_TEXT, value="=1")
HOSTILE = replace(
    REPORT,
    articles=(HOSTILE_ARTICLE, SOUTH),
    claims=(_BAD, THREE),
    findings=(
        replace(
            KILLED,
            message=HOSTILE_TEXT,
            event=HOSTILE_TEXT,
            reasons=(HOSTILE_TEXT,),
            help=HOSTILE_TEXT,
            sides=(Side("=1", (_BAD,)), Side("3", (THREE,))),
        ),
    ),
)

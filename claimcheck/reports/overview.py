"""Sources side by side: what each says of an event, when they say it happened, and who disagrees with whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Finding
from claimcheck.reports.corpus import Corpus
from claimcheck.reports.views import Cell, Matrix, MatrixRow, Moment, ValueCell, ValueRow
from claimcheck.reports.words import value_of
from claimcheck.text.visible import visible

MOST_SOURCES = 24  # columns of a table
_WORDS = 90  # columns of a quote in a time line
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_LAST = "~"  # sorts after every date
_ALL_DAY = -1.0  # minute of what has no clock time
STAMP = "stamp"  # the role of the day in a dateline: when an article was filed

About = tuple[str, str, str]


def values_by_source(
    claims: Sequence[Claim], findings: Sequence[Finding], sources: Sequence[str], corpus: Corpus
) -> list[ValueRow]:
    """A row for each role and subject on which two sources speak: first what findings rest on, then what most tell."""
    rows: dict[About, dict[str, dict[str, None]]] = {}
    for claim in claims:
        if claim.role and claim.kind != "order":  # before and after are no values that sources share
            rows.setdefault(_about(claim), {}).setdefault(corpus.source(claim.doc), {})[value_of(claim)] = None
    disputed = {
        (_about(claim), corpus.source(claim.doc)) for f in findings for side in f.sides for claim in side.claims
    }
    found = []
    for about, said in rows.items():
        if len(said) < 2:
            continue
        role, subject, kind = about
        cells = tuple(ValueCell(", ".join(said.get(s, ())), (about, s) in disputed) for s in sources)
        quarrel = sum(cell.disputed for cell in cells)
        row = ValueRow(visible(f"{role} {subject}".strip()), kind, cells if quarrel > 1 else _calm(cells))
        found.append((-quarrel if quarrel > 1 else 0, -len(said), about, row))
    return [row for *_, row in sorted(found, key=lambda item: item[:3])]


def _about(claim: Claim) -> About:
    return claim.role or "", claim.subject or "", claim.kind


def _calm(cells: Iterable[ValueCell]) -> tuple[ValueCell, ...]:
    return tuple(replace(cell, disputed=False) for cell in cells)


def moments(claims: Sequence[Claim], docs: Iterable[str], corpus: Corpus) -> Iterator[Moment]:
    """Every date and time that is said of the event, once, with all who say it; when each article was published."""
    said: dict[tuple[str, float, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.kind in ("date", "time") and claim.role and claim.role != STAMP:
            day = _day(claim)
            known = day[:4].isdigit()
            minute = claim.low if ":" in str(claim.value) and claim.low is not None else _ALL_DAY
            key = (day if known else _LAST + day, minute, visible(claim.role), _when(claim, day))
            said.setdefault(key, []).append(claim)
    found = [
        (
            key,
            Moment(
                key[3],
                key[2],
                ", ".join(dict.fromkeys(corpus.source(claim.doc) for claim in heard)),
                published=False,
                quote=corpus.quote(heard[0], _WORDS),
            ),
        )
        for key, heard in said.items()
    ]
    for doc in docs:
        if date := corpus.published(doc):
            day, clock = date.partition("T")[0], _CLOCK.search(date)
            minute = int(clock[1]) * 60.0 + int(clock[2]) if clock else _ALL_DAY
            when = f"{_written(day)}, {clock[1]}:{clock[2]}" if clock else _written(day)
            moment = Moment(when, "published", corpus.source(doc), published=True)
            found.append(((day, minute, "~published", doc), moment))
    return (moment for _, moment in sorted(found, key=lambda item: item[0]))


def _day(claim: Claim) -> str:
    """The date that a claim names or that its time of day belongs to; empty where it is not known."""
    timex = str(claim.timex or claim.value)
    day = timex.partition("T")[0]
    return "" if set(day) <= {"X", "-"} else day


def _when(claim: Claim, day: str) -> str:
    return value_of(claim) if claim.kind == "date" else ", ".join(filter(None, (_written(day), value_of(claim))))


def _written(day: str) -> str:
    """`March 13, 2024` of 2024-03-13."""
    value = KINDS["date"].normalise(day) if day else None
    if value is None:
        return visible(day)
    bare = Claim("", "", "date", value.value, "", 0, 0, 1, 1, "")
    return visible(KINDS["date"].render(bare))


def named(day: str | None) -> str:
    """A date of an event as a reader writes it."""
    return _written(day) if day else ""


def matrix(findings: Sequence[Finding], corpus: Corpus) -> Matrix | None:
    """Who disagrees with whom, about what; the most quarrelsome sources first."""
    pairs: dict[tuple[str, str], dict[str, str]] = {}
    weight: Counter[str] = Counter()
    for finding in findings:
        sides = [{corpus.source(claim.doc) for claim in side.claims} for side in finding.sides]
        clashes = {(a, b) for one, other in combinations(sides, 2) for a in one for b in other if a != b}
        for pair in clashes | {(b, a) for a, b in clashes}:
            pairs.setdefault(pair, {})[f"f{finding.id}"] = visible(finding.rule)
            weight[pair[0]] += 1
    names = [name for name, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]
    if not names:
        return None
    kept = tuple(names[:MOST_SOURCES])
    rows = tuple(MatrixRow(a, tuple(_cell(pairs.get((a, b), {})) for b in kept)) for a in kept)
    return Matrix(kept, rows, more=len(names) - len(kept))


def _cell(findings: dict[str, str]) -> Cell:
    return Cell(len(findings), tuple(sorted(findings.items(), key=lambda item: (item[1], item[0]))))

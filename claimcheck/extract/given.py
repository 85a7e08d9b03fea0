"""Claims made elsewhere, by hand or by a model, in the JSONL of the output contract: read strictly, then like our own.

A line needs `doc kind value text start end`; the rest may be left out. What can be worked out (line, column, sentence,
bounds) is worked out here and not taken from the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.kinds import KINDS
from claimcheck.model import CLAIM_FIELDS, ORIGIN, Claim, Extraction, Value, stable_id
from claimcheck.text.passage import Passage, read_passage
from claimcheck.yamlfile import did_you_mean

MAX_BYTES = 200_000_000
MAX_PROBLEMS = 50
NEEDED = ("doc", "kind", "value", "text", "start", "end")
_CHOICES = {
    "field": ("text", "title"),
    "polarity": ("affirmed", "denied"),
    "certainty": ("asserted", "hedged", "hypothetical"),
    "qualifier": ("exact", "about", "at_least", "at_most", "more_than", "less_than"),
}
_WORDS = ("doc", "kind", "text", "role", "subject", "unit", "speaker", "event", "marks", *_CHOICES)


def read_given(by_doc: Mapping[str, Extraction], paths: Sequence[str]) -> dict[str, list[Claim]]:
    """Document -> the claims of the files on it. Raises ClaimcheckError with what is wrong, line by line."""
    more: dict[str, list[Claim]] = {}
    problems: list[Problem] = []
    for path in paths:
        for number, line in _lines(Path(path)):
            found = _claim(line, by_doc, Path(path).name)
            if isinstance(found, Claim):
                more.setdefault(found.doc, []).append(found)
            else:
                problems += [Problem(path, message, number) for message in found]
            if len(problems) >= MAX_PROBLEMS:
                raise ClaimcheckError(
                    *problems, Problem(path, f"more than {MAX_PROBLEMS} mistakes; the rest is unread")
                )
    if problems:
        raise ClaimcheckError(*problems)
    return more


def merged(own: Sequence[Claim], given: Sequence[Claim]) -> tuple[Claim, ...]:
    """Our claims on one article and those given, in order; of two that say the same of the same words, ours stands."""
    known = {(c.field, c.start, c.end, c.kind, c.role, c.value) for c in own}
    added = {c.id: c for c in given if (c.field, c.start, c.end, c.kind, c.role, c.value) not in known}
    return tuple(sorted((*own, *added.values()), key=lambda c: (c.field != "title", c.start, c.end, c.kind, c.id)))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ClaimcheckError(Problem(str(path), f"larger than {MAX_BYTES} bytes"))
        with path.open(encoding="utf-8") as stream:
            yield from ((n, line) for n, line in enumerate(stream, 1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimcheckError(Problem(str(path), f"cannot be read: {error}")) from None


def _claim(line: str, by_doc: Mapping[str, Extraction], origin: str) -> Claim | list[str]:
    """The claim of one line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return [f"no JSON: {error}"]
    if not isinstance(row, dict):
        return ["a claim is an object"]
    if wrong := list(_mistakes(row)):
        return wrong
    extraction = by_doc.get(row["doc"])
    if extraction is None:
        return [f"no article {row['doc']!r} was read{did_you_mean(row['doc'], list(by_doc))}"]
    article = extraction.article
    text = article.title if row.get("field") == "title" else article.text
    if text[row["start"] : row["end"]] != row["text"]:
        stands = text[row["start"] : row["end"]][:60]
        return [f"{row['text'][:60]!r} is not what stands at {row['start']}..{row['end']} of {row['doc']}: {stands!r}"]
    events = [e.key for e in extraction.events]
    if row.get("event", events[0]) not in events:
        return [f"no event {row['event']!r} in {row['doc']}; there are: {', '.join(events)}"]
    value = _value(row)
    if value is None:
        return [f"{row['value']!r} cannot be read as {row['kind']}"]
    return _written(row, extraction, value, read_passage(text), origin)


def _mistakes(row: Mapping[str, object]) -> Iterator[str]:
    for name in NEEDED:
        if row.get(name) is None:
            yield f'"{name}" is missing'
    for name in row:
        if name not in CLAIM_FIELDS:
            yield f'unknown key "{name}"{did_you_mean(name, CLAIM_FIELDS)}'
    for name in _WORDS:
        if row.get(name) is not None and not isinstance(row[name], str):
            yield f'"{name}" is text'
    for name, known in _CHOICES.items():
        if isinstance(row.get(name), str) and row[name] not in known:
            yield f'"{name}" is one of {", ".join(known)}'
    kind, start, end = row.get("kind"), row.get("start"), row.get("end")
    if isinstance(kind, str) and kind not in KINDS:
        yield f'no kind "{kind}"{did_you_mean(kind, list(KINDS))}'
    if isinstance(row.get("value"), bool | list | dict):
        yield '"value" is text or a number'
    if not (type(start) is int and type(end) is int and 0 <= start < end):
        yield '"start" and "end" are offsets into the text, 0 <= start < end'


def _value(row: Mapping[str, str]) -> Value | None:
    """The value with its bounds: as the words are read where that gives the value said, else as the value is."""
    normalise = KINDS[row["kind"]].normalise
    unit = f" {row['unit']}" if row.get("unit") else ""
    for written in (row["text"], f"{row['value']}{unit}", str(row["value"])):
        found = normalise(written)
        if found is not None and str(found.value) == str(row["value"]):
            return found
    return normalise(f"{row['value']}{unit}") or normalise(str(row["value"]))


def _written(row: Mapping[str, str], extraction: Extraction, value: Value, passage: Passage, origin: str) -> Claim:
    """The claim, its place worked out from its span; its event is the main one where none is named."""
    start, end, field = int(row["start"]), int(row["end"]), row.get("field", "text")
    text, article = passage.text, extraction.article
    first, last = passage.sentences[passage.sentence_at(start)]
    event = next((e for e in extraction.events if e.key == row.get("event")), extraction.events[0])
    marks = " ".join(filter(None, (row.get("marks"), ORIGIN + origin.replace(" ", "_"))))
    return Claim(
        id=stable_id(origin, row["doc"], field, start, end, row["kind"], row.get("role") or "", str(row["value"])),
        doc=row["doc"],
        kind=row["kind"],
        value=value.value,
        text=row["text"],
        start=start,
        end=end,
        line=text.count("\n", 0, start) + (article.line if field == "text" else 1),
        column=start - text.rfind("\n", 0, start),
        sentence=text[first:last],
        field=field,
        role=row.get("role"),
        subject=row.get("subject"),
        qualifier=row.get("qualifier") or value.qualifier,
        low=value.low,
        high=value.high,
        unit=value.unit,
        timex=value.timex,
        polarity=row.get("polarity", "affirmed"),
        certainty=row.get("certainty", "asserted"),
        speaker=row.get("speaker"),
        event=event.key,
        date=event.date,
        place=event.place,
        lat=value.lat,
        lon=value.lon,
        geonameid=value.geonameid,
        marks=marks,
    )

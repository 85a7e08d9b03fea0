"""Mentions become claims: the flat form of the output contract, with line, column and sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claimcheck.extract.sentences import Page
from claimcheck.model import Article, Claim, EventMention, Value, stable_id

_NEWLINE = "\n"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the roles say of one mention, before it is written down as a claim."""

    kind: str
    start: int
    end: int
    value: Value
    role: str | None = None
    subject: str | None = None
    polarity: str = "affirmed"
    certainty: str = "asserted"
    speaker: str | None = None
    event: EventMention | None = None
    marks: str | None = None


class Writer:
    """Writes the claims of one passage. Lines and columns count in the file, offsets in the field."""

    def __init__(self, article: Article, page: Page) -> None:
        self._article, self._passage = article, page.passage
        passage = page.passage
        self._ranges = page.ranges
        self._starts = [start for start, _ in page.ranges]
        text = passage.text
        self._breaks = [i for i, c in enumerate(text) if c == _NEWLINE] if _NEWLINE in text else []
        self._line = article.line if passage.field == "text" else 1
        self._sentences: dict[int, str] = {}

    def write(self, reading: Reading) -> Claim:
        """The claim that a reading is."""
        passage, start, end, value = self._passage, reading.start, reading.end, reading.value
        row = bisect_right(self._breaks, start - 1)
        event = reading.event
        return Claim(
            id=stable_id(self._article.doc, passage.field, reading.kind, start, end, value.value),
            doc=self._article.doc,
            kind=reading.kind,
            value=value.value,
            text=passage.text[start:end],
            start=start,
            end=end,
            line=self._line + row,
            column=start - (self._breaks[row - 1] if row else -1),
            sentence=self._sentence(start),
            field=passage.field,
            role=reading.role,
            subject=reading.subject,
            qualifier=value.qualifier,
            low=value.low,
            high=value.high,
            unit=value.unit,
            timex=value.timex,
            polarity=reading.polarity,
            certainty=reading.certainty,
            speaker=reading.speaker,
            event=event.key if event else None,
            date=event.date if event else None,
            place=event.place if event else None,
            lat=value.lat,
            lon=value.lon,
            geonameid=value.geonameid,
            marks=reading.marks,
        )

    def _sentence(self, start: int) -> str:
        number = max(0, bisect_right(self._starts, start) - 1)
        known = self._sentences.get(number)
        if known is None:
            low, high = self._ranges[number] if self._ranges else (0, 0)
            known = self._sentences[number] = self._passage.text[low:high]
        return known

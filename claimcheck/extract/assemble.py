"""Writing claims down: the flat form of the output contract, with line, column, sentence and scope."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.extract.sentences import Page
from claimcheck.model import Article, Claim, EventMention, Value, stable_id


class Writer:
    """Writes the claims of one page. Lines and columns count in the file, offsets in the field.

    A claim's id is that of its page, its span and its kind (and role, where two claims share a span)."""

    def __init__(self, article: Article, page: Page, events: Sequence[EventMention]) -> None:
        passage = page.passage
        self._doc, self._text, self._field = article.doc, passage.text, passage.field
        self._page = stable_id(article.doc, passage.field, size=4)
        self._breaks = _breaks(passage.text)
        self._line = article.line if passage.field == "text" else 1
        self._ranges = page.ranges
        self._starts = [start for start, _ in page.ranges]
        self._sentences = [self._text[low:high] for low, high in page.ranges] or [""]
        self._scopes = [(e.key, e.date, e.place) for e in events]

    def write(
        self,
        kind: str,
        start: int,
        end: int,
        value: Value,
        role: str | None,
        subject: str | None,
        event: int,
        voice: tuple[str, str, str | None],
        marks: str | None,
    ) -> Claim:
        """The claim of a span. `event` is its number in the article; `voice`: polarity, certainty, speaker."""
        row = bisect_right(self._breaks, start - 1)
        key, date, place = self._scopes[event]
        polarity, certainty, speaker = voice
        name = f"{self._page}-{start}-{end}-{kind}"
        return Claim(  # by position: this is the innermost loop, and names cost a third of it
            name if role is None else f"{name}-{role}",
            self._doc,
            kind,
            value.value,
            self._text[start:end],
            start,
            end,
            self._line + row,
            start - (self._breaks[row - 1] if row else -1),
            self._sentence(start),
            self._field,
            role,
            subject,
            value.qualifier,
            value.low,
            value.high,
            value.unit,
            value.timex,
            polarity,
            certainty,
            speaker,
            key,
            date,
            place,
            value.lat,
            value.lon,
            value.geonameid,
            marks,
        )

    def _sentence(self, start: int) -> str:
        return self._sentences[max(0, bisect_right(self._starts, start) - 1)]


def _breaks(text: str) -> list[int]:
    """Offsets of the line ends."""
    found = []
    at = text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return found

"""Writing claims down: the flat form of the output contract, with line, column, sentence and scope."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
        same = page.ranges is passage.sentences
        self._starts = passage.sentence_starts if same else tuple([start for start, _ in page.ranges])
        self._scopes = [(e.key, e.date, e.place) for e in events]
        self._stretch = (0, 0, 0, 0, "")

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
        low, high, line, before, sentence = self._stretch
        if not low <= start < high:
            self._stretch = low, high, line, before, sentence = self._stretch_at(start)
        key, date, place = self._scopes[event]
        polarity, certainty, speaker = voice
        return Claim(  # by position: this is the innermost loop, and names cost a third of it
            f"{self._page}-{start}-{end}-{kind}" if role is None else f"{self._page}-{start}-{end}-{kind}-{role}",
            self._doc,
            kind,
            value.value,
            self._text[start:end],
            start,
            end,
            line,
            start - before,
            sentence,
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

    def _stretch_at(self, start: int) -> tuple[int, int, int, int, str]:
        """The offsets [low, high) around `start` that are of one line and one sentence; the line's number, the offset
        before the line, and the sentence. Claims come in order: most are in the stretch of the one before."""
        breaks, starts = self._breaks, self._starts
        row, at = bisect_left(breaks, start), max(0, bisect_right(starts, start) - 1)
        before = breaks[row - 1] if row else -1
        after = breaks[row] + 1 if row < len(breaks) else len(self._text) + 1
        if not starts:
            return before + 1, after, self._line + row, before, ""
        low, high = self._ranges[at]
        begin = starts[at] if at else 0
        following = starts[at + 1] if at + 1 < len(starts) else after
        return max(before + 1, begin), min(after, following), self._line + row, before, self._text[low:high]


def _breaks(text: str) -> list[int]:
    """Offsets of the line ends."""
    found = []
    at = text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return found

"""Quotes marked in an article's own text: where each stands, and the text cut into marked and plain parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Article, Claim
from claimcheck.text.visible import visible

Span = tuple[int, int]
_LONG = 20_000  # characters; of a longer text only what stands around the quotes is shown
_AROUND = 1_500
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text; marked where it has an anchor."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the page links to: a number for each quoted article, and its marked spans, in order, apart."""

    numbers: dict[str, int]
    spans: dict[str, list[Span]]

    def anchor(self, claim: Claim) -> str:
        """The id of the mark that holds the claim; of the article where it is in the title, or not marked."""
        number = self.numbers[claim.doc]
        spans = self.spans.get(claim.doc, [])
        at = bisect_right(spans, (claim.start, 1 << 60)) - 1
        if claim.field != "text" or at < 0 or claim.end > spans[at][1]:
            return f"d{number}"
        return f"q{number}-{spans[at][0]}"


def marks_of(claims: Iterable[Claim], articles: Sequence[Article]) -> Marks:
    """A mark for each quoted claim; claims that overlap share one."""
    quoted: dict[str, set[Span]] = {}
    for claim in claims:
        spans = quoted.setdefault(claim.doc, set())
        if claim.field == "text":
            spans.add((claim.start, claim.end))
    numbers = {article.doc: n for n, article in enumerate((a for a in articles if a.doc in quoted), 1)}
    return Marks(numbers, {doc: _apart(sorted(spans)) for doc, spans in quoted.items() if spans})


def highlighted(article: Article, marks: Marks) -> Iterator[Part]:
    """The text in parts. Characters that a reader cannot see are spelled out; lines stay lines."""
    number, spans = marks.numbers[article.doc], marks.spans.get(article.doc, [])
    for low, high in _shown(len(article.text), spans):
        if low:
            yield Part(" […] ")
        at = low
        for start, end in spans:
            if low <= start < high:
                yield Part(_lines(article.text[at:start]))
                yield Part(_lines(article.text[start:end]), f"q{number}-{start}")
                at = end
        yield Part(_lines(article.text[at:high]))
        if high < len(article.text):
            yield Part(" […]")


def _apart(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _shown(length: int, spans: Sequence[Span]) -> list[Span]:
    if length <= _LONG:
        return [(0, length)]
    around = [(max(0, start - _AROUND), min(length, end + _AROUND)) for start, end in spans]
    return _apart(around) or [(0, _AROUND)]


def _lines(text: str) -> str:
    return "\n".join(visible(line) if line.strip() else "" for line in _LINE.split(text)) if text.strip() else text

"""What linking looks at in one article: its words, names, ages, streets and dates, and what extraction found.

The words come straight from the text and need no vocabulary: an article of which extraction understood little still
links by what it is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.model import Article, Claim, EventMention, Extraction
from claimcheck.text.fold import fold

READ = 5_000  # characters: what an article is about stands at its beginning
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['-][^\W\d_]+)*")
_LINE = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-Z\"'])")
_TITLE_PART = re.compile(r"\s+[-|]+\s+")
_YEARS = re.compile(r"\d{1,3}(?=([- ](?:year|month|week|day)s?[- ]old\b)|,|;|\)| of )")
_INNER = re.compile(r"(?<=[a-z\d,;] )[A-Z][^\W_]+(?:['-][^\W\d_]+)*")
_ROAD = re.compile(
    r" (?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Highway|Hwy|Parkway|Pkwy|Court|Ct|Circle|Place"
    r"|Way|Terrace|Trail|Pike|Route|Loop|Square)\b"
)
_ROAD_NAME = re.compile(r"(?:(?:[A-Z][\w'.]+|\d+(?:st|nd|rd|th)) ){0,2}(?:[A-Z][\w'.]+|\d+(?:st|nd|rd|th))$")
_SIDES = frozenset(["north", "south", "east", "west", "n", "s", "e", "w", "nw", "ne", "sw", "se"])
_BLOCK = re.compile(r" block of |-block of | block (?=[A-Z])")
_HOUSE = re.compile(r"(\d{1,5})(?:st|nd|rd|th)?$")
_MIN_LINE = 12


@dataclass(frozen=True, slots=True)
class Profile:
    """One article as linking sees it. Words are lower case; `day` is the article's date as an ordinal."""

    doc: str
    main: EventMention
    day: int | None
    words: dict[str, int]  # word -> how often
    title: frozenset[str]
    proper: frozenset[str]  # words that always have a capital, also inside a sentence
    people: frozenset[str]  # full names
    ages: frozenset[str]
    streets: frozenset[str]
    numbers: frozenset[str]  # house numbers and blocks
    measures: frozenset[tuple[str, str]]  # unit and value: magnitudes, sums of money, distances
    equipment: frozenset[str]


def lines_of(article: Article) -> list[str]:
    """The parts of an article that a site may repeat everywhere: parts of the title, lines, sentences."""
    title = [part for part in _TITLE_PART.split(fold(article.title)) if part]
    return title + [line.strip() for line in _LINE.split(fold(article.text[:READ])) if len(line) >= _MIN_LINE]


def profile(extraction: Extraction, *, repeated: Collection[str] = ()) -> Profile:
    """Read one article. `repeated` are lines that stand in many articles (logins, staff lists): left out."""
    article = extraction.article
    title, text = fold(article.title), fold(article.text[:READ])
    if repeated:
        title = " ".join(part for part in _TITLE_PART.split(title) if part not in repeated)
        text = " ".join(line for line in map(str.strip, _LINE.split(text)) if line not in repeated)
    both = f"{title}. {text}"
    written = _WORD.findall(both)
    forms = {word: _bare(word) for word in set(written)}
    small = {low for word, low in forms.items() if word[0].islower()}
    proper = frozenset(map(_bare, set(_INNER.findall(text)))) - small
    main = extraction.events[0]
    return Profile(
        doc=article.doc,
        main=main,
        day=day_of(article.date),
        words=Counter(map(forms.__getitem__, written)),
        title=frozenset(map(_bare, _WORD.findall(title))),
        proper=proper,
        people=frozenset(_people(extraction.claims)),
        ages=frozenset(_ages(both)),
        streets=frozenset(_streets(both)),
        numbers=frozenset(_blocks(both)),
        measures=frozenset(_measures(extraction.claims)),
        equipment=frozenset(str(c.value) for c in extraction.claims if c.kind == "equipment"),
    )


def _bare(word: str) -> str:
    low = word.lower()
    if low.endswith("'s"):
        return low[:-2]
    if low.endswith("s") and len(low) > 4 and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def day_of(written: str) -> int | None:
    """The ordinal of an ISO date; None where none is written."""
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None


def _ages(text: str) -> Iterator[str]:
    """ "35-year-old", ", 35," and "(35)"."""
    for m in _YEARS.finditer(text):
        if m.group(1) or text[m.start() - 2 : m.start()] == ", " or text[m.start() - 1] == "(":
            yield m.group()


def _streets(text: str) -> Iterator[str]:
    """The names of streets, without their sides and without what sort of road they are."""
    for road in _ROAD.finditer(text):
        if name := _ROAD_NAME.search(text, max(0, road.start() - 40), road.start()):
            words = [w for w in name.group().lower().replace(".", "").split() if w not in _SIDES]
            if words:
                yield words[-1]


def _blocks(text: str) -> Iterator[str]:
    """The numbers before "block of"."""
    for block in _BLOCK.finditer(text):
        if number := _HOUSE.search(text, max(0, block.start() - 8), block.start()):
            yield number.group(1)


def _people(claims: Sequence[Claim]) -> list[str]:
    names = [str(c.value) for c in claims if c.kind == "actor" and "organisation" not in (c.marks or "")]
    return [name.lower() for name in names if " " in name and name[0].isupper()]


def _measures(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    return [(c.unit, str(c.value)) for c in claims if c.kind in ("measure", "money") and c.unit]

"""Times and dates of an article: read every passage, anchor what was read, and hand back mentions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimcheck.model import Mention
from claimcheck.temporal.anchor import anchor_date
from claimcheck.temporal.anchor_clock import Dated, day_beside, half_of_day
from claimcheck.temporal.context import Context, Said, article_day, context_of
from claimcheck.temporal.joined import joined
from claimcheck.temporal.marks import marks_of
from claimcheck.temporal.patterns import Grammar, names_used, read_patterns
from claimcheck.temporal.reading import Reading
from claimcheck.temporal.scan import Scanner
from claimcheck.temporal.steps import Anchored
from claimcheck.temporal.tense import Tense, tense_at
from claimcheck.temporal.values import date_value, far_ranges, length_value, range_bounds, time_value
from claimcheck.temporal.vocabulary import CLASSES_OF_DIGITS, Vocabulary, read_words
from claimcheck.text.passage import Passage
from claimcheck.text.timex import covered_days

_TOP = 40  # words at the beginning of a text, where it is said when it was written
_AGAIN = 7  # days after which it was not published for the first time
MISFIT = "weekday-misfit"
_LINKS = {"-", "to", "through", "until", "till", "and", "or", ",", "between", "from"}


class Temporal:
    """Reads the times and dates of articles; holds no state of any of them."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary = vocabulary
        self._scanner = Scanner(vocabulary, grammar)

    def read(self, passages: Sequence[Passage], *, date: str) -> list[list[Mention]]:
        """Mentions of kinds time, date, duration and set, a list for each passage, by offset and apart from each other.

        `date` is the article's date in ISO 8601; without it values stay under-specified ("XXXX-12-24").
        """
        return self.read_all([passages], dates=[date])[0]

    def read_all(self, articles: Sequence[Sequence[Passage]], *, dates: Sequence[str]) -> list[list[list[Mention]]]:
        """The same of several articles, stage by stage: see `Extractor.extract_all`."""
        scanned = [[joined(p, self._scanner.scan(p)) for p in passages] for passages in articles]
        return [self._of_article(*of_one) for of_one in zip(articles, scanned, dates, strict=True)]

    def _of_article(self, passages: Sequence[Passage], scanned: list[list[Reading]], date: str) -> list[list[Mention]]:
        marks = [marks_of(p, r, self._vocabulary) for p, r in zip(passages, scanned, strict=True)]
        published = _day_of_writing(article_day(date), scanned, marks)
        context = context_of(published, (r for readings in scanned for r in readings))
        said = Said()
        found: list[list[Mention]] = []
        for passage, readings, tags in zip(passages, scanned, marks, strict=True):
            anchored, said = self._anchor(passage, readings, tags, context, said)
            found.append(_mentions(passage, anchored))
        return found

    def _anchor(
        self, passage: Passage, readings: list[Reading], tags: list[tuple[str, ...]], context: Context, said: Said
    ) -> tuple[list[Placed], Said]:
        placed: list[Placed] = []
        named: Reading | None = None  # the last date that gave its year
        for at, reading in enumerate(readings):
            if reading.kind != "date":
                placed.append(Placed(reading, None, said, reading.tags + tags[at]))
                continue
            following = readings[at + 1] if at + 1 < len(readings) else None
            reading = _borrow_year(passage, reading, following)
            if named is not None and not context.narrative:
                reading = _same_year(passage, reading, named)
            if reading.year is not None and reading.month and not tags[at]:
                named = reading

            def tense(reading: Reading = reading) -> Tense:
                return tense_at(passage, reading.first, reading.last, self._vocabulary)

            result = anchor_date(reading, context, said, tense)
            placed.append(Placed(reading, result, said, reading.tags + tags[at] + _misfit(reading, result.timex)))
            if result.said is not None and not tags[at]:
                said = said if self._is_aside(passage, reading, said) else result.said
        days = [(p.reading, p.anchored.timex if p.anchored else "") for p in placed]
        dated = [
            _with_day(passage, one, days, at, context) if one.reading.kind == "time" else one
            for at, one in enumerate(placed)
        ]
        for at in range(len(dated) - 1):
            if dated[at].day and "range-start" in dated[at].tags and dated[at + 1].day:
                dated[at] = dated[at]._replace(day=dated[at + 1].day)
        return dated, said

    def _is_aside(self, passage: Passage, reading: Reading, said: Said) -> bool:
        """What steps back (a year earlier) or only names a thing (the 1904 treaty) does not move the story."""
        if said.year is None:
            return False
        if reading.how == "offset":
            return reading.seen == "said" and reading.amount < 0
        if reading.how != "fixed" or reading.year is None or reading.month or reading.edge:
            return False
        before = passage.words[reading.first - 1] if reading.first else ""
        opens = passage.starts[reading.first] in passage.sentence_starts
        return not opens and before not in self._vocabulary.signs["year-of-story"]


class Placed(NamedTuple):
    """A reading with what it was anchored to; `before` is what had been said until then."""

    reading: Reading
    anchored: Anchored | None
    before: Said
    tags: tuple[str, ...]
    day: str = ""  # of a clock time


def load_temporal() -> Temporal:
    """The reader of the shipped core pack."""
    words, patterns = read_words(), read_patterns()
    vocabulary = Vocabulary(words, names_used(patterns, {*words.classes, *CLASSES_OF_DIGITS, "holiday", "feast"}))
    return Temporal(vocabulary, Grammar(patterns, vocabulary))


def _misfit(reading: Reading, timex: str) -> tuple[str, ...]:
    """`weekday-misfit` where a date is said to be a weekday that it is not."""
    if not reading.weekday or not reading.month or not reading.day:
        return ()
    days = covered_days(timex)
    return (MISFIT,) if days and (days[0] - 1) % 7 + 1 != reading.weekday else ()


def _day_of_writing(
    published: date | None, scanned: list[list[Reading]], marks: list[list[tuple[str, ...]]]
) -> date | None:
    """The day that `Monday` is told from: the article's own date; that of a dateline, or of a stamp at its beginning,
    where it has none, or where it was published again long after it was written."""
    for readings, tags in zip(scanned, marks, strict=True):
        for reading, mark in zip(readings, tags, strict=True):
            top = reading.first < _TOP and ("dateline" in mark or "stamp" in mark)
            if not (top or "dateline" in mark) or not (reading.year and reading.month and reading.day):
                continue
            day = Said(reading.year, reading.month, reading.day).date
            if published is None:
                return day
            if top and day is not None and (published - day).days > _AGAIN:
                return day
    return published


def _borrow_year(passage: Passage, reading: Reading, following: Reading | None) -> Reading:
    """`14 August to 24 August 1914`, `May 5 last year`: the year that stands with the next date is of this one too."""
    if following is None or reading.year is not None or reading.how != "calendar" or reading.toward:
        return reading
    if not (reading.month or reading.sub) or following.kind != "date":
        return reading
    gap = passage.words[reading.last : following.first]
    if following.unit == "Y" and following.seen == "now" and following.how == "offset" and gap in ((), ("of",), (",",)):
        return reading._replace(toward=f"{following.toward or 'last'} year")
    if following.year is None or not (following.month or following.sub) or len(gap) > 3 or not gap:
        return reading
    if not set(gap) <= _LINKS | {"the", "in", "on"}:
        return reading
    earlier = bool(reading.month and following.month and reading.month > following.month)
    return reading._replace(year=following.year - earlier)


def _same_year(passage: Passage, reading: Reading, named: Reading) -> Reading:
    """`On May 4, 2014, he vanished. The search ended on May 9.`: a day soon after a full date is of its year."""
    if reading.how != "calendar" or reading.year is not None or not reading.month or not reading.day or reading.toward:
        return reading
    apart = passage.sentence_at(passage.starts[reading.first]) - passage.sentence_at(passage.starts[named.first])
    gap = passage.text[passage.starts[named.first] : passage.starts[reading.first]]
    if apart > 1 or "\n\n" in gap or named.year is None or named.month is None:
        return reading
    return reading._replace(year=named.year + (named.month - reading.month >= 9))


def _with_day(passage: Passage, one: Placed, days: Dated, at: int, context: Context) -> Placed:
    """A clock time or part of day with the day it belongs to, and its half of the day where the context knows it."""
    day = day_beside(passage, days, at, one.before, context)
    reading = half_of_day(passage, days, at)
    return one._replace(reading=reading, day=day, tags=one.tags if reading is one.reading else one.tags[1:])


def _mentions(passage: Passage, placed: list[Placed]) -> list[Mention]:
    values = []
    for one in placed:
        reading = one.reading
        if reading.kind == "date" and one.anchored is not None:
            values.append(date_value(reading, one.anchored.timex))
        elif reading.kind == "time":
            values.append(time_value(reading, one.day))
        else:
            values.append(length_value(reading))
    tags = [one.tags for one in placed]
    said = [one.reading for one in placed]
    range_bounds(passage, said, values, tags)
    far_ranges(passage, said, values, tags)
    return [
        Mention(reading.kind, *_span(passage, reading), value, None, tag)
        for reading, value, tag in zip(said, values, tags, strict=True)
    ]


def _span(passage: Passage, reading: Reading) -> tuple[int, int]:
    """Where it stands, within its sentence: `8 a.m. Eastern time` may be cut in two by the full stop."""
    start, end = passage.starts[reading.first], passage.ends[reading.last - 1]
    if not passage.sentences:
        return start, end
    stop = passage.sentences[passage.sentence_at(start)][1]
    return start, min(end, stop) if stop > start else end

"""From a passage to readings: find the words that trigger, try the patterns around them, let the builders read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat

from claimcheck.record import record
from claimcheck.remembered import Remembered
from claimcheck.temporal import clocks, dates, durations, holidays, periods, references, relative, years
from claimcheck.temporal.literals import find_literals
from claimcheck.temporal.patterns import Grammar, Pattern, Side
from claimcheck.temporal.reading import Groups, Parts, Reading, Text
from claimcheck.temporal.vocabulary import OTHER, Vocabulary
from claimcheck.text.passage import Passage

Reader = Callable[[Parts], tuple[Reading, ...]]
READERS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        dates.day, dates.days, dates.written, dates.weekday, dates.day_alone, dates.night_into,
        periods.month, periods.month_end, periods.season, periods.doubtful_season, periods.quarter, periods.half,
        years.years, years.short_year, years.year, years.bare_year, years.decade, years.century,
        relative.deictic, relative.direction, relative.of_unit, relative.one_part, relative.ago, relative.before_after,
        durations.duration, durations.nights, durations.half_unit, durations.and_half,
        durations.week_of, durations.bare_units, durations.age, durations.aged, durations.a_unit, durations.every,
        durations.regular,
        clocks.clock, clocks.dotted, clocks.military, clocks.zone_pair, clocks.spoken, clocks.part_first,
        clocks.bare_hour, clocks.past, clocks.named, clocks.clocks, clocks.part_of_day, clocks.early_hours,
        references.reference, references.present, references.future, references.the_past, references.past_reference,
        holidays.holiday,
    )
}  # fmt: skip
_REACH = 12  # words before a trigger at which a pattern may begin
_AHEAD = 8  # words before a pattern that may belong to it
_STRETCH = 24  # words on either side of a trigger: what fits in more is not remembered
_REMEMBERED = 4_000


class Scanner:
    """Reads passages with one vocabulary and one grammar; remembers what the grammar says of a stretch of words."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary, self._grammar = vocabulary, grammar
        self._known = Remembered(self._fits_of, keep=_REMEMBERED)

    def scan(self, passage: Passage) -> list[Reading]:
        """All readings of a passage, in order and apart from each other."""
        known, numbered, words = self._vocabulary.known, self._vocabulary.numbered, passage.words
        coded = list(map(known.get, words, repeat(OTHER)))
        for at in passage.numbered:
            coded[at] = numbered[words[at]]
        literals = find_literals(passage, coded, self._vocabulary)
        text = Text(passage, "".join(coded), literals)
        found: list[Reading] = []
        reached = 0
        for trigger in self._grammar.triggers.finditer(text.codes):
            at = trigger.start()
            if at < reached:
                continue
            readings = self._around(text, at, reached)
            if readings:
                found += readings
                reached = readings[-1].last
        return found

    def _around(self, text: Text, trigger: int, reached: int) -> tuple[Reading, ...]:
        """What the first fit that its reader can read says.

        What fits around a trigger depends on the stretch of words that it stands in, as far as some pattern may go on
        from word to word; and there are few of these: `on` with a weekday, `in` with a month and a year.
        """
        codes, passage, follows = text.codes, text.passage, self._grammar.follows
        low, floor = trigger, max(0, trigger - _STRETCH)
        while low > floor and codes[low] in follows[codes[low - 1]]:
            low -= 1
        high, ceiling = trigger + 1, min(len(codes), trigger + _STRETCH)
        while high < ceiling and codes[high] in follows[codes[high - 1]]:
            high += 1
        if low == floor > 0 or high == ceiling < len(codes) or _has_blank_line(passage, low, high):
            return self._read(text, self._fits(codes, trigger, reached, passage), 0)
        fits = self._known[codes[low:high], trigger - low, max(0, reached - low)]
        return self._read(text, fits, low)

    def _read(self, text: Text, fits: Iterable[Fit], low: int) -> tuple[Reading, ...]:
        """What the first of the fits says that its reader accepts; they count words from `low`."""
        passage = text.passage
        for fit in fits:
            first, last = fit.first + low, fit.last + low
            # `8 a.m. Eastern time` may not be of one sentence
            if fit.first < fit.begin and not _one_sentence(passage, first, fit.begin + low):
                first = fit.begin + low
            if fit.last > fit.end and not _one_sentence(passage, fit.end + low - 1, last - 1):
                last = fit.end + low
            readings = fit.reader(Parts(text, self._vocabulary, fit.groups, low, first, last))
            if readings:
                return readings
        return ()

    def _fits_of(self, stretch: tuple[str, int, int]) -> tuple[Fit, ...]:
        return tuple(self._fits(*stretch, None))

    def _fits(self, codes: str, trigger: int, reached: int, passage: Passage | None) -> Iterator[Fit]:
        """The patterns that fit, family by family, from the leftmost place where one does; `passage` says where lines
        are blank, if any are."""
        grammar = self._grammar
        begin, floor = trigger, max(reached, trigger - _REACH)
        while begin > floor and codes[begin - 1] in grammar.inside:
            begin -= 1
        for family in grammar.at(codes[trigger]):
            match, opens = family.match.match, family.opens
            for position in range(begin, trigger + 1):
                if codes[position] not in opens:
                    continue
                found = match(codes, position)
                if found is None or found.end() <= trigger:
                    continue
                stop = block_end(passage, position, found.end())
                if stop < found.end():
                    found = match(codes, position, stop)
                    if found is None or found.end() <= trigger:
                        continue
                yield self._fit(codes, family.patterns[(found.lastindex or 1) - 1], found.span(), reached, passage)

    def _fit(self, codes: str, pattern: Pattern, span: tuple[int, int], reached: int, passage: Passage | None) -> Fit:
        """A pattern with the words it keeps, and with what stands before and after it."""
        begin, end = span
        whole = self._grammar.whole(pattern)
        groups: Groups = {}
        _keep(groups, whole, whole.match.match(codes, begin, end))  # the same, and what it keeps
        first = self._left(codes, pattern, begin, reached, passage, groups) if pattern.left else begin
        last = self._right(codes, pattern, end, passage, groups) if pattern.right else end
        return Fit(READERS[pattern.reads], first, begin, end, last, groups)

    def _left(
        self, codes: str, pattern: Pattern, first: int, reached: int, passage: Passage | None, groups: Groups
    ) -> int:
        side = self._grammar.left(pattern.left)
        if first <= reached or codes[first - 1] not in side.codes:
            return first
        before = side.match.search(codes, max(reached, first - _AHEAD), first)
        if before is None or before.start() == first or block_end(passage, before.start(), first + 1) <= first:
            return first
        _keep(groups, side, before)
        return before.start()

    def _right(self, codes: str, pattern: Pattern, last: int, passage: Passage | None, groups: Groups) -> int:
        side = self._grammar.right(pattern.right)
        if last >= len(codes) or codes[last] not in side.codes:
            return last
        after = side.match.match(codes, last)
        if after is None or after.end() == last or block_end(passage, last - 1, after.end()) < after.end():
            return last
        _keep(groups, side, after)
        return after.end()


@record(frozen=True, slots=True)
class Fit:
    """A pattern where it fits, in positions of words: what it keeps, [begin, end) without and [first, last) with what
    belongs to it before and after."""

    reader: Reader
    first: int
    begin: int
    end: int
    last: int
    groups: Groups


def _keep(groups: Groups, side: Side, found: re.Match[str] | None) -> None:
    """Add the words that an expression keeps; what is kept already stays."""
    for name, at in zip(side.names, found.regs[1:], strict=True) if found else ():
        if at[0] >= 0:
            groups.setdefault(name, at)


def _one_sentence(passage: Passage, first: int, last: int) -> bool:
    """Whether two words are of one sentence, as the passage was cut: `8 a.m. Eastern time` may not be."""
    return passage.sentence_at(passage.starts[first]) == passage.sentence_at(passage.starts[last])


def _has_blank_line(passage: Passage, first: int, last: int) -> bool:
    """Whether there may be one between the words: two line ends or more."""
    return passage.text.count("\n", passage.starts[first], passage.starts[last - 1]) > 1


def block_end(passage: Passage | None, first: int, last: int) -> int:
    """`last`, or the position of the first word after a blank line; without a passage there is none."""
    if passage is None:
        return last
    start, end = passage.starts[first], passage.ends[last - 1]
    if "\n" not in passage.text[start:end]:
        return last
    for at in range(first + 1, last):
        if passage.text.count("\n", passage.ends[at - 1], passage.starts[at]) > 1:
            return at
    return last

"""From a passage to readings: find the words that trigger, try the patterns around them, let the builders read."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import repeat

from claimcheck.record import record
from claimcheck.temporal import clocks, dates, durations, holidays, periods, references, relative, years
from claimcheck.temporal.literals import Literal, find_literals
from claimcheck.temporal.patterns import Family, Grammar, Pattern
from claimcheck.temporal.reading import Parts, Reading
from claimcheck.temporal.vocabulary import OTHER, Vocabulary
from claimcheck.text.passage import Passage

Groups = dict[str, tuple[int, int]]
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


class Scanner:
    """Reads passages with one vocabulary and one grammar."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary, self._grammar = vocabulary, grammar

    def scan(self, passage: Passage) -> list[Reading]:
        """All readings of a passage, in order and apart from each other."""
        known, numbered, words = self._vocabulary.known, self._vocabulary.numbered, passage.words
        coded = list(map(known.get, words, repeat(OTHER)))
        for at in passage.numbered:
            coded[at] = numbered[words[at]]
        literals = find_literals(passage, coded, self._vocabulary)
        text = Text(passage, "".join(coded), literals)
        inside, codes = self._grammar.inside, text.codes
        found: list[Reading] = []
        reached = 0
        for trigger in self._grammar.triggers.finditer(codes):
            at = trigger.start()
            if at < reached:
                continue
            begin, floor = at, max(reached, at - _REACH)
            while begin > floor and codes[begin - 1] in inside:
                begin -= 1
            readings = self._around(text, begin, at, reached)
            if readings:
                found += readings
                reached = readings[-1].last
        return found

    def _around(self, text: Text, begin: int, trigger: int, reached: int) -> tuple[Reading, ...]:
        """What the first family that fits says, from the leftmost place where it does."""
        codes = text.codes
        for family in self._grammar.at(codes[trigger]):
            match, opens = family.match.match, family.opens
            for position in range(begin, trigger + 1):
                if codes[position] not in opens:
                    continue
                found = match(codes, position)
                if found is None or found.end() <= trigger:
                    continue
                stop = block_end(text.passage, position, found.end())
                if stop < found.end():
                    found = match(codes, position, stop)
                    if found is None or found.end() <= trigger:
                        continue
                readings = self._read(text, family, found, reached)
                if readings:
                    return readings
        return ()

    def _read(self, text: Text, family: Family, found: re.Match[str], reached: int) -> tuple[Reading, ...]:
        pattern = family.patterns[(found.lastindex or 1) - 1]
        first, last = found.span()
        whole = self._grammar.whole(pattern)
        kept = whole.match.match(text.codes, first, last)  # the same, and what it keeps
        groups = {name: at for name, at in zip(whole.names, kept.regs[1:], strict=True) if at[0] >= 0} if kept else {}
        if pattern.left:
            first = self._extend_left(text, pattern, first, reached, groups)
        if pattern.right:
            last = self._extend_right(text, pattern, last, groups)
        parts = Parts(text.passage, self._vocabulary, text.literals, text.codes, groups, (first, last))
        return READERS[pattern.reads](parts)

    def _extend_left(self, text: Text, pattern: Pattern, first: int, reached: int, groups: Groups) -> int:
        side = self._grammar.left(pattern.left)
        if first <= reached or text.codes[first - 1] not in side.codes:
            return first
        before = side.match.search(text.codes, max(reached, first - _AHEAD), first)
        if before is None or before.start() == first:
            return first
        if block_end(text.passage, before.start(), first + 1) <= first:
            return first
        for name, at in zip(side.names, before.regs[1:], strict=True):
            if at[0] >= 0:
                groups.setdefault(name, at)
        return before.start() if _one_sentence(text.passage, before.start(), first) else first

    def _extend_right(self, text: Text, pattern: Pattern, last: int, groups: Groups) -> int:
        side = self._grammar.right(pattern.right)
        if last >= len(text.codes) or text.codes[last] not in side.codes:
            return last
        after = side.match.match(text.codes, last)
        if after is None or after.end() == last or block_end(text.passage, last - 1, after.end()) < after.end():
            return last
        for name, at in zip(side.names, after.regs[1:], strict=True):
            if at[0] >= 0:
                groups.setdefault(name, at)
        return after.end() if _one_sentence(text.passage, last - 1, after.end() - 1) else last


@record(frozen=True, slots=True)
class Text:
    """A passage as the grammar sees it."""

    passage: Passage
    codes: str
    literals: dict[int, Literal]


def _one_sentence(passage: Passage, first: int, last: int) -> bool:
    """Whether two words are of one sentence, as the passage was cut: `8 a.m. Eastern time` may not be."""
    return passage.sentence_at(passage.starts[first]) == passage.sentence_at(passage.starts[last])


def block_end(passage: Passage, first: int, last: int) -> int:
    """`last`, or the position of the first word after a blank line."""
    start, end = passage.starts[first], passage.ends[last - 1]
    if "\n" not in passage.text[start:end]:
        return last
    for at in range(first + 1, last):
        if passage.text.count("\n", passage.ends[at - 1], passage.starts[at]) > 1:
            return at
    return last

"""The hour of the main event, where no word says it: that at which somebody was doing something when it happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.governors import EVENT
from claimcheck.extract.grammar import grammar
from claimcheck.extract.line import Line
from claimcheck.extract.sentences import Page

REACH = 16  # words between "was walking" and its hour
SUBJECT = 12  # words of a clause before its verb
_CLOCK = re.compile(r"\d\d:\d\d")


def settle_hour(lines: Sequence[Line], pages: Sequence[Page]) -> None:
    """`They were sitting in a car at a petrol station around 3:45 a.m. Someone fired at them`: what was going on is the
    background of what happened. Only where the article gives no hour of the event itself."""
    going: tuple[Line, int] | None = None
    for line in lines:
        if not line.moments or line.aside is not None:
            continue
        words = pages[line.page].passage.words
        for i in line.moments:
            first, _, mention = line.sentence.mentions[i]
            if mention.kind != "time" or _CLOCK.fullmatch(str(mention.value.value)) is None:
                continue
            role = mention.role or line.roles.get(i)
            if role == EVENT:
                return
            if role is None and going is None and _goes_on(words, line.sentence.low, first):
                going = line, i
    if going is not None:
        line, i = going
        line.give(i, EVENT)


def _goes_on(words: Sequence[str], low: int, at: int) -> bool:
    """Does the hour hang on a verb in the past progressive, of somebody and not of a gathering?"""
    g = grammar()
    for i in range(at - 1, max(low, at - REACH), -1):
        if words[i] in g.break_ or words[i] in g.clause or words[i] in g.relative:
            return False
        if words[i].endswith("ing") and words[i - 1] in g.was:
            subject = words[max(low, i - SUBJECT) : i]
            return words[i] not in g.ending and g.gathering.isdisjoint(subject)
    return False

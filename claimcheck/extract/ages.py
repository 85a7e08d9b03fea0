"""Whose age it is, where the words beside it do not say: `Edward Lund died there. The 34-year-old was alone`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.extract.grammar import grammar
from claimcheck.extract.line import Line
from claimcheck.extract.story import LEAD, Story
from claimcheck.patterns.match import AGE

NEAR = 2  # sentences between a person and what is told of him
INDEFINITE = 4  # words between `a` and an age: "a girl of eight", "a 54-year-old"

Whose = Mapping[tuple[int, int], str]  # number of the line and of the mention in it -> the person


def whose_ages(story: Story) -> Whose:
    """The ages whose person another sentence names: the only one named before, or who opens the sentence after."""
    found: dict[tuple[int, int], str] = {}
    for number, line in enumerate(story.lines):
        if line.people:
            continue
        for i, (first, last, mention) in enumerate(line.sentence.mentions):
            if mention.kind == "duration" and mention.role is None and AGE in mention.tags:
                words = story.pages[line.page].passage.words
                person = _before(story, number, words, first, last) or _after(story, number, words, first)
                if person:
                    found[number, i] = person
    return found


def _before(story: Story, number: int, words: Sequence[str], first: int, last: int) -> str | None:
    """`The 34-year-old had ...`, `Forty-six years old, she ...`: the only person of the last sentence to name one."""
    line, g = story.lines[number], grammar()
    low, after = line.sentence.low, words[last] if last < line.sentence.high else ""
    his = first == low + 1 and words[low] in g.definite and (after in g.closed or after.endswith("ed"))
    if not his and first != low:
        return None
    named = next((other for other in reversed(story.lines[:number]) if other.people), None)
    near = named is not None and named.page == line.page and line.sentence.index - named.sentence.index <= NEAR
    return _only(named) if named is not None and near else None


def _after(story: Story, number: int, words: Sequence[str], first: int) -> str | None:
    """`A girl of eight has found a sword. Ann Lund was wading ...`: who opens the sentence after, in the lead."""
    line = story.lines[number]
    before = words[max(line.sentence.low, first - INDEFINITE) : first]
    if line.sentence.index >= LEAD or grammar().one.isdisjoint(before):
        return None
    following = story.lines[number + 1] if number + 1 < len(story.lines) else None
    if following is None or following.page != line.page or following.sentence.index != line.sentence.index + 1:
        return None
    sentence = following.sentence
    opens = any(start == sentence.low and "person" in m.tags for start, _, m in sentence.mentions if m.kind == "actor")
    return _only(following) if opens and not sentence.sayings else None


def _only(line: Line) -> str | None:
    return line.people[0] if len(set(line.people)) == 1 else None

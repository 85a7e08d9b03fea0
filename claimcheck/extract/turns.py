"""Where an article turns from its main event to another one, and how long it stays there.

Last year's attack, the toll of a whole year, a shooting elsewhere the same night: their claims are theirs and never mix
with the claims of the event the article is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.days import DEATH, far_from, low, of_event
from claimcheck.extract.governors import EVENT
from claimcheck.extract.grammar import grammar
from claimcheck.extract.line import Aside, Line
from claimcheck.extract.phrase import PERSON
from claimcheck.extract.scene import NO_SCENE, Scene
from claimcheck.extract.sentences import Page, Sentence
from claimcheck.model import Mention

_NOUN = 3  # words from a number to the end of what it counts
NEAR = 2  # sentences: one that holds nothing may stand between
STAYING = frozenset(("other", "place"))  # sorts of aside that a text stays with until it names the main event


def aside_of(words: Sequence[str], sentence: Sentence) -> Aside | None:
    """Where and how the sentence leaves the main event, by its words."""
    for first, _, hit in sentence.asides:
        return Aside(_clause(words, sentence.low, first), hit.entry.tags[0])
    return None


def several(words: Sequence[str], sentence: Sentence) -> bool:
    """Does the sentence tell of more than one event at once: `two shootings`, `wounded in shootings in the city`?"""
    g = grammar()
    for first, _, hit in sentence.hits:
        if hit.form == "many" and hit.entry.category == "incident" and "loose" not in hit.entry.tags:
            before = words[first - 1] if first > sentence.low else ""
            if "mass" in hit.entry.tags and not _counted(sentence, first):
                continue  # "floods in the south": one event, told in the plural
            if before not in g.definite and before not in g.no:
                return True
    return False


def _counted(sentence: Sentence, first: int) -> bool:
    """Does a number stand right before the word: `two floods`?"""
    return any(last == first and mention.kind == "count" for _, last, mention in sentence.mentions)


def turn_back(lines: Sequence[Line], pages: Sequence[Page]) -> None:
    """Turn aside what is told of an earlier day in the past perfect, where another number of the same was told before:
    `On Saturday Russia had launched 37 drones`. Reported speech puts everything into that tense: not there."""
    g = grammar()
    if all(g.had.isdisjoint(page.passage.different) for page in pages):
        return
    told: dict[str, set[float]] = {}
    for line in lines:
        words, sentence = pages[line.page].passage.words, line.sentence
        for said in line.stated if line.dates and not sentence.sayings else ():
            phrase = said.phrase
            others = told.get(said.role, set()) | told.get(phrase.group or said.role, set())
            had = not g.had.isdisjoint(words[max(0, said.act.first - 3) : said.act.first])
            if phrase.form == "number" and others and phrase.value not in others and had:
                line.aside = line.aside or Aside(sentence.low, "past")
        if line.aside is None:
            for key, value in _numbers(line):
                told.setdefault(key, set()).add(value)


def _numbers(line: Line) -> Iterator[tuple[str, float]]:
    """The numbers of a sentence, by what was done and, of things, by what they are."""
    for said in line.stated:
        if said.phrase.form == "number" and said.phrase.value is not None:
            yield said.role, said.phrase.value
    counts = {last: mention.value.value for _, last, mention in line.sentence.mentions if mention.kind == "count"}
    for noun in line.sentence.nouns if counts else ():
        value = next((counts[at] for at in range(noun.first, noun.first - _NOUN, -1) if at in counts), None)
        if noun.entry.category != PERSON and isinstance(value, int | float):
            yield noun.entry.id, float(value)


def turn_aside(lines: Sequence[Line], pages: Sequence[Page], date: Mention | None, scene: Scene | None) -> None:
    """Number the events: 0 the main one, others as the article turns to them and while it stays with them. `scene`:
    None where the main event is of no place (a deal), so that a place is no sign of another event."""
    events = 0
    ours: set[str] = set()
    before: Line | None = None
    for line in lines:
        if pages[line.page].headline:
            ours.update(line.names)
            continue
        if line.aside is None:
            line.aside = _elsewhere(line, date, scene)
        if line.aside is not None:
            events += 1
            line.event = events
        elif before is not None and before.aside is not None:
            words = pages[line.page].passage.words
            if _next(before, line) and (_continues(words, line) or _stays(line, before.aside, ours, date, scene)):
                line.aside = Aside(line.sentence.low, before.aside.sort)
                line.event = before.event
        if line.aside is None:
            ours.update(line.names)
        before = line


def _elsewhere(line: Line, date: Mention | None, scene: Scene | None) -> Aside | None:
    """An aside by its date or place: an event of another time, or of a place that is not the scene."""
    if not line.dates and not line.places:
        return None
    then = [(i, m) for i, m in line.dates if line.roles.get(i) in (EVENT, DEATH) and of_event(m)]
    if date is not None and then:
        if any(far_from(date, m) for _, m in then) and not any(low(m) == low(date) for _, m in then):
            return Aside(line.sentence.low, "past")
        if any(line.later(i) and 0 < low(m) < low(date) - 1 and line.roles.get(i) == EVENT for i, m in then):
            return Aside(line.sentence.low, "past")  # who died before the event died of another one
        other = any(m.kind == "order" for _, _, m in line.sentence.mentions)  # "earlier that same day, near ..."
        if not other and any(low(m) == low(date) for _, m in then):
            return None  # the very day of the event
    if scene is None:
        return None
    there = [(line.roles.get(i), scene.apart(m)) for i, m in line.places if NO_SCENE.isdisjoint(m.tags)]
    if any(role == EVENT and apart for role, apart in there) and not any(apart is False for _, apart in there):
        return Aside(line.sentence.low, "place")
    return None


def _next(before: Line, line: Line) -> bool:
    return before.page == line.page and line.sentence.index <= before.sentence.index + NEAR


def _continues(words: Sequence[str], line: Line) -> bool:
    """Does the sentence carry on with what the one before told: `He ...`, `That attack ...`?"""
    return line.sentence.low < line.sentence.high and words[line.sentence.low] in grammar().again


def _stays(line: Line, aside: Aside, ours: set[str], date: Mention | None, scene: Scene | None) -> bool:
    """Does the sentence go on with what the one before turned to? Not if it names the scene, its day or its people."""
    if aside.sort not in STAYING or not ours.isdisjoint(line.names):
        return False
    if scene is not None and any(scene.apart(m) is False for _, m in line.places):
        return False
    return date is None or all(low(m) != low(date) for _, m in line.dates)


def _clause(words: Sequence[str], start: int, at: int) -> int:
    """The first word of the clause that holds word `at`; the sentence's own where nothing was said before."""
    g = grammar()
    for i in range(at - 1, start + 3, -1):
        if words[i] in g.relative or words[i] in g.clause or words[i] in g.break_:
            return i
    return start

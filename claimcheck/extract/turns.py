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
YEAR = len("2020")
FIGURES = frozenset(("count", "money", "measure"))
FAR_DOWN = 3  # sentences, after which an article no longer says who it is about: "the 2016 champion"
TOLD = 5  # words before a year that tell more than "built", "founded"
MADE = ("ed", "ilt", "ade", "orn", "und")  # how the verbs end that a year stands right after: opened, built, born
BUILT = "made"  # role of the year in which a thing was made: "the ferry came out of a Finnish yard in 1998"
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


def turn_aside(
    lines: Sequence[Line], pages: Sequence[Page], date: Mention | None, scene: Scene | None, written: str
) -> None:
    """Number the events: 0 the main one, others as the article turns to them and while it stays with them. `scene`:
    None where the main event is of no place (a deal), so that a place is no sign of another event. `written`: the
    article's date."""
    events = 0
    old = _year_of(date, written)
    ours: set[str] = set()
    before: Line | None = None
    for line in lines:
        if pages[line.page].headline:
            ours.update(line.names)
            continue
        if line.aside is None:
            words = pages[line.page].passage.words
            line.aside = _elsewhere(line, words, date, scene) or _long_ago(line, words, old)
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


def _opens_elsewhere(line: Line, words: Sequence[str], scene: Scene) -> bool:
    """`In Baghdad on Tuesday, gunmen shot dead a policeman`: whatever day it was, this is of another place."""
    sentence = line.sentence
    opening = next(((i, m) for i, m in line.places if sentence.mentions[i][0] == sentence.low + 1), None)
    return (
        opening is not None
        and words[sentence.low] in grammar().in_
        and any(said.role for said in line.stated)
        and NO_SCENE.isdisjoint(opening[1].tags)
        and scene.apart(opening[1]) is True
    )


def _elsewhere(line: Line, words: Sequence[str], date: Mention | None, scene: Scene | None) -> Aside | None:
    """An aside by its date or place: an event of another time, or of a place that is not the scene."""
    if not line.dates and not line.places:
        return None
    if scene is not None and _opens_elsewhere(line, words, scene):
        return Aside(line.sentence.low, "place")
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
    named = ((i, m) for i, m in line.places if m.role is None and NO_SCENE.isdisjoint(m.tags))
    there = [(line.roles.get(i), scene.apart(m)) for i, m in named]
    if any(role == EVENT and apart for role, apart in there) and not any(apart is False for _, apart in there):
        return Aside(line.sentence.low, "place")
    return None


def _year_of(date: Mention | None, written: str) -> int:
    """The year of the main event, or else of the article; 0 where neither is known."""
    year = str(date.value.value)[:4] if date is not None else ""
    year = year if year.isdigit() else written[:4]
    return int(year) if year.isdigit() else 0


def _long_ago(line: Line, words: Sequence[str], year: int) -> Aside | None:
    """`had a ship run aground off Estancia in 2020 with 88 people on board`: the end of a sentence, told of an earlier
    year, or all of one with figures; but not `struck the mill, which was built in 1920`."""
    now = [m for i, m in line.dates if line.roles.get(i) in (EVENT, DEATH) and str(m.value.value)[:4] >= str(year)]
    if not year or now:
        return None
    g, sentence = grammar(), line.sentence
    for i, mention in line.dates:
        first, last, _ = sentence.mentions[i]
        value = str(mention.value.value)
        if len(value) != YEAR or not value.isdigit() or int(value) >= year or mention.role == BUILT:
            continue
        if words[first - 1] in g.definite and sentence.index >= FAR_DOWN and words[last : last + 1] != (",",):
            return Aside(sentence.low, "past")  # "Two people died in the 2016 Mill Street case"
        if words[first - 1] not in g.in_:
            continue
        if first - 1 == sentence.low and any(m.kind in FIGURES for _, _, m in sentence.mentions):
            return Aside(sentence.low, "past")  # "In 2013 gunmen took $50m in stones"
        rest = words[last : sentence.high]
        when = len(rest) > 1 and rest[1] in g.when  # "in 2013, when 800 posts were cut"
        if when:
            rest = rest[2:]
        if "," in rest or not (g.relative.isdisjoint(rest) and g.break_.isdisjoint(rest)):
            continue
        start = first - 1
        while start > sentence.low and words[start - 1] != "," and words[start - 1] not in g.clause_start:
            start -= 1
        if first - start >= TOLD and not words[first - 2].endswith(MADE):
            return Aside(start, "past")
    return None


def _next(before: Line, line: Line) -> bool:
    return before.page == line.page and line.sentence.index <= before.sentence.index + NEAR


def _continues(words: Sequence[str], line: Line) -> bool:
    """Does the sentence carry on with what the one before told: `He ...`, `That attack ...`, `hurt in that crash`?"""
    sentence, g = line.sentence, grammar()
    if sentence.low < sentence.high and words[sentence.low] in g.again:
        return True
    return any(
        hit.entry.category == "incident" and first > sentence.low and words[first - 1] in g.that_one
        for first, _, hit in sentence.hits
    )


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

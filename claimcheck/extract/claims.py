"""From a story to its claims: every mention is one, and counts are read with what was done to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.extract.assemble import Reading, Writer
from claimcheck.extract.attribution import Voice, certainty, polarity, voice_of
from claimcheck.extract.grammar import grammar
from claimcheck.extract.line import Line
from claimcheck.extract.roles import Role, subject_of
from claimcheck.extract.scene import INSIDE, NOT_THERE
from claimcheck.extract.story import Story
from claimcheck.extract.tolls import Told, Toll, settle
from claimcheck.model import Article, Claim, EventMention, Value

YEAR = len("2016")  # a TIMEX3 value that is a year
SAID = ("initial", "update", "withdrawn", "total")


def claims_of(article: Article, story: Story, events: Sequence[EventMention]) -> Iterator[Claim]:
    """All claims, title first, in order of offset."""
    tolls = _tolls(story)
    writers = [Writer(article, page) for page in story.pages]
    last_person: str | None = None
    for line in story.lines:
        words = story.pages[line.page].passage.words
        voice = voice_of(words, line.sentence, last_person)
        last_person = _last_person(line, voice) or last_person
        readings = sorted(_readings(story, line, events, voice, tolls.get(id(line), ())), key=_order)
        write = writers[line.page].write
        for reading in readings:
            yield write(reading)


def _last_person(line: Line, voice: Voice) -> str | None:
    """Who `he` or `his post` in the next sentence is: the speaker, else the person named last."""
    people = [str(m.value.value) for _, _, m in line.sentence.mentions if m.kind == "actor" and "person" in m.tags]
    return voice.speaker if voice.speaker in people else people[-1] if people else None


def _order(reading: Reading) -> tuple[int, int, str]:
    return reading.start, reading.end, reading.kind


def _tolls(story: Story) -> Mapping[int, list[Toll]]:
    told: list[Told] = []
    lines: list[Line] = []
    for line in story.lines:
        for stated in line.stated:
            told.append(Told(stated, line.page, line.sentence.index, line.event_at(stated.act.first)))
            lines.append(line)
    found: dict[int, list[Toll]] = {}
    by_told = {id(t): line for t, line in zip(told, lines, strict=True)}
    for toll in settle(told, frozenset(role.id for role in story.roles.values() if role.open)):
        found.setdefault(id(by_told[id(toll.told)]), []).append(toll)
    return found


def _readings(
    story: Story, line: Line, events: Sequence[EventMention], voice: Voice, tolls: Sequence[Toll]
) -> Iterator[Reading]:
    passage = story.pages[line.page].passage
    counted: set[int] = set()
    seen: set[tuple[int, int, str | None]] = set()
    for toll in tolls:
        reading = _count(story, line, events, voice, toll)
        key = (reading.start, reading.end, reading.role)
        if key not in seen:
            seen.add(key)
            yield reading
        phrase = toll.told.stated.phrase
        counted.update(range(phrase.first, phrase.last))
    for i, (first, last, mention) in enumerate(line.sentence.mentions):
        if mention.kind == "count" and first in counted:
            continue
        role = mention.role or line.roles.get(i)
        subject = mention.subject
        if mention.kind == "location":
            after = passage.words[last] if last < line.sentence.high else ""
            elsewhere = role in NOT_THERE and passage.field == "text"
            if not elsewhere and line.aside is None and story.scene.shows(mention, after):
                role = "event"
            elif INSIDE in mention.tags:
                continue
            elif "dateline" in mention.tags:
                role = "announcement"  # reported from there
        elif mention.kind == "count" and subject is None:
            subject = _counted_noun(passage.words, last, line)
        elif mention.kind == "ordinal":
            role, subject = _ranked(story, line, first, last)
        event = events[line.event_at(first)]
        yield Reading(
            kind=mention.kind,
            start=mention.start,
            end=mention.end,
            value=mention.value,
            role=role,
            subject=subject,
            polarity=polarity(voice, first),
            certainty="hedged" if "hedged" in mention.tags else certainty(voice, first, last),
            speaker=voice.speaker,
            event=event,
            marks=" ".join(mention.tags) or None,
        )


def _count(story: Story, line: Line, events: Sequence[EventMention], voice: Voice, toll: Toll) -> Reading:
    """The claim of a toll: the whole phrase is its span, the number's own words give the qualifier."""
    stated, passage = toll.told.stated, story.pages[line.page].passage
    phrase = stated.phrase
    given = phrase.given.value if phrase.given is not None else None
    number: int | float = int(toll.value) if toll.value == int(toll.value) else toll.value
    if given is not None and given.value == number and toll.low == number:
        value = given
    else:
        value = Value(number, low=toll.low, high=float(number), qualifier=given.qualifier if given else "exact")
    marks = [*toll.marks, *(mark for mark, _ in voice.marks if mark in SAID)]
    if line.several:
        marks.append("aggregate")
    if _running(passage.words, line, toll):
        marks.append("running")
    sure = stated.unreal or certainty(voice, phrase.first, max(phrase.last, stated.act.last))
    return Reading(
        kind="count",
        start=passage.starts[phrase.first],
        end=passage.ends[phrase.last - 1],
        value=value,
        role=toll.role,
        subject=subject_of(story.roles.get(stated.act.entry.role or "", Role("")), phrase),
        polarity="denied" if stated.denied and phrase.form != "zero" else polarity(voice, phrase.first),
        certainty=sure,
        speaker=voice.speaker,
        event=events[toll.told.event],
        marks=" ".join(dict.fromkeys(marks)) or None,
    )


def _running(words: Sequence[str], line: Line, toll: Toll) -> bool:
    """A tally over a time: `six homicides in 2016`, `five killed within four hours`."""
    if toll.told.event and line.aside is not None and line.aside.sort == "period":
        return True
    if toll.value < 2:
        return False
    if toll.told.stated.act.form == "many" and any(len(m.value.timex or "") == YEAR for _, m in line.of_kind("date")):
        return True
    sentence, g = line.sentence, grammar()
    return any(
        mention.kind == "duration" and not g.period.isdisjoint(words[max(sentence.low, first - 3) : first])
        for first, _, mention in sentence.mentions
    )


def _ranked(story: Story, line: Line, first: int, last: int) -> tuple[str | None, str | None]:
    """Role and subject of an ordinal: what was done to `the 31st drone`, else what it stands before."""
    for stated in line.stated:
        if stated.phrase.first <= first < stated.phrase.last:
            return stated.role, subject_of(story.roles.get(stated.act.entry.role or "", Role("")), stated.phrase)
    return None, _counted_noun(story.pages[line.page].passage.words, last, line)


def _counted_noun(words: Sequence[str], last: int, line: Line) -> str | None:
    """What a bare number counts: the vocabulary's noun after it, or the plain word."""
    g = grammar()
    limit = min(line.sentence.high, last + 5)
    for noun in line.sentence.nouns:
        if last <= noun.first < limit and not any(w in g.closed for w in words[last : noun.first]):
            return "person" if noun.entry.category == "person" else noun.entry.id
    word = words[last] if last < limit else ""
    if not word.isalpha() or word in g.closed or word in g.adverb:
        return None
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

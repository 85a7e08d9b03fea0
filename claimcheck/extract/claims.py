"""From a story to its claims: every mention is one, and counts are read with what was done to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.extract.assemble import Writer
from claimcheck.extract.attribution import PLAIN, Voice, certainty, polarity, voice_of
from claimcheck.extract.counts import count_value, counted_noun, ranked, toll_marks
from claimcheck.extract.line import Line
from claimcheck.extract.roles import Role, subject_of
from claimcheck.extract.scene import INSIDE, NOT_THERE
from claimcheck.extract.story import Story
from claimcheck.extract.tolls import Told, Toll, settle
from claimcheck.model import Article, Claim, EventMention, Mention

NO_ROLE = Role("")
NO_TOLLS: tuple[Toll, ...] = ()


def claims_of(article: Article, story: Story, events: Sequence[EventMention]) -> Iterator[Claim]:
    """All claims, title first, in order of offset."""
    tolls = _tolls(story)
    writers = [Writer(article, page, events) for page in story.pages]
    last_person: str | None = None
    for number, line in enumerate(story.lines):
        words = story.pages[line.page].passage.words
        voice = voice_of(words, line.sentence, last_person) if line.sentence.hits else PLAIN
        last_person = _last_person(line, voice) or last_person
        claims = _claims(story, line, writers[line.page], voice, tolls.get(number, NO_TOLLS))
        if len(claims) > 1:
            claims.sort(key=_order)
        yield from claims


def _order(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.kind


def _last_person(line: Line, voice: Voice) -> str | None:
    """Who `he` or `his post` in the next sentence is: the speaker, else the person named last."""
    people = [str(m.value.value) for _, _, m in line.sentence.mentions if m.kind == "actor" and "person" in m.tags]
    return voice.speaker if voice.speaker in people else people[-1] if people else None


def _tolls(story: Story) -> Mapping[int, list[Toll]]:
    """What becomes of the statements, by line."""
    told: list[Told] = []
    lines: list[int] = []
    for number, line in enumerate(story.lines):
        for stated in line.stated:
            told.append(Told(stated, line.page, line.sentence.index, line.event_at(stated.act.first)))
            lines.append(number)
    found: dict[int, list[Toll]] = {}
    if told:
        line_of = dict(zip(map(id, told), lines, strict=True))
        for toll in settle(told, frozenset(role.id for role in story.roles.values() if role.open)):
            found.setdefault(line_of[id(toll.told)], []).append(toll)
    return found


def _claims(story: Story, line: Line, writer: Writer, voice: Voice, tolls: Sequence[Toll]) -> list[Claim]:
    claims: list[Claim] = []
    counted: set[int] = set()
    seen: set[str] = set()
    for toll in tolls:
        claim = _toll(story, line, writer, voice, toll)
        if claim.id not in seen:
            seen.add(claim.id)
            claims.append(claim)
        phrase = toll.told.stated.phrase
        counted.update(range(phrase.first, phrase.last))
    roles, write = line.roles, writer.write
    for i, (first, last, mention) in enumerate(line.sentence.mentions):
        kind, role, subject = mention.kind, mention.role or roles.get(i), mention.subject
        if kind == "count":
            if first in counted:
                continue
            subject = subject or counted_noun(story.pages[line.page].passage.words, last, line)
        elif kind == "location":
            role = _place_role(story, line, last, mention, role)
            if role is None and INSIDE in mention.tags:
                continue
        elif kind == "ordinal":
            role, subject = ranked(story.roles, story.pages[line.page].passage.words, line, first, last)
        said = ("affirmed", "asserted", voice.speaker) if voice.plain else _said(voice, first, last)
        if mention.tags and "hedged" in mention.tags:
            said = (said[0], "hedged", said[2])
        marks = " ".join(mention.tags) if mention.tags else None
        event = line.event_at(first) if line.event else 0
        claims.append(write(kind, mention.start, mention.end, mention.value, role, subject, event, said, marks))
    return claims


def _said(voice: Voice, first: int, last: int) -> tuple[str, str, str | None]:
    return polarity(voice, first), certainty(voice, first, last), voice.speaker


def _place_role(story: Story, line: Line, last: int, mention: Mention, role: str | None) -> str | None:
    """The role of a place in the light of the whole article."""
    passage = story.pages[line.page].passage
    after = passage.words[last] if last < line.sentence.high else ""
    elsewhere = role in NOT_THERE and passage.field == "text"
    if not elsewhere and line.aside is None and story.scene.shows(mention, after):
        return "event"
    if "dateline" in mention.tags:
        return "announcement"  # reported from there
    return None if INSIDE in mention.tags else role


def _toll(story: Story, line: Line, writer: Writer, voice: Voice, toll: Toll) -> Claim:
    """The claim of a toll: the whole phrase is its span, the number's own words give the qualifier."""
    stated, passage = toll.told.stated, story.pages[line.page].passage
    phrase = stated.phrase
    role = story.roles.get(stated.act.entry.role or "", NO_ROLE)
    denied, sure, speaker = _said(voice, phrase.first, max(phrase.last, stated.act.last))
    if stated.denied and phrase.form != "zero":
        denied = "denied"
    return writer.write(
        "count",
        passage.starts[phrase.first],
        passage.ends[phrase.last - 1],
        count_value(toll),
        toll.role,
        subject_of(role, phrase),
        toll.told.event,
        (denied, stated.unreal or sure, speaker),
        toll_marks(passage.words, line, toll, voice, story.says, role.only),
    )

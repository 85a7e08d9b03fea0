"""From a story to its claims: every mention is one, and counts are read with what was done to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from operator import attrgetter

from claimcheck.extract.ages import Whose, whose_ages
from claimcheck.extract.assemble import Writer
from claimcheck.extract.attribution import PLAIN, Voice, certainty, polarity, voice_of
from claimcheck.extract.counts import count_value, counted_noun, ranked, toll_marks
from claimcheck.extract.governors import EVENT, PERHAPS
from claimcheck.extract.ledger import settle
from claimcheck.extract.line import Line
from claimcheck.extract.roles import NO_ROLE, subject_of
from claimcheck.extract.scene import INSIDE, NOT_THERE
from claimcheck.extract.story import Story
from claimcheck.extract.tolls import Told, Toll
from claimcheck.model import Article, Claim, EventMention, Mention
from claimcheck.patterns.match import AGE

_ORDER = attrgetter("start", "end", "kind")
Counted = Mapping[int, Set[str | None]]  # word of a number -> roles of the tolls that count by it
NONE: Counted = {}


def claims_of(article: Article, story: Story, events: Sequence[EventMention]) -> list[Claim]:
    """All claims, title first, in order of offset."""
    found: list[Claim] = []
    tolls = _tolls(story)
    writers = [Writer(article, page, events) for page in story.pages]
    ages = whose_ages(story)
    last_person: str | None = None  # whom `he` or `his post` means: the last speaker, or else who was named last
    for number, line in enumerate(story.lines):
        words = story.pages[line.page].passage.words
        sentence = line.sentence
        voice = voice_of(words, sentence, last_person) if sentence.stances or sentence.sayings else PLAIN
        if line.people:
            last_person = voice.speaker if voice.speaker in line.people else line.people[-1]
        if number in tolls:
            claims: list[Claim] = []
            counted = _counted(story, line, writers[line.page], voice, tolls[number], claims)
            _claims(story, number, writers[line.page], voice, counted, claims, ages)
            claims.sort(key=_ORDER)
            found += claims
        else:  # mentions are in order
            _claims(story, number, writers[line.page], voice, NONE, found, ages)
    return found


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
        said = {t.stated.role for t in told}
        open_roles = frozenset([role for role in said if role in story.roles and story.roles[role].open])
        for toll in settle(told, open_roles):
            found.setdefault(line_of[id(toll.told)], []).append(toll)
    return found


def _counted(
    story: Story, line: Line, writer: Writer, voice: Voice, tolls: Sequence[Toll], claims: list[Claim]
) -> dict[int, set[str | None]]:
    """Add the claims of a line's tolls. Returns the words that they count by, with their roles."""
    counted: dict[int, set[str | None]] = {}
    seen: set[str] = set()
    for toll in tolls:
        claim = _toll(story, line, writer, voice, toll)
        if claim.id not in seen:
            seen.add(claim.id)
            claims.append(claim)
        phrase = toll.told.stated.phrase
        for word in range(phrase.first, phrase.last):
            counted.setdefault(word, set()).add(toll.role)
    return counted


def _claims(
    story: Story, number: int, writer: Writer, voice: Voice, counted: Counted, claims: list[Claim], ages: Whose
) -> None:
    """Add the claims of a line's mentions, but for the counts at the words `counted`."""
    line = story.lines[number]
    roles, write, event = line.roles, writer.write, 0
    plain = ("affirmed", "asserted", voice.speaker) if voice.plain else None
    for i, (first, last, mention) in enumerate(line.sentence.mentions):
        kind, subject, tags, marks = mention.kind, mention.subject, mention.tags, None
        role = mention.role or (roles.get(i) if roles else None)
        if kind == "count":
            if first in counted and (mention.role is None or mention.role in counted[first]):
                continue  # "all 18 on board were rescued" tells how many were on board as well
            subject = subject or counted_noun(story.pages[line.page].passage.words, last, line)
        elif kind == "location":
            role = _place_role(story, line, last, mention, role)
            if role is None and INSIDE in tags:
                continue
        elif kind == "duration" and (number, i) in ages:
            role, subject = AGE, ages[number, i]
        elif kind == "ordinal" and mention.role is None:
            role, subject = ranked(story.roles, story.pages[line.page].passage.words, line, first, last)
        said = plain or _said(voice, first, last)
        if tags:
            marks = " ".join(tags)
            if "hedged" in tags:
                said = (said[0], "hedged", said[2])
            if "denied" in tags:
                said = ("denied", said[1], said[2])
        if kind == "date" and role == EVENT and line.ranks.get(i) == PERHAPS:
            marks = f"{marks} perhaps" if marks else "perhaps"
        if line.event:
            event = line.event_at(first)
        claims.append(write(kind, mention.start, mention.end, mention.value, role, subject, event, said, marks))


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

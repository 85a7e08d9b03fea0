"""One article read as a whole: what its sentences state, when and where that was, and which event they tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from claimcheck.extract.captions import captions, links, links_away
from claimcheck.extract.clause import Clause
from claimcheck.extract.days import DEATH, main_date, most_exact, settle_dates
from claimcheck.extract.governors import EVENT, FOUND, LATER, SURE, Governor, dies_in, governors, grouped, unnamed
from claimcheck.extract.grammar import grammar
from claimcheck.extract.hours import settle_hour
from claimcheck.extract.joined import join_phrases
from claimcheck.extract.line import Line
from claimcheck.extract.moments import governor_of
from claimcheck.extract.phrase import Spans
from claimcheck.extract.phrases import PhraseReader
from claimcheck.extract.revise import revised, stances
from claimcheck.extract.roles import Role
from claimcheck.extract.scene import INSIDE, find_scene
from claimcheck.extract.sentences import Page, Sentence
from claimcheck.extract.statements import Stated, statements
from claimcheck.extract.turns import aside_of, several, turn_aside, turn_back
from claimcheck.model import Mention
from claimcheck.places import Places

MOMENTS = frozenset(("date", "time"))
STAMPED = frozenset(("stamp", "dateline"))
LEAD = 3  # sentences of the text that tell best what an article is about
ENOUGH = 4  # votes that a type of event needs
COMMA_IN = 2  # words between a town and its region
LABEL = 4  # words beside a date that make no sentence of it


class Story:
    """The pages of one article, read: lines in order (title first), the kind, date and scene of the main event, and
    what the article says of its figures as a whole. `written`: the article's date, where it has one."""

    def __init__(self, pages: Sequence[Page], roles: Mapping[str, Role], places: Places, written: str = "") -> None:
        self.pages, self.roles = pages, roles
        self.kind = _main_kind(pages)
        self.lines = [Line(i, s) for i, page in enumerate(pages) for s in page.sentences if s.mentions or s.acts]
        before: Line | None = None
        for line in self.lines:
            self._read(line, before)
            before = line
        for number, page in enumerate(pages):
            for start, end in captions(page.passage):
                for line in self.lines:
                    if line.page == number and start <= page.passage.starts[line.sentence.low] < end:
                        line.caption = True
        linking = {number for number, page in enumerate(pages) if links(page.passage)}
        for line in self.lines if linking else ():
            if line.page in linking:
                line.linked = links_away(pages[line.page].passage.words, line.sentence.low)
        self.says, nowhere = self._says()
        turn_back(self.lines, pages)
        self.date = main_date(self.lines, written)
        self.scene = find_scene(self.lines, pages, places)
        settle_dates(self.lines, self.date, written)
        turn_aside(self.lines, pages, self.date, None if nowhere else self.scene, written)
        settle_hour(self.lines, pages)

    def _says(self) -> tuple[frozenset[str], bool]:
        """What the article says of all its figures, by tag of such words; and whether its event is of no place."""
        tags: set[str] = set()
        nowhere = False
        for page in self.pages:
            for sentence in page.sentences:
                for _, _, hit in sentence.stances:
                    tags.update(hit.entry.tags)
                for _, _, hit in sentence.hits:
                    if hit.entry.event == self.kind and "nowhere" in hit.entry.tags:
                        nowhere = True
        return frozenset(tags), nowhere

    def _read(self, line: Line, before: Line | None) -> None:
        """What the sentence says by itself, and of the figures of the one before."""
        page, sentence = self.pages[line.page], line.sentence
        words = page.passage.words
        if sentence.acts:
            line.stated = self._statements(page, sentence)
            line.several = bool(line.stated) and several(words, sentence)
        if (sentence.stances or line.stated) and (told := stances(sentence, line.stated)) is not None:
            near = before is not None and before.page == line.page and sentence.index <= before.sentence.index + 1
            earlier = before.stated if before is not None and near else ()
            if line.stated or earlier:
                line.stated = revised(words, sentence, told, line.stated, earlier)
        line.aside = aside_of(words, sentence) if sentence.asides and not page.headline else None
        if not (line.moments or line.places or line.orders):
            return
        found = unnamed(words, sentence, governors(sentence, self.roles, self.kind))
        line.eventful = EVENT in [governor.role for governor in found]
        roles: dict[int, str | None] = {}
        line.roles = roles
        if line.moments:
            _read_moments(line, roles, words, found)
        for i, mention in line.places:
            first, last, _ = sentence.mentions[i]
            if mention.start >= page.publisher:
                continue
            if "dateline" in mention.tags:
                roles[i] = EVENT
            elif "demonym" not in mention.tags and INSIDE not in mention.tags and not _home(words, first):
                roles[i] = _role(governor_of(words, sentence, first, last, found))
        _beside(line, roles, words)
        for i in line.orders:
            first = sentence.mentions[i][0]
            roles[i] = _role(governor_of(words, sentence, first, first, found))

    def _statements(self, page: Page, sentence: Sentence) -> list[Stated]:
        if self.roles.keys().isdisjoint([act.entry.role for act in sentence.acts]):
            return []
        counts: dict[int, tuple[int, Mention]] = {}
        ordinals: dict[int, tuple[int, Mention]] = {}
        names: dict[int, int] = {}
        moments: set[int] = set()
        for first, last, mention in sentence.mentions:
            kind = mention.kind
            if kind == "count":
                counts[last] = first, mention
            elif kind == "ordinal":
                ordinals[last] = first, mention
            elif kind == "actor":
                if "person" in mention.tags:
                    names[first] = last
            elif kind in MOMENTS:
                moments.update(range(first, last))
        verbs = frozenset([w for act in sentence.acts for w in range(act.first, act.last)])
        passage, low, high = page.passage, sentence.low, sentence.high
        spans = Spans(counts, ordinals, names, verbs)
        members = PhraseReader(passage, low, high, spans).read(sentence.nouns)
        phrases = join_phrases(passage, low, members, headline=page.headline)
        numbers = {first: last for last, (first, _) in counts.items()}
        clause = Clause(passage, low, high, phrases, members=members, moments=moments, numbers=numbers)
        return statements(clause, sentence.acts, self.roles)


def _beside(line: Line, roles: dict[int, str | None], words: Sequence[str]) -> None:
    """`outside Passau, in Bavaria`: the town is where its region is."""
    for i, j in pairwise(i for i, _ in line.places):
        between = words[line.sentence.mentions[i][1] : line.sentence.mentions[j][0]]
        joined = 0 < len(between) <= COMMA_IN and between[0] == "," and grammar().in_.issuperset(between[1:])
        if joined and i in roles and roles[i] is None and roles.get(j) == EVENT:
            roles[i] = EVENT


def _home(words: Sequence[str], first: int) -> bool:
    """`John Smith, 35, of Toledo`: where somebody lives."""
    return first > 1 and words[first - 1] in grammar().of and words[first - 2] == ","


def _role(governor: Governor | None) -> str | None:
    return governor.role if governor is not None else None


def _read_moments(line: Line, roles: dict[int, str | None], words: Sequence[str], found: Sequence[Governor]) -> None:
    """The roles of a sentence's times and dates, phrase by phrase."""
    sentence = line.sentence
    at = line.moments
    spans = [sentence.mentions[i][:2] for i in at]
    label = not found and sum(last - first for first, last in spans) + LABEL > sentence.high - sentence.low
    ranks: dict[int, int] = {}
    vague: list[int] = []
    for group in grouped(words, spans):
        members = [(at[k], sentence.mentions[at[k]][2]) for k in group]
        if label or not STAMPED.isdisjoint([tag for _, m in members for tag in m.tags]):
            roles.update([(i, "stamp") for i, _ in members])
            continue
        exact = most_exact([m for _, m in members])
        governor = governor_of(words, sentence, spans[group[0]][0], spans[group[-1]][1], found)
        for i, mention in members:
            if mention.kind == "date" and mention is not exact:
                vague.append(i)
            elif governor is not None:
                at_once = governor.rank in (LATER, FOUND) and dies_in(words, governor, found)
                dying = governor.rank == LATER and governor.role == EVENT and not at_once
                roles[i] = DEATH if dying and mention.kind == "time" else governor.role  # "died shortly after 5 a.m."
                ranks[i] = SURE if at_once else governor.rank
    line.ranks, line.vague = ranks, frozenset(vague)


def _main_kind(pages: Sequence[Page]) -> str | None:
    """The type of event that the title, the lead and the rest tell of, in falling weight. One word farther down
    makes no type: it may be of anything that the article comes to speak of."""
    votes: dict[str, int] = {}
    for page in pages:
        for sentence in page.sentences:
            weight = 64 if page.headline else 32 if sentence.index < LEAD else 3
            for entry in sentence.told:  # a loose word is too general to decide alone
                event = entry.event or ""
                votes[event] = votes.get(event, 0) + ((weight + 7) // 8 if "loose" in entry.tags else weight)
    best = min(votes, key=lambda kind: (-votes[kind], kind), default=None)
    return best if best is not None and votes[best] >= ENOUGH else None

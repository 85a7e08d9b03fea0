"""One article from mentions to readings: its statements, its moments and places, its events, in that order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.extract.clause import Clause
from claimcheck.extract.grammar import grammar
from claimcheck.extract.joined import join_phrases
from claimcheck.extract.moments import Governor, governor_of, governors, grouped
from claimcheck.extract.phrase import Spans
from claimcheck.extract.phrases import PhraseReader
from claimcheck.extract.roles import Role
from claimcheck.extract.scope import Aside, aside_of, continues, far_from, main_kind, several
from claimcheck.extract.sentences import Page, Sentence
from claimcheck.extract.statements import Stated, statements
from claimcheck.extract.whereabouts import INSIDE, key_of, main_place, place_role, publisher_from, tally, votes_for
from claimcheck.model import Mention
from claimcheck.places import Places

MOMENTS = frozenset(("date", "time"))
LEAD = 4
JURISDICTION = 30.0  # kilometres within which a city's police work
ELSEWHERE = 60.0  # kilometres from the scene, from which on an event is another one
NO_PLACE = frozenset(("demonym", "metonym", "address", "dateline", INSIDE))
LATER = 7  # days within which a death is told of an event before it


class Line:
    """A sentence as read so far: `roles` by position in its mentions, `aside` where it leaves the main event."""

    __slots__ = ("aside", "event", "page", "roles", "sentence", "several", "stated", "vague", "weak")

    def __init__(self, page: int, sentence: Sentence) -> None:
        self.page, self.sentence = page, sentence
        self.roles: dict[int, str | None] = {}
        self.weak: set[int] = set()  # dates that may be later than the event
        self.vague: set[int] = set()  # dates that a more exact one beside them explains
        self.stated: list[Stated] = []
        self.aside: Aside | None = None
        self.event = 0
        self.several = False


class Story:
    """Reads the pages of one article."""

    def __init__(self, pages: Sequence[Page], roles: Mapping[str, Role], places: Places) -> None:
        self.pages, self.roles = pages, roles
        self.open_roles = frozenset(role.id for role in roles.values() if role.open)
        self.kind = main_kind(pages)
        self.lines = [Line(i, s) for i, page in enumerate(pages) for s in page.sentences]
        for line in self.lines:
            self._read(line)
        self._places = places
        self.date = self._main_date()
        self.place = self._main_place()
        self._scene = self.place.value.geonameid if self.place is not None else None
        self._around = frozenset(places.within(self._scene)) if self._scene is not None else frozenset()
        self._settle_dates()
        self._turn_aside()

    def _read(self, line: Line) -> None:
        page, sentence = self.pages[line.page], line.sentence
        words = page.passage.words
        if sentence.acts:
            line.stated = self._statements(page, sentence)
            line.several = bool(line.stated) and several(words, sentence)
        line.aside = aside_of(words, sentence) if not page.headline else None
        kinds = {mention.kind for _, _, mention in sentence.mentions}
        if kinds.isdisjoint(("date", "time", "location", "order")):
            return
        found = governors(sentence, self.roles, self.kind)
        self._moments(line, words, found)
        ends = publisher_from(page.passage.folded) if page.headline else len(page.passage.folded)
        for i, (first, last, mention) in enumerate(sentence.mentions):
            if mention.kind == "order":
                governor = governor_of(words, sentence, first, first, found)
                line.roles[i] = governor.role if governor is not None else None
            elif mention.kind == "location" and mention.start < ends:
                line.roles[i] = place_role(words, sentence, first, last, mention, found)

    def _moments(self, line: Line, words: Sequence[str], found: Sequence[Governor]) -> None:
        """The roles of a sentence's times and dates, phrase by phrase."""
        sentence = line.sentence
        at = [i for i, (_, _, m) in enumerate(sentence.mentions) if m.kind in MOMENTS]
        spans = [sentence.mentions[i][:2] for i in at]
        bare = not found and sum(last - first for first, last in spans) + 4 > sentence.high - sentence.low
        for group in grouped(words, spans):
            indexes = [at[k] for k in group]
            members = [sentence.mentions[i][2] for i in indexes]
            if bare or any("stamp" in m.tags or "dateline" in m.tags for m in members):
                line.roles.update(dict.fromkeys(indexes, "stamp"))
                continue
            exact = _most_exact(members)
            governor = governor_of(words, sentence, spans[group[0]][0], spans[group[-1]][1], found)
            if governor is None:
                line.vague.update(
                    i for i, m in zip(indexes, members, strict=True) if m.kind == "date" and m is not exact
                )
                continue
            for i, mention in zip(indexes, members, strict=True):
                if mention.kind == "date" and mention is not exact:
                    line.vague.add(i)
                else:
                    line.roles[i] = governor.role
                    if governor.weak:
                        line.weak.add(i)

    def _statements(self, page: Page, sentence: Sentence) -> list[Stated]:
        if not any(a.entry.role in self.roles for a in sentence.acts):
            return []
        mentions = sentence.mentions
        spans = Spans(
            counts={last: (first, m) for first, last, m in mentions if m.kind == "count"},
            ordinals={last: (first, m) for first, last, m in mentions if m.kind == "ordinal"},
            names={first: last for first, last, m in mentions if m.kind == "actor" and "person" in m.tags},
            verbs=frozenset(w for act in sentence.acts for w in range(act.first, act.last)),
        )
        words = page.passage.words
        reader = PhraseReader(words, sentence.low, sentence.high, spans)
        phrases = join_phrases(words, sentence.low, reader.read(sentence.nouns), headline=page.headline)
        if not phrases and not sentence.acts:
            return []
        return statements(Clause(words, sentence.low, sentence.high, phrases), sentence.acts, self.roles)

    def _dates(self, role: str | None) -> list[tuple[Line, int, Mention]]:
        """The dates of a role outside asides, in order."""
        return [
            (line, i, mention)
            for line in self.lines
            if line.aside is None
            for i, (_, _, mention) in enumerate(line.sentence.mentions)
            if mention.kind == "date" and line.roles.get(i) == role and i not in line.vague
        ]

    def _main_date(self) -> Mention | None:
        """The first day that the event is told to have been on; a day before it where that is of a death or find; a
        vaguer date where no day is given, and a date that hangs on no known word where there is no other."""
        said = self._dates("event")
        days = [(line, i, m) for line, i, m in said if _is_day(m)]
        if not days:
            days = [(line, i, m) for line, i, m in self._dates(None) if _is_day(m)]
            for line, i, m in days[:1]:
                if not said or _covers(said[0][2], m):
                    line.roles[i] = "event"
                    return m
            dated = [m for _, _, m in said if m.value.low is not None]
            return dated[0] if dated else None
        line, i, first = days[0]
        if i in line.weak:
            earlier = [m for other, k, m in days if k not in other.weak and 0 < _low(first) - _low(m) <= LATER]
            return earlier[0] if earlier else first
        return first

    def _main_place(self) -> Mention | None:
        rows: list[tuple[Mention, float]] = []
        for line in self.lines:
            if line.aside is not None:
                continue
            page = self.pages[line.page]
            ends = publisher_from(page.passage.folded) if page.headline else len(page.passage.folded)
            for i, (_, _, mention) in enumerate(line.sentence.mentions):
                if mention.kind == "location" and "address" not in mention.tags:
                    vote = votes_for(
                        mention,
                        line.roles.get(i),
                        title=page.headline,
                        lead=line.sentence.index < LEAD,
                        publisher=mention.start >= ends,
                    )
                    rows.append((mention, vote))
        return main_place(*tally(rows), self._places.within)

    def is_scene(self, mention: Mention, after: str) -> bool:
        """Is this the place of the main event, named again, or the city whose police (`after`) work there?"""
        if self.place is None or "demonym" in mention.tags:
            return False
        at = mention.value.geonameid
        if key_of(mention) == key_of(self.place) or at in self._around:
            return True
        local = after in grammar().services or "metonym" in mention.tags or INSIDE in mention.tags
        if at is None or self._scene is None or not local:
            return False
        away = self._places.distance_km(at, self._scene)  # the police of the city, for a scene in one of its quarters
        return away is not None and away <= JURISDICTION

    def _settle_dates(self) -> None:
        """A death or find on another day than the event is later than it; a vaguer date repeats the event's day."""
        if self.date is None:
            return
        for line in self.lines:
            for i, (_, _, mention) in enumerate(line.sentence.mentions):
                if mention.kind != "date":
                    continue
                role = line.roles.get(i)
                same = _low(mention) == _low(self.date) and _is_day(mention)
                if role == "event" and i in line.weak and _low(mention) > _low(self.date):
                    line.roles[i] = "death"
                elif role == "event" and (mention.value.low is None or _covers(mention, self.date)):
                    line.roles[i] = None
                elif role is None and same and line.aside is None:
                    line.roles[i] = "event"

    def _turn_aside(self) -> None:
        """Number the events: 0 the main one, others as the article turns to them and while it stays with them."""
        events = 0
        ours: set[str] = set()
        before: Line | None = None
        for line in self.lines:
            if self.pages[line.page].headline:
                ours |= _people(line)
                continue
            if line.aside is None:
                line.aside = self._elsewhere(line)
            if line.aside is not None:
                events += 1
                line.event = events
            elif before is not None and before.aside is not None and self._stays(line, before, ours):
                line.aside = Aside(line.sentence.low, before.aside.sort)
                line.event = before.event
            if line.aside is None:
                ours |= _people(line)
            before = line

    def _elsewhere(self, line: Line) -> Aside | None:
        """An aside by its date or place: an event of another time, or of a place that is not the scene."""
        sentence = line.sentence
        away = near = far = ours = False
        for i, (_, _, mention) in enumerate(sentence.mentions):
            role = line.roles.get(i)
            if mention.kind == "date" and role in ("event", "death"):
                far = far or far_from(self.date, mention)
                ours = ours or (self.date is not None and _low(mention) == _low(self.date))
            elif mention.kind == "location" and not NO_PLACE & set(mention.tags):
                apart = self._apart(mention)
                away = away or (apart is True and role == "event")
                near = near or apart is False
        if far and not ours:
            return Aside(sentence.low, "past")
        return Aside(sentence.low, "place") if away and not near else None

    def _apart(self, mention: Mention) -> bool | None:
        """Is the place another than the scene? None where that cannot be said."""
        at, scene = mention.value.geonameid, self._scene
        if at is None or scene is None:
            return None
        if at == scene or at in self._around or scene in self._places.within(at):
            return False
        away = self._places.distance_km(at, scene)
        return None if away is None else away > ELSEWHERE

    def _stays(self, line: Line, before: Line, ours: set[str]) -> bool:
        """Does the sentence go on with what the one before turned to? Not if it names the scene or people of ours."""
        sentence = line.sentence
        if sentence.index != before.sentence.index + 1 or before.page != line.page:
            return False
        if continues(self.pages[line.page].passage.words, sentence):
            return True
        if before.aside is None or before.aside.sort not in ("other", "place") or not _people(line).isdisjoint(ours):
            return False
        return not any(
            (mention.kind == "location" and self._apart(mention) is False)
            or (mention.kind == "date" and self.date is not None and _low(mention) == _low(self.date))
            for _, _, mention in sentence.mentions
        )


def _people(line: Line) -> set[str]:
    return {str(m.value.value) for _, _, m in line.sentence.mentions if m.kind == "actor" and "office" not in m.tags}


def _low(mention: Mention) -> float:
    return mention.value.low if mention.value.low is not None else 0.0


def _width(mention: Mention) -> float:
    """Days that a date leaves open; without a year, nothing is known."""
    low, high = mention.value.low, mention.value.high
    return high - low if low is not None and high is not None else 1e9


def _is_day(mention: Mention) -> bool:
    """A day, or a night that reaches into the next; no week-end."""
    return _width(mention) <= 1 and "-W" not in str(mention.value.value)


def _most_exact(members: Sequence[Mention]) -> Mention | None:
    """Of `Saturday, May 21, 2016` the second: the narrowest date, the later of equals; none of `now` and `former`."""
    dates = [m for m in members if m.kind == "date" and not str(m.value.value).endswith("_REF")]
    return min(reversed(dates), key=_width) if dates else None


def _covers(mention: Mention, day: Mention) -> bool:
    """Is the date a wider one that holds the day: its month, its week?"""
    low, high = mention.value.low, mention.value.high
    if low is None or high is None or _is_day(mention):
        return False
    return low <= _low(day) <= high

"""Where the main event was: the scene, out of all the places that an article names, and what is told of elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from itertools import accumulate

from claimcheck.extract.governors import EVENT
from claimcheck.extract.grammar import grammar
from claimcheck.extract.line import Line
from claimcheck.extract.sentences import Page
from claimcheck.model import Mention
from claimcheck.places import Places
from claimcheck.record import record

LEAD = 4  # sentences of the text that tell best where it was
SHARE = 0.3  # of the votes for a country or state that its city needs to be the scene
JURISDICTION = 30.0  # kilometres within which a city's police work
ELSEWHERE = 60.0  # kilometres from the scene, from which on an event is another one
INSIDE = "inside"  # tag of a place inside the name of an organisation: the Toledo Police Department
LOCAL = frozenset(("metonym", "dateline", INSIDE))
NO_SCENE = frozenset(("demonym", "metonym", "address", "dateline", INSIDE))
NO_VOTE = frozenset(("route", "departed", "made"))  # roles: where a journey goes from or to, a thing is made
NOT_THERE = NO_VOTE | frozenset(("court", "memorial", "birth", "photo"))  # roles that a scene named again keeps

Key = str | int


@record(frozen=True, slots=True)
class Scene:
    """The place of the main event, what contains it, and the measure of what is near."""

    place: Mention | None
    around: frozenset[int]
    places: Places
    police: int | None = None  # the only city whose police the article names

    def shows(self, mention: Mention, after: str) -> bool:
        """Is this the scene, named again, or a place around it, or the city whose police (`after`) work there?"""
        if self.place is None or "demonym" in mention.tags:
            return False
        at, scene = mention.value.geonameid, self.place.value.geonameid
        if _key(mention) == _key(self.place) or at in self.around:
            return True
        local = after in grammar().services or not LOCAL.isdisjoint(mention.tags)
        if at is None or not local:
            return False
        if scene is None or at == self.police:
            return True  # a scene that no gazetteer knows, or another of its name, is where the police are
        away = self.places.distance_km(at, scene)
        return away is not None and away <= JURISDICTION

    def apart(self, mention: Mention) -> bool | None:
        """Is the place another one than the scene? None where that cannot be said."""
        at, scene = mention.value.geonameid, self.place.value.geonameid if self.place is not None else None
        if at is None or scene is None:
            return None
        if at == scene or at in self.around or scene in self.places.within(at):
            return False
        away = self.places.distance_km(at, scene)
        return None if away is None else away > ELSEWHERE


def find_scene(lines: Sequence[Line], pages: Sequence[Page], places: Places) -> Scene:
    """The place with most votes, the first named of equals; of a country and its city, which both have votes, the
    city."""
    votes: dict[Key, float] = {}
    mentions: dict[Key, Mention] = {}
    told: set[Key] = set()  # where the lead says that it happened
    for line in lines:
        if line.aside is None:
            page = pages[line.page]
            for i, mention in line.places:
                if "address" not in mention.tags:
                    key = _key(mention)
                    votes[key] = votes.get(key, 0.0) + _vote(mention, i, line, page)
                    mentions.setdefault(key, mention)
                    if line.roles.get(i) == EVENT and line.sentence.index < LEAD and "dateline" not in mention.tags:
                        told.add(key)
    ranked = sorted((key for key in mentions if votes[key] > 0), key=lambda key: -votes[key])
    if not ranked:
        return Scene(None, frozenset(), places)
    best = _filed_elsewhere([mentions[key] for key in ranked if key in told or key == ranked[0]], places, mentions)
    for key in ranked[1:]:
        if isinstance(key, int) and votes[key] >= SHARE * votes[ranked[0]] and best in places.within(key):
            best = key
            break
    at = mentions[best].value.geonameid
    around = frozenset(places.within(at)) if at is not None else frozenset()
    return Scene(mentions[best], around, places, _police(lines, pages))


def _filed_elsewhere(ranked: Sequence[Mention], places: Places, named: Container[Key]) -> Key:
    """The first place, or where the lead says it was instead: `SYDNEY - A bus overturned near Dubbo` was filed in
    Sydney. Parts of a town bear the names of far towns: only one of the same region counts, or one whose own region or
    country the article names."""
    first = ranked[0]
    filed = first.value.geonameid
    if "dateline" not in first.tags or filed is None:
        return _key(first)
    around = places.within(filed)
    for mention in ranked[1:]:
        at = mention.value.geonameid
        if at is None or at in around:
            break
        within = places.within(at)
        away = places.distance_km(filed, at)
        near = filed in within or away is None or away <= ELSEWHERE
        if not near and (set(within[:-2]) & set(around[:-2]) or any(w in named for w in within if w not in around)):
            return _key(mention)
    return _key(first)


def _police(lines: Sequence[Line], pages: Sequence[Page]) -> int | None:
    """The city of `Cincinnati police said`, where it is the only one."""
    found: set[int | None] = set()
    for line in lines:
        words = pages[line.page].passage.words
        for i, mention in line.places:
            last = line.sentence.mentions[i][1]
            if INSIDE in mention.tags or (words[last : last + 1] and words[last] in grammar().services):
                found.add(mention.value.geonameid)
    return found.pop() if len(found) == 1 else None


def _vote(mention: Mention, at: int, line: Line, page: Page) -> float:
    """How much a mention speaks for its place being the scene."""
    role = line.roles.get(at)
    if "demonym" in mention.tags or mention.role in NO_VOTE:
        return 0.0
    if mention.start >= page.publisher:
        return 0.3
    if INSIDE in mention.tags:
        return 0.4
    lead = line.sentence.index < LEAD
    words, (first, last, _) = page.passage.words, line.sentence.mentions[at]
    if words[last : last + 1] and words[last] in grammar().from_there:
        return 0.3  # "Tampa resident Ann Lee was hurt in Orlando"
    weight = 1.0
    if "dateline" in mention.tags:
        weight += 3.0
    if role == EVENT:
        weight += 2.0 if lead else 0.5
        if first and words[first - 1] in grammar().in_:
            weight += 1.0
    if page.headline:
        weight += 2.0
    elif not lead:
        weight *= 0.6
    return weight - 0.5 if "metonym" in mention.tags else weight


def _key(mention: Mention) -> Key:
    """What two mentions of one place share."""
    geonameid = mention.value.geonameid
    return geonameid if geonameid is not None else str(mention.value.value).lower()


def within_names(places: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
    """The places, those inside an organisation's name marked so."""
    inside = within([m for m in names if "organisation" in m.tags])
    return [replace(m, tags=(*m.tags, INSIDE)) if inside(m) else m for m in places]


def within(others: Sequence[Mention]) -> Callable[[Mention], bool]:
    """Is a mention inside one of the others? A text may hold thousands of both: each is looked up, not tried."""
    spans = sorted([(m.start, m.end) for m in others])
    starts = [start for start, _ in spans]
    reached = list(accumulate([end for _, end in spans], max))  # how far those up to here reach

    def inside(mention: Mention) -> bool:
        before = bisect_right(starts, mention.start)
        return before > 0 and mention.end <= reached[before - 1]

    return inside

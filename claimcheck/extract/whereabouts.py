"""Where the event was: which of an article's places are its scene, and which are only named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claimcheck.extract.moments import Governor, governor_of
from claimcheck.extract.sentences import Sentence
from claimcheck.model import Mention

SHARE = 0.3  # of the votes for a country or state that its city needs to be the scene
INSIDE = "inside"  # tag of a place inside the name of an organisation: the Toledo Police Department
NOT_THERE = frozenset(("court", "memorial", "birth", "photo"))  # roles that a scene named again keeps


def within_names(places: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
    """The places, those inside an organisation's name marked so."""
    spans = [(m.start, m.end) for m in names if "organisation" in m.tags]
    if not spans:
        return list(places)
    return [
        replace(m, tags=(*m.tags, INSIDE)) if any(s <= m.start and m.end <= e for s, e in spans) else m for m in places
    ]


def place_role(
    words: Sequence[str], sentence: Sentence, first: int, last: int, mention: Mention, found: Sequence[Governor]
) -> str | None:
    """The role of a place in its sentence: what it hangs on, as for a time."""
    if "dateline" in mention.tags:
        return "event"
    if "demonym" in mention.tags or INSIDE in mention.tags:
        return None
    governor = governor_of(words, sentence, first, last, found)
    return governor.role if governor is not None else None


def key_of(mention: Mention) -> str | int:
    """What two mentions of one place share."""
    geonameid = mention.value.geonameid
    return geonameid if geonameid is not None else str(mention.value.value).lower()


def main_place(
    votes: Mapping[str | int, float], mentions: Mapping[str | int, Mention], within: Callable[[int], tuple[int, ...]]
) -> Mention | None:
    """The place with most votes, the first named of equals; of a country and its city, which both have votes, the city."""
    ranked = sorted(mentions, key=lambda key: -votes.get(key, 0.0))
    if not ranked or votes.get(ranked[0], 0.0) <= 0:
        return None
    best = ranked[0]
    for key in ranked[1:]:
        inner = mentions[key].value.geonameid
        if inner is not None and votes[key] >= SHARE * votes[best] and best in within(inner):
            return mentions[key]
    return mentions[best]


def votes_for(mention: Mention, role: str | None, *, title: bool, lead: bool, publisher: bool) -> float:
    """How much a mention speaks for its place being the scene."""
    if "demonym" in mention.tags:
        return 0.0
    if publisher:
        return 0.3
    weight = 1.0
    if "dateline" in mention.tags:
        weight += 3.0
    if role == "event":
        weight += 2.0 if lead else 0.5
    if title:
        weight += 2.0
    elif not lead:
        weight *= 0.6
    if "metonym" in mention.tags:
        weight -= 0.5
    if INSIDE in mention.tags:
        weight = 0.4
    return weight


def tally(rows: Sequence[tuple[Mention, float]]) -> tuple[Counter[str | int], dict[str | int, Mention]]:
    """Votes by place, and the first mention of each."""
    votes: Counter[str | int] = Counter()
    first: dict[str | int, Mention] = {}
    for mention, weight in rows:
        key = key_of(mention)
        votes[key] += weight  # type: ignore[assignment]
        first.setdefault(key, mention)
    return votes, first


def publisher_from(title: str) -> int:
    """Where a title ends in the name of who publishes it (`... - WSMV Channel 4`, `... | News`); its length if nowhere."""
    cut = max(title.rfind(" - "), title.rfind(" | "), title.rfind(" \u00ab "))
    if cut <= len(title) // 3 or any(word[0].islower() for word in title[cut + 3 :].split()):
        return len(title)
    return cut

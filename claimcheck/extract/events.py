"""The event mentions of an article: the main one first, then each one that it turns aside to."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.line import Line
from claimcheck.extract.story import Story
from claimcheck.model import Article, EventMention, Mention
from claimcheck.places import Places

PARTICIPANTS = 12
UNKNOWN = ("XXXX", "XXXX-XX", "XXXX-XX-XX")  # TIMEX3 values that say only that it was a year, a month, a day


def events_of(article: Article, story: Story, places: Places) -> list[EventMention]:
    """One event mention per event number of the story, by number."""
    kind = story.kind
    names = _names(story)
    ranked = sorted(names, key=lambda name: (-names[name], name))
    used: set[str] = set()
    events = [
        _event(article, kind, story.date, story.scene.place, tuple(ranked[:PARTICIPANTS]), places, used, main=True)
    ]
    numbers = [line for line in story.lines if line.event]
    by_number: dict[int, list[Line]] = {}
    for line in numbers:
        by_number.setdefault(line.event, []).append(line)
    for number in sorted(by_number):
        events.append(_aside(article, by_number[number], kind, places, used))
    return events


def _aside(article: Article, lines: Sequence[Line], kind: str | None, places: Places, used: set[str]) -> EventMention:
    """An event that some sentences turn aside to: its kind, date, place and people are those they name."""
    date = place = None
    people: dict[str, None] = {}
    said: str | None = None
    for line in lines:
        for _, _, hit in line.sentence.hits:
            if said is None and hit.entry.event is not None and "loose" not in hit.entry.tags:
                said = hit.entry.event
        for i, (_, _, mention) in enumerate(line.sentence.mentions):
            if mention.kind == "date" and date is None and line.roles.get(i) in ("event", "death"):
                date = mention
            elif mention.kind == "location" and place is None and "demonym" not in mention.tags:
                place = mention
            elif mention.kind == "actor" and "person" in mention.tags:
                people[str(mention.value.value)] = None
    sort = lines[0].aside.sort if lines[0].aside else "other"
    kind = "tally" if sort == "period" else said or kind
    return _event(article, kind, date, place, tuple(people)[:PARTICIPANTS], places, used, main=False)


def _event(
    article: Article,
    kind: str | None,
    date: Mention | None,
    place: Mention | None,
    people: tuple[str, ...],
    places: Places,
    used: set[str],
    *,
    main: bool,
) -> EventMention:
    when = str(date.value.value)[:10] if date is not None else ""
    if when in UNKNOWN:
        when = ""
    where = str(place.value.value) if place is not None else None
    key = base = "/".join((kind or "event", (where or "somewhere").lower(), when or "undated"))
    number = 1
    while key in used:
        number += 1
        key = f"{base}#{number}"
    used.add(key)
    geonameid = place.value.geonameid if place is not None else None
    return EventMention(
        key=key,
        doc=article.doc,
        main=main,
        kind=kind,
        date_low=_day(date.value.low) if date is not None else None,
        date_high=_day(date.value.high) if date is not None else None,
        date=when or None,
        place=where,
        geonameid=geonameid,
        lat=place.value.lat if place is not None else None,
        lon=place.value.lon if place is not None else None,
        within=places.within(geonameid) if geonameid is not None else (),
        participants=people,
    )


def _day(value: float | None) -> int | None:
    return None if value is None else int(value)


def _names(story: Story) -> dict[str, int]:
    """How often each person and organisation is named: the salience of participants."""
    found: dict[str, int] = {}
    for line in story.lines:
        if line.names:
            weight = 3 if story.pages[line.page].headline else 1
            for name in line.names:
                found[name] = found.get(name, 0) + weight
    return found

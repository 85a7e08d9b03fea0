"""Small extractions for tests of linking: an article, its main event and the people it names."""

from __future__ import annotations

from claimcheck.model import Article, Claim, EventMention, Extraction


def extraction(
    doc: str,
    text: str,
    *,
    title: str = "",
    date: str = "",
    kind: str | None = None,
    place: str | None = None,
    geonameid: int | None = None,
    day: int | None = None,
    people: tuple[str, ...] = (),
    background: tuple[EventMention, ...] = (),
) -> Extraction:
    """What extract would give, as far as linking looks at it."""
    main = EventMention(
        key="main",
        doc=doc,
        main=True,
        kind=kind,
        date_low=day,
        date_high=day,
        date=str(day) if day is not None else None,
        place=place,
        geonameid=geonameid,
        participants=people,
    )
    claims = tuple(Claim(n, doc, "actor", n, n, 0, len(n), 1, 1, n, marks="person") for n in people)
    return Extraction(Article(doc, text, title, date), claims, (main, *background))

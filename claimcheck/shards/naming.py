"""Steps sixteen to eighteen: events get their ids, and the claims of their mentions.

assemble  an event of all its mentions
name      events that share kind, place and date: each gets an id of its own
deal      the claims of an article go to the events that it mentions
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.linking.background import background
from claimcheck.linking.events import Linked, event_from, own_id
from claimcheck.linking.strength import Strength
from claimcheck.model import EventMention
from claimcheck.shards.rows import article_row, claim_rows, event_row, extraction_from, mention_from
from claimcheck.shards.slip import Key, Plain, Rows, Slip


def by_assemble(key: Key, rows: Rows, *, corpus: bool) -> Iterator[Slip]:
    """An event, told to all who mention it. `corpus`: rules for whole corpora want to know which texts are copies."""
    group, how = "", None
    mentions: list[EventMention] = []
    for order, data in rows:
        if order[0] == "0":
            group, how = data
        else:
            mentions.append(mention_from(data))
    if how is None:
        linked = background(mentions)
    else:
        (link, reasons, loose), copies = how
        linked = Linked(tuple(mentions), Strength(link, reasons, loose), copies)
    event = event_from(linked)
    yield Slip("name", event.id, "\0".join(event.mentions[0]), (key, event.mentions[0]))
    yield Slip("judge", key, "0", event_row(event))
    for mention in mentions:
        yield Slip("deal", mention.doc, f"0{mention.key}", (mention.key, key, mention.main))
    if corpus and event.copies:
        yield Slip("corpus", group, f"0{event.mentions[0][0]}", event_row(event))


def by_name(key: Key, rows: Rows) -> Iterator[Slip]:
    """The final id of each event."""
    waiting: Plain = None
    for count, (_, data) in enumerate(rows):
        if count:
            if waiting:
                yield _named(str(key), waiting)
                waiting = None
            yield _named(str(key), data)
        else:
            waiting = data
    if waiting:
        yield Slip("judge", _key(waiting[0]), "1", key)


def _named(shared: str, data: Plain) -> Slip:
    event, first = data
    return Slip("judge", _key(event), "1", own_id(shared, first))


def _key(written: Plain) -> Key:
    return tuple(written)


def by_deal(key: Key, rows: Rows, *, texts: bool, corpus: bool) -> Iterator[Slip]:
    """Claims to events: all of an article to the one that it is about, to the others those that hang on a mention.

    `texts`: rules read the words of all articles that mention an event, not of those about it alone."""
    to: dict[Key, tuple[set[str], bool]] = {}
    told: Plain = None
    for order, data in rows:
        if order[0] == "0":
            mention, event, main = data
            keys, before = to.get(_key(event), (set(), False))
            to[_key(event)] = (keys | {mention}, before or main)
        else:
            told = data
    group, row = told
    extraction = extraction_from(row)
    bare = replace(extraction.article, text="", title="")
    for event, (keys, main) in to.items():
        claims = extraction.claims if main else [claim for claim in extraction.claims if claim.event in keys]
        article = extraction.article if main or texts else bare
        yield Slip("judge", event, f"2{key}", (main, article_row(article), claim_rows(claims)))
    if corpus:
        yield Slip("corpus", group, f"1{key}", row)

"""Steps fourteen and fifteen: the articles of each cluster meet, and their link is weighed.

gather  an article, its pairs and mentions go to its event; what it mentions beside goes by kind, place and day
event   how firmly the articles of one event are linked, and which of them are one text
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimcheck.linking.background import keys_of
from claimcheck.linking.candidates import Nearness, Pair
from claimcheck.linking.compare import Compares
from claimcheck.linking.copies import READ
from claimcheck.linking.corpus import Corpus
from claimcheck.linking.decisions import Decision
from claimcheck.linking.events import event_of
from claimcheck.linking.profile import Profile
from claimcheck.linking.strength import ALONE, TOLD, strength
from claimcheck.model import Extraction
from claimcheck.shards.clusters import Docs
from claimcheck.shards.rows import article_from, article_row, mention_from, mention_row, profile_from
from claimcheck.shards.slip import Key, Plain, Rows, Slip


def story(group: str, extraction: Extraction) -> Slip:
    """What an event is made of: the mentions of an article, and of its text what tells copies apart."""
    article = replace(extraction.article, text=extraction.article.text[:READ])
    return Slip("gather", article.doc, "3", (group, article_row(article), tuple(map(mention_row, extraction.events))))


def by_gather(key: Key, rows: Rows) -> Iterator[Slip]:
    """See above. Two days, if a mention may be of either, are one question: main mentions stand under both."""
    doc = str(key)
    leader, card, pairs, told = doc, None, (), None
    for order, data in rows:
        if order[0] == "0":
            leader = data
        elif order[0] == "1":
            card = data
        elif order[0] == "2":
            pairs = data
        else:
            told = data
    if told is None:
        return
    group, article, mentions = told
    main = mention_from(mentions[0])
    yield Slip("event", leader, doc, (group, article, mentions[0], card, pairs))
    for where in keys_of(main, group):
        yield Slip("background", where, f"0{leader}", leader)
        yield Slip("background", (*where[:3], where[3] - 1), f"1{leader}", leader)
    for row in mentions[1:]:
        mention = mention_from(row)
        keys = keys_of(mention, group)
        if keys:
            yield Slip("background", keys[0], f"2{doc}\0{mention.key}", (leader, len(keys) > 1, row))
        else:
            alone = ("alone", doc, mention.key)
            yield Slip("assemble", alone, "0", _how(group))
            yield Slip("assemble", alone, f"1{doc}", row)


def by_background(key: Key, rows: Rows) -> Iterator[Slip]:
    """What articles mention beside joins the first event of that kind, place and day that is not its own; else those
    that mention the same are an event."""
    here: str | None = None
    tomorrow: str | None = None
    apart: list[tuple[str, Plain]] = []
    group = str(key[0])
    for order, data in rows:
        if order[0] == "0":
            here = here if here is not None and here <= data else data
        elif order[0] == "1":
            tomorrow = tomorrow if tomorrow is not None and tomorrow <= data else data
        else:
            own, two, row = data
            event = here if here is not None else tomorrow if two else None
            if event is None:
                apart.append((order, row))
            elif event != own:
                yield Slip("assemble", ("event", event), order, row)
            else:
                alone = ("alone", row[1], row[0])  # document and key of the mention
                yield Slip("assemble", alone, "0", _how(group))
                yield Slip("assemble", alone, order, row)
    if apart:
        to = ("apart", *key)
        yield Slip("assemble", to, "0", _how(group))
        yield from (Slip("assemble", to, order, row) for order, row in apart)


def _how(group: str) -> Plain:
    return group, None


def by_event(key: Key, rows: Rows, together: Mapping[Docs, Decision], *, told: bool) -> Iterator[Slip]:
    """The link of one cluster. `told`: the articles are one event because the user says so."""
    group = ""
    members: list[tuple[Extraction, Plain, Plain]] = []
    for _, (group, article, main, card, pairs) in rows:  # noqa: B007  # all are of one group
        members.append((Extraction(article_from(article), (), (mention_from(main),)), card, pairs))
    if len(members) == 1:
        how = ALONE
    elif told:
        how = TOLD
    else:
        compares = _compares([(card, pairs) for _, card, pairs in members])
        number = {profile.doc: i for i, profile in enumerate(compares.profiles)}
        known = {(number[a], number[b]): d for (a, b), d in together.items() if a in number and b in number}
        how = strength(range(len(members)), compares, known)
    linked = event_of([extraction for extraction, _, _ in members], how)
    to = ("event", str(key))
    yield Slip("assemble", to, "0", (group, ((how.link, how.reasons, how.loose), linked.copies)))
    yield from (Slip("assemble", to, f"1{m.doc}", mention_row(m)) for m in linked.mentions)


def _compares(members: list[tuple[Plain, Plain]]) -> Compares:
    """What was compared, of these articles alone."""
    profiles: list[Profile] = []
    sizes: list[int] = []
    rarity: dict[str, float] = {}
    texts = 0
    for (size, texts, words, row), _ in members:  # noqa: B007  # one number of texts for all
        profiles.append(profile_from(row))
        sizes.append(size)
        rarity.update(words)
    number = {profile.doc: i for i, profile in enumerate(profiles)}
    cosines: dict[Pair, float] = {}
    points: dict[Pair, float] = {}
    usual = [0.0] * len(profiles)
    for a, (_, pairs) in enumerate(members):
        for other, cosine, value, own, theirs in pairs:
            if (b := number.get(other)) is not None:
                cosines[a, b], points[a, b] = cosine, value
                usual[a], usual[b] = own, theirs
    return Compares(profiles, Corpus(texts, {}, rarity), Nearness(cosines, usual), sizes, points)

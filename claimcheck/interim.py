"""Stands in for extract/ until that is there: every recogniser's mentions become claims without role or subject."""
# ruff: noqa
# mypy: ignore-errors

from __future__ import annotations

from bisect import bisect_right

from claimcheck.model import Article, Claim, EventMention, Extraction, Mention, stable_id
from claimcheck.text.passage import read_passage


def load_interim():
    readers = {}
    try:
        from claimcheck.temporal import load_temporal

        readers["temporal"] = load_temporal()
    except ImportError:
        pass
    try:
        from claimcheck.quantities import load_quantities

        readers["quantities"] = load_quantities()
    except ImportError:
        pass
    try:
        from claimcheck.lexicon import default_packs, load_lexicon

        readers["lexicon"] = load_lexicon(default_packs())
        from claimcheck.names import read_names

        readers["names"] = read_names
    except ImportError:
        pass
    try:
        from claimcheck.places import load_places

        readers["places"] = load_places()
    except ImportError:
        pass
    return lambda article: extract(article, readers)


def extract(article, readers):
    passages = [read_passage(article.text)]
    if article.title:
        passages.insert(0, read_passage(article.title, field="title"))
    found = [[] for _ in passages]
    if "temporal" in readers:
        for i, mentions in enumerate(readers["temporal"].read(passages, date=article.date)):
            found[i] += mentions
    names = [[] for _ in passages]
    if "quantities" in readers:
        for i, passage in enumerate(passages):
            found[i] += readers["quantities"].read(passage, [(m.start, m.end) for m in found[i]])
    if "names" in readers:
        for i, passage in enumerate(passages):
            names[i] = readers["names"](passage, readers["lexicon"].scan(passage))
            found[i] += names[i]
    if "places" in readers:
        for i, mentions in enumerate(readers["places"].read(passages, names=names)):
            found[i] += mentions
    claims = [c for p, ms in zip(passages, found) for c in claims_of(article, p, ms)]
    return Extraction(article, tuple(claims), (EventMention(key="?", doc=article.doc, main=True),))


def claims_of(article, passage, mentions):
    text = passage.text
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    base = article.line if passage.field == "text" else 1
    for m in sorted(mentions, key=lambda m: (m.start, m.end, m.kind)):
        row = bisect_right(breaks, m.start - 1)
        low, high = passage.sentences[passage.sentence_at(m.start)]
        v = m.value
        yield Claim(
            id=stable_id(article.doc, passage.field, m.kind, m.start, m.end, v.value),
            doc=article.doc, kind=m.kind, value=v.value, text=text[m.start : m.end], start=m.start, end=m.end,
            line=base + row, column=m.start - (breaks[row - 1] if row else -1), sentence=text[low:high],
            field=passage.field, subject=m.subject, qualifier=v.qualifier, low=v.low, high=v.high, unit=v.unit,
            timex=v.timex, lat=v.lat, lon=v.lon, geonameid=v.geonameid, marks=" ".join(m.tags) or None,
        )

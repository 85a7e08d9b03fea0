"""Steps eleven to thirteen: which articles are of one event.

parts    neighbours of neighbours: one group of rows, two documents each, over all of the corpus
route    the pairs of an article go to its part
cluster  the articles of one part, clustered as if there were no others: no two parts ever meet in an event
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.linking.clusters import Pair, cluster
from claimcheck.linking.days import other_day
from claimcheck.linking.scorecard import NEEDED
from claimcheck.model import EventMention
from claimcheck.shards.rows import mention_from
from claimcheck.shards.slip import Key, Plain, Rows, Slip

Docs = tuple[str, str]  # two documents, in order


def by_part(rows: Rows) -> Iterator[Slip]:
    """The first document of the part of each article that has a neighbour. Memory: 200 bytes for each such article."""
    above: dict[str, str] = {}
    for _, (a, b) in rows:
        low, high = sorted((_root(above, a), _root(above, b)))
        if low != high:
            above[high] = low
    for doc in list(above):
        yield Slip("route", doc, "0", _root(above, doc))


def _root(above: dict[str, str], doc: str) -> str:
    root = doc
    while (up := above.setdefault(root, root)) != root:
        root = up
    while above[doc] != root:
        above[doc], doc = root, above[doc]
    return root


def by_route(key: Key, rows: Rows) -> Iterator[Slip]:
    """An article and its pairs to its part; without neighbours it is an event of its own."""
    doc, part = str(key), ""
    alone, main = True, None
    pairs: list[Plain] = []
    for order, data in rows:
        if order[0] == "0":
            alone, part = False, data
        elif order[0] == "1":
            main = data
        else:
            pairs.append(data)
    if alone:
        yield Slip("gather", doc, "0", doc)
    else:
        yield Slip("cluster", part, doc, (doc, main, [(other, points) for other, _, points, *_ in pairs]))
        yield Slip("gather", doc, "2", pairs)


def by_cluster(rows: Rows, apart: Collection[Docs], together: Collection[Docs]) -> Iterator[Slip]:
    """The first document of its cluster, to each document of a part."""
    docs: list[str] = []
    mains: list[EventMention] = []
    pairs: list[tuple[str, list[tuple[str, float]]]] = []
    for _, (doc, main, known) in rows:
        docs.append(doc)
        mains.append(mention_from(main))
        pairs.append((doc, known))
    number = {doc: i for i, doc in enumerate(docs)}
    points = {(number[a], number[b]): value for a, known in pairs for b, value in known if b in number}
    for members in cluster(
        len(docs),
        dict(sorted(points.items())),
        needed=NEEDED,
        apart=_numbered(apart, number),
        together=_numbered(together, number),
        barred=lambda a, b: other_day(mains, a, b),
    ):
        yield from (Slip("gather", docs[i], "0", docs[members[0]]) for i in members)


def _numbered(pairs: Collection[Docs], number: dict[str, int]) -> list[Pair]:
    return [(number[a], number[b]) for a, b in pairs if a in number and b in number]

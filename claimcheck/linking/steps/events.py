"""Step 7: clusters to events, with the background mentions that are of them, in the order of their first documents."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.linking.background import background, keys_of
from claimcheck.linking.events import Linked, event_from, own_id
from claimcheck.linking.steps.clustered import Cluster
from claimcheck.linking.strength import ALONE, Strength
from claimcheck.model import Event, EventMention
from claimcheck.rows import event_row
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Rows, Shelf
from claimcheck.spill.sorter import Sorter, key_of
from claimcheck.spill.table import Table

_BITS = 20  # of the number of a mention in its article
_AT = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class EventRows:
    """Events in order: rows of the event and of the numbers of its documents, in their order. `shared`: digests of ids
    that several events have, which is known when all are there."""

    rows: Rows
    shared: Table

    def __len__(self) -> int:
        return len(self.rows)

    def event(self, at: int) -> tuple[Event, list[int]]:
        """An event, by its final id, and the numbers of its documents."""
        row, numbers = marshal.loads(self.rows[at])
        event = Event(*row)
        if key_of(event.id) in self.shared:
            event = replace(event, id=own_id(event.id, event.mentions[0]))
        return event, list(array("I", numbers))


@dataclass(frozen=True, slots=True)
class _Clusters:
    """Clusters of several articles: `owner` is the first article of each article's cluster."""

    rows: Rows
    at: dict[int, int]  # first article -> row
    owner: array[int]

    def of(self, number: int) -> Cluster:
        """The cluster that begins with an article."""
        if (at := self.at.get(number)) is None:
            return [number], ALONE.link, (), (), ()
        made: Cluster = marshal.loads(self.rows[at])
        return made


class Mentions:
    """The event mentions of each article."""

    def __init__(self, rows: Rows, groups: Sequence[int]) -> None:
        self._rows, self._groups = rows, groups

    def of(self, number: int) -> list[EventMention]:
        """Those of one article, the main one first."""
        return [EventMention(*row) for row in marshal.loads(self._rows[number])]

    def keys(self, number: int, mention: EventMention) -> list[int]:
        """What an event of one kind, place and day is found by."""
        return [key_of(*key) for key in keys_of(mention, str(self._groups[number]))]


def events_of(folder: Folder, clusters: Iterable[Cluster], mentions: Mentions, size: int) -> EventRows:
    """All events of a corpus of `size` articles."""
    made = _clusters(folder, clusters, size)
    where = Sorter(folder, "where")
    for number in range(size):
        where.extend(mentions.keys(number, mentions.of(number)[0]), made.owner[number])
    table = Table(folder, "where", ((key, (int(owners[0]),)) for key, owners in where.groups()))
    beside = _backgrounds(folder, made, mentions, table, size)
    rows, ids = Shelf(folder, "events"), Sorter(folder, "ids")
    joined, others = _InOrder(beside.joined), _InOrder(beside.others)
    for number in range(size):
        groups = [list(array("Q", beside.rows[at])) for at in others.of(number)]
        found = list(_begun(number, made, mentions, joined.of(number), groups))
        for event, numbers in sorted(found, key=lambda pair: pair[0].mentions[0]):
            rows.add(marshal.dumps((event_row(event), array("I", numbers).tobytes())))
            ids.add(key_of(event.id), 0)
    shared = Table(folder, "shared", ((key, ()) for key, same in ids.groups() if len(same) > 1))
    return EventRows(rows.rows(), shared)


def _clusters(folder: Folder, clusters: Iterable[Cluster], size: int) -> _Clusters:
    shelf, at, owner = Shelf(folder, "clusters"), dict[int, int](), array("I", range(size))
    for row in clusters:
        members = row[0]
        at[members[0]] = shelf.add(marshal.dumps(row))
        for member in members:
            owner[member] = members[0]
    return _Clusters(shelf.rows(), at, owner)


def _begun(
    number: int, made: _Clusters, mentions: Mentions, joins: Iterable[int], groups: Iterable[list[int]]
) -> Iterator[tuple[Event, list[int]]]:
    """The events of which an article is the first document, and the numbers of all their documents."""
    if made.owner[number] == number:
        members, link, reasons, loose, copies = made.of(number)
        said = [mentions.of(member)[0] for member in members]
        packed = list(joins)
        said += [mentions.of(one >> _BITS)[one & _AT] for one in packed]
        numbers = sorted({*members, *(one >> _BITS for one in packed)})
        yield event_from(Linked(tuple(said), Strength(link, reasons, loose), copies)), numbers
    for packed in groups:
        said = [mentions.of(one >> _BITS)[one & _AT] for one in packed]
        yield event_from(background(said)), sorted({one >> _BITS for one in packed})


@dataclass(frozen=True, slots=True)
class _Backgrounds:
    """Background mentions, each as the number of its article and its own number there in one number.

    joined  under the first article of the event that they join
    others  under the first article of an event of their own, the place of its mentions in `rows`"""

    joined: Sorter
    others: Sorter
    rows: Rows


def _backgrounds(folder: Folder, made: _Clusters, mentions: Mentions, where: Table, size: int) -> _Backgrounds:
    """Where each background mention belongs."""
    joined, others = (Sorter(folder, name, kind="Q", span=size) for name in ("joined", "others"))
    apart, shelf = Sorter(folder, "apart", kind="Q"), Shelf(folder, "backgrounds")
    for number in range(size):
        for at, mention in enumerate(mentions.of(number)[1:], 1):
            packed = number << _BITS | at
            keys = mentions.keys(number, mention)
            owners = next((found for key in keys if (found := where.get(key))), None)
            if owners and owners[0] != made.owner[number]:
                joined.add(owners[0], packed)
            elif keys and not owners:
                apart.add(keys[0], packed)
            else:
                others.add(number, shelf.add(array("Q", [packed]).tobytes()))
    for _, values in apart.groups():
        group = array("Q", map(int, values))
        others.add(group[0] >> _BITS, shelf.add(group.tobytes()))
    return _Backgrounds(joined, others, shelf.rows())


class _InOrder:
    """The values of a sorter under one number after the other."""

    def __init__(self, sorter: Sorter) -> None:
        self._groups = sorter.groups()
        self._next = next(self._groups, None)

    def of(self, number: int) -> list[int]:
        """The values under a number that is greater than all asked for before."""
        if self._next is None or self._next[0] != number:
            return []
        found, self._next = self._next[1], next(self._groups, None)
        return [int(value) for value in found]

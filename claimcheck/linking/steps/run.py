"""All steps of linking, one after the other: the same events as `link`, of a corpus that memory does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.linking.decisions import Decision
from claimcheck.linking.link import decided
from claimcheck.linking.steps.clustered import Join, clusters_found, clusters_told
from claimcheck.linking.steps.counted import count_words
from claimcheck.linking.steps.events import EventRows, Mentions, events_of
from claimcheck.linking.steps.paired import compare_pairs
from claimcheck.linking.steps.repeated import repeated_lines
from claimcheck.linking.steps.shelved import Shelved
from claimcheck.linking.steps.step import Work
from claimcheck.spill.folder import Folder


@dataclass(frozen=True, slots=True)
class Linking:
    """The events, and how many pairs of articles on one place and week were too many to compare."""

    events: EventRows
    cut: int


def linked(
    folder: Folder, shelved: Shelved, work: Work, *, same_event: bool = False, decisions: Sequence[Decision] = ()
) -> Linking:
    """Link the articles on the shelves. Raises ClaimcheckError where an editor's decisions contradict each other."""
    repeated = repeated_lines(folder, shelved)
    for number in shelved.changed:
        repeated.has[number] = 1  # to be read anew
    counted = count_words(folder, shelved, repeated, work)
    mentions = Mentions(counted.mentions, shelved.groups)
    if same_event:
        return Linking(events_of(folder, clusters_told(folder, shelved, work), mentions, len(shelved)), 0)
    docs = [shelved.article(number).doc for number in range(len(shelved))] if decisions else []
    together, apart = decided(docs, shelved.groups, decisions)
    pairs = compare_pairs(folder, counted.profiles, counted.words, repeated.days, shelved.groups, work)
    join = Join(shelved, counted.profiles, counted.words, pairs, together, apart)
    return Linking(events_of(folder, clusters_found(folder, join, work), mentions, len(shelved)), pairs.cut)

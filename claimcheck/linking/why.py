"""Why two articles are linked, or are not: the scorecard line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.errors import ClaimcheckError
from claimcheck.linking.compare import compare
from claimcheck.linking.decisions import Decision, find_article
from claimcheck.linking.link import decided, link
from claimcheck.linking.scorecard import NEEDED, Evidence, start, total
from claimcheck.linking.several import with_several
from claimcheck.model import Event, Extraction


@dataclass(frozen=True, slots=True)
class Why:
    """The answer. `event` is the one event of both, if they are linked; `points` the sum of `start` and the evidence.

    Two articles with points enough can still be apart (the articles around them speak against it), and two with too few
    together (those around them speak for it): the average over both groups decides.
    """

    a: str
    b: str
    size: int  # articles that are compared with each other
    start: float
    evidence: tuple[Evidence, ...]
    points: float
    needed: float
    event: Event | None
    decision: str = ""

    def lines(self) -> list[str]:
        """The answer as text, a line of the scorecard each."""
        rows = [f"{self.start:+6.2f}  before any evidence, among {self.size} articles"]
        rows += [f"{e.points:+6.2f}  {e.name}: {e.words}" for e in self.evidence]
        rows.append(
            f"{self.points:+6.2f}  in all; {self.needed:+.2f} is needed on average between all articles of an event"
        )
        if self.decision:
            rows.append(f"        {self.decision}")
        if self.event is None:
            rows.append("        not linked")
        else:
            rows.append(f"        linked ({self.event.link}): {'; '.join(self.event.reasons)}")
        return rows


def why(
    extractions: Sequence[Extraction],
    a: str,
    b: str,
    *,
    same_event: bool = False,
    group_of: Callable[[str], str] | None = None,
    decisions: Sequence[Decision] = (),
) -> Why:
    """Compare two articles of a corpus (`a`, `b`: documents, or the ends of their paths). Raises ClaimcheckError where
    there is no such article, or more than one."""
    ordered = sorted(map(with_several, extractions), key=lambda extraction: extraction.article.doc)
    docs = [x.article.doc for x in ordered]
    first, second = (_position(docs, written) for written in (a, b))
    groups = [group_of(doc) if group_of else "" for doc in docs]
    compares = compare(ordered, groups)
    evidence = compares.evidence(first, second)
    size = compares.sizes[first]
    events = link(ordered, same_event=same_event, group_of=group_of, decisions=decisions)
    both = {docs[first], docs[second]}
    event = next((e for e in events if both <= set(e.main_documents)), None)
    together, apart = decided(docs, groups, decisions)
    pair = (min(first, second), max(first, second))
    said = together.get(pair) or apart.get(pair)
    return Why(
        a=docs[first],
        b=docs[second],
        size=size,
        start=start(size),
        evidence=evidence,
        points=total(evidence, size),
        needed=NEEDED,
        event=event,
        decision=said.says() if said else "",
    )


def _position(docs: Sequence[str], written: str) -> int:
    found = find_article(written, docs)
    if found is None:
        raise ClaimcheckError(f"no article {written}, or more than one whose path ends so")
    return docs.index(found)

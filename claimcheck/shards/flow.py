"""The whole flow: what an article contributes, the steps in order, and the answer put together again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.linking.decisions import Decision
from claimcheck.linking.link import decided
from claimcheck.linking.several import with_several
from claimcheck.model import Extraction
from claimcheck.shards import clusters, gathering, judging, naming, pairs, sites, wordcounts
from claimcheck.shards.clusters import Docs
from claimcheck.shards.rows import event_from_row, extraction_row
from claimcheck.shards.slip import Plain, Slip, Work

if TYPE_CHECKING:
    from claimcheck.checks.check import AnyRule, Scope
    from claimcheck.checks.judge import Judgement
    from claimcheck.checks.panel import Panel

_COMPARING = (
    "line",
    "site",
    "verdict",
    "profile",
    "words",
    "word",
    "vector",
    "crowd",
    "card",
    "pair",
    "near",
    "points",
    "parts",
)
_LINKING = (*_COMPARING, "route", "cluster")
_TELLING = ("gather", "event", "background", "assemble", "name", "deal", "judge", "corpus", "tally")


def contribution(group: str, extraction: Extraction, *, same_event: bool) -> Iterator[Slip]:
    """All that the steps need of one article. `group`: within which it may be compared."""
    extraction = with_several(extraction)
    doc, row = extraction.article.doc, extraction_row(extraction)
    if same_event:
        yield Slip("lead", group, doc, doc)
    else:
        yield from sites.pages(extraction)
        yield Slip("profile", doc, "1", (group, row))
    yield gathering.story(group, extraction)
    yield Slip("deal", doc, "1", (group, row))


def joined(together: Iterable[Docs]) -> Iterator[Slip]:
    """Pairs that an editor joined are neighbours."""
    yield from (Slip("parts", "", f"{a}\0{b}", (a, b)) for a, b in together)


def decisions_of(
    docs: Sequence[str], groups: Sequence[str], decisions: Sequence[Decision]
) -> tuple[tuple[tuple[Docs, Decision], ...], tuple[Docs, ...]]:
    """The pairs of documents that an editor joined, and those held apart. `docs` in order, with the group of each; it
    is enough to name those whose path ends like one that a decision names."""
    together, apart = decided(docs, groups, decisions)
    return tuple(((docs[a], docs[b]), d) for (a, b), d in together.items()), tuple((docs[a], docs[b]) for a, b in apart)


@dataclass(frozen=True, slots=True)
class Linking:
    """The steps from articles to events, and to findings where there are rules.

    together, apart  an editor's decisions, pair by pair of documents
    buckets          into how many parts the words of the corpus are cut; the answer does not depend on it
    """

    same_event: bool = False
    together: tuple[tuple[Docs, Decision], ...] = ()
    apart: tuple[Docs, ...] = ()
    rules: Callable[[], Sequence[AnyRule]] | None = None
    buckets: int = 1

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps, in order."""
        return ("lead", *_TELLING) if self.same_event else (*_LINKING, *_TELLING)

    def build(self) -> dict[str, Work]:
        """The steps."""
        rules = self.rules() if self.rules else ()
        joined = dict(self.together)
        panels = _panels(rules)
        texts = "event" in panels and panels["event"].reads_texts
        corpus = "corpus" in panels
        return {
            "lead": lambda _key, rows: _lead([doc for _, doc in rows]),
            "line": sites.by_line,
            "site": sites.by_site,
            "verdict": sites.by_verdict,
            "profile": lambda _key, rows: sites.by_profile(rows, self.buckets),
            "words": wordcounts.by_words,
            "word": wordcounts.by_word,
            "vector": lambda _key, rows: wordcounts.by_vector(rows),
            "crowd": pairs.by_crowd,
            "card": pairs.by_card,
            "pair": pairs.by_pair,
            "near": pairs.by_near,
            "points": pairs.by_points,
            "parts": lambda _key, rows: clusters.by_part(rows),
            "route": clusters.by_route,
            "cluster": lambda _key, rows: clusters.by_cluster(rows, self.apart, joined),
            "gather": gathering.by_gather,
            "event": lambda key, rows: gathering.by_event(key, rows, joined, told=self.same_event),
            "background": gathering.by_background,
            "assemble": lambda key, rows: naming.by_assemble(key, rows, corpus=corpus),
            "name": naming.by_name,
            "deal": lambda key, rows: naming.by_deal(key, rows, texts=texts, corpus=corpus),
            "judge": lambda key, rows: judging.by_judge(key, rows, panels),
            "corpus": lambda key, rows: judging.by_corpus(key, rows, panels["corpus"]),
            "tally": lambda _key, rows: judging.by_tally(rows),
        }


def _panels(rules: Sequence[AnyRule]) -> dict[Scope, Panel]:
    if not rules:
        return {}
    from claimcheck.checks.panel import panels_of

    return panels_of(rules)


def _lead(docs: Sequence[str]) -> Iterator[Slip]:
    yield from (Slip("gather", doc, "0", docs[0]) for doc in docs)


def place_of_event(row: Plain) -> tuple[tuple[str, ...], str]:
    """What events are sorted by, of the row of one: where it is mentioned first, and its id."""
    event = event_from_row(row)
    return tuple(event.mentions[0]), event.id


def conclusion_from(tallies: Sequence[Plain], rules: Sequence[AnyRule]) -> Judgement:
    """The rules that compared nothing, and how much the others did."""
    from claimcheck.checks.judge import Said, concluded

    return concluded(Said([], [], judging.tally_of(rules, tallies)), rules)

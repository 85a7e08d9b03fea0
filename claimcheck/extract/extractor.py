"""The extraction of one article: every reader, then what their mentions are claims of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path

from claimcheck.extract.claims import claims_of
from claimcheck.extract.events import events_of
from claimcheck.extract.roles import Role, load_roles
from claimcheck.extract.scene import within, within_names
from claimcheck.extract.sentences import cut
from claimcheck.extract.story import Story
from claimcheck.kinds import KINDS
from claimcheck.lexicon import Hit, Lexicon, load_lexicon
from claimcheck.model import Article, Extraction, Mention, Value
from claimcheck.names import Names, load_names
from claimcheck.patterns import Patterns, load_patterns
from claimcheck.places import Places, load_places
from claimcheck.quantities import Quantities, load_quantities
from claimcheck.temporal import Temporal, load_temporal
from claimcheck.text.passage import Passage, read_passage

_order = attrgetter("start", "end", "kind")
_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D"}  # of TIMEX3 durations


@dataclass(frozen=True, slots=True)
class Extractor:
    """All readers, built once a process. Holds no state between articles."""

    lexicon: Lexicon
    patterns: Patterns
    names: Names
    temporal: Temporal
    quantities: Quantities
    places: Places
    roles: Mapping[str, Role]
    abbreviations: frozenset[str]
    go_on: frozenset[str]

    def extract(self, article: Article) -> Extraction:
        """The claims and local events of an article. Pure: the same article gives the same extraction."""
        return self.extract_all([article])[0]

    def extract_all(self, articles: Sequence[Article]) -> list[Extraction]:
        """The same of several articles, stage by stage: what one reader needs (its code, its tables) drives out of the
        processor's caches what another needs, so that sixteen short articles together take a seventh less time than
        one by one. All that is found in them is held at once: hand over little text."""
        passages = [self.passages(a) for a in articles]
        hits = [[self.lexicon.scan(p) for p in ps] for ps in passages]
        found = self.mentions(articles, passages, hits)
        read = zip(passages, hits, found, strict=True)
        pages = [[cut(p, h, m) for p, h, m in zip(ps, hs, ms, strict=True)] for ps, hs, ms in read]
        stories = [Story(page, self.roles, self.places, a.date) for a, page in zip(articles, pages, strict=True)]
        events = [events_of(a, story, self.places) for a, story in zip(articles, stories, strict=True)]
        claims = [claims_of(a, story, local) for a, story, local in zip(articles, stories, events, strict=True)]
        return [Extraction(a, tuple(c), tuple(e)) for a, c, e in zip(articles, claims, events, strict=True)]

    def passages(self, article: Article) -> list[Passage]:
        """The passages of an article: its title, where it has one, and its text."""
        text = read_passage(article.text, abbreviations=self.abbreviations, go_on=self.go_on)
        if not article.title:
            return [text]
        title = read_passage(article.title, field="title", abbreviations=self.abbreviations, go_on=self.go_on)
        return [title, text]

    def mentions(
        self, articles: Sequence[Article], passages: Sequence[list[Passage]], hits: Sequence[list[list[Hit]]]
    ) -> list[list[list[Mention]]]:
        """Every reader's mentions, by article, passage and offset."""
        times = self.temporal.read_all(passages, dates=[a.date for a in articles])
        names = [self.names.read(ps) for ps in passages]
        people = [[[m for m in found if "person" in m.tags] for found in ns] for ns in names]
        places = self.places.read_all(passages, names=people)
        dated = [_outside(t, p) for ts, pp in zip(times, people, strict=True) for t, p in zip(ts, pp, strict=True)]
        taken = [[(m.start, m.end) for m in found] for found in dated]
        flat = list(chain.from_iterable(passages))  # from here on no passage knows of another
        amounts = [self.quantities.read(passage, spans) for passage, spans in zip(flat, taken, strict=True)]
        scenes = [self.patterns.scene(p, h) for p, h in zip(flat, chain.from_iterable(hits), strict=True)]
        stated = [self.patterns.read(scene) for scene in scenes]
        sorts = (dated, amounts, chain.from_iterable(names), chain.from_iterable(places), stated)
        found = [_merged(*of_one) for of_one in zip(*sorts, strict=True)]
        qualified = iter([self.patterns.qualify(s, m) for s, m in zip(scenes, found, strict=True)])
        return [[next(qualified) for _ in ps] for ps in passages]


def _merged(
    times: list[Mention], amounts: list[Mention], names: list[Mention], places: list[Mention], stated: list[Mention]
) -> list[Mention]:
    """The mentions of all readers in one passage, by offset."""
    found = [*times, *map(_ages_last, amounts), *names, *within_names(places, names), *stated]
    found.sort(key=_order)
    return found


def _outside(times: list[Mention], people: list[Mention]) -> list[Mention]:
    """The times that are no part of a person's name: `April Smith`, `Autumn Jones`."""
    if not (times and people):
        return times
    inside = within(people)
    return [t for t in times if not inside(t)]


def _ages_last(mention: Mention) -> Mention:
    """An age is a length of life, however it is written: "Ann Lee, 54" and "54-year-old" are of one kind."""
    if "age" not in mention.tags:
        return mention
    letter = _LETTERS.get(mention.value.unit or "")
    value = _length(f"P{mention.value.value}{letter}") if letter else None
    return replace(mention, kind="duration", value=value) if value else mention


@lru_cache(maxsize=1024)
def _length(timex: str) -> Value | None:
    """The same few ages come again and again."""
    return KINDS["duration"].normalise(timex)


def load_extractor(packs: Sequence[Path] | None = None) -> Extractor:
    """Build the readers from the packs (the shipped ones, without `packs`)."""
    lexicon = load_lexicon(packs)
    return Extractor(
        lexicon=lexicon,
        patterns=load_patterns(packs),
        names=load_names(packs),
        temporal=load_temporal(),
        quantities=load_quantities(),
        places=load_places(),
        roles=load_roles(packs),
        abbreviations=lexicon.words("abbreviation"),
        go_on=lexicon.words("after-hour"),
    )

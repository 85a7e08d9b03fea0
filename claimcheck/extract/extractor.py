"""The extraction of one article: every reader, then what their mentions are claims of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.extract.claims import claims_of
from claimcheck.extract.events import events_of
from claimcheck.extract.roles import Role, load_roles
from claimcheck.extract.scene import within_names
from claimcheck.extract.sentences import cut
from claimcheck.extract.story import Story
from claimcheck.kinds import KINDS
from claimcheck.lexicon import Hit, Lexicon, load_lexicon
from claimcheck.model import Article, Extraction, Mention
from claimcheck.names import Names, load_names
from claimcheck.patterns import Patterns, load_patterns
from claimcheck.places import Places, load_places
from claimcheck.quantities import Quantities, load_quantities
from claimcheck.temporal import Temporal, load_temporal
from claimcheck.text.passage import Passage, read_passage

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
        passages = self.passages(article)
        hits = [self.lexicon.scan(p) for p in passages]
        found = self.mentions(article, passages, hits)
        pages = [cut(p, h, m) for p, h, m in zip(passages, hits, found, strict=True)]
        story = Story(pages, self.roles, self.places)
        events = events_of(article, story, self.places)
        return Extraction(article, tuple(claims_of(article, story, events)), tuple(events))

    def passages(self, article: Article) -> list[Passage]:
        """The passages of an article: its title, where it has one, and its text."""
        text = read_passage(article.text, abbreviations=self.abbreviations, go_on=self.go_on)
        if not article.title:
            return [text]
        title = read_passage(article.title, field="title", abbreviations=self.abbreviations, go_on=self.go_on)
        return [title, text]

    def mentions(self, article: Article, passages: Sequence[Passage], hits: Sequence[list[Hit]]) -> list[list[Mention]]:
        """Every reader's mentions, by passage and offset."""
        times = self.temporal.read(passages, date=article.date)
        names = self.names.read(passages)
        people = [[m for m in found if "person" in m.tags] for found in names]
        places = self.places.read(passages, names=people)
        found = []
        for i, passage in enumerate(passages):
            times[i] = _outside(times[i], people[i])
            taken = [(m.start, m.end) for m in times[i]]
            scene = self.patterns.scene(passage, hits[i])
            mentions = [
                *times[i],
                *map(_ages_last, self.quantities.read(passage, taken)),
                *names[i],
                *within_names(places[i], names[i]),
                *self.patterns.read(scene),
            ]
            mentions.sort(key=_order)
            found.append(self.patterns.qualify(scene, mentions))
        return found


def _outside(times: list[Mention], people: list[Mention]) -> list[Mention]:
    """The times that are no part of a person's name: `April Smith`, `Autumn Jones`."""
    spans = [(m.start, m.end) for m in people]
    return [t for t in times if not any(s <= t.start and t.end <= e for s, e in spans)] if spans else times


def _ages_last(mention: Mention) -> Mention:
    """An age is a length of life, however it is written: "Ann Lee, 54" and "54-year-old" are of one kind."""
    letter = _LETTERS.get(mention.value.unit or "") if "age" in mention.tags else None
    value = KINDS["duration"].normalise(f"P{mention.value.value}{letter}") if letter else None
    return replace(mention, kind="duration", value=value) if value else mention


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.kind


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

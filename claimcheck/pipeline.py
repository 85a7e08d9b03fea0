"""The story of a run on one page: load, extract, link, judge, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck import sources
from claimcheck.config import Config
from claimcheck.engines import ENGINES
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article, Extraction
from claimcheck.sources import Note
from claimcheck.stages import Extract


@dataclass(slots=True)
class Reading:
    """What is told and counted while articles are read. `files`: the file of each document, if grouping asks."""

    tell: Callable[[Note], None]
    progress: Callable[[int], None] = lambda _count: None
    articles: int = 0
    unread: int = 0
    files: dict[str, str] = field(default_factory=dict)

    def note(self, note: Note) -> None:
        """Pass a note on, and count what was not read."""
        self.unread += note.unread
        self.tell(note)


def read_claims(config: Config, reading: Reading, *, never: frozenset[str] = frozenset()) -> Iterator[Extraction]:
    """The claims of every article, in the order of the files and of the records in them.

    Raises ClaimcheckError where a path does not exist, and at the end where no article was read.
    """
    for made in ENGINES[config.engine].map(Extract(), _articles(config, reading, never), jobs=config.jobs):
        if isinstance(made, Note):
            reading.note(made)
            continue
        reading.articles += 1
        reading.progress(reading.articles)
        yield made
    if not reading.articles and not config.allow_empty:
        what = " and ".join(config.paths[:3]) + (" and others" if len(config.paths) > 3 else "")
        unread = f": {reading.unread} could not be read" if reading.unread else f" in {what}"
        raise ClaimcheckError(f"no article read{unread} (--allow-empty makes this fine)")


def _articles(config: Config, reading: Reading, never: frozenset[str]) -> Iterator[Article]:
    own = frozenset(os.path.realpath(path) for path in (config.links, config.baseline) if path) | never
    for found in sources.walk(config.paths, suffixes=sources.suffixes(), never=own):
        for item in (found,) if isinstance(found, Note) else sources.read_file(found, max_size=config.max_size):
            if isinstance(item, Note):
                reading.note(item)
                continue
            if config.group_by and not isinstance(found, Note):
                reading.files[item.doc] = found.path
            yield item


def group_of(config: Config, reading: Reading) -> Callable[[str], str]:
    """Document -> the group within which it may be compared: its file, its folder, or one for all."""
    if config.group_by == "file":
        return lambda doc: reading.files[doc]
    if config.group_by == "folder":
        return lambda doc: str(Path(reading.files[doc]).parent)
    return lambda _doc: ""

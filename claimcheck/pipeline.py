"""The story of a run on one page: load, extract, link, judge, report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from claimcheck import sources
from claimcheck.engines import ENGINES
from claimcheck.model import Article, Extraction
from claimcheck.sources import Note
from claimcheck.stages import Extract


def read_claims(paths: Collection[str], *, on_note: Callable[[Note], None]) -> Iterator[Extraction]:
    """The claims of every article, in the order of the articles."""

    def articles() -> Iterator[Article]:
        for item in sources.load(paths):
            if isinstance(item, Note):
                on_note(item)
            else:
                yield item

    return ENGINES["serial"].map(Extract(), articles(), jobs=1)

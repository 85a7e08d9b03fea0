"""The stages of a run as recipes: small, picklable, each builds what it needs where the work is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.errors import Problem
from claimcheck.language import load_languages
from claimcheck.model import Article, Extraction
from claimcheck.sources import Note


@dataclass(frozen=True, slots=True)
class Extract:
    """One article to its claims and events; a note where no pack covers its language."""

    def build(self) -> Callable[[Article], Extraction | Note]:
        """Load the packs once; the returned function reads one article."""
        refuse = load_languages().refuse
        extract = _extractor()

        def read(article: Article) -> Extraction | Note:
            reason = refuse(article)
            return Note(Problem(article.doc, reason)) if reason else extract(article)

        return read


def _extractor() -> Callable[[Article], Extraction]:
    try:
        from claimcheck.extract import load_extractor  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        from claimcheck.interim import load_interim

        stand_in: Callable[[Article], Extraction] = load_interim()  # type: ignore[no-untyped-call]
        return stand_in
    read: Callable[[Article], Extraction] = load_extractor().extract
    return read

"""The stages of a run as recipes: small, picklable, each builds what it needs where the work is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.interim import load_interim
from claimcheck.model import Article, Extraction


@dataclass(frozen=True, slots=True)
class Extract:
    """One article to its claims and events."""

    packs: tuple[str, ...] = ()

    def build(self) -> Callable[[Article], Extraction]:
        """Load the packs once; the returned function reads one article."""
        try:
            from claimcheck.extract import load_extractor  # type: ignore[attr-defined,unused-ignore]
        except ImportError:
            return load_interim()
        read: Callable[[Article], Extraction] = load_extractor().extract
        return read

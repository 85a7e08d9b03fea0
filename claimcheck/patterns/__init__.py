"""Patterns of the packs: short sequences of words and vocabulary that state a channel, an origin, a precedent, ..."""

from claimcheck.patterns.reader import Patterns, load_patterns

__all__ = ["Patterns", "load_patterns"]

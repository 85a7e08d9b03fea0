"""From mentions to claims: what a number counts, who says so, and of which event."""

from claimcheck.extract.extractor import Extractor, load_extractor

__all__ = ["Extractor", "load_extractor"]

"""Times, dates, durations and how often: read from news English and anchored to the article's date."""

from claimcheck.temporal.reader import Temporal, load_temporal

__all__ = ["Temporal", "load_temporal"]

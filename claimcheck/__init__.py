"""claimcheck: a linter for facts. It lists what cannot all be true in a folder of articles."""

__version__ = "0.1.0"

"""Names of persons, organisations and offices: what a capital letter is evidence of, and who `the mayor` is."""

from claimcheck.names.reader import Names, load_names

__all__ = ["Names", "load_names"]

"""Quantities: counts, ordinals, money and measures in a passage."""

from __future__ import annotations

from claimcheck.kinds.wording import numerals
from claimcheck.quantities.gates import NOTHING
from claimcheck.quantities.reader import Quantities
from claimcheck.quantities.tables import context

__all__ = ["Quantities", "load_quantities"]


def load_quantities() -> Quantities:
    """The reader with the tables of pack core. Raises ClaimcheckError where a table is broken."""
    return Quantities(numerals(), context(), numerals().words() | NOTHING)

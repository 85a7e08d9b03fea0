"""The vocabulary of the packs, and the one pass that finds it in a text."""

from claimcheck.lexicon.entries import Entry, Hit
from claimcheck.lexicon.matcher import Lexicon
from claimcheck.lexicon.packs import default_packs, load_lexicon

__all__ = ["Entry", "Hit", "Lexicon", "default_packs", "load_lexicon"]

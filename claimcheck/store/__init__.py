"""The cache: what was read of each article, and what came of whole runs, so that nothing unchanged is read again.

It never decides anything: a row that is missing, damaged or cannot be written costs time and no result.
"""

from claimcheck.store.extractions import Extractions
from claimcheck.store.folder import cache_folder
from claimcheck.store.runs import Runs
from claimcheck.store.version import key_of_article, version_of

__all__ = ["Extractions", "Runs", "cache_folder", "key_of_article", "version_of"]

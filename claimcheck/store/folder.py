"""Where the cache is: the user's cache folder as the platform has it, never in the corpus."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "CLAIMCHECK_CACHE_DIR"


def cache_folder() -> Path:
    """The folder, whether it is there or not. `CLAIMCHECK_CACHE_DIR` names another."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "claimcheck"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "claimcheck" / "Cache"
    written = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(written) if Path(written).is_absolute() else Path.home() / ".cache") / "claimcheck"

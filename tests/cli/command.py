"""`claimcheck ARGUMENTS` in a process of its own, as a user has it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_CACHE = tempfile.TemporaryDirectory(prefix="claimcheck-tests-")
_CALM = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
_CALM["CLAIMCHECK_CACHE_DIR"] = _CACHE.name
HEARS = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "  # also where tests run in background
)
COMMAND = [sys.executable, "-c", HEARS + "from claimcheck.cli import main; main()"]


@dataclass(frozen=True)
class Done:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line on stderr."""
        return (self.err.splitlines() or [""])[-1]


def claimcheck(*arguments: str | Path, given: bytes = b"", folder: Path | None = None, **environment: str) -> Done:
    """Run it to its end."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=folder,
        env={**_CALM, **environment},
        timeout=120,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

"""Standard output and error as the command line needs them: there, in UTF-8, and quiet once nobody reads them."""

from __future__ import annotations

import os
import sys


def prepare() -> None:
    """Bytes out depend on bytes in, never on the locale. What would go to a closed stream goes nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def drop_output() -> None:
    """Send what is still to be printed nowhere: whoever read it is gone, or there is no room for it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""The command line: the only code that prints, colours or exits. One command a file, imported when it is asked for."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the `claimcheck` command."""
    from claimcheck.cli.run import run

    sys.exit(run(sys.argv[1:]))

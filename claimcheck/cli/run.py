"""Run a command and turn whatever happens into an exit code with one clear last line on stderr.

0: ran, nothing at or above --fail-on. 1: findings. 2: something to mend. 130: interrupted.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click

from claimcheck.cli.group import group
from claimcheck.errors import ClaimcheckError
from claimcheck.text.visible import visible

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """The exit code of `claimcheck ARGUMENTS`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # bytes out depend on bytes in, never on the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        result = group.main(list(arguments), prog_name="claimcheck", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, click.exceptions.Abort):
        return _stop("interrupted", INTERRUPTED)
    except click.ClickException as error:
        return _stop(f"error: {error.format_message()}", 2)
    except ClaimcheckError as error:
        return _stop("\n".join(f"error: {problem}" for problem in error.problems), 2)
    except Exception as error:  # the end of the line for a mistake of ours: told in full, never taken for findings
        traceback.print_exc()
        return _stop(f"internal error: {type(error).__name__}: {error}; please report it with the lines above", 2)
    return result if isinstance(result, int) else 0


def _stop(message: str, code: int) -> int:
    print("\n".join(map(visible, message.split("\n"))), file=sys.stderr)
    return code

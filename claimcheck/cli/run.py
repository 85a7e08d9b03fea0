"""Run a command and turn whatever happens into an exit code with one clear last line on stderr.

0: ran, nothing at or above --fail-on. 1: findings. 2: something to mend. 130: interrupted.
"""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Sequence

import click

from claimcheck.cli.group import group
from claimcheck.cli.streams import drop_output, prepare
from claimcheck.errors import ClaimcheckError
from claimcheck.text.visible import visible

INTERRUPTED = 130
_FULL = (errno.ENOSPC, errno.EIO, errno.EDQUOT)


def run(arguments: Sequence[str]) -> int:
    """The exit code of `claimcheck ARGUMENTS`."""
    prepare()
    try:
        result = group.main(list(arguments), prog_name="claimcheck", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, click.exceptions.Abort):
        return _stop("interrupted", INTERRUPTED)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _stop(f"error: {error.format_message()}", 2)
    except ClaimcheckError as error:
        return _stop("\n".join(f"error: {problem}" for problem in error.problems), 2)
    except BrokenPipeError:
        drop_output()
        return 0
    except Exception as error:  # the end of the line for a mistake of ours: told in full, never taken for findings
        if isinstance(error, OSError) and error.errno in _FULL:
            drop_output()
            return _stop(f"error: the output cannot be written: {error.strerror}", 2)
        traceback.print_exc()
        return _stop(f"internal error: {type(error).__name__}: {error}; please report it with the lines above", 2)
    return result if isinstance(result, int) else 0


def _stop(message: str, code: int) -> int:
    print("\n".join(map(visible, message.split("\n"))), file=sys.stderr)
    return code

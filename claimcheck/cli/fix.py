"""The options --fix and --diff of check: words that a rule replaces with certainty, written or shown."""

from __future__ import annotations

import difflib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.checks import AnyRule
from claimcheck.cli.options import Run
from claimcheck.cli.terminal import say
from claimcheck.errors import ClaimcheckError
from claimcheck.reports import Report
from claimcheck.reports.words import place, plural
from claimcheck.rulebook.fixes import Fix, Left, fixes
from claimcheck.text.visible import visible


def show(run: Run, report: Report) -> int:
    """Print what --fix would change as a unified diff. 1 where there is something to change."""
    made, left = fixes(report.findings, _rules(run), report.articles)
    safe = visible_lines if sys.stdout.isatty() else str
    sys.stdout.writelines(safe(line) for fix in made for line in _diff(fix))
    _tell_left(run, left)
    if not run.quiet:
        say(_counted(made, left, "would be fixed"))
    return 1 if made else 0


def mend(run: Run, report: Report) -> bool:
    """Change the files, each at once or not at all, and say what was changed. Whether any was."""
    made, left = fixes(report.findings, _rules(run), report.articles)
    for fix in made:
        _write(fix)
        if not run.quiet:
            for edit in fix.edits:
                claim = edit.claim
                say(f'fixed {place(claim)}: "{claim.text}" is now "{edit.new}" [{edit.rule}]')
    _tell_left(run, left)
    if not run.quiet:
        say(_counted(made, left, "fixed"))
    return bool(made)


def _rules(run: Run) -> Sequence[AnyRule]:
    from claimcheck.lexicon.packs import all_packs  # read again where something is fixed only
    from claimcheck.rulebook import load_rules

    return load_rules(all_packs(tuple(map(Path, run.config.rules))))


def _tell_left(run: Run, left: Sequence[Left]) -> None:
    if not run.quiet:
        for item in left:
            say(f'left {place(item.claim)}: "{item.claim.text}" [{item.rule}]: {item.reason}')


def _counted(made: Sequence[Fix], left: Sequence[Left], done: str) -> str:
    words = sum(len(fix.edits) for fix in made)
    text = f"{plural(words, 'wording')} in {plural(len(made), 'file')} {done}"
    return text + (f", {len(left)} left" if left else "")


def _write(fix: Fix) -> None:
    """Beside the file first, then in its place: whoever reads it meets the old text or the new one, never a part."""
    real = Path(os.path.realpath(fix.path))
    try:
        if real.read_bytes() != fix.raw:
            raise ClaimcheckError(f"{fix.path}: has changed since it was read; nothing in it was fixed")
        handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(fix.new.encode("utf-8"))
                stream.flush()
                os.fsync(stream.fileno())
            shutil.copymode(real, name)
            Path(name).replace(real)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ClaimcheckError(
            f"{fix.path}: cannot be written: {error.strerror or error}; nothing in it was fixed"
        ) from None


def _diff(fix: Fix) -> Iterator[str]:
    for line in difflib.unified_diff(_lines(fix.old), _lines(fix.new), fromfile=fix.path, tofile=fix.path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them, with their ends."""
    *full, last = text.removeprefix("\ufeff").split("\n")
    return [f"{line}\n" for line in full] + ([last] if last else [])


def visible_lines(line: str) -> str:
    """A line of a diff for a terminal: what it would obey is spelled out, spaces and the end of the line stay."""
    return "".join(c if c in " \t" else visible(c) for c in line.removesuffix("\n")) + "\n"

"""What git knows of the articles: files changed since a revision, and folders as they were at one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError


def git(arguments: Sequence[str], *, folder: Path) -> bytes:
    """Output of a git command. Raises ClaimcheckError with what git says."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ClaimcheckError("git is not installed, and --since and revisions need it") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ClaimcheckError(f"git {arguments[0]}: {said[0]}")
    return done.stdout


def changed_since(revision: str, *, near: Sequence[str]) -> frozenset[str]:
    """Real paths of files that differ from `revision` in the work tree, untracked ones among them."""
    folder = _folder(near)
    if revision.startswith("-"):
        raise ClaimcheckError(f"--since: {revision!r} is no revision")
    top = Path(os.fsdecode(git(["rev-parse", "--show-toplevel"], folder=folder)).rstrip("\n"))
    git(["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"], folder=folder)
    listed = git(["diff", "--name-only", "-z", "--no-renames", revision, "--"], folder=top)
    listed += git(["ls-files", "--others", "--exclude-standard", "-z"], folder=top)
    return frozenset(os.path.realpath(top / os.fsdecode(name)) for name in listed.split(b"\0") if name)


def _folder(near: Sequence[str]) -> Path:
    real = [os.path.realpath(path) for path in near if path != "-"]
    common = Path(os.path.commonpath(real)) if real else Path.cwd()
    return common if common.is_dir() else common.parent

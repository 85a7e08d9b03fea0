"""What git knows of the articles: files changed since a revision, and folders as they were at one."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
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


def unpack(revision: str, paths: Sequence[str], *, to: Path) -> None:
    """The files below `paths` as they were at a revision. Links are left out, and what was not there then."""
    folder = _folder(paths)
    if not is_revision(revision, folder=folder):
        raise ClaimcheckError(f"git knows no commit {revision!r}")
    top = top_of(paths)
    below = [os.path.relpath(os.path.realpath(path), top) for path in paths]
    listed = git(["ls-tree", "-r", "-z", "--name-only", revision, "--", *below], folder=top)
    if not listed:
        return
    packed = git(["archive", "--format=tar", revision, "--", *_there(listed, below)], folder=top)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            if member.isreg() and (content := archive.extractfile(member)):
                target = to / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())


def top_of(paths: Sequence[str]) -> Path:
    """The top folder of the repository that holds `paths`."""
    said = git(["rev-parse", "--show-toplevel"], folder=_folder(paths))
    return Path(os.path.realpath(os.fsdecode(said).rstrip("\n")))


def is_revision(name: str, *, folder: Path) -> bool:
    """Whether the repository of `folder` knows a commit by this name."""
    if name.startswith("-"):
        return False
    try:
        git(["rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"], folder=folder)
    except ClaimcheckError:
        return False
    return True


def _there(listed: bytes, below: Sequence[str]) -> list[str]:
    """Those of the paths that the revision has: git refuses to pack one that it has not."""
    names = [os.fsdecode(name) for name in listed.split(b"\0")]
    return [path for path in below if path == "." or any(n == path or n.startswith(f"{path}/") for n in names)]


def _folder(near: Sequence[str]) -> Path:
    real = [os.path.realpath(path) for path in near if path != "-"]
    common = Path(os.path.commonpath(real)) if real else Path.cwd()
    return common if common.is_dir() else common.parent

"""What travels to the machines of a cluster: this package with its rules and gazetteer, and the user's packs.

One archive, named by the hash of what is in it. The libraries that the package needs must be installed there."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from claimcheck.resources import rules_dir

HOME = "CLAIMCHECK_HOME"  # in a worker: the folder in which the archive was unpacked
_PACKAGE = Path(__file__).resolve().parents[1]
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the date of every file in the archive: its hash is of what is in them alone


def package(packs: Iterable[Path], folder: Path) -> Path:
    """The archive, written into a folder: claimcheck-HASH.zip."""
    digest = blake2b(digest_size=8)
    for name, path in _files(packs):
        digest.update(f"{name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    archive = folder / f"claimcheck-{digest.hexdigest()}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, path in _files(packs):
            made.writestr(zipfile.ZipInfo(name, _EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive


def travelled(path: str) -> str:
    """Where a pack is now: in a worker within the archive, elsewhere where it was."""
    inside = Path(os.environ.get(HOME, "/nowhere")) / _inside(Path(path))
    return str(inside) if inside.exists() else path


def _inside(pack: Path) -> Path:
    return Path("packs", *pack.absolute().parts[1:])


def _files(packs: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Names in the archive and the files, in a fixed order."""
    yield from _below(_PACKAGE, Path("claimcheck"))
    if not (_PACKAGE / "rules").is_dir():
        yield from _below(rules_dir(), Path("claimcheck/rules"))
    for pack in packs:
        if pack.is_dir():
            yield from _below(pack, _inside(pack))
        else:
            yield str(_inside(pack)), pack


def _below(top: Path, name: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(top.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(name / path.relative_to(top)), path

"""What a cached row rests on: the article itself, and all that reads it (code, packs, gazetteer, libraries)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from claimcheck.model import Article
from claimcheck.resources import data_file, rules_dir
from claimcheck.rows import article_row

LAYOUT = "2"  # of the rows
SIZE = 20  # bytes of a key
_LIBRARIES = ("ahocorasick_rs-", "dateparser-", "rapidfuzz-", "regex-", "python_dateutil-", "pytz-")
_PACKAGE = Path(__file__).resolve().parents[1]
_ENDS = 1_000_000  # bytes at each end of a large file that are looked at


def key_of_article(version: bytes, article: Article) -> bytes:
    """The key of what is read of an article: all of it counts, its name too, since claims carry that."""
    written = repr(article_row(article)).encode("utf-8", "surrogatepass")
    return blake2b(written, digest_size=SIZE, key=version).digest()


def version_of(packs: Iterable[str]) -> bytes:
    """A digest of whatever an extraction depends on besides its article. `packs`: folders and files of the user's."""
    digest = blake2b(digest_size=SIZE)
    digest.update(repr((LAYOUT, sys.version_info[:3], sys.implementation.name, sorted(_libraries()))).encode())
    for path in (*_files(_PACKAGE, (".py",)), *_files(rules_dir(), (".yaml", ".yml", ".csv"))):
        _add(digest, path)
    gazetteer = data_file("gazetteer.db")
    known = gazetteer.stat()
    digest.update(f"{known.st_size} {known.st_mtime_ns}".encode())
    with gazetteer.open("rb") as stream:
        digest.update(stream.read(_ENDS))
        stream.seek(max(0, known.st_size - _ENDS))
        digest.update(stream.read(_ENDS))
    for pack in packs:
        for path in _files(Path(pack), ("",)):
            _add(digest, path)
    return digest.digest()


def _add(digest: blake2b, path: Path) -> None:
    content = path.read_bytes()
    digest.update(f"\0{path.name} {len(content)}\0".encode("utf-8", "surrogatepass"))
    digest.update(content)


def _files(top: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """The files of a folder, in order; a file as it is."""
    if not top.is_dir():
        if top.is_file():
            yield top
        return
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if name.endswith(suffixes))


def _libraries() -> Iterator[str]:
    """Names and versions of the libraries that take part in reading, as they are installed."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (
                name
                for name in (path.name for path in folder.iterdir())
                if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES)
            )

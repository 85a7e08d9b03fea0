"""What a run does: the nearest claimcheck.yaml, or [tool.claimcheck] of a pyproject.toml, under the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.reading import Plan
from claimcheck.yamlfile import Document, Plain, build, did_you_mean, read_yaml

FailOn = Literal["error", "warning", "note", "never"]
CONFIG_FILE, LINKS_FILE, IGNORE_FILE = "claimcheck.yaml", "claimcheck.links.yaml", "claimcheck.ignore.yaml"
PATH_FIELDS = ("paths", "rules", "links", "ignores", "baseline", "claims", "work", "dataset")
"""Relative to the config file's folder."""

_OF_SPARK = ("master", "remote", "work", "dataset")


@dataclass(frozen=True, slots=True)
class Config(Plan):
    """A plan and how its result is told. A field is a key of the config file: `fail_on` is `fail-on`."""

    jobs: int = 0
    cache: bool = True
    output: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    show_undecided: bool = False
    statistics: bool = False


KEYS = tuple(field.name for field in fields(Config))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A config and the file it came from; empty where there was none."""

    config: Config
    path: str = ""


def load_config(*, near: Sequence[str], path: str | None = None, isolated: bool = False) -> Loaded:
    """The config at `path`, else the nearest above `near` (the paths to read; the current folder where there are none).

    An editor's decisions and ignores, likewise the nearest, are used
    unless the config names others. Raises ClaimcheckError with every mistake.
    """
    if isolated:
        return Loaded(Config())
    start = _start(near)
    found = Path(path) if path else _nearest(start, (CONFIG_FILE, "pyproject.toml"))
    document = _document(found) if found else None
    if path and document is None:
        raise ClaimcheckError(Problem(path, "has no [tool.claimcheck] table"))
    config = Config()
    if found and document and document.data is not None:
        config = build(Config, document)
        moved = {name: _beside(found.parent, getattr(config, name)) for name in PATH_FIELDS}
        config = replace(config, **moved)  # type: ignore[arg-type]  # each keeps its own type
    if config.links is None and (links := _nearest(start, (LINKS_FILE,))):
        config = replace(config, links=str(links))
    if config.ignores is None and (ignores := _nearest(start, (IGNORE_FILE,))):
        config = replace(config, ignores=str(ignores))
    return Loaded(config, str(found) if found and document else "")


def checked(config: Config, *, engines: Sequence[str], origin: str) -> Config:
    """The config if its numbers and names can be used. Raises ClaimcheckError with every one that cannot."""
    problems = [Problem(origin, message) for message in _mistakes(config, engines)]
    if problems:
        raise ClaimcheckError(*problems)
    return config


def _mistakes(config: Config, engines: Sequence[str]) -> Iterator[str]:
    yield from (f"{path}: no such pack or rule file" for path in config.rules if not Path(path).exists())
    if config.engine is not None and config.engine not in engines:
        yield f"no engine {config.engine!r}{did_you_mean(config.engine, engines)}"
    if config.jobs < 0:
        yield "jobs must be at least 1, or 0 for as many as pay"
    if config.engine == "serial" and config.jobs > 1:
        yield f"the engine serial is one process, and {config.jobs} jobs are asked for"
    if config.engine != "spark":
        yield from (f"{name} is for --engine spark" for name in _OF_SPARK if getattr(config, name))
    if config.max_size < 1:
        yield "max-size must be at least 1"


def _beside(folder: Path, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
    if isinstance(value, str):
        return str(folder / value)
    return tuple(str(folder / item) for item in value) if value else value


def _start(near: Sequence[str]) -> Path:
    real = [os.path.realpath(path) for path in near if path != "-"]
    if not real:
        return Path.cwd()
    common = Path(os.path.commonpath(real))
    return common if common.is_dir() else common.parent


def _nearest(start: Path, names: Sequence[str]) -> Path | None:
    for folder in (start, *start.parents):
        for found in (folder / name for name in names):
            if found.is_file() and (found.suffix != ".toml" or _has_table(found)):
                return found
    return None


def _has_table(path: Path) -> bool:
    try:
        return b"tool.claimcheck" in path.read_bytes()
    except OSError:
        return False


def _document(path: Path) -> Document | None:
    if path.suffix != ".toml":
        return read_yaml(path)
    import tomllib  # only where a pyproject.toml mentions us

    try:
        raw = path.read_text(encoding="utf-8")
        table: Plain = tomllib.loads(raw).get("tool", {}).get("claimcheck")
    except (OSError, ValueError) as error:
        raise ClaimcheckError(Problem(str(path), f"cannot be read: {error}")) from None
    line = next((n for n, text in enumerate(raw.splitlines(), 1) if "tool.claimcheck" in text), 1)
    return None if table is None else Document(str(path), table, None, line)

"""What a run does: the nearest claimcheck.yaml, or [tool.claimcheck] of a pyproject.toml, under the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.sources.source import DEFAULT_MAX_SIZE
from claimcheck.yamlfile import Document, Plain, build, read_yaml

FailOn = Literal["error", "warning", "note", "never"]
GroupBy = Literal["file", "folder"]
CONFIG_FILE = "claimcheck.yaml"
LINKS_FILE = "claimcheck.links.yaml"


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a run can be told. A field is a key of the config file (`fail_on` is `fail-on`), most are options too.

    paths       what to read where the command line names nothing
    rules       folders of further packs or rules
    select      rule or pack ids to run; empty: all
    ignore      rule or pack ids to leave out
    severity    rule id -> error, warning, note: other than the rule says
    links       an editor's decisions which articles are about one event
    group_by    articles of different files (JSONL) or folders are never compared
    same_event  the main events of a group's articles are one event
    max_size    bytes that one article may have
    """

    paths: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Literal["error", "warning", "note"]] | None = None
    output: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    links: str | None = None
    baseline: str | None = None
    group_by: GroupBy | None = None
    same_event: bool = False
    allow_empty: bool = False
    show_undecided: bool = False
    statistics: bool = False
    engine: str = "serial"
    jobs: int = 1
    max_size: int = DEFAULT_MAX_SIZE
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Loaded:
    """A config and the file it came from; empty where there was none."""

    config: Config
    path: str = ""


PATH_FIELDS = ("paths", "rules", "links", "baseline")  # relative to the config file's folder


def load_config(*, near: Sequence[str], path: str | None = None, isolated: bool = False) -> Loaded:
    """The config at `path`, else the nearest above `near` (the paths to read; the current folder where there are none).

    Raises ClaimcheckError with every mistake of the file.
    """
    if isolated:
        return Loaded(Config())
    found = Path(path) if path else _nearest(_start(near))
    if found is None:
        return Loaded(Config())
    document = _pyproject(found) if found.suffix == ".toml" else read_yaml(found)
    if document is None or document.data is None:
        if path and document is None:
            raise ClaimcheckError(Problem(str(found), "has no [tool.claimcheck] table"))
        return Loaded(Config(), str(found))
    config = build(Config, document)
    folder = found.parent
    moved = {name: _beside(folder, getattr(config, name)) for name in PATH_FIELDS}
    return Loaded(replace(config, **moved), str(found))  # type: ignore[arg-type]  # each keeps its own type


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


def _nearest(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        for found in (folder / CONFIG_FILE, folder / "pyproject.toml"):
            if found.is_file() and (found.name == CONFIG_FILE or _has_table(found)):
                return found
    return None


def _has_table(path: Path) -> bool:
    try:
        return b"tool.claimcheck" in path.read_bytes()
    except OSError:
        return False


def _pyproject(path: Path) -> Document | None:
    import tomllib  # only where a pyproject.toml mentions us

    try:
        raw = path.read_text(encoding="utf-8")
        table = tomllib.loads(raw).get("tool", {}).get("claimcheck")
    except (OSError, ValueError) as error:
        raise ClaimcheckError(Problem(str(path), f"cannot be read: {error}")) from None
    if table is None:
        return None
    line = next((n for n, text in enumerate(raw.splitlines(), 1) if "tool.claimcheck" in text), 1)
    data: Plain = table
    return Document(str(path), data, None, line)


def checked(config: Config, *, engines: Sequence[str], origin: str) -> Config:
    """The config if its numbers and names can be used. Raises ClaimcheckError with every one that cannot."""
    problems = [Problem(origin, message) for message in _mistakes(config, engines)]
    if problems:
        raise ClaimcheckError(*problems)
    return config


def _mistakes(config: Config, engines: Sequence[str]) -> Iterator[str]:
    if config.engine not in engines:
        yield f'no engine "{config.engine}"; there are: {", ".join(engines)}'
    if config.jobs < 1:
        yield "jobs must be at least 1"
    if config.max_size < 1:
        yield "max-size must be at least 1"


KEYS = tuple(field.name for field in fields(Config))

"""Options that several commands share, and how they come together with the config file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import click

from claimcheck.cli import complete
from claimcheck.cli.complete import FILES, rule_ids
from claimcheck.cli.terminal import Target, progress, say, targets, teller
from claimcheck.config import KEYS, Config, checked, load_config
from claimcheck.engines import ENGINES
from claimcheck.errors import ClaimcheckError
from claimcheck.reading import Reading

Command = TypeVar("Command", bound=Callable[..., object])
SIZE_UNITS = {"": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000}


def names(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...] | None:
    """`a,b` and repeated options as one tuple; None where nothing was given, so that the config file speaks."""
    split = tuple(name.strip() for value in given for name in value.split(",") if name.strip())
    return split or None


def size(_ctx: click.Context, _param: click.Parameter, given: str | None) -> int | None:
    """`2M` in bytes."""
    if given is None:
        return None
    number, unit = given.rstrip("BbKkMmGg"), given[len(given.rstrip("BbKkMmGg")) :].upper().removesuffix("B")
    if not number.isdigit() or unit not in SIZE_UNITS:
        raise click.BadParameter(f"{given!r} is no size: write 2M or 500K")
    return int(number) * SIZE_UNITS[unit]


def several(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...] | None:
    """A repeated option; None where it was not given."""
    return given or None


_PATHS = click.argument("paths", nargs=-1, type=FILES, metavar="[PATH|-]...")
_READING = (
    click.option("--config", type=FILES, metavar="FILE", help="Use this config file, not the nearest."),
    click.option("--isolated", is_flag=True, help="Read no config file."),
    click.option("--max-size", metavar="SIZE", callback=size, help="Largest article to read.  [default: 2M]"),
    click.option(
        "--jobs", type=click.IntRange(1), default=None, metavar="N", help="Processes.  [default: as many as pay]"
    ),
    click.option("--engine", type=click.Choice(list(ENGINES)), default=None, help="Where articles are read."),
    click.option("--cache/--no-cache", default=None, help="Remember what was read of each article.  [default: cache]"),
    click.option("--master", metavar="URL", help="The Spark cluster (--engine spark).  [default: local[*]]"),
    click.option("--remote", metavar="URL", help="The Spark Connect server, sc://HOST (--engine spark)."),
    click.option("--work", metavar="DIR", help="A folder that all machines of the cluster see (--engine spark)."),
    click.option("--dataset", metavar="DIR", help="Keep claims there as Parquet, to go on from (--engine spark)."),
    click.option("--allow-empty", is_flag=True, default=None, help="No article at all is fine: exit 0."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the output."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Say on stderr what is read and used."),
)
_LINKING = (
    click.option("--group-by", type=click.Choice(["file", "folder"]), default=None, help="Compare only within one."),
    click.option("--same-event", is_flag=True, default=None, help="All articles of a group tell of one event."),
)

_PACKS = click.option(
    "--rules", multiple=True, callback=several, type=FILES, metavar="PATH", help="A further pack or rule file."
)
_RULING = (
    _PACKS,
    click.option(
        "--select",
        multiple=True,
        callback=names,
        shell_complete=rule_ids,
        metavar="ID,..",
        help="Run only these rules.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=names,
        shell_complete=rule_ids,
        metavar="ID,..",
        help="Leave these rules out.",
    ),
)


def reading(command: Command) -> Command:
    """PATHs and the options of every command that reads articles."""
    return _PATHS(reading_options(command))


def reading_options(command: Command) -> Command:
    """The options of every command that reads articles."""
    for option in reversed(_READING):
        command = option(command)
    return command


def linking(command: Command) -> Command:
    """The options of every command that links articles."""
    for option in reversed(_LINKING):
        command = option(command)
    return command


def packs(command: Command) -> Command:
    """The option of every command that reads with the words of packs."""
    return _PACKS(command)


def ruling(command: Command) -> Command:
    """The options of every command that applies rules."""
    for option in reversed(_RULING):
        command = option(command)
    return command


def output(formats: Sequence[str]) -> Callable[[Command], Command]:
    """--output FMT[:FILE], repeatable, for the formats of a command."""
    return click.option(
        "--output",
        multiple=True,
        callback=several,
        shell_complete=complete.formats(formats),
        metavar="FMT[:FILE]",
        help=f"Write as {', '.join(formats)}; repeat for several.  [default: text]",
    )


@dataclass(frozen=True, slots=True)
class Run:
    """One command as asked for: its config and where that came from, and what is not of the config."""

    config: Config
    origin: str
    color: str
    quiet: bool
    reading: Reading
    targets: tuple[Target, ...]


def configured(given: Mapping[str, object], formats: Sequence[str]) -> Run:
    """The config file's values with the options that were given over them; None stands for an option not given."""
    paths = tuple(map(str, given["paths"])) if isinstance(given["paths"], tuple) else ()
    path, quiet = given["config"], bool(given["quiet"])
    loaded = load_config(near=paths, path=str(path) if path else None, isolated=bool(given["isolated"]))
    over = {name: value for name, value in given.items() if value is not None and name in KEYS}
    if not paths:
        del over["paths"]
    config = checked(replace(loaded.config, **over), engines=list(ENGINES), origin=loaded.path)  # type: ignore[arg-type]
    if not config.paths:
        raise ClaimcheckError("no PATH given: name a folder or a file of articles, or - for standard input")
    if given["verbose"]:
        say(f"config: {loaded.path or 'none found'}")
    wanted = targets(config, formats) if formats else ()
    never = frozenset(os.path.realpath(p) for p in (loaded.path, *(t.file for t in wanted)) if p)
    reading = Reading(teller(quiet=quiet), progress(quiet=quiet), never)
    return Run(config, loaded.path, str(given["color"]), quiet, reading, wanted)

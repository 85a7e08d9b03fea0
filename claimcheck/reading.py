"""What a run reads: the plan of it, the articles in order, and what is told and counted on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from claimcheck import sources
from claimcheck.model import Article
from claimcheck.sources import DEFAULT_MAX_SIZE, Found, Item, Note

LARGE = 5_000_000  # bytes to read from which on several processes pay
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read, how to group and link it, and which rules to run. Config fills it in.

    rules       folders of further packs or rules
    select      ids of rules to run; empty: all
    ignore      ids of rules to leave out
    severity    rule id -> the severity it has here
    links       file of an editor's decisions which articles are about one event
    ignores     file of the findings that an editor has set aside
    baseline    file of the findings that are known
    claims      files of claims made elsewhere, to be checked beside our own
    group_by    articles of different files (JSONL) or folders are never compared
    same_event  the main events of a group's articles are one event
    allow_empty no article at all is no error
    engine      where the work runs; None: in one process, or in `jobs` of them
    jobs        how many processes; 0: one for each core where there is much to read, else one
    max_size    bytes that one article may have
    cache       what was read of unchanged articles is taken from the cache
    master, remote, work, dataset   of the engine spark: where the cluster is, a folder that all its machines see, and
                a folder in which the claims are kept
    """

    paths: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    links: str | None = None
    ignores: str | None = None
    baseline: str | None = None
    claims: tuple[str, ...] = ()
    group_by: Literal["file", "folder"] | None = None
    same_event: bool = False
    allow_empty: bool = False
    engine: str | None = None
    jobs: int = 1
    max_size: int = DEFAULT_MAX_SIZE
    cache: bool = False
    master: str | None = None
    remote: str | None = None
    work: str | None = None
    dataset: str | None = None


@dataclass(slots=True)
class Reading:
    """What is told and counted while articles are read.

    progress  is called with the number of articles read so far, and with 0 at the end
    never     real paths that are no articles: the config in use, the reports to be written
    files     the file of each document, where grouping asks for it
    """

    tell: Callable[[Note], None]
    progress: Callable[[int], None] = lambda _count: None
    never: frozenset[str] = frozenset()
    articles: int = 0
    unread: int = 0
    faults: int = 0
    files: dict[str, str] = field(default_factory=dict)

    def note(self, note: Note) -> None:
        """Pass a note on, and count what was not read."""
        self.unread += note.unread
        self.faults += note.fault
        self.tell(note)


def files(plan: Plan, reading: Reading) -> Iterator[Found | Note]:
    """Files of the plan's paths, in order, a note for each folder that could not be read. Our own are left out."""
    own = {os.path.realpath(path) for path in (plan.links, plan.ignores, plan.baseline, *plan.claims) if path}
    return sources.walk(plan.paths, suffixes=sources.suffixes(), never=own | reading.never)


def articles(plan: Plan, reading: Reading) -> Iterator[Item]:
    """Articles of the plan's paths, in order, a note for each that could not be read."""
    for found in files(plan, reading):
        for item in (found,) if isinstance(found, Note) else sources.read_file(found, max_size=plan.max_size):
            if plan.group_by and isinstance(item, Article) and not isinstance(found, Note):
                reading.files[item.doc] = found.path
            yield item


def group_of(plan: Plan, reading: Reading) -> Callable[[str], str]:
    """Document -> the group within which it may be compared: its file, its folder, or one for all."""
    if plan.group_by is None:
        return lambda _doc: ""
    return lambda doc: group_in(plan, reading.files[doc])


def group_in(plan: Plan, file: str) -> str:
    """The group of the articles of a file."""
    return file if plan.group_by == "file" else str(Path(file).parent) if plan.group_by == "folder" else ""


def jobs_of(plan: Plan) -> int:
    """How many processes a plan asks for, or which pay: to start one costs as much as to read half a megabyte."""
    if plan.jobs or plan.engine not in (None, "processes"):
        return max(1, plan.jobs)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if plan.engine is None and not _is_large(plan):
        return 1
    return cores


def _is_large(plan: Plan) -> bool:
    size = 0
    for found in sources.walk(plan.paths, suffixes=sources.suffixes()):
        if not isinstance(found, Note) and found.path != "-":
            try:
                size += Path(found.path).stat().st_size
            except OSError:
                continue
        if size > LARGE:
            return True
    return False

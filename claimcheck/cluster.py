"""A run on a Spark cluster: files are dealt out, claims and findings come back, the same as of one process.

Between the two, articles and claims are in files that all machines see; here are the names of the files, what is found,
and, where a report wants them, the articles.
"""

from __future__ import annotations

import marshal
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from glob import glob, has_magic
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claimcheck.engines.spark_cluster import Cluster, open_cluster
from claimcheck.engines.spark_package import travelled
from claimcheck.engines.spark_worker import Table
from claimcheck.errors import ClaimcheckError
from claimcheck.extracting import none_read
from claimcheck.model import Article, Event, Extraction
from claimcheck.reading import Plan, Reading, files, group_in
from claimcheck.reports.report import Events
from claimcheck.shards import judging
from claimcheck.shards.flow import Linking, conclusion_from, decisions_of, joined, place_of_event
from claimcheck.shards.pairs import CUT
from claimcheck.shards.reading import ARTICLES, DOCS, NOTES, extractions_from, file_slip, names_of, note_from
from claimcheck.shards.reading import Reading as ReadingFlow
from claimcheck.shards.rows import article_from, claims_from, event_from_row, finding_from, undecided_from
from claimcheck.shards.slip import Plain, Slip
from claimcheck.shards.tables import ArticleTable, ClaimTable, FindingTable, mark
from claimcheck.sources import Note
from claimcheck.sources.walk import DATASET_FILE
from claimcheck.spill.folder import Folder
from claimcheck.spill.lazily import Lazily
from claimcheck.spill.sorted_rows import SortedRows
from claimcheck.stages import Extract, Judge, Link

if TYPE_CHECKING:
    from claimcheck.checks import AnyRule
    from claimcheck.gathered import Gathered

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extracting:
    """`Extract` with packs that travelled."""

    packs: tuple[str, ...]

    def __call__(self) -> Callable[[Article], Extraction | Note]:
        """What reads an article, where the packs are now."""
        return Extract(tuple(map(travelled, self.packs))).build()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """`Judge` with packs that travelled."""

    judge: Judge

    def __call__(self) -> tuple[AnyRule, ...]:
        """The rules, read where the packs are now."""
        return replace(self.judge, rules=tuple(map(travelled, self.judge.rules))).read()


@dataclass(frozen=True, slots=True)
class Found:
    """What a whole run found, on this machine's disk, in the order of one process: rows of `extractions` by document,
    of `events` with the ids of their claims, of what rules say; `size` is the number of claims."""

    extractions: SortedRows
    size: int
    events: SortedRows
    findings: SortedRows
    undecided: SortedRows
    tallies: list[Plain]
    cut: int

    def told(self) -> Events:
        """The events, for a list of them."""
        claims = {event_from_row(row).id: tuple(ids) for row, ids in map(marshal.loads, self.events) if ids}
        return Events(self._each_event(), claims)

    def gathered(self, rules: Sequence[AnyRule]) -> Gathered:
        """All of it, for a report."""
        from claimcheck.gathered import Gathered  # with the checks, where rules are asked

        every = _lazily(self.extractions, lambda row: claims_from(row[1]))
        return Gathered(
            articles=_lazily(self.extractions, lambda row: article_from(row[0])),
            claims=Lazily(self.size, lambda: chain.from_iterable(every)),
            events=self._each_event(),
            findings=_lazily(self.findings, finding_from),
            undecided=_lazily(self.undecided, undecided_from),
            said=conclusion_from(self.tallies, rules),
            cut=self.cut,
        )

    def _each_event(self) -> Lazily[Event]:
        return _lazily(self.events, lambda row: event_from_row(row[0]))


def _lazily(rows: SortedRows, made: Callable[[Plain], T]) -> Lazily[T]:
    return Lazily(len(rows), lambda: (made(marshal.loads(row)) for row in rows))


def read(plan: Plan, reading: Reading) -> Iterator[Extraction]:
    """The claims of every article, in the order of the files and of the records in them."""
    with _opened(plan) as cluster:
        _read(cluster, plan, reading, linked=False)
        yield from _counted(extractions_from(cluster.result(ARTICLES)), plan, reading)


def link(plan: Plan, reading: Reading, *, judge: Judge | None = None) -> Found:
    """Events, and with `judge` what its rules say of them. Raises ClaimcheckError where no article was read."""
    decisions = Link(same_event=plan.same_event, links=plan.links).decisions()
    with _opened(plan) as cluster:
        wanted = names_of([decision.articles for decision in decisions])
        size = _read(cluster, plan, reading, linked=True, wanted=wanted)
        named = sorted((slip.data[0], slip.data[1]) for slip in cluster.result(DOCS)) if wanted else []
        together, apart = decisions_of([doc for doc, _ in named], [group for _, group in named], decisions)
        flow = Linking(
            same_event=plan.same_event,
            together=together,
            apart=apart,
            rules=Rulebook(judge) if judge else None,
            buckets=max(1, size // _BUCKET),
        )
        cluster.run(flow, joined(pair for pair, _ in together), size=size)
        if plan.dataset and judge:
            _keep(cluster, plan.dataset, "findings", judging.FINDINGS, FindingTable())
        return _set_down(cluster, plan, reading)


def _set_down(cluster: Cluster, plan: Plan, reading: Reading) -> Found:
    """What comes back from the cluster, row by row: sorted on disk, since it may be more than memory holds."""
    from claimcheck.checks.judge import finding_place, undecided_place  # not needed to list claims

    folder = Folder()
    extractions, events, *said = (SortedRows(folder, n) for n in ("articles", "events", "findings", "undecided"))
    size = 0
    for slip in _counted(cluster.result(ARTICLES), plan, reading):
        row = slip.data[3]
        size += len(row[1])
        extractions.add(str(slip.key), marshal.dumps(row))
    for slip in cluster.result(judging.EVENTS):
        events.add(place_of_event(slip.data[0]), marshal.dumps(slip.data))
    for slip in cluster.result(judging.FINDINGS):
        place, number, row = slip.data
        said[0].add((finding_place(finding_from(row)), tuple(place), number), marshal.dumps(row))
    for slip in cluster.result(judging.UNDECIDED):
        place, number, row = slip.data
        said[1].add((undecided_place(undecided_from(row)), tuple(place), number), marshal.dumps(row))
    tallies = [slip.data for slip in cluster.result(judging.TALLIES)]
    cut = sum(slip.data for slip in cluster.result(CUT))
    return Found(extractions, size, events, said[0], said[1], tallies, cut)


def _counted(made: Iterable[T], plan: Plan, reading: Reading) -> Iterator[T]:
    """What was read, as it is told on the way."""
    for one in made:
        reading.articles += 1
        reading.progress(reading.articles)
        yield one
    reading.progress(0)
    if not reading.articles and not plan.allow_empty:
        raise none_read(plan, reading)


_BUCKET = 5_000_000  # bytes of articles whose words are counted together


@contextmanager
def _opened(plan: Plan) -> Iterator[Cluster]:
    from claimcheck.lexicon.packs import with_extended

    if plan.claims:
        raise ClaimcheckError("the engine spark does not take --claims: check them beside the articles in one process")
    packs = with_extended(tuple(map(Path, plan.rules)))
    if packs:
        Extract(plan.rules).build()  # here, so that a mistake in a pack ends the run before it begins
    cluster = open_cluster(
        master=plan.master or (f"local[{plan.jobs}]" if plan.jobs > 1 else None),
        remote=plan.remote,
        work=plan.work,
        packs=packs,
    )
    try:
        yield cluster
    finally:
        cluster.close()


def _read(cluster: Cluster, plan: Plan, reading: Reading, *, linked: bool, wanted: tuple[str, ...] = ()) -> int:
    """Read what the paths name, keep it where a dataset is asked for, tell what there is to tell. Bytes of articles."""
    slips, kept, size = _inputs(plan, reading)
    for folder in kept:
        cluster.load(ArticleTable(), folder / "articles", "extract")
        size += sum(path.stat().st_size for path in (folder / "articles").glob("*.parquet"))
    flow = ReadingFlow(
        extract=Extracting(plan.rules),
        made_by=cluster.home,
        max_size=plan.max_size,
        linked=linked,
        same_event=plan.same_event,
        wanted=wanted,
    )
    cluster.run(flow, slips, size=size)
    for slip in cluster.result(NOTES):
        reading.note(note_from(slip.data))
    if plan.dataset:
        _keep(cluster, plan.dataset, "articles", ARTICLES, ArticleTable())
        _keep(cluster, plan.dataset, "claims", ARTICLES, ClaimTable())
        mark(Path(plan.dataset))
    return size


def _keep(cluster: Cluster, dataset: str, name: str, slips: str, table: Table) -> None:
    """Write one table of a dataset beside the one that is there, and then in its place."""
    final = Path(dataset) / name
    new, old = final.with_name(f"{name}.new"), final.with_name(f"{name}.old")
    for path in (new, old):
        shutil.rmtree(path, ignore_errors=True)
    cluster.save(slips, table, new)
    if new.is_dir():
        if final.is_dir():
            final.rename(old)
        new.rename(final)
        shutil.rmtree(old, ignore_errors=True)


def _inputs(plan: Plan, reading: Reading) -> tuple[list[Slip], list[Path], int]:
    """Files to be read, datasets to be taken as they are, and the bytes of the files."""
    slips: list[Slip] = []
    size = 0
    paths = [path for given in plan.paths for path in _expanded(given)]
    datasets = [path for path in paths if (Path(path) / DATASET_FILE).is_file()]
    others = replace(plan, paths=tuple(path for path in paths if path not in datasets))
    for number, found in enumerate(files(others, reading)):
        if isinstance(found, Note):
            reading.note(found)
        elif found.path == "-":
            raise ClaimcheckError("the engine spark reads files, not standard input")
        else:
            at = str(Path(found.path).absolute())
            size += Path(at).stat().st_size if Path(at).is_file() else 0
            slips.append(file_slip(number, found, at=at, group=group_in(plan, found.path)))
    return slips, [Path(path) for path in datasets], size


def _expanded(path: str) -> list[str]:
    """What a pattern that no shell has seen stands for; a path as it is."""
    if os.path.lexists(path) or not has_magic(path):
        return [path]
    return sorted(glob(path, recursive=True)) or [path]  # noqa: PTH207  # a path stays as it was written

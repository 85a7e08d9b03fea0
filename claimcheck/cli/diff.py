"""claimcheck diff: what changed between two readings: claims, and findings that opened, closed or changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from claimcheck.changes import Changes, Snapshot, compare
from claimcheck.cli.complete import FILES
from claimcheck.cli.options import Run, configured, linking, output, reading_options, ruling
from claimcheck.cli.revisions import is_revision, top_of, unpack
from claimcheck.cli.terminal import say, write_all
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Claim, Finding
from claimcheck.pipeline import check
from claimcheck.reading import Reading
from claimcheck.reports import REPORTS, Style
from claimcheck.reports.saved import read_report
from claimcheck.reports.words import plural
from claimcheck.sources import file_of

FORMATS = tuple(name for name, form in REPORTS.items() if form.changes)


@click.command()
@click.argument("targets", nargs=-1, required=True, type=FILES, metavar="OLD NEW | REV..REV [PATH]... | REV PATH...")
@reading_options
@linking
@ruling
@output(FORMATS)
def command(targets: tuple[str, ...], **given: object) -> int:
    """Say what changed between two folders, two saved JSON reports, or two git revisions. Exit 1: a finding opened.

    \b
    claimcheck diff yesterday/ today/
    claimcheck diff HEAD~1..HEAD -- articles/
    claimcheck diff HEAD articles/              what is not committed yet
    claimcheck diff monday.json friday.json --output markdown
    """
    changes = _changes(targets, given)
    run = configured({**given, "paths": (".",)}, FORMATS)

    def form(name: str, style: Style) -> Iterator[str]:
        made = REPORTS[name].changes
        return made(changes, style) if made else iter(())

    write_all(run.config, run.color, run.targets, form)
    opened = sum(change.word == "opened" for change in changes.findings)
    if opened:
        say(f"exit 1: {plural(opened, 'finding')} opened")
    return 1 if opened else 0


def _changes(targets: Sequence[str], given: dict[str, object]) -> Changes:
    first, *rest = targets
    if ".." in first and not Path(first).exists():
        old, new = first.split("..", 1)
        return _revisions(old or "HEAD", new.removeprefix(".") or "HEAD", rest or ["."], given)
    if not rest:
        raise ClaimcheckError("name two folders, two saved reports, or two revisions: REV..REV")
    old, new, *paths = targets
    here = [Path(old).exists(), Path(new).exists()]
    if not any(here) and all(is_revision(name, folder=Path.cwd()) for name in (old, new)):
        return _revisions(old, new, paths or ["."], given)
    if here == [False, True] and is_revision(old, folder=Path.cwd()):
        return _since(old, [new, *paths], given)
    if not all(here):
        absent = [name for name, there in zip((old, new), here, strict=True) if not there]
        unknown = [name for name in absent if not is_revision(name, folder=Path.cwd())]
        if not unknown:
            raise ClaimcheckError(f"the revision comes first: claimcheck diff {new} {old}")
        raise ClaimcheckError(*(f"{name}: neither a path nor a git revision" for name in unknown))
    if paths:
        raise ClaimcheckError(f"two folders or reports are compared, and {paths[0]!r} is a third")
    if _is_report(old) and _is_report(new):
        return compare(*_alike(read_report(Path(old)), read_report(Path(new))))
    return compare(_read(old, given), _read(new, given))


def _is_report(path: str) -> bool:
    """A JSON file that `check --output json` wrote."""
    if not path.endswith(".json") or not Path(path).is_file():
        return False
    with Path(path).open("rb") as stream:
        return b'"claimcheck"' in stream.read(200)


def _alike(old: Snapshot, new: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Reports of one corpus in two places: the paths up to it do not count."""
    if set(old.documents) & set(new.documents) or not old.documents or not new.documents:
        return old, new
    return _below(old, _folder(old)), _below(new, _folder(new))


def _folder(snapshot: Snapshot) -> str:
    return os.path.commonpath([os.path.dirname(doc) for doc in snapshot.documents])  # noqa: PTH120  # a doc is no path


def _read(path: str, given: dict[str, object]) -> Snapshot:
    """A folder or file as it is."""
    run = configured({**given, "paths": (path,)}, FORMATS)
    snapshot = _snapshot(run, path)
    if Path(path).is_dir():
        return _below(snapshot, str(Path(path)))
    return _named(snapshot, lambda doc: "article" + doc.removeprefix(path))


def _revisions(old: str, new: str, paths: Sequence[str], given: dict[str, object]) -> Changes:
    """Folders of a git repository at two revisions, read with the config and rules of today."""
    run = configured({**given, "paths": tuple(paths)}, FORMATS)
    return compare(*(_revision(run, revision, paths) for revision in (old, new)))


def _since(old: str, paths: Sequence[str], given: dict[str, object]) -> Changes:
    """Folders as they were at a revision, and as they are."""
    run = configured({**given, "paths": tuple(paths)}, FORMATS)
    top = top_of(paths)

    def name(doc: str) -> str:
        path, record = file_of(doc)
        real = os.path.relpath(os.path.realpath(os.path.dirname(path)), top)  # noqa: PTH120  # git knows no links
        return os.path.normpath(os.path.join(real, os.path.basename(path))) + (f"#{record}" if record else "")  # noqa: PTH118, PTH119

    return compare(_revision(run, old, paths), _named(_snapshot(run, " ".join(paths)), name))


def _revision(run: Run, revision: str, paths: Sequence[str]) -> Snapshot:
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
        unpack(revision, paths, to=Path(folder))
        config = replace(run.config, paths=(folder,), allow_empty=True)
        return _below(_snapshot(replace(run, config=config), revision), folder)


def _snapshot(run: Run, name: str) -> Snapshot:
    plan = replace(run.config, ignores=None, baseline=None)  # what is known or set aside may have changed too
    reading = Reading(run.reading.tell, run.reading.progress, run.reading.never)
    report = check(plan, reading, today=datetime.now(UTC).date())
    return Snapshot(name, tuple(a.doc for a in report.articles), tuple(report.claims), tuple(report.findings))


def _below(snapshot: Snapshot, folder: str) -> Snapshot:
    """Documents named relative to a folder."""
    return _named(snapshot, lambda doc: doc.removeprefix(folder).removeprefix("/")) if folder else snapshot


def _named(snapshot: Snapshot, name: Callable[[str], str]) -> Snapshot:
    def claim(one: Claim) -> Claim:
        return replace(one, doc=name(one.doc))

    def finding(one: Finding) -> Finding:
        sides = tuple(replace(side, claims=tuple(map(claim, side.claims))) for side in one.sides)
        return replace(one, sides=sides, agrees=tuple(map(claim, one.agrees)))

    return Snapshot(
        snapshot.name,
        tuple(map(name, snapshot.documents)),
        tuple(map(claim, snapshot.claims)),
        tuple(map(finding, snapshot.findings)),
    )

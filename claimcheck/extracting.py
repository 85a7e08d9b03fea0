"""From paths to claims: every article is read by whatever crew there is, in the order of files, unless it is known."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claimcheck.engines.engine import Crew
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import Article
from claimcheck.reading import Plan, Reading, articles
from claimcheck.sources import Item, Note
from claimcheck.stages import Extract, ReadRow

if TYPE_CHECKING:  # sqlite, where there is a cache
    from claimcheck.store import Extractions, Runs

FIRST, WINDOW = 8, 512  # items that are looked up in the cache at once: few at first, so that the first are told soon
_CHARACTERS = 8_000_000  # of their texts


@dataclass(frozen=True, slots=True)
class Cache:
    """What is known of earlier runs. `version`: the digest of all that reads an article."""

    version: bytes
    rows: Extractions
    runs: Runs


@dataclass(frozen=True, slots=True)
class Found:
    """An article and what was read of it. `key`: of the article in the cache; empty without one."""

    article: Article
    row: ReadRow
    key: bytes = b""


@contextmanager
def cache_of(plan: Plan, reading: Reading) -> Iterator[Cache | None]:
    """The cache of a run; none where the plan wants none."""
    if not plan.cache:
        yield None
        return
    from claimcheck.store import Extractions, Runs, cache_folder, version_of

    folder = cache_folder()
    rows = Extractions(folder, lambda message: reading.tell(Note(Problem("", message), unread=False)))
    try:
        yield Cache(version_of(_own_packs(plan)), rows, Runs(folder))
    finally:
        rows.close()


def _own_packs(plan: Plan) -> list[str]:
    """The packs and rule files of the user's, and the packs that they extend."""
    if not plan.rules:
        return []
    from claimcheck.lexicon.packs import all_packs, default_packs

    shipped = set(default_packs())
    extended = [str(path) for path in all_packs(tuple(map(Path, plan.rules))) if path not in shipped]
    return [*plan.rules, *extended]


def read_rows(plan: Plan, reading: Reading, crew: Crew, recipe: Extract, cache: Cache | None = None) -> Iterator[Found]:
    """Every article and what was read of it, in the order of files and of the records in them.

    Raises ClaimcheckError where a path does not exist, and at the end where no article was read.
    """
    items = articles(plan, reading)
    for item, row, key in _known_or_read(items, crew, recipe, cache) if cache else _read(items, crew, recipe):
        if isinstance(row, Note):
            reading.note(row)
        elif isinstance(item, Article):
            reading.articles += 1
            reading.progress(reading.articles)
            yield Found(item, row, key)
    reading.progress(0)
    if not reading.articles and not plan.allow_empty:
        raise none_read(plan, reading)


def none_read(plan: Plan, reading: Reading) -> ClaimcheckError:
    """The error that there was no article."""
    what = " and ".join(plan.paths[:3]) + (" and others" if len(plan.paths) > 3 else "")
    unread = f": {reading.unread} could not be read" if reading.unread else f" in {what}"
    return ClaimcheckError(f"no article read{unread} (--allow-empty makes this fine)")


def _read(items: Iterable[Item], crew: Crew, recipe: Extract) -> Iterator[tuple[Item, ReadRow | Note, bytes]]:
    """All of them."""
    under_way: deque[Item] = deque()

    def going() -> Iterator[Item]:
        for item in items:
            under_way.append(item)
            yield item

    for row in crew.rows(recipe, going()):
        yield under_way.popleft(), cast("ReadRow | Note", row), b""


def _known_or_read(
    items: Iterable[Item], crew: Crew, recipe: Extract, cache: Cache
) -> Iterator[tuple[Item, ReadRow | Note, bytes]]:
    """Those that the cache does not know are read, and kept. What is no whole row (a note) is not kept."""
    from claimcheck.store import key_of_article

    for window in _windows(items):
        keys = [key_of_article(cache.version, item) if isinstance(item, Article) else b"" for item in window]
        known = cache.rows.get([key for key in keys if key])
        made = crew.rows(recipe, (item for item, key in zip(window, keys, strict=True) if key not in known))
        for item, key in zip(window, keys, strict=True):
            row = known.get(key)
            if row is None:
                fresh = cast("ReadRow | Note", next(made))
                if not isinstance(fresh, Note):
                    cache.rows.put(key, fresh)
                yield item, fresh, key
            else:
                yield item, row, key


def _windows(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in parts of a bounded size."""
    held: list[Item] = []
    size, characters = FIRST, 0
    for item in items:
        held.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(held) == size or characters > _CHARACTERS:
            yield held
            held, size, characters = [], min(WINDOW, 2 * size), 0
    if held:
        yield held

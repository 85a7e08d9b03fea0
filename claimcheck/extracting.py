"""From paths to claims: every article is read by whatever crew there is, in the order of files."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from claimcheck.engines.engine import Crew
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article
from claimcheck.reading import Plan, Reading, articles
from claimcheck.sources import Item, Note
from claimcheck.stages import Extract, ReadRow


def read_rows(plan: Plan, reading: Reading, crew: Crew, recipe: Extract) -> Iterator[tuple[Article, ReadRow]]:
    """Every article and what was read of it, in the order of files and of the records in them.

    Raises ClaimcheckError where a path does not exist, and at the end where no article was read.
    """
    under_way: deque[Item] = deque()

    def going() -> Iterator[Item]:
        for item in articles(plan, reading):
            under_way.append(item)
            yield item

    for row in crew.rows(recipe, going()):
        item = under_way.popleft()
        if isinstance(row, Note) or isinstance(item, Note):
            reading.note(row if isinstance(row, Note) else item)  # type: ignore[arg-type]  # one of the two is a note
            continue
        reading.articles += 1
        reading.progress(reading.articles)
        yield item, row  # type: ignore[misc]  # what `Extract.pack` made
    reading.progress(0)
    if not reading.articles and not plan.allow_empty:
        what = " and ".join(plan.paths[:3]) + (" and others" if len(plan.paths) > 3 else "")
        unread = f": {reading.unread} could not be read" if reading.unread else f" in {what}"
        raise ClaimcheckError(f"no article read{unread} (--allow-empty makes this fine)")

"""The stages of a run as recipes: small, picklable, each builds what it needs where the work is done."""

from __future__ import annotations

import gc
import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.language import load_languages
from claimcheck.model import Article, Event, Extraction
from claimcheck.rows import extraction_of, extraction_row
from claimcheck.sources import Item, Note

if TYPE_CHECKING:  # what `claims` has no use for is imported where a stage is built
    from claimcheck.checks import AnyRule
    from claimcheck.checks.check import Severity
    from claimcheck.extract import Extractor
    from claimcheck.linking import Decision, Why

GroupOf = Callable[[str], str]
ReadRow = tuple[bytes, bytes, int]  # claims and event mentions, what linking keeps (or nothing), how many claims
_TOGETHER = 32_000  # characters of articles that are read together: 16 of the usual length; more are no faster
_NOTE = 1_000  # what a note counts for: many of them do not wait for long
_GARBAGE = 50_000  # objects made, and not freed, before cycles are looked for: those of a hundred articles


@dataclass(frozen=True, slots=True)
class Extract:
    """One article to its claims and events; a note where no pack covers its language, or where we fail. Notes pass.

    packs    folders whose vocabulary and patterns are read besides the shipped ones
    linking  rows hold what linking keeps of an article as well
    """

    packs: tuple[str, ...] = ()
    linking: bool = False

    def build(self) -> Callable[[Item], Extraction | Note]:
        """Load the packs once; the returned function reads one article."""
        from claimcheck.extract import load_extractor  # every recogniser; not needed where nothing is read

        # What is loaded stays, and an article leaves few cycles: without this the collector, which walks through all of
        # the vocabulary again and again, takes a fifth of the time.
        gc.set_threshold(_GARBAGE, 20, 50)
        reader = _Reader(load_extractor(_packs(self.packs)), load_languages().refuse)
        gc.freeze()
        return reader

    def pack(self, made: Extraction | Note) -> ReadRow | Note:
        """The article is known where they are unpacked."""
        if isinstance(made, Note):
            return made
        sketch = b""
        if self.linking:
            from claimcheck.linking.several import with_several
            from claimcheck.linking.steps import sketch_of

            made = with_several(made)
            sketch = marshal.dumps(sketch_of(made))
        return marshal.dumps(extraction_row(made)), sketch, len(made.claims)

    def unpack(self, item: Item, packed: object) -> Extraction | Note:
        """The inverse of `pack`."""
        if isinstance(item, Note):
            return item
        if isinstance(packed, Note):
            return packed
        return extraction_of(item, marshal.loads(cast("ReadRow", packed)[0]))

    def lost(self, item: Item) -> Note:
        """The note of an article that no process survived."""
        doc = item.problem.path if isinstance(item, Note) else item.doc
        return Note(Problem(doc, "internal error: the process that read it died, again and again"), fault=True)


class _Reader:
    """Reads one article, or several together: see `Extractor.extract_all`."""

    def __init__(self, extractor: Extractor, refuse: Callable[[Article], str | None]) -> None:
        self._extractor, self._refuse = extractor, refuse

    def __call__(self, item: Item) -> Extraction | Note:
        if (note := self._note(item)) is not None:
            return note
        article = cast("Article", item)
        try:
            return self._extractor.extract(article)
        except ClaimcheckError:  # a pack that is read late: for the user to mend
            raise
        except Exception as error:  # one article that we cannot read must not cost the others
            return Note(Problem(article.doc, _fault(error)), fault=True)

    def each(self, items: Iterable[Item]) -> Iterator[Extraction | Note]:
        """As one by one. Where we fail on one of several they are read again, one by one, to know which it is."""
        for batch in _batches(items):
            notes = [self._note(item) for item in batch]
            readable = [cast("Article", item) for item, note in zip(batch, notes, strict=True) if note is None]
            try:
                made = iter(self._extractor.extract_all(readable))
            except Exception:
                yield from map(self, batch)
            else:
                yield from [next(made) if note is None else note for note in notes]

    def _note(self, item: Item) -> Note | None:
        """The note that stands for an item that is not to be read."""
        if isinstance(item, Note):
            return item
        reason = self._refuse(item)
        return Note(Problem(item.doc, reason)) if reason else None


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in order, as many as hold so much text together. Those before one that cannot be had come before the
    error."""
    batch: list[Item] = []
    held = 0
    try:
        for item in items:
            batch.append(item)
            held += _NOTE if isinstance(item, Note) else len(item.text)
            if held >= _TOGETHER:
                yield batch
                batch, held = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _fault(error: Exception) -> str:
    import traceback  # where we fail

    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"internal error: {type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"


def _packs(more: Sequence[str]) -> tuple[Path, ...] | None:
    """The shipped packs and those of the user that hold more than rules; None where there are no others."""
    from claimcheck.lexicon.packs import all_packs, default_packs  # as in `build`

    if not more:
        return None
    shipped = default_packs()
    own = all_packs(tuple(map(Path, more)))[len(shipped) :]
    wordy = tuple(path for path in own if path.is_dir() and any(path.glob("[vpr]*/*.yaml")))
    return (*shipped, *wordy) if wordy else None


@dataclass(frozen=True, slots=True)
class Link:
    """Articles to events. `links` is the file of an editor's decisions."""

    same_event: bool = False
    links: str | None = None

    def build(self) -> Callable[[Sequence[Extraction], GroupOf], tuple[Event, ...]]:
        """Read the decisions; the returned function links."""
        from claimcheck.linking import link  # not needed to list claims

        decisions = self.decisions()
        return lambda extractions, group_of: link(
            extractions, same_event=self.same_event, group_of=group_of, decisions=decisions
        )

    def explain(self) -> Callable[[Sequence[Extraction], GroupOf, str, str], Why]:
        """Read the decisions; the returned function says why two articles are linked, or are not."""
        from claimcheck.linking import why

        decisions = self.decisions()
        return lambda extractions, group_of, a, b: why(
            extractions, a, b, same_event=self.same_event, group_of=group_of, decisions=decisions
        )

    def decisions(self) -> tuple[Decision, ...]:
        """What an editor decided."""
        from claimcheck.linking import read_decisions

        return read_decisions(Path(self.links)) if self.links else ()


@dataclass(frozen=True, slots=True)
class Judge:
    """Events to findings, by the rules of the shipped packs and of `rules`."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()

    def read(self) -> tuple[AnyRule, ...]:
        """Read the rules. Raises ClaimcheckError with every mistake of each."""
        from claimcheck.lexicon.packs import all_packs
        from claimcheck.rulebook import load_rules

        packs = all_packs(tuple(map(Path, self.rules))) if self.rules else None
        rules = load_rules(packs, select=self.select, ignore=self.ignore, severity=dict(self.severity))
        if not rules:
            raise ClaimcheckError("no rule selected")
        return rules

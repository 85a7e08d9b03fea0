"""The first steps: files to articles, articles to claims; or to what an earlier run kept of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck import sources
from claimcheck.errors import Problem
from claimcheck.model import Article, Extraction, stable_id
from claimcheck.shards.flow import contribution
from claimcheck.shards.rows import article_from, article_row, extraction_from, extraction_row
from claimcheck.shards.slip import Key, Plain, Rows, Slip, Work
from claimcheck.sources import Found, Note

ARTICLES, NOTES, DOCS = "articles", "notes", "docs"  # what comes out
Read = Callable[[Article], Extraction | Note]


def file_slip(number: int, found: Found, *, at: str, group: str) -> Slip:
    """A file to be read: its place in the order of all, its path as given, where it is, the group of its articles."""
    return Slip("file", (number,), "", (found.path, found.named, at, group))


def kept_slip(doc: str, row: Plain) -> Slip:
    """An article that an earlier run read: (order, hash, group, extraction)."""
    return Slip("extract", doc, "0", row)


@dataclass(frozen=True, slots=True)
class Reading:
    """Two steps. `made_by` stands for all that claims depend on but the article itself.

    linked  what linking needs is made as well; `same_event` as there
    wanted  ends of documents that an editor names: those that end so are told
    """

    extract: Callable[[], Callable[[Article], Extraction | Note]]
    made_by: str
    max_size: int
    linked: bool = True
    same_event: bool = False
    wanted: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps, in order."""
        return ("file", "extract")

    def build(self) -> dict[str, Work]:
        """The steps. Vocabulary is loaded when there is an article to read."""
        loaded: list[Read] = []

        def read(article: Article) -> Extraction | Note:
            if not loaded:
                loaded.append(self.extract())
            return loaded[0](article)

        return {
            "file": lambda key, rows: _by_file(key, rows, self.max_size),
            "extract": lambda key, rows: self._by_article(str(key), rows, read),
        }

    def _by_article(self, doc: str, rows: Rows, read: Read) -> Iterator[Slip]:
        kept: Plain = None
        new: Plain = None
        for rank, data in rows:
            if rank == "0":
                kept = data
            else:
                new = data
        order, group, made, mark = self._chosen(kept, new, read)
        if isinstance(made, Note):
            yield note_slip(made, order)
            return
        yield Slip(ARTICLES, doc, order, (order, mark, group, extraction_row(made)))
        if any(doc == name or doc.endswith("/" + name.removeprefix("./")) for name in self.wanted):
            yield Slip(DOCS, "", doc, (doc, group))
        if self.linked:
            yield from contribution(group, made, same_event=self.same_event)

    def _chosen(self, kept: Plain, new: Plain, read: Read) -> tuple[str, str, Extraction | Note, str]:
        """Where it stands, its group, what it says, and the mark of what that was made from."""
        if new is None:
            order, mark, group, row = kept
            return order, group, extraction_from(row), mark
        order, group, written = new
        mark = stable_id(self.made_by, *written, size=16)
        if kept is not None and kept[1] == mark:
            return order, group, extraction_from(kept[3]), mark
        return order, group, read(article_from(written)), mark


def _by_file(key: Key, rows: Rows, max_size: int) -> Iterator[Slip]:
    for _, (path, named, at, group) in rows:
        for count, item in enumerate(sources.read_file(Found(path, named=named), max_size=max_size, at=at)):
            order = f"{key[0]:09}.{count:012}"
            if isinstance(item, Note):
                yield note_slip(item, order)
            else:
                yield Slip("extract", item.doc, "1", (order, group, article_row(item)))


def note_slip(note: Note, order: str) -> Slip:
    """A note on its way to whoever runs this."""
    problem = note.problem
    data = (problem.path, problem.message, problem.line, problem.column, note.unread, note.fault)
    return Slip(NOTES, "", order, data)


def note_from(row: Plain) -> Note:
    """The inverse of `note_slip`."""
    path, message, line, column, unread, fault = row
    return Note(Problem(path, message, line, column), unread=unread, fault=fault)


def extractions_from(slips: Iterator[Slip]) -> Iterator[Extraction]:
    """The articles that were read, with their claims, in the order of the slips."""
    return (extraction_from(slip.data[3]) for slip in slips)


def names_of(decided: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The documents that decisions name, as written there."""
    return tuple(dict.fromkeys(name for names in decided for name in names))

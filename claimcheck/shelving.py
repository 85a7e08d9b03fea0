"""From paths to shelves: every article is read, and what was read of it put down on disk, for linking and judging."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TypeVar

from claimcheck.engines.engine import Crew
from claimcheck.extracting import Cache, read_rows
from claimcheck.linking.several import with_several
from claimcheck.linking.steps import Shelved
from claimcheck.model import Article, Extraction
from claimcheck.reading import Plan, Reading, group_of
from claimcheck.rows import article_row, extraction_row
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Shelf
from claimcheck.spill.sorted_rows import SortedRows
from claimcheck.stages import Extract

T = TypeVar("T")
_WIDE = 8  # bytes of a number in a row
_DIGEST = 20  # bytes


@dataclass(frozen=True, slots=True)
class Corpus:
    """All articles of a run on their shelves. `claims` is how many there are, `names` are those of the groups, `digest`
    is of all that was read, where there is a cache."""

    folder: Folder
    shelved: Shelved
    claims: int
    names: tuple[str, ...]
    digest: bytes = b""

    def __len__(self) -> int:
        return len(self.shelved)

    def held(self, items: Iterator[T]) -> Iterator[T]:
        """Items that are read from the run's folder, which stays meanwhile."""
        yield from items

    def articles(self) -> Iterator[Article]:
        """Every article, in the order of documents."""
        return map(self.shelved.article, range(len(self)))

    def extractions(self) -> Iterator[Extraction]:
        """All that was read, in the order of documents."""
        return map(self.shelved.extraction, range(len(self)))


def shelve(plan: Plan, reading: Reading, crew: Crew, folder: Folder, cache: Cache | None = None) -> Corpus:
    """Read every article of a plan, and put it down."""
    texts, extractions, sketches = (Shelf(folder, name) for name in ("articles", "extractions", "sketches"))
    docs = SortedRows(folder, "docs")
    groups, names = array("I"), dict[str, int]()
    claims = 0
    group = group_of(plan, reading)
    for found in read_rows(plan, reading, crew, Extract(plan.rules, linking=True), cache):
        extraction, sketch, count = found.row
        place = texts.add(marshal.dumps(article_row(found.article)))
        extractions.add(extraction)
        sketches.add(sketch)
        docs.add(found.article.doc, place.to_bytes(_WIDE, "little") + found.key)
        groups.append(names.setdefault(group(found.article.doc), len(names)))
        reading.files.pop(found.article.doc, None)
        claims += count
    order, digest = array("I"), blake2b(digest_size=_DIGEST)
    for row in docs:
        order.append(int.from_bytes(row[:_WIDE], "little"))
        digest.update(row[_WIDE:] + groups[order[-1]].to_bytes(_WIDE, "little"))
    digest.update(repr(list(names)).encode("utf-8", "surrogatepass"))
    ordered = array("I", map(groups.__getitem__, order))
    shelved = Shelved(texts.rows(), extractions.rows(), sketches.rows(), order, ordered)
    corpus = Corpus(folder, shelved, claims, tuple(names), digest.digest() if cache else b"")
    return _with_given(corpus, plan) if plan.claims else corpus


class _ByDocument(Mapping[str, Extraction]):
    """What was read of each document."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.numbers = {article.doc: number for number, article in enumerate(corpus.articles())}

    def __getitem__(self, doc: str) -> Extraction:
        return self._corpus.shelved.extraction(self.numbers[doc])

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


def _with_given(corpus: Corpus, plan: Plan) -> Corpus:
    """The claims of others added to ours."""
    from claimcheck.extract.given import merged, read_given  # where there are any

    by_doc = _ByDocument(corpus)
    changed, more = dict[int, bytes](), 0
    for doc, given in read_given(by_doc, plan.claims).items():
        own = by_doc[doc]
        both = replace(own, claims=merged(own.claims, given))
        more += len(both.claims) - len(own.claims)
        changed[by_doc.numbers[doc]] = marshal.dumps(extraction_row(with_several(both)))
    return replace(corpus, shelved=replace(corpus.shelved, changed=changed), claims=corpus.claims + more)

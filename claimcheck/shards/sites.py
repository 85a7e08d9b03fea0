"""Steps one to four: lines that belong to a site and not to a story, then each article's profile without them.

line     the articles that share a line: did they appear far apart?
site     an article that shares such a line hands over its page
verdict  have these pages little else in common? Then the line is the site's own
profile  an article without the lines of its site
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from claimcheck.linking.parts import LOOKED_AT, Page, far_apart, mostly_unlike, page_of, parts_of
from claimcheck.linking.profile import profile
from claimcheck.model import Extraction, stable_id
from claimcheck.shards.rows import extraction_from, profile_row
from claimcheck.shards.slip import Key, Rows, Slip

_MEMBERS = 1_000  # documents in one row


def digest(line: str) -> str:
    """A line as a key: 96 bits, so that no two of a thousand million lines share one."""
    return blake2b(line.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def pages(extraction: Extraction) -> Iterator[Slip]:
    """What an article says of its lines. Lines too short to tell a site are asked after all the same: they may be the
    title of another page."""
    doc, parts = extraction.article.doc, parts_of(extraction.article)
    page = page_of(parts)
    for line in {*parts.title, *parts.lines}:
        yield Slip("line", digest(line), doc, (parts.day, line in page.lines))
    yield Slip("site", doc, "1", (frozenset(map(digest, page.lines)), page.title))


def by_line(key: Key, rows: Rows) -> Iterator[Slip]:
    """The documents that have a line; and the first of those that count are asked for their pages."""
    docs: list[str] = []
    counted: list[tuple[str, int | None]] = []
    for doc, (day, counts) in rows:
        docs.append(doc)
        if counts:
            counted.append((doc, day))
    if not counted or not far_apart([day for _, day in counted]):
        return
    for doc, _ in counted[:LOOKED_AT]:
        yield Slip("site", doc, f"0{key}", key)
    for at in range(0, len(docs), _MEMBERS):
        yield Slip("verdict", key, f"0{docs[at]}", tuple(docs[at : at + _MEMBERS]))


def by_site(key: Key, rows: Rows) -> Iterator[Slip]:
    """A page to each of the lines that asked for it."""
    asked: list[str] = []
    for order, data in rows:
        if order[0] == "0":
            asked.append(data)
        else:
            yield from (Slip("verdict", line, f"1{key}", data) for line in asked)


def by_verdict(key: Key, rows: Rows) -> Iterator[Slip]:
    """A line that is a site's own is cut from all documents that have it."""
    docs: list[str] = []
    seen: list[Page[str]] = []
    for order, data in rows:
        if order[0] == "0":
            docs += data
        else:
            seen.append(Page(*data))
    if mostly_unlike(seen):
        yield from (Slip("profile", doc, f"0{key}", key) for doc in docs)


def by_profile(rows: Rows, buckets: int) -> Iterator[Slip]:
    """The profile, twice under the bucket of its text (copies of one text share it): its words, and all of it."""
    cut: set[str] = set()
    for order, data in rows:
        if order[0] == "0":
            cut.add(data)
            continue
        group, row = data
        extraction = extraction_from(row)
        parts = parts_of(extraction.article)
        repeated = {part for part in (*parts.title, *parts.lines) if digest(part) in cut} if cut else ()
        made = profile(extraction, parts, repeated=repeated)
        title, words = sorted(made.title), sorted(made.words.items())
        bucket = (int(stable_id(repr(title), repr(words)), 16) % buckets,)
        doc = extraction.article.doc
        yield Slip("words", bucket, doc, (group, made.title, dict(made.words)))
        yield Slip("vector", bucket, f"1{doc}", (group, profile_row(made, words=True)))

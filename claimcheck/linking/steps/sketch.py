"""What linking keeps of an article, made where it is read: the digests of its lines, and its profile."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter

from claimcheck.linking.parts import Page, page_of, parts_of
from claimcheck.linking.profile import Profile, profile
from claimcheck.model import EventMention, Extraction
from claimcheck.rows import Row, mention_row
from claimcheck.spill.sorter import key_of

_PLAIN = attrgetter(*[field.name for field in fields(Profile)][4:])  # after doc, main, day and words


def sketch_of(extraction: Extraction) -> Row:
    """The row of an article: its day, its page (title, lines), and packed as they are needed one by one its event
    mentions, its profile as if no line were a site's own, and the words of that."""
    parts = parts_of(extraction.article)
    page = page_of(parts)
    lines = array("Q", sorted(map(key_of, page.lines)))
    return parts.day, page.title, lines.tobytes(), *packed(extraction, profile(extraction, parts))


def page_from(row: Row) -> Page[int]:
    """An article as a page of its site, with digests of its lines."""
    return Page(frozenset(array("Q", row[2])), row[1])


def lines_of(row: Row) -> array[int]:
    """The digests alone."""
    return array("Q", row[2])


def profile_without(extraction: Extraction, is_repeated: Callable[[int], bool]) -> Profile:
    """The profile of an article without the lines that are its site's own."""
    parts = parts_of(extraction.article)
    repeated = frozenset(line for line in {*parts.title, *parts.lines} if is_repeated(key_of(line)))
    return profile(extraction, parts, repeated=repeated)


def packed(extraction: Extraction, made: Profile) -> tuple[bytes, bytes, bytes]:
    """Event mentions, the profile without its words, the words."""
    row = (made.doc, mention_row(made.main), made.day, *_PLAIN(made))
    mentions = tuple(map(mention_row, extraction.events))
    return marshal.dumps(mentions), marshal.dumps(row), marshal.dumps(dict(made.words))


def title_of(row: Row) -> frozenset[str]:
    """The words of the title, of a profile's row."""
    title: frozenset[str] = row[3]
    return title


def profile_of(row: Row, words: dict[str, int]) -> Profile:
    """A profile of its row and its words."""
    doc, main, day, *rest = row
    return Profile(doc, EventMention(*main), day, words, *rest)

"""Step 2: profiles without a site's own lines, and in how many articles each word stands."""

from __future__ import annotations

import marshal
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from claimcheck.linking.corpus import PRIOR, Corpus, rarity_of
from claimcheck.linking.steps.repeated import Repeated
from claimcheck.linking.steps.shelved import Profiles, Shelved
from claimcheck.linking.steps.sketch import packed, profile_without, title_of
from claimcheck.linking.steps.step import Span, Step, Work, ranges
from claimcheck.linking.words import load_common
from claimcheck.remembered import Remembered
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Rows, Shelf
from claimcheck.spill.sorter import Sorter, key_of
from claimcheck.spill.table import Table

_WORDS = 16_384  # words whose counts a reader keeps at hand
word_key = lru_cache(maxsize=_WORDS)(key_of)
_HASH = (1 << 64) - 1
Packed = tuple[bytes, bytes, bytes]  # event mentions, a profile without its words, its words
Made = tuple[list[Packed], bytes, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Words:
    """What the corpus tells of its words. `table`: digest -> in how many articles, in how many texts; those that stand
    in one article only are left out. `size` is the number of texts."""

    table: Table
    size: int

    def corpus(self) -> Corpus:
        """The same as it is asked for."""
        common = load_common()

        def rarity(word: str) -> float:
            found = self.table.get(word_key(word)) or (1, 1)
            counts.learn(word, found[0])  # who asks for the one asks for the other next
            return rarity_of(found[1], self.size, usual=word in common)

        counts: Remembered[str, float]
        counts = Remembered(lambda word: (self.table.get(word_key(word)) or (1,))[0], keep=_WORDS // 2)
        return Corpus(self.size, counts, Remembered(rarity, keep=_WORDS // 2))


@dataclass(frozen=True)
class Count(Step):
    """A range of articles, and which of them have lines of their site -> what is kept of each, digests of their texts;
    digests of words and in how many of the articles they stand."""

    shelved: Shelved
    repeated: Table

    def build(self) -> Callable[[tuple[Span, bytes]], Made]:
        """The worker."""
        return self._count

    def _count(self, item: tuple[Span, bytes]) -> Made:
        (low, high), has = item
        made, texts = [], array("Q")
        counts: Counter[int] = Counter()
        for number, again in zip(range(low, high), has, strict=True):
            if again:
                extraction = self.shelved.extraction(number)
                profile = profile_without(extraction, self.repeated.__contains__)
                made.append(packed(extraction, profile))
                title, words = profile.title, profile.words
            else:
                made.append(self.shelved.sketch(number)[3:])
                title, words = title_of(marshal.loads(made[-1][1])), marshal.loads(made[-1][2])
            keys = list(map(word_key, words))
            counts.update(keys)
            texts.append(_text(title, keys, words.values()))
        return made, texts.tobytes(), array("Q", counts).tobytes(), array("I", counts.values()).tobytes()


def _text(title: Iterable[str], keys: Iterable[int], counts: Iterable[int]) -> int:
    """The digest of a text, in whatever order its words come: copies have the same."""
    return key_of(sum(map(word_key, title)) & _HASH, sum(map(mul, keys, counts)) & _HASH)


@dataclass(frozen=True, slots=True)
class Counted:
    """Profiles and event mentions by number, and the words of all."""

    profiles: Profiles
    mentions: Rows
    words: Words


def count_words(folder: Folder, shelved: Shelved, repeated: Repeated, work: Work) -> Counted:
    """Go through all articles once."""
    mentions, profiles, words = (Shelf(folder, name) for name in ("mentions", "profiles", "profile-words"))
    texts, counts = Sorter(folder, "texts"), Sorter(folder, "words")
    number = 0
    items = (((low, high), bytes(repeated.has[low:high])) for low, high in ranges(len(shelved)))
    made: Made
    for made in work(Count(shelved, repeated.lines), items):
        for (mentioned, row, said), text in zip(made[0], array("Q", made[1]), strict=True):
            mentions.add(mentioned)
            profiles.add(row)
            words.add(said)
            texts.add(text, number)
            number += 1
        for key, count in zip(array("Q", made[2]), array("I", made[3]), strict=True):
            counts.add(key, count)
    kept = Profiles(profiles.rows(), words.rows())
    again, copies = Sorter(folder, "copies"), 0
    for _, same in texts.groups():
        for copy in same[1:]:
            copies += 1
            again.extend(map(word_key, marshal.loads(kept.words[int(copy)])), 1)
    table = Table(folder, "words", _summed(counts, again))
    return Counted(kept, mentions.rows(), Words(table, len(shelved) - copies))


def _summed(counts: Sorter, again: Sorter) -> Iterator[tuple[int, tuple[int, int]]]:
    """The words of more than one article: their articles, and their texts."""
    copied = again.groups()
    copy = next(copied, None)
    for key, parts in counts.groups():
        count = int(sum(parts))
        less = 0
        if copy and copy[0] == key:
            less, copy = len(copy[1]), next(copied, None)
        if count > 1:
            yield key, (count, count - less)


__all__ = ["PRIOR", "Counted", "Words", "count_words", "word_key"]

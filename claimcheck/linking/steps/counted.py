"""Step 2: profiles without a site's own lines, and in how many articles each word stands."""

from __future__ import annotations

import marshal
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.linking.corpus import PRIOR, Corpus, rarity_of
from claimcheck.linking.profile import Profile
from claimcheck.linking.steps.repeated import Repeated
from claimcheck.linking.steps.shelved import Shelved, profiles_of
from claimcheck.linking.steps.sketch import profile_of, profile_row, profile_without
from claimcheck.linking.steps.step import Span, Step, Work, ranges
from claimcheck.linking.words import load_common
from claimcheck.rows import mention_row
from claimcheck.spill.folder import Folder
from claimcheck.spill.shelf import Rows, Shelf
from claimcheck.spill.sorter import Sorter, key_of
from claimcheck.spill.table import Table

_WORDS = 60_000  # words whose counts a reader keeps at hand
_key = lru_cache(maxsize=_WORDS)(key_of)
Made = tuple[list[bytes], list[bytes], bytes, bytes, bytes]


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
            found = self.table.get(_key(word))
            return rarity_of(found[1] if found else 1, self.size, usual=word in common)

        def count(word: str) -> int:
            found = self.table.get(_key(word))
            return found[0] if found else 1

        return Corpus(self.size, Asked(count), Asked(rarity))


class Asked(dict[str, float]):
    """Answers that are looked up once, and kept as long as they are not too many."""

    def __init__(self, ask: Callable[[str], float]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> float:
        if len(self) >= _WORDS:
            self.clear()
        found = self[word] = self._ask(word)
        return found


@dataclass(frozen=True)
class Count(Step):
    """A range of articles, and which of them have lines of their site -> rows of profiles, rows of event mentions,
    digests of texts; words and in how many of the articles they stand."""

    shelved: Shelved
    repeated: Table

    def build(self) -> Callable[[tuple[Span, bytes]], Made]:
        """The worker."""
        return self._count

    def _count(self, item: tuple[Span, bytes]) -> Made:
        (low, high), has = item
        profiles, mentions, texts = [], [], array("Q")
        words: Counter[str] = Counter()
        for number, again in zip(range(low, high), has, strict=True):
            if again:
                extraction = self.shelved.extraction(number)
                made = profile_without(extraction, self.repeated.__contains__)
                mentions.append(marshal.dumps(tuple(map(mention_row, extraction.events))))
            else:
                made = profile_of(self.shelved.sketch(number)[3])
                mentions.append(marshal.dumps(self.shelved.extraction_row(number)[1]))
            profiles.append(marshal.dumps(profile_row(made)))
            texts.append(_text(made))
            words.update(made.words.keys())
        keys = array("Q", map(_key, words))
        return profiles, mentions, texts.tobytes(), keys.tobytes(), array("I", words.values()).tobytes()


def _text(made: Profile) -> int:
    """The digest of a text: copies have the same."""
    return key_of(*sorted(made.title), "\x1e", *(f"{word} {count}" for word, count in sorted(made.words.items())))


@dataclass(frozen=True, slots=True)
class Counted:
    """Profiles and event mentions by number, and the words of all."""

    profiles: Rows
    mentions: Rows
    words: Words


def count_words(folder: Folder, shelved: Shelved, repeated: Repeated, work: Work) -> Counted:
    """Go through all articles once."""
    profiles, mentions = Shelf(folder, "profiles"), Shelf(folder, "mentions")
    texts, counts = Sorter(folder, "texts"), Sorter(folder, "words")
    number = 0
    items = (((low, high), bytes(repeated.has[low:high])) for low, high in ranges(len(shelved)))
    made: Made
    for made in work(Count(shelved, repeated.lines), items):
        for row, mentioned, text in zip(made[0], made[1], array("Q", made[2]), strict=True):
            profiles.add(row)
            mentions.add(mentioned)
            texts.add(text, number)
            number += 1
        for key, count in zip(array("Q", made[3]), array("I", made[4]), strict=True):
            counts.add(key, count)
    kept = profiles.rows()
    again, copies = Sorter(folder, "copies"), 0
    read = profiles_of(kept, most=1)
    for _, same in texts.groups():
        for copy in same[1:]:
            copies += 1
            again.extend(map(key_of, read[int(copy)].words), 1)
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


__all__ = ["PRIOR", "Counted", "Words", "count_words"]

"""One passage as the patterns see it: where the vocabulary stands, and what each sentence holds."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from claimcheck.lexicon import Hit
from claimcheck.model import Mention
from claimcheck.patterns.match import Found
from claimcheck.text.passage import Passage


class Scene:
    """at         category -> position of the first word -> hit; mentions stand under the category `<kind>`
    after      end offset of a hit -> position of the word after it
    first      position of the first word of each sentence"""

    def __init__(self, passage: Passage, hits: Iterable[Hit], categories: frozenset[str]) -> None:
        self.passage, self._categories = passage, categories
        self.words, self.different = passage.words, passage.different
        self.at: dict[str, dict[int, Found]] = defaultdict(dict)
        index = passage.index
        for hit in hits:
            category = hit[2].category
            if category in categories and (position := index.get(hit[0])) is not None:
                self.at[category].setdefault(position, hit)
        self.after = _Next(passage)
        self._first = [index[at] if at in index else passage.word_at(at) for at in passage.sentence_starts]
        self._positions: dict[str, list[int]] = {}
        self._holding: dict[str, int] = {}

    def add(self, mentions: Iterable[Mention]) -> None:
        """Put mentions beside the vocabulary: once, and before anything is asked of their categories."""
        index, kinds = self.passage.index, _kinds(self._categories)
        for mention in mentions:
            category = kinds.get(mention.kind)
            if category is not None and (position := index.get(mention.start)) is not None:
                self.at[category].setdefault(position, mention)

    @property
    def all_sentences(self) -> int:
        """A bit for each sentence."""
        return (1 << len(self._first)) - 1

    def sentences_of(self, words: frozenset[str]) -> dict[str, int]:
        """The sentences in which each of the words stands, as bits."""
        found = dict.fromkeys(words, 0)
        first, every = self._first, self.words
        for sentence, start in enumerate(first):
            limit = first[sentence + 1] if sentence + 1 < len(first) else len(every)
            for word in words.intersection(every[start:limit]):
                found[word] |= 1 << sentence
        return found

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Positions of the first word of a sentence and after its last."""
        limit = self._first[sentence + 1] if sentence + 1 < len(self._first) else len(self.words)
        return self._first[sentence] if sentence >= 0 else 0, limit

    def positions(self, category: str) -> list[int]:
        """Where the category stands, in order."""
        known = self._positions.get(category)
        if known is None:
            known = self._positions[category] = sorted(self.at[category])
        return known

    def holding(self, category: str) -> int:
        """The sentences in which the category stands, as bits."""
        known = self._holding.get(category)
        if known is None:
            known = 0
            for position in self.at[category]:
                known |= 1 << (bisect_right(self._first, position) - 1)
            self._holding[category] = known
        return known


@lru_cache(maxsize=8)
def _kinds(categories: frozenset[str]) -> dict[str, str]:
    """Kind -> its category `<kind>`, of those in use."""
    return {category[1:-1]: category for category in categories if category.startswith("<")}


class _Next(dict[int, int]):
    """End offset of a word -> position of the word after it, worked out where asked."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self._passage = passage

    def __missing__(self, offset: int) -> int:
        position = self._passage.word_at(offset - 1) + 1
        self[offset] = position
        return position

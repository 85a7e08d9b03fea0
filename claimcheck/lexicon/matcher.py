"""One Aho-Corasick pass over a passage for all vocabulary of all packs."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.lexicon.entries import Entry, Hit
from claimcheck.lexicon.inflect import Irregular, noun_forms, verb_forms
from claimcheck.text.fold import fold, lower, spaced
from claimcheck.text.passage import Passage

Form = tuple[Entry, str]
CAPITAL = "capital"  # tag of entries that count only with a capital letter: Max the messenger, not the maximum


class Lexicon:
    """Finds entries in passages. Build once, use for every article; holds no state between scans."""

    def __init__(self, entries: Iterable[Entry], irregular: Irregular) -> None:
        forms: dict[str, list[Form]] = {}
        for entry in entries:
            for word, form in _forms(entry, irregular):
                key = f" {spaced(lower(fold(word))).strip()} "
                meanings = forms.setdefault(key, [])
                if all(known is not entry for known, _ in meanings):
                    meanings.append((entry, form))
        self._forms: tuple[tuple[Form, ...], ...] = tuple(map(tuple, forms.values()))
        self._words: tuple[str, ...] = tuple(key.strip() for key in forms)
        self._matcher = AhoCorasick(list(forms), matchkind=MatchKind.Standard, store_patterns=False)

    def scan(self, passage: Passage) -> list[Hit]:
        """Every entry in the passage, by offset: of one category the leftmost, and of those the longest."""
        found = self._matcher.find_matches_as_indexes(passage.spaced, overlapping=True)
        found.sort(key=_start_then_longest)
        reached: dict[str, tuple[int, int]] = {}
        hits: list[Hit] = []
        for index, begin, stop in found:
            end = stop - 2  # the pattern's two spaces, and the one that `spaced` puts before the text
            for entry, form in self._forms[index]:
                last_start, last_end = reached.get(entry.category, (-1, -1))
                if begin < last_end and (begin, end) != (last_start, last_end):
                    continue
                if CAPITAL in entry.tags and not passage.text[begin].isupper():
                    continue
                reached[entry.category] = (begin, end)
                hits.append(Hit(begin, end, entry, form))
        return hits

    def words(self, category: str) -> frozenset[str]:
        """All forms of a category, as one finds them in `Passage.spaced`."""
        return frozenset(
            word
            for word, meanings in zip(self._words, self._forms, strict=True)
            if any(entry.category == category for entry, _ in meanings)
        )


def _start_then_longest(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]


def _forms(entry: Entry, irregular: Irregular) -> Iterable[tuple[str, str]]:
    yield from ((word, "") for word in entry.words)
    for noun in entry.nouns:
        yield from noun_forms(noun, irregular)
    for verb in entry.verbs:
        yield from verb_forms(verb, irregular)

"""One Aho-Corasick pass over a passage for all vocabulary of all packs."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.lexicon.entries import Entry, Hit
from claimcheck.lexicon.inflect import Irregular, noun_forms, verb_forms
from claimcheck.text.fold import fold, lower, spaced
from claimcheck.text.passage import Passage

Form = tuple[Entry, str, int, bool]  # entry, name of the form, number of its category, whether it needs a capital
CAPITAL = "capital"  # tag of entries that count only with a capital letter: Max the messenger, not the maximum
_START = itemgetter(1)


class Lexicon:
    """Finds entries in passages. Build once, use for every article; holds no state between scans."""

    def __init__(self, entries: Iterable[Entry], irregular: Irregular) -> None:
        forms: dict[str, list[Form]] = {}
        categories: dict[str, int] = {}
        for entry in entries:
            category = categories.setdefault(entry.category, len(categories))
            for word, form in _forms(entry, irregular):
                key = f" {spaced(lower(fold(word))).strip()} "
                meanings = forms.setdefault(key, [])
                if all(known[0] is not entry for known in meanings):
                    meanings.append((entry, form, category, CAPITAL in entry.tags))
        self._categories = len(categories)
        self._forms: tuple[tuple[Form, ...], ...] = tuple(map(tuple, forms.values()))
        self._words: tuple[str, ...] = tuple(key.strip() for key in forms)
        self._matcher = AhoCorasick(list(forms), matchkind=MatchKind.Standard, store_patterns=False)

    def scan(self, passage: Passage) -> list[Hit]:
        """Every entry in the passage, by offset: of one category the leftmost, and of those the longest."""
        found = self._matcher.find_matches_as_indexes(passage.spaced, overlapping=True)
        found.reverse()  # they come by their end: after this and a stable sort the longest of one start is first
        found.sort(key=_START)
        text, forms = passage.text, self._forms
        starts, ends = [0] * self._categories, [0] * self._categories
        hits: list[Hit] = []
        new, keep = tuple.__new__, hits.append  # a hit by its own constructor takes three times as long
        for index, begin, stop in found:
            end = stop - 2  # the pattern's two spaces, and the one that `spaced` puts before the text
            for entry, form, category, needs_capital in forms[index]:
                reached = ends[category]
                if begin < reached and (end != reached or begin != starts[category]):
                    continue
                if needs_capital and not text[begin].isupper():
                    continue
                starts[category], ends[category] = begin, end
                keep(new(Hit, (begin, end, entry, form)))
        return hits

    def words(self, category: str) -> frozenset[str]:
        """All forms of a category, as one finds them in `Passage.spaced`."""
        return frozenset(
            word
            for word, meanings in zip(self._words, self._forms, strict=True)
            if any(entry.category == category for entry, _, _, _ in meanings)
        )


def _forms(entry: Entry, irregular: Irregular) -> Iterable[tuple[str, str]]:
    yield from ((word, "") for word in entry.words)
    for noun in entry.nouns:
        yield from noun_forms(noun, irregular)
    for verb in entry.verbs:
        yield from verb_forms(verb, irregular)

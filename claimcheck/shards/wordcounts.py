"""Steps five to seven: what the whole corpus tells of each word, and each article under the keys that find others.

words   how often the texts of one bucket have each word
word    how often all texts have it, told to the buckets that do
vector  weights of words, hence the keys of each article
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.linking.candidates import keys_of, vector_of
from claimcheck.linking.corpus import weighed
from claimcheck.linking.profile import Profile
from claimcheck.linking.words import load_common
from claimcheck.shards.rows import mention_row, profile_from, profile_row
from claimcheck.shards.slip import Key, Rows, Slip

_WORD, _GROUP, _TEXTS = "w", "g", "n"  # what a count is of


def by_words(key: Key, rows: Rows) -> Iterator[Slip]:
    """Counts of one bucket: articles and distinct texts with a word, articles of a group, distinct texts."""
    counts: Counter[str] = Counter()
    distinct: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    seen: set[tuple[frozenset[str], frozenset[tuple[str, int]]]] = set()
    for _, (group, title, words) in rows:
        groups[group] += 1
        counts.update(words.keys())
        text = (title, frozenset(words.items()))
        if text not in seen:
            seen.add(text)
            distinct.update(words.keys())
    bucket = key[0]
    order = str(bucket)
    yield Slip("word", _TEXTS, order, (bucket, len(seen), len(seen)))
    yield from (Slip("word", _GROUP + group, order, (bucket, size, size)) for group, size in groups.items())
    yield from (Slip("word", _WORD + word, order, (bucket, n, distinct[word])) for word, n in counts.items())


def by_word(key: Key, rows: Rows) -> Iterator[Slip]:
    """The sum, to every bucket that counts in it. A word of one article needs no telling."""
    told = [data for _, data in rows]
    articles = sum(count for _, count, _ in told)
    distinct = sum(count for _, _, count in told)
    if articles > 1 or not str(key).startswith(_WORD):
        yield from (Slip("vector", (bucket,), f"0{key}", (articles, distinct)) for bucket, _, _ in told)


def by_vector(rows: Rows) -> Iterator[Slip]:
    """The articles of one bucket under their keys; what linking knows of each stays with its document as well."""
    counts: dict[str, int] = {}
    distinct: dict[str, int] = {}
    profiles: list[tuple[str, Profile]] = []
    for order, data in rows:
        if order[0] == "0":
            counts[order[1:]], distinct[order[1:]] = data
        else:
            group, row = data
            profiles.append((group, profile_from(row)))
    texts = distinct.get(_TEXTS, 0)
    sizes = {name[1:]: count for name, count in counts.items() if name[0] == _GROUP}
    counts = {name[1:]: count for name, count in counts.items() if name[0] == _WORD}
    distinct = {name[1:]: count for name, count in distinct.items() if name[0] == _WORD}
    for _, profile in profiles:
        for word in profile.words:
            counts.setdefault(word, 1)
            distinct.setdefault(word, 1)
    corpus = weighed(texts, counts, distinct, load_common())
    rarity = corpus.rarity
    for group, profile in profiles:
        doc, size = profile.doc, sizes[group]
        vector = vector_of(profile, corpus)
        keys = tuple(keys_of(profile, vector, corpus, size))
        told = {word: rarity[word] for word in sorted(profile.title | profile.proper) if word in rarity}
        card = (frozenset(keys), vector, size, texts, told, profile_row(profile, words=False))
        yield Slip("card", doc, "1", (group, card))
        yield from (Slip("crowd", (group, key), doc, doc) for key in keys if key.startswith("\0"))
        yield Slip("route", doc, "1", mention_row(profile.main))
        known = {word: rarity[word] for word in profile.words}
        yield Slip("gather", doc, "1", (size, texts, known, profile_row(profile, words=True)))

"""Copies: articles that are one text, syndicated or rewritten. They count as one witness.

Exact: the shares of common four-word sequences of articles that are linked already, so no sketch (MinHash) and no
library is needed; a corpus-wide search would want one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Article

RUN = 4  # words
SHARE = 0.6  # of the shorter text's sequences
LEAST = 30  # sequences: shorter texts are too like each other by nature
READ = 6_000  # characters
_WORD = re.compile(r"\w+")

Shingles = frozenset[tuple[str, ...]]


def copies(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of documents that are one text, each in order of date and name: the first is the likely source."""
    ordered = sorted(articles, key=lambda article: (article.date or "9999", article.doc))
    texts = [_shingles(article) for article in ordered]
    leader = list(range(len(ordered)))
    for i, text in enumerate(texts):
        for j in range(i):
            if leader[j] == j and _one_text(text, texts[j]):
                leader[i] = j
                break
    groups: dict[int, list[str]] = {}
    for i, article in enumerate(ordered):
        groups.setdefault(leader[i], []).append(article.doc)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _shingles(article: Article) -> Shingles:
    words = _WORD.findall(article.text[:READ].lower())
    return frozenset(zip(*(words[i:] for i in range(RUN)), strict=False))


def _one_text(a: Shingles, b: Shingles) -> bool:
    least = min(len(a), len(b))
    return least >= LEAST and len(a & b) >= SHARE * least

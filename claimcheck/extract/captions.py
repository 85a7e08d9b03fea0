"""Which sentences are no part of the running text: captions, which end in a credit, `(Photo: ...)`,
`| Ann Lee/Daily News`, and links to other stories, which begin with a label, `RELATED:`, `[READ MORE: ...]`.

Captions outlive what they were written for: a text is brought up to date, and the line under its picture is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.grammar import grammar
from claimcheck.text.passage import Passage

LABEL = 4  # words of "RELATED STORY:" and its like, and the colon
Ranges = list[tuple[int, int]]
_AGENCY = re.compile(r"[ \t]\|[ \t]*[A-Z][^\s|]*(?:[ \t]+[^\s|/]+){0,4}/[^\n|]{2,40}(?=\n|$)")
_DATELINE = re.compile(r"\([^()\n]{2,40}\) ?(?:-|:)")  # LIMA, May 3 (AFP) -


def captions(passage: Passage) -> Ranges:
    """The half-open ranges of the sentences that a credit ends, in order."""
    found: set[tuple[int, int]] = set()
    folded, words, starts = passage.folded, passage.words, passage.starts
    if not grammar().credit.isdisjoint(passage.different):
        at = folded.find("(")
        while at >= 0:
            word = passage.index.get(at)
            credited = word is not None and word + 1 < len(words) and words[word + 1] in grammar().credit
            if word is not None and credited and not _DATELINE.match(folded, at):
                found.update(_before(passage, starts[word]))
            at = folded.find("(", at + 1)
    if "|" in folded and "/" in folded:
        for credit in _AGENCY.finditer(folded):
            found.update(_before(passage, credit.start()))
    return sorted(found)


def links(passage: Passage) -> bool:
    """Is there a word in the passage that such a link begins with?"""
    return not grammar().linked.isdisjoint(passage.different)


def links_away(words: Sequence[str], low: int) -> bool:
    """Does the sentence that begins at word `low` only name another story?"""
    at = low + (words[low] in ("[", "("))
    label = words[at : at + LABEL]
    return bool(label) and label[0] in grammar().linked and ":" in label


def _before(passage: Passage, at: int) -> Ranges:
    """The sentence that ends before offset `at`, in its line."""
    end = len(passage.folded[:at].rstrip())
    if not end or "\n" in passage.folded[end:at]:
        return []
    return [passage.sentences[passage.sentence_at(end - 1)]]

"""Copies of one text count as one witness."""

from __future__ import annotations

from claimcheck.linking.copies import copies
from claimcheck.model import Article

WORDS = [f"word{i}" for i in range(60)]
TEXT = " ".join(WORDS)


def test_a_text_with_another_ending_is_a_copy_and_the_earlier_article_its_source() -> None:
    late = Article("a.txt", TEXT + " and a new ending", date="2020-01-02")
    early = Article("b.txt", TEXT, date="2020-01-01")
    assert copies([late, early]) == (("b.txt", "a.txt"),)


def test_other_texts_are_no_copies() -> None:
    assert copies([Article("a.txt", TEXT), Article("b.txt", " ".join(reversed(WORDS)))]) == ()


def test_short_texts_are_never_copies() -> None:
    assert copies([Article("a.txt", "one short line of text"), Article("b.txt", "one short line of text")]) == ()

"""The pack's words and patterns of time: every name leads somewhere, every pattern can be reached."""

from __future__ import annotations

from claimcheck.temporal.patterns import Grammar, names_used, read_patterns
from claimcheck.temporal.scan import READERS
from claimcheck.temporal.vocabulary import CLASSES_OF_DIGITS, Vocabulary, digit_classes, read_words

WORDS, PATTERNS = read_words(), read_patterns()
CLASSES = {*WORDS.classes, *CLASSES_OF_DIGITS, "holiday", "feast"}
VOCABULARY = Vocabulary(WORDS, names_used(PATTERNS, CLASSES))


def test_every_pattern_names_a_reader_and_every_reader_has_a_pattern() -> None:
    named = {pattern.reads for family in PATTERNS.families.values() for pattern in family.patterns}
    assert named == set(READERS)


def test_every_class_of_words_is_a_class_of_the_vocabulary() -> None:
    used = {name for name in names_used(PATTERNS, CLASSES) if not name.startswith("=")}
    assert used <= CLASSES
    assert all(VOCABULARY.having(name) for name in used)


def test_sides_of_patterns_are_macros() -> None:
    sides = {s for f in PATTERNS.families.values() for p in f.patterns for s in (p.left, p.right) if s}
    assert sides <= set(PATTERNS.macros)


def test_every_family_compiles_and_is_triggered() -> None:
    grammar = Grammar(PATTERNS, VOCABULARY)
    reached = {id(family) for code in set(VOCABULARY.numbered.values()) for family in _at(grammar, code)}
    assert len(reached) == len(PATTERNS.families)


def _at(grammar: Grammar, code: str) -> tuple[object, ...]:
    return grammar.at(code) if grammar.triggers.match(code + "x") else ()


def test_sets_of_classes_fit_into_one_byte_each() -> None:
    assert max(map(ord, VOCABULARY.numbered.values())) < 256


def test_a_word_with_digits_is_classified_once_and_remembered() -> None:
    before = len(VOCABULARY.numbered)
    assert VOCABULARY.numbered["xylophone9"] == VOCABULARY.numbered["xylophone9"]
    assert len(VOCABULARY.numbered) == before + 1


def test_digits_are_what_they_may_be() -> None:
    assert {"dd", "hh", "mm", "yy", "num"} == digit_classes("12")
    assert {"num", "yyyy", "hhmm"} == digit_classes("2016")
    assert digit_classes("24th") == {"dayth"}
    assert digit_classes("32nd") == {"nth"}
    assert digit_classes("1990s") == {"decade4"}
    assert digit_classes("12ab") == frozenset()
    assert digit_classes("٣") == frozenset()  # a digit of another script

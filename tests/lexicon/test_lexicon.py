"""Finding vocabulary: forms, word bounds, overlaps."""

from __future__ import annotations

import pytest

from claimcheck.lexicon import Entry, Lexicon
from claimcheck.lexicon.inflect import Irregular, noun_forms, verb_forms
from claimcheck.text.passage import read_passage

IRREGULAR = Irregular(verbs={"shoot": ("shot", "shot", "shooting")}, nouns={"man": "men"})
ENTRIES = [
    Entry("shoot", verbs=("shoot", "shoot down"), category="action"),
    Entry("man", nouns=("man",), category="person"),
    Entry("ka-52", words=("ka-52",), category="equipment"),
    Entry("air-defence", nouns=("air defence system",), words=("air defence",), category="equipment"),
    Entry("max", words=("max",), category="channel", tags=("capital",)),
]

FOUND = [
    ("an irregular form is found", "Two men ran", [("man", "men")]),
    ("a particle verb is one hit", "It was shot down", [("shoot", "shot down")]),
    ("hyphens and spaces are one", "a Ka-52 and a Ka 52", [("ka-52", "Ka-52"), ("ka-52", "Ka 52")]),
    ("the longest of a category stands", "air defence systems fired", [("air-defence", "air defence systems")]),
    ("a possessive is found", "the man’s car", [("man", "man")]),
    ("a part of a word is not found", "the manor of Amman", []),
    ("a name needs its capital", "Max had a max of two", [("max", "Max")]),
]

VERBS = [
    ("kill", ["kill", "kills", "killed", "killing"]),
    ("stop", ["stop", "stops", "stopped", "stopping"]),
    ("injure", ["injure", "injures", "injured", "injuring"]),
    ("carry out", ["carry out", "carries out", "carried out", "carrying out"]),
    ("shoot", ["shoot", "shoots", "shot", "shooting"]),
]


@pytest.mark.parametrize(("text", "want"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_scan(text: str, want: list[tuple[str, str]]) -> None:
    hits = Lexicon(ENTRIES, IRREGULAR).scan(read_passage(text))
    assert [(h.entry.id, text[h.start : h.end]) for h in hits] == want


@pytest.mark.parametrize(("verb", "want"), VERBS, ids=[v for v, _ in VERBS])
def test_verb_forms(verb: str, want: list[str]) -> None:
    assert [form for form, _ in verb_forms(verb, IRREGULAR)] == want


@pytest.mark.parametrize(("noun", "many"), [("body", "bodies"), ("gunshot wound", "gunshot wounds"), ("man", "men")])
def test_plurals(noun: str, many: str) -> None:
    assert noun_forms(noun, IRREGULAR) == [(noun, "one"), (many, "many")]

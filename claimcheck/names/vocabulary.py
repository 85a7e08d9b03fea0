"""The words that names are made of: rules/<pack>/vocabulary/names*.yaml and titles*.yaml, as sets.

A pack of a user's own adds to the shipped words; nothing is taken away. The words stand in folded scalars, not in
lists: five thousand list items would take ten times as long to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.resources import rules_dir
from claimcheck.yamlfile import Document, did_you_mean, read_yaml

Words = frozenset[str]
NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lower-case words by what they do in a name; the files say what each set is for."""

    first: Words = NONE
    first_or_word: Words = NONE
    family_first: Words = NONE
    particles: Words = NONE
    suffixes: Words = NONE
    never: Words = NONE
    organisations: Words = NONE
    of: Words = NONE
    owned: Words = NONE
    places: Words = NONE
    before_place: Words = NONE
    known: Words = NONE
    before: Words = NONE
    speech: Words = NONE
    titles: Words = NONE
    with_title: Words = NONE
    abbreviated: Words = NONE
    offices: Words = NONE
    speakers: Words = NONE


def load_vocabulary(packs: Sequence[Path] | None = None) -> Vocabulary:
    """The words of all packs (the shipped ones, without `packs`). Raises ClaimcheckError with every mistake."""
    known = [f.name.replace("_", "-") for f in fields(Vocabulary)]
    words: dict[str, Words] = {}
    problems: list[Problem] = []
    for path in _files(packs):
        document = read_yaml(path)
        problems += _problems(document, known)
        if isinstance(document.data, dict):
            for key, value in document.data.items():
                name = key.replace("-", "_")
                words[name] = words.get(name, NONE) | frozenset(str(value).split())
    if problems:
        raise ClaimcheckError(*problems)
    return Vocabulary(**words)


def _files(packs: Sequence[Path] | None) -> Iterator[Path]:
    folders = sorted(path.parent for path in rules_dir().glob("*/pack.yaml")) if packs is None else packs
    for folder in folders:
        for pattern in ("names*.yaml", "titles*.yaml"):
            yield from sorted((folder / "vocabulary").glob(pattern))


def _problems(document: Document, known: Sequence[str]) -> Iterator[Problem]:
    if not isinstance(document.data, dict):
        yield document.problem((), "a mapping of words by what they do is expected")
        return
    for key, value in document.data.items():
        if key not in known:
            yield document.problem((key,), f'unknown key "{key}"{did_you_mean(key, known)}', of_key=True)
        elif not isinstance(value, str):
            yield document.problem((key,), "words with spaces between them are expected (a folded text: >-)")

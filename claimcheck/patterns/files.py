"""Pattern files of the packs: read, checked and compiled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.lexicon import default_packs
from claimcheck.patterns.language import Sequence, compile_sequence
from claimcheck.yamlfile import Document, build, read_yaml

NEAR = "near "


@dataclass(frozen=True, slots=True)
class Stated:
    """What a mention in its role says besides: a number of years in the role `sentence` is a prison term. The subject
    is written like that of a line."""

    kind: str
    value: str
    role: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class PatternLine:
    """One entry of a pattern file.

    value, subject  words, or `{category}` or `<kind>`: the id of the entry, or the value of the mention, found there.
                    A subject `near KIND` is the value of the last mention of that kind before, or else of the first
                    one after; one tagged `passing` is passed over.
    unit            what the value is of or in, written like a subject
    role            in a file of roles: the role of the mention that the pattern holds
    states          in a file of roles: a value of another kind that the same words give
    """

    match: tuple[str, ...]
    value: str = ""
    role: str = ""
    subject: str | None = None
    unit: str | None = None
    tags: tuple[str, ...] = ()
    states: Stated | None = None


@dataclass(frozen=True, slots=True)
class PatternFile:
    """rules/<pack>/patterns/<name>.yaml: patterns that find mentions of a `kind`, or give them roles (`roles-of`)."""

    patterns: tuple[PatternLine, ...]
    kind: str = ""
    roles_of: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled pattern and what it says."""

    kind: str
    gives_role: bool
    rank: int  # position in its file: of two roles for one mention the one written first stands
    line: PatternLine
    sequence: Sequence
    needs_words: tuple[frozenset[str], ...]  # one of each set stands in every match
    needs: frozenset[str]  # categories that stand in every match


def compile_patterns(packs: Iterable[Path] | None) -> tuple[Pattern, ...]:
    """All pattern files of the packs that have a `kind`. Raises ClaimcheckError with every mistake of every file."""
    patterns: list[Pattern] = []
    problems: list[Problem] = []
    for pack in default_packs() if packs is None else packs:
        for path in sorted((pack / "patterns").glob("*.yaml")):
            if not path.read_text(encoding="utf-8", errors="replace").lstrip().startswith(("kind:", "roles-of:", "#")):
                continue
            try:
                document = read_yaml(path)
                if not (isinstance(document.data, dict) and document.data.keys() & {"kind", "roles-of"}):
                    continue
                patterns += _compiled(document)
            except ClaimcheckError as error:
                problems += error.problems
    if problems:
        raise ClaimcheckError(*problems)
    return tuple(patterns)


def _compiled(document: Document) -> list[Pattern]:
    file = build(PatternFile, document)
    patterns: list[Pattern] = []
    problems: list[Problem] = []
    for i, line in enumerate(file.patterns):
        if bool(line.role) != bool(file.roles_of) or bool(line.value) != bool(file.kind):
            says = "a file with `kind` gives values, a file with `roles-of` gives roles"
            problems.append(document.problem(("patterns", i), says))
        if line.states and not file.roles_of:
            problems.append(document.problem(("patterns", i, "states"), "only a role states something besides"))
        for text in line.match:
            try:
                patterns.append(_pattern(file, i, compile_sequence(text)))
            except ValueError as error:
                problems.append(document.problem(("patterns", i, "match"), str(error)))
    if problems:
        raise ClaimcheckError(*problems)
    return patterns


def _pattern(file: PatternFile, rank: int, sequence: Sequence) -> Pattern:
    firm = [e for e in sequence.elements if not (e.gap or e.optional)]
    return Pattern(
        kind=file.kind or file.roles_of,
        gives_role=bool(file.roles_of),
        rank=rank,
        line=file.patterns[rank],
        sequence=sequence,
        needs_words=tuple(sorted((e.words for e in firm if e.words), key=_rarest_first)),
        needs=frozenset(e.category for e in firm if e.category),
    )


def _rarest_first(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """Long words are rare."""
    return -min(map(len, words)), len(words), sorted(words)

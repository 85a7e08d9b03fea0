"""Pattern files of the packs, compiled, and the mentions they find in a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.lexicon import Hit, default_packs
from claimcheck.model import Mention, Scalar, Value
from claimcheck.patterns.language import Sequence, compile_sequence
from claimcheck.patterns.match import Match, accepts, match_at
from claimcheck.text.passage import Passage
from claimcheck.yamlfile import Document, build, read_yaml


@dataclass(frozen=True, slots=True)
class PatternLine:
    """One entry of a pattern file. `value` and `subject` are words, or `{category}`: the id of the entry found."""

    value: str
    match: tuple[str, ...]
    subject: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternFile:
    """rules/<pack>/patterns/<name>.yaml with a `kind`: what its patterns find."""

    kind: str
    patterns: tuple[PatternLine, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled pattern and what it says."""

    kind: str
    line: PatternLine
    sequence: Sequence

    def possible(self, words: frozenset[str], at: Mapping[str, object]) -> bool:
        """Are all words and categories that it cannot do without in the passage?"""
        return not any(
            (e.category not in at if e.category else e.words.isdisjoint(words))
            for e in self.sequence.elements
            if not (e.gap or e.optional)
        )


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of the packs."""

    patterns: tuple[Pattern, ...]
    categories: frozenset[str]

    def read(self, passage: Passage, hits: Iterable[Hit]) -> list[Mention]:
        """Mentions in order; of overlapping ones of one kind the longest stands."""
        at: dict[str, dict[int, Hit]] = defaultdict(dict)
        index = passage.index
        for hit in hits:
            if hit.entry.category in self.categories and hit.start in index:
                at[hit.entry.category].setdefault(index[hit.start], hit)
        present = frozenset(passage.words)
        by_word: dict[str, list[Pattern]] = defaultdict(list)
        starts: list[tuple[int, Pattern]] = []
        for pattern in self.patterns:
            if not pattern.possible(present, at):
                continue
            first = pattern.sequence.elements[0]
            for word in first.words & present:
                by_word[word].append(pattern)
            if first.category:
                starts += [(p, pattern) for p, hit in at[first.category].items() if accepts(first, hit)]
        if by_word:
            starts += [
                (p, pattern) for p, word in enumerate(passage.words) if word in by_word for pattern in by_word[word]
            ]
        after = _Next(passage)
        limits = _Limits(passage)
        found: list[Mention] = []
        for position, pattern in starts:
            found += _try(pattern, position, passage, limits, at, after)
        return _longest(found)


class _Next(dict[int, int]):
    """End offset of a word -> position of the word after it, worked out where asked."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self._passage = passage

    def __missing__(self, offset: int) -> int:
        position = self._passage.word_at(offset - 1) + 1
        self[offset] = position
        return position


class _Limits:
    """Position of the first word after the sentence of a word."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._known: dict[int, int] = {}

    def after(self, position: int) -> int:
        passage = self._passage
        sentence = passage.sentence_at(passage.starts[position])
        if sentence not in self._known:
            self._known[sentence] = passage.word_at(passage.sentences[sentence][1] - 1) + 1
        return self._known[sentence]


def _try(
    pattern: Pattern, position: int, passage: Passage, limits: _Limits, at: dict[str, dict[int, Hit]], after: _Next
) -> list[Mention]:
    match = match_at(pattern.sequence, position, passage.words, limits.after(position), at, after)
    if match is None:
        return []
    start, end = passage.starts[match.start], passage.ends[match.end - 1]
    subject = _filled(pattern.line.subject, match)
    return [
        Mention(
            kind=pattern.kind,
            start=start,
            end=end,
            value=Value(_scalar(_filled(pattern.line.value, match) or "")),
            subject=subject,
            tags=pattern.line.tags,
        )
    ]


def _filled(template: str | None, match: Match) -> str | None:
    if template and template.startswith("{"):
        hit = match.hits.get(template.strip("{}"))
        return hit.entry.id if hit else None
    return template


def _scalar(text: str) -> Scalar:
    return int(text) if text.isdigit() else text


def _longest(found: list[Mention]) -> list[Mention]:
    found.sort(key=lambda m: (m.kind, -(m.end - m.start), m.start, str(m.value.value)))
    kept: list[Mention] = []
    for mention in found:
        if not any(k.kind == mention.kind and k.start < mention.end and mention.start < k.end for k in kept):
            kept.append(mention)
    kept.sort(key=lambda m: (m.start, m.end, m.kind))
    return kept


def load_patterns(packs: Iterable[Path] | None = None) -> Patterns:
    """All pattern files of the packs that have a `kind`. Raises ClaimcheckError with every mistake of every file."""
    patterns: list[Pattern] = []
    problems: list[Problem] = []
    for pack in default_packs() if packs is None else packs:
        for path in sorted((pack / "patterns").glob("*.yaml")):
            if not path.read_text(encoding="utf-8", errors="replace").lstrip().startswith(("kind:", "#")):
                continue
            try:
                document = read_yaml(path)
                if not (isinstance(document.data, dict) and "kind" in document.data):
                    continue
                patterns += _compiled(document)
            except ClaimcheckError as error:
                problems += error.problems
    if problems:
        raise ClaimcheckError(*problems)
    categories = {e.category for p in patterns for e in p.sequence.elements if e.category}
    return Patterns(tuple(patterns), frozenset(categories))


def _compiled(document: Document) -> list[Pattern]:
    file = build(PatternFile, document)
    patterns, problems = [], []
    for i, line in enumerate(file.patterns):
        for text in line.match:
            try:
                patterns.append(Pattern(file.kind, line, compile_sequence(text)))
            except ValueError as error:
                problems.append(document.problem(("patterns", i, "match"), str(error)))
    if problems:
        raise ClaimcheckError(*problems)
    return patterns

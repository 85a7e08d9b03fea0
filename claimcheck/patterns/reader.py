"""Pattern files of the packs, compiled, and the mentions they find in a passage."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.lexicon import Hit, default_packs
from claimcheck.model import Mention, Scalar, Value
from claimcheck.patterns.language import Sequence, compile_sequence
from claimcheck.patterns.match import Match, accepts, match_at
from claimcheck.text.passage import Passage
from claimcheck.yamlfile import Document, build, read_yaml

NEAR = "near "


@dataclass(frozen=True, slots=True)
class PatternLine:
    """One entry of a pattern file. `value` and `subject` are words, or `{category}`: the id of the entry found. A
    subject `near KIND` is the value of the last mention of that kind before, or else of the first one after."""

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
    needs_words: tuple[frozenset[str], ...]  # one of each set stands in every match
    needs: frozenset[str]  # categories that stand in every match


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
        held = at.keys()
        for pattern in self.patterns:
            if not pattern.needs <= held or any(map(present.isdisjoint, pattern.needs_words)):
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
        sentences = _Sentences(passage, at)
        found: list[Mention] = []
        for position, pattern in starts:
            limit, categories = sentences.of(position)
            if pattern.needs <= categories:
                found += _try(pattern, position, passage, limit, at, after)
        return _with_subjects(_longest(found))


class _Next(dict[int, int]):
    """End offset of a word -> position of the word after it, worked out where asked."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self._passage = passage

    def __missing__(self, offset: int) -> int:
        position = self._passage.word_at(offset - 1) + 1
        self[offset] = position
        return position


class _Sentences:
    """What the sentence of a word holds: the position after its last word, and the categories found in it."""

    def __init__(self, passage: Passage, at: Mapping[str, Mapping[int, Hit]]) -> None:
        self._passage = passage
        self._first = [passage.word_at(start) for start, _ in passage.sentences]
        self._categories: dict[int, set[str]] = defaultdict(set)
        for category, hits in at.items():
            for position in hits:
                self._categories[bisect_right(self._first, position)].add(category)

    def of(self, position: int) -> tuple[int, set[str]]:
        sentence = bisect_right(self._first, position)
        limit = self._first[sentence] if sentence < len(self._first) else len(self._passage.words)
        return limit, self._categories[sentence]


def _try(
    pattern: Pattern, position: int, passage: Passage, limit: int, at: dict[str, dict[int, Hit]], after: _Next
) -> list[Mention]:
    match = match_at(pattern.sequence, position, passage.words, limit, at, after)
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


def _with_subjects(mentions: list[Mention]) -> list[Mention]:
    """Fill in the subjects that other mentions give."""
    return [
        replace(m, subject=_nearest(m, m.subject.removeprefix(NEAR), mentions))
        if m.subject and m.subject.startswith(NEAR)
        else m
        for m in mentions
    ]


def _nearest(mention: Mention, kind: str, mentions: list[Mention]) -> str | None:
    others = [m for m in mentions if m.kind == kind]
    before = [m for m in others if m.start <= mention.start]
    nearest = before[-1] if before else others[0] if others else None
    return str(nearest.value.value) if nearest else None


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
                patterns.append(_pattern(file.kind, line, compile_sequence(text)))
            except ValueError as error:
                problems.append(document.problem(("patterns", i, "match"), str(error)))
    if problems:
        raise ClaimcheckError(*problems)
    return patterns


def _pattern(kind: str, line: PatternLine, sequence: Sequence) -> Pattern:
    firm = [e for e in sequence.elements if not (e.gap or e.optional)]
    return Pattern(
        kind=kind,
        line=line,
        sequence=sequence,
        needs_words=tuple(e.words for e in firm if e.words),
        needs=frozenset(e.category for e in firm if e.category),
    )

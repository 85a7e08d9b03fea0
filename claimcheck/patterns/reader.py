"""The mentions that the packs' patterns find in a passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.lexicon import Hit
from claimcheck.model import Mention, Scalar, Value
from claimcheck.patterns.files import NEAR, Pattern, compile_patterns
from claimcheck.patterns.index import Index, index_of
from claimcheck.patterns.match import Match
from claimcheck.patterns.scene import Scene
from claimcheck.text.passage import Passage

PASSING = "passing"  # tag of mentions that others beside them are not said of: an interview is no messenger


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of the packs: those that find mentions, and those that give roles to mentions."""

    finding: Index
    qualifying: Index
    categories: frozenset[str]  # of both

    def scene(self, passage: Passage, hits: Iterable[Hit]) -> Scene:
        """A passage and its vocabulary, to be read, and then to qualify all its mentions with."""
        return Scene(passage, hits, self.categories)

    def read(self, scene: Scene) -> list[Mention]:
        """Mentions in order; of overlapping ones of one kind the longest stands."""
        found = [_mention(pattern, match, scene.passage) for pattern, match in self.finding.matches(scene)]
        return _with_subjects(_longest(found))

    def qualify(self, scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
        """The same mentions, with the roles that the words around them give: of two for one mention
        the one that its file names first stands, then the shorter match. Beside them what they state in these roles.
        Adds the mentions to the scene."""
        scene.add(mentions)
        best: dict[tuple[int, str], tuple[tuple[int, int], Pattern, Match]] = {}
        for pattern, match in self.qualifying.matches(scene):
            hit = match.hits.get(f"<{pattern.kind}>")
            if hit is None:
                continue
            key, order = (hit.start, pattern.kind), (pattern.rank, match.end - match.start)
            if key not in best or order < best[key][0]:
                best[key] = (order, pattern, match)
        if not best:
            return list(mentions)
        found: list[Mention] = []
        for mention in mentions:
            chosen = best.get((mention.start, mention.kind))
            if chosen is None:
                found.append(mention)
            else:
                _, pattern, match = chosen
                found += [_qualified(mention, pattern, match), *_stated(mention, pattern, match)]
        return found


def load_patterns(packs: Iterable[Path] | None = None) -> Patterns:
    """All pattern files of the packs. Raises ClaimcheckError with every mistake of every file."""
    patterns = compile_patterns(packs)
    finding, qualifying = (index_of(p for p in patterns if p.gives_role is gives) for gives in (False, True))
    return Patterns(finding, qualifying, finding.categories | qualifying.categories)


def _mention(pattern: Pattern, match: Match, passage: Passage) -> Mention:
    return Mention(
        kind=pattern.kind,
        start=passage.starts[match.start],
        end=passage.ends[match.end - 1],
        value=Value(_scalar(_filled(pattern.line.value, match) or ""), unit=_filled(pattern.line.unit, match)),
        subject=_filled(pattern.line.subject, match),
        tags=pattern.line.tags,
    )


def _qualified(mention: Mention, pattern: Pattern, match: Match) -> Mention:
    return replace(
        mention,
        role=pattern.line.role,
        subject=_filled(pattern.line.subject, match) or mention.subject,
        tags=tuple(dict.fromkeys(mention.tags + pattern.line.tags)),
    )


def _stated(mention: Mention, pattern: Pattern, match: Match) -> list[Mention]:
    """What the words of a mention say besides: a mention of another kind at the same place."""
    states = pattern.line.states
    if states is None:
        return []
    subject = _filled(states.subject, match)
    return [Mention(states.kind, mention.start, mention.end, Value(_scalar(states.value)), subject, role=states.role)]


def _with_subjects(mentions: list[Mention]) -> list[Mention]:
    """Fill in the subjects that other mentions give."""
    return [
        replace(m, subject=_nearest(m, m.subject.removeprefix(NEAR), mentions))
        if m.subject and m.subject.startswith(NEAR)
        else m
        for m in mentions
    ]


def _nearest(mention: Mention, kind: str, mentions: list[Mention]) -> str | None:
    others = [m for m in mentions if m.kind == kind and PASSING not in m.tags]
    if inside := next((m for m in others if mention.start <= m.start < mention.end), None):
        return str(inside.value.value)  # "a public Facebook page"
    before = [m for m in others if m.start <= mention.start]
    nearest = before[-1] if before else others[0] if others else None
    return str(nearest.value.value) if nearest else None


def _filled(template: str | None, match: Match) -> str | None:
    if template and template.startswith("{"):
        hit = match.hits.get(template.strip("{}"))
        return hit.entry.id if hit else None
    if template and template.startswith("<"):
        hit = match.hits.get(template)
        return hit.entry.name if hit else None
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

"""Why each mention of an article did or did not become a claim of a role: what was seen, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.claims import claims_of
from claimcheck.extract.events import events_of
from claimcheck.extract.extractor import Extractor
from claimcheck.extract.governors import governors, unnamed
from claimcheck.extract.line import Line
from claimcheck.extract.moments import governor_of
from claimcheck.extract.sentences import Page, cut
from claimcheck.extract.story import Story
from claimcheck.lexicon import Hit
from claimcheck.model import Article, Claim, Mention
from claimcheck.patterns.language import compile_sequence
from claimcheck.text.passage import Passage

Fits = dict[tuple[str, int, str], str]  # kind, offset of the mention, role -> the pattern as it is written
HANGING = frozenset(("time", "date", "location", "order"))  # kinds whose role is that of a word they hang on


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention: its words and value, the claim's role and event, and why."""

    kind: str
    text: str
    value: str
    role: str | None
    subject: str | None
    event: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Traced:
    """One sentence: the line of the file it begins on, its words, the vocabulary in it and the mentions."""

    line: int
    field: str
    text: str
    words: tuple[str, ...]
    seen: tuple[Seen, ...]


def trace(article: Article, extractor: Extractor) -> Iterator[Traced]:
    """Every sentence in which something was recognised, title first."""
    passages = extractor.passages(article)
    hits = [extractor.lexicon.scan(p) for p in passages]
    [found] = extractor.mentions([article], [passages], [hits])
    pages = [cut(p, h, m) for p, h, m in zip(passages, hits, found, strict=True)]
    story = Story(pages, extractor.roles, extractor.places, article.date)
    events = events_of(article, story, extractor.places)
    fits = [_fitting(extractor, p, h, m) for p, h, m in zip(passages, hits, found, strict=True)]
    claims: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims_of(article, story, events):
        claims.setdefault((claim.field, claim.start), []).append(claim)
    for line in story.lines:
        yield _traced(article, story, pages[line.page], line, claims, fits[line.page])


def _fitting(extractor: Extractor, passage: Passage, hits: list[Hit], mentions: list[Mention]) -> Fits:
    """The patterns of roles that fit, by the mention that got its role so."""
    scene = extractor.patterns.scene(passage, hits)
    scene.add(mentions)
    fits: Fits = {}
    for pattern, match in extractor.patterns.qualifying.matches(scene):
        hit = match.hits.get(f"<{pattern.kind}>")
        if hit is not None:
            written = next((t for t in pattern.line.match if compile_sequence(t) == pattern.sequence), "")
            fits.setdefault((pattern.kind, hit.start, pattern.line.role), written)
    return fits


def _traced(
    article: Article,
    story: Story,
    page: Page,
    line: Line,
    claims: dict[tuple[str, int], list[Claim]],
    fits: Fits,
) -> Traced:
    passage, sentence = page.passage, line.sentence
    start, end = passage.starts[sentence.low], passage.ends[sentence.high - 1]
    words = [
        (h.start, f"{h.entry.category}:{h.entry.id} “{passage.text[h.start : h.end]}”") for _, _, h in sentence.hits
    ]
    words += [
        (passage.starts[act.first], f"action:{act.entry.id} “{_between(page, act.first, act.last)}”")
        for act in sentence.acts
    ]
    seen: list[Seen] = []
    shown: set[str] = set()
    for i, (first, last, mention) in enumerate(sentence.mentions):
        mine = [c for c in claims.get((passage.field, mention.start), []) if c.kind == mention.kind]
        if mention.role is not None:
            fitting = fits.get((mention.kind, mention.start, mention.role), mention.role)
            why = f"the words around it fit the pattern {fitting}"
        else:
            why = _why(story, page, line, i, first, last, mention)
        for claim in [c for c in mine if c.id not in shown]:
            shown.add(claim.id)
            seen.append(_seen(claim, why if claim.role or mention.kind in HANGING else "no word gives it a role"))
        if not mine:
            text = passage.text[mention.start : mention.end]
            seen.append(Seen(mention.kind, text, str(mention.value.value), None, None, None, "part of another claim"))
    for at in range(start, end):
        for claim in claims.get((passage.field, at), []):
            if claim.id not in shown:
                shown.add(claim.id)
                seen.append(_seen(claim, _stated(page, line, claim)))
    row = passage.text.count("\n", 0, start) + (article.line if passage.field == "text" else 1)
    text = " ".join(passage.text[start:end].split())
    return Traced(row, passage.field, text, tuple(text for _, text in sorted(words)), tuple(seen))


def _seen(claim: Claim, why: str) -> Seen:
    return Seen(claim.kind, claim.text, str(claim.value), claim.role, claim.subject, claim.event, why)


def _why(story: Story, page: Page, line: Line, i: int, first: int, last: int, mention: Mention) -> str:
    """The rule of thumb that gave the mention its role, or found none."""
    if not mention.tags or not {"stamp", "dateline"}.intersection(mention.tags):
        if mention.kind not in HANGING:
            return _by_act(page, line) if mention.kind in ("count", "ordinal") else "this kind is its own role"
        words = page.passage.words
        found = unnamed(words, line.sentence, governors(line.sentence, story.roles, story.kind))
        governor = governor_of(words, line.sentence, first, last, found)
        if i in line.vague:
            return "a more exact date beside it says more"
        if governor is None and mention.kind == "time" and line.roles.get(i) is not None:
            return "what was going on at that hour; no other is told"
        if governor is None:
            return "nothing in the sentence that it can hang on"
        return f"hangs on “{_between(page, governor.first, governor.last)}” ({governor.role})"
    return f"it is a {'dateline' if 'dateline' in mention.tags else 'stamp'}"


def _by_act(page: Page, line: Line) -> str:
    acts = [f"“{_between(page, act.first, act.last)}”" for act in line.sentence.acts]
    return f"read with what was done: {', '.join(acts)}" if acts else "no word of the sentence says what was done"


def _stated(page: Page, line: Line, claim: Claim) -> str:
    acts = [s.act for s in line.stated if s.act.entry.role is not None]
    said: Sequence[str] = [f"“{_between(page, act.first, act.last)}”" for act in acts if act.entry.role == claim.role]
    return f"counted by {said[0]}" if said else _by_act(page, line)


def _between(page: Page, first: int, last: int) -> str:
    return page.passage.text[page.passage.starts[first] : page.passage.ends[last - 1]]

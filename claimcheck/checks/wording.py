"""wording: words to avoid, what to use instead, and when they are right after all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from claimcheck.checks.check import NOTHING, Check, Clash, Group, Outcome, Rule
from claimcheck.model import Article, Claim, Side, stable_id
from claimcheck.text.fold import fold
from claimcheck.text.passage import read_passage
from claimcheck.yamlfile import did_you_mean


@dataclass(frozen=True, slots=True)
class Wording:
    """The keys of `wording`.

    avoid        words; with a capital they are matched as written, else in any case
    use          what to write instead
    unless       words whose presence anywhere in the article makes the others right ("Chinese" for PLA)
    except-near  words that make them right in the sentence that they stand in
    fix          of the words to avoid, those that `--fix` may replace unasked: each with what it puts in their place
    """

    avoid: tuple[str, ...]
    use: str = ""
    unless: tuple[str, ...] = ()
    except_near: tuple[str, ...] = ()
    fix: dict[str, str] = field(default_factory=dict)


def evaluate(rule: Rule[Wording], group: Group) -> Outcome:
    """Look for the words in each article of the group; one finding an article and rule."""
    compared, clashes = 0, []
    for doc in group.documents:
        article = group.articles.get(doc)
        if article is None:
            continue
        compared += 1
        if not (_told(rule.options, article.title) or _told(rule.options, article.text)):
            continue  # most articles hold none, which is much faster told than looked for
        hits = {field: found for field in ("title", "text") if (found := list(_find(rule.options, article, field)))}
        if not hits or _excused(rule.options, article):
            continue
        claims = [
            claim
            for field, found in hits.items()
            for claim in _claims(article, field, found)
            if not _excused_there(rule.options, claim)
        ]
        if claims:
            clashes.append(_clash(rule, claims))
    return Outcome(compared, tuple(clashes)) if compared else NOTHING


def _find(options: Wording, article: Article, field: str) -> Iterator[tuple[int, int]]:
    folded = _folded(article.title if field == "title" else article.text)[0]
    for match in _pattern(options.avoid).finditer(folded):
        yield match.start(), match.end()


def _told(options: Wording, text: str) -> bool:
    """Whether the words are there at all, in any case and be it within others."""
    try:
        return bool(_search(options.avoid).find_matches_as_indexes(_folded(text)[1]))
    except UnicodeEncodeError:  # half of a surrogate pair, which the pattern can read
        return True


@lru_cache(maxsize=8)  # the next rule asks for the same text
def _folded(text: str) -> tuple[str, str]:
    """The text folded; the same without case."""
    folded = fold(text)
    return folded, folded.casefold()


@cache
def _search(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick([fold(word).casefold() for word in words])


def _excused(options: Wording, article: Article) -> bool:
    if not options.unless:
        return False
    pattern = _pattern(options.unless)
    return bool(pattern.search(fold(article.title)) or pattern.search(fold(article.text)))


def _excused_there(options: Wording, claim: Claim) -> bool:
    return bool(options.except_near) and _holds(options.except_near, claim.sentence)


@lru_cache(maxsize=8)
def _holds(words: tuple[str, ...], sentence: str) -> bool:
    return _pattern(words).search(fold(sentence)) is not None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(fold, words), key=lambda word: (-len(word), word))
    parts = [f"(?i:{re.escape(w)})" if w.islower() else re.escape(w) for w in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _clash(rule: Rule[Wording], found: list[Claim]) -> Clash:
    values: dict[str, list[Claim]] = {}
    for claim in found:
        values.setdefault(str(claim.value), []).append(claim)
    sides = tuple(Side(value, tuple(claims)) for value, claims in values.items())
    return Clash(kind="wording", sides=sides, help=f"write {rule.options.use}" if rule.options.use else "")


def _claims(article: Article, field: str, hits: list[tuple[int, int]]) -> Iterator[Claim]:
    """The words as claims, so that reports show them like any other. The text is read once, however many there are."""
    text = article.title if field == "title" else article.text
    passage = read_passage(text, field=field)
    sentences: dict[tuple[int, int], str] = {}
    line, counted = article.line if field == "text" else 1, 0
    for start, end in hits:
        bounds = passage.sentences[max(0, bisect_right(passage.sentence_starts, start) - 1)]
        if bounds not in sentences:
            sentences[bounds] = text[slice(*bounds)]
        line, counted = line + text.count("\n", counted, start), start
        yield Claim(
            id=stable_id("wording", article.doc, field, start, end),
            doc=article.doc,
            kind="wording",
            value=text[start:end],
            text=text[start:end],
            start=start,
            end=end,
            line=line if field == "text" else 1,
            column=start - text.rfind("\n", 0, start),
            sentence=sentences[bounds],
            field=field,
        )


def needs(_options: Wording) -> tuple[str, ...]:
    """It reads the texts themselves."""
    return ()


def describe(options: Wording) -> str:
    """The rule as a sentence."""
    text = "Articles avoid " + ", ".join(f'"{word}"' for word in options.avoid)
    if options.use:
        text += f" and write {options.use}"
    if options.unless:
        text += f"; unless they mention {', '.join(options.unless)}"
    if options.except_near:
        text += f"; except in a sentence with {', '.join(options.except_near)}"
    return text + "."


def mistakes(options: Wording) -> Iterator[tuple[str, str]]:
    """No words, or empty ones."""
    if not options.avoid or not all(word.strip() for word in options.avoid):
        yield "avoid", "needs at least one word, and none may be empty"
    for words, new in options.fix.items():
        if words not in options.avoid:
            yield "fix", f'"{words}" is none of the words to avoid{did_you_mean(words, options.avoid)}'
        if not new.strip() or "\n" in new or _pattern(options.avoid).search(fold(new)):
            yield "fix", f'"{words}" needs other words on one line, with none of those to avoid'


CHECK = Check(
    id="wording",
    summary="words to avoid, and what to use instead",
    options=Wording,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

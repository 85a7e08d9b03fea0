"""Words that a wording rule can replace with certainty: which they are, and the new text of their file.

Certain is what the rule itself lists under `fix`, in the running text of a plain text or Markdown file in UTF-8. What
somebody is quoted with, links, code and front matter stay as they are, and so does "a" before what would need "an".
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claimcheck.checks import AnyRule
from claimcheck.checks.wording import Wording
from claimcheck.model import Article, Claim, Finding
from claimcheck.sources import READERS, file_of

_TEXT = READERS["text"].suffixes
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}
_QUOTE_MARK = re.compile('[“”«»„"]')
_LINK = re.compile(r"\]\([^)\n]{0,2000}\)|<[^>\n]{0,2000}>|`[^`\n]{0,2000}`")
_WORD = re.compile(r"\S+")
_ADDRESS = ("//", "www.", "@")
_FENCE = re.compile(r"^(?:```|~~~).*?(?:^(?:```|~~~)|\Z)", re.M | re.S)
_BLOCK_QUOTE = re.compile(r"^[ ]{0,3}>.*$", re.M)
_WORD_BEFORE = re.compile(r"\b(an?)\s+$", re.I)
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement in the text of an article, and the rule that asks for it."""

    claim: Claim
    rule: str
    new: str


@dataclass(frozen=True, slots=True)
class Left:
    """Words that stay as they are, and why."""

    claim: Claim
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One file: its path, its text and bytes before, its text after, and what was replaced."""

    path: str
    raw: bytes
    old: str
    new: str
    edits: tuple[Edit, ...]


def fixes(
    findings: Iterable[Finding], rules: Sequence[AnyRule], articles: Sequence[Article]
) -> tuple[list[Fix], list[Left]]:
    """The new text of each file that can be mended, and what of the wording findings stays. Writes nothing."""
    swaps = {rule.id: rule.options for rule in rules if isinstance(rule.options, Wording)}
    by_doc = {article.doc: article for article in articles}
    left: list[Left] = []
    edits: dict[str, list[Edit]] = {}
    files: dict[str, str] = {}
    for finding in findings:
        if finding.rule not in swaps:
            continue
        for claim in (claim for side in finding.sides for claim in side.claims):
            new, reason = _replacement(swaps[finding.rule], claim, by_doc[claim.doc])
            if reason:
                left.append(Left(claim, finding.rule, reason))
                continue
            path = file_of(claim.doc)[0]
            real = os.path.realpath(path)
            files.setdefault(real, path)
            edits.setdefault(real, []).append(Edit(claim, finding.rule, new))
    made: list[Fix] = []
    for real, wanted in sorted(edits.items()):
        fix, unmade = _fix(files[real], wanted, by_doc)
        made += [fix] if fix else []
        left += unmade
    left.sort(key=lambda item: (item.claim.doc, item.claim.field != "title", item.claim.start))
    return made, left


def _replacement(options: Wording, claim: Claim, article: Article) -> tuple[str, str]:
    """The new words, or else why there are none."""
    words = next((word for word in options.fix if word == claim.text), "")
    words = words or next((word for word in options.fix if word.islower() and word == claim.text.lower()), "")
    new = _as_written(claim.text, words, options.fix[words]) if words else ""
    if not new:
        return "", "no certain replacement"
    if not claim.doc.lower().endswith(_TEXT) or claim.field != "text":
        return "", "not fixable here" + (" (the title)" if claim.field != "text" else "")
    return new, _protected(article.text, claim, new)


def _as_written(text: str, words: str, new: str) -> str:
    """The new words in the letters of the old; empty where these are mixed in a way of their own."""
    if text == words:
        return new
    if text.isupper():
        return new.upper()
    if text == words[:1].upper() + words[1:]:
        return new[:1].upper() + new[1:]
    if all(word[:1].isupper() for word in text.split()):
        return " ".join(word[:1].upper() + word[1:] for word in new.split(" "))
    return ""


def _protected(text: str, claim: Claim, new: str) -> str:
    """Why these words are not ours to change; empty where they are."""
    start, end = claim.start, claim.end
    if text[start - 1 : start] in ("'", "‘") or (
        text[end : end + 1] in ("'", "’") and not text[end + 1 : end + 2].isalpha()
    ):
        return "in a quotation"
    starts, spans = _protected_spans(text)
    before = bisect_right(starts, start) - 1  # the last that begins before is the one that ends last
    if before >= 0 and start < spans[before][1]:
        return spans[before][2]
    article = _WORD_BEFORE.search(text, max(0, start - 4), start)
    if article and (claim.text[0].lower() in _VOWELS) != (new[0].lower() in _VOWELS):
        return f'after "{article[1]}", which may have to change'
    return ""


@lru_cache(maxsize=4)
def _protected_spans(text: str) -> tuple[list[int], list[tuple[int, int, str]]]:
    """Where nothing is changed: begin, end and why, in order; and the begins alone. Linear in the text."""
    quotes = [(m.start(), m.end()) for m in _BLOCK_QUOTE.finditer(text)]
    first = 0
    for gap in (*(m.span() for m in _PARAGRAPH.finditer(text)), (len(text), len(text))):
        quotes += _quotations(text, first, gap[0])
        first = gap[1]
    code = [m.span() for form in (_LINK, _FENCE) for m in form.finditer(text)]
    code += [m.span() for m in _WORD.finditer(text) if any(sign in m[0] for sign in _ADDRESS)]
    merged: list[tuple[int, int, str]] = []
    for start, end, why in sorted(
        [(*span, "in a quotation") for span in quotes] + [(*span, "in a link or in code") for span in code]
    ):
        if not merged or end > merged[-1][1]:  # what lies within another is protected already
            merged.append((start, end, why))
    return [span[0] for span in merged], merged


def _quotations(text: str, first: int, limit: int) -> list[tuple[int, int]]:
    """Quotations of one paragraph. One that is never closed runs on to the end of it."""
    found, opened, closing = [], first, ""
    for mark in _QUOTE_MARK.finditer(text, first, limit):
        if closing and mark[0] == closing:
            found.append((opened, mark.end()))
            closing = ""
        elif not closing and mark[0] in _QUOTES:
            opened, closing = mark.start(), _QUOTES[mark[0]]
    return [*found, (opened, limit)] if closing else found


def _fix(path: str, wanted: Sequence[Edit], articles: Mapping[str, Article]) -> tuple[Fix | None, list[Left]]:
    if Path(path).is_symlink():  # what it points to may lie anywhere, and was not named
        return None, [_left(edit, "in a link to a file: name the file itself") for edit in wanted]
    try:
        raw = Path(path).read_bytes()
        old = raw.decode("utf-8")
    except OSError as error:
        return None, [_left(edit, f"cannot be read: {error.strerror or error}") for edit in wanted]
    except UnicodeDecodeError:
        return None, [_left(edit, "not fixable here (the file is not UTF-8)") for edit in wanted]
    text = articles[wanted[0].claim.doc].text
    offset = len(old) - len(text)
    if not old.endswith(text):
        return None, [_left(edit, "the file has changed since it was read") for edit in wanted]
    kept: list[Edit] = []
    left: list[Left] = []
    for edit in sorted(wanted, key=lambda e: (e.claim.start, -e.claim.end, e.rule)):
        if kept and (edit.claim.start, edit.claim.end) == (kept[-1].claim.start, kept[-1].claim.end):
            continue  # two names of one file
        if kept and edit.claim.start < kept[-1].claim.end:
            left.append(_left(edit, "overlaps another replacement"))
            continue
        kept.append(edit)
    new = old
    for edit in reversed(kept):
        new = new[: offset + edit.claim.start] + edit.new + new[offset + edit.claim.end :]
    return Fix(path, raw, old, new, tuple(kept)), left


def _left(edit: Edit, reason: str) -> Left:
    return Left(edit.claim, edit.rule, reason)

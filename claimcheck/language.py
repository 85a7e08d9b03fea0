"""Whether the packs can read an article at all: one in another language is named and left out, never misread."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from claimcheck.model import Article
from claimcheck.resources import rules_dir
from claimcheck.yamlfile import build, read_yaml

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 1_600  # characters at the start, and as many in the middle, tell the language
_FEW = 8  # words below which function words say nothing
_MANY = 60  # words of running text in a language hold some of its function words
_LEAST = 0.03


@dataclass(frozen=True, slots=True)
class _Words:
    covered: dict[str, tuple[str, ...]]
    known: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Languages:
    """Function words of the languages that the packs cover, and of others that can be named."""

    covered: dict[str, frozenset[str]]
    known: dict[str, frozenset[str]]
    foreign: frozenset[str]  # all that are known: a text of ours has few of them, and one look at each word says so

    def refuse(self, article: Article) -> str | None:
        """Why the article cannot be read; None where it can. A short text in Latin letters is given the benefit."""
        declared = article.lang.strip().lower().replace("_", "-").partition("-")[0]
        if len(declared) == 2 and declared not in self.covered:
            return f"its language is given as {article.lang!r}, which no pack covers"
        words = _WORD.findall(_sample(article.text or article.title).lower())
        if script := _other_script(words):
            return f"written in {script} letters, which no pack covers"
        if len(words) < _FEW:
            return None
        ours = max(sum(map(known.__contains__, words)) for known in self.covered.values())
        foreign = list(filter(self.foreign.__contains__, words))
        name, theirs = max(((n, sum(map(w.__contains__, foreign))) for n, w in self.known.items()), key=lambda p: p[1])
        if theirs > max(ours, _FEW // 2):
            return f"seems to be {name}, which no pack covers"
        if len(words) >= _MANY and ours < _LEAST * len(words):
            return "in no language that a pack covers"
        return None


def load_languages() -> Languages:
    """From rules/core/language.yaml."""
    words = build(_Words, read_yaml(rules_dir() / "core" / "language.yaml"))
    covered = {name: frozenset(known) for name, known in words.covered.items()}
    ours = frozenset().union(*covered.values())
    others = {name: frozenset(known) - ours for name, known in words.known.items()}
    return Languages(covered, others, frozenset().union(*others.values()))


def _sample(text: str) -> str:
    if len(text) <= 2 * _LOOKED_AT:
        return text
    middle = len(text) // 2
    return text[:_LOOKED_AT] + text[middle : middle + _LOOKED_AT]


def _other_script(words: list[str]) -> str | None:
    """The script of most words where that is not Latin: the first word of its letters' Unicode names."""
    others = [word[0] for word in words if word[0] > "\u024f" and not "\u1e00" <= word[0] <= "\u1eff"]
    if 2 * len(others) <= len(words):
        return None
    name = unicodedata.name(others[0], "unknown").split()[0].split("-")[0]
    return name.capitalize() if name != "CJK" else "Chinese"

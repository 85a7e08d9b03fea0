"""What the HTML page knows of the articles: by which names a reader meets them, and where their quotes are marked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Article, Claim
from claimcheck.reports.highlights import Marks
from claimcheck.reports.views import Quote
from claimcheck.reports.words import framed, told_by
from claimcheck.text.visible import visible

_WORDS = 220  # columns of a quote


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles by document; `folder` is what all of their paths begin with, and none is shown with."""

    articles: Mapping[str, Article]
    marks: Marks
    folder: str

    def source(self, doc: str) -> str:
        """The source of an article as a reader knows it, else its path."""
        article = self.articles.get(doc)
        return visible(article.source) if article and article.source else self.path(doc)

    def path(self, doc: str) -> str:
        """The document below the folder that all share."""
        return visible(doc.removeprefix(self.folder))

    def shortened(self, text: str) -> str:
        """A remark with its documents named as the page names them."""
        return visible(text.replace(self.folder, "") if self.folder else text)

    def published(self, doc: str) -> str:
        """When an article was published; empty where that is not known."""
        article = self.articles.get(doc)
        return article.date if article else ""

    def quote(self, claim: Claim, width: int = _WORDS) -> Quote:
        """A claim's words in their sentence, and where the page shows them in the article."""
        before, words, after = framed(claim, width)
        anchor = self.marks.anchor(claim) if claim.doc in self.marks.numbers else ""
        return Quote(before, words, after, visible(told_by(claim)), _where(claim), anchor)


def corpus_of(articles: Sequence[Article], marks: Marks) -> Corpus:
    """The articles of a report."""
    return Corpus({article.doc: article for article in articles}, marks, _folder(article.doc for article in articles))


def _folder(docs: Iterable[str]) -> str:
    """`news/` of news/a.txt and news/b.txt; the parts of a path are told apart by its slashes."""
    folders = {os.path.dirname(doc) for doc in docs}  # noqa: PTH120  # a doc is no path: it may end in #id
    if not folders or "" in folders or len({folder.startswith("/") for folder in folders}) > 1:
        return ""
    shared = os.path.commonpath(folders)
    return f"{shared.rstrip('/')}/" if shared else ""


def _where(claim: Claim) -> str:
    return f"line\u00a0{claim.line}" if claim.field == "text" else claim.field

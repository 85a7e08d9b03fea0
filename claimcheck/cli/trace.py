"""claimcheck trace: why each mention did or did not become a claim of a role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimcheck.extract.trace import Traced

_AT_LINE = re.compile(r"(.+):(\d+)$", re.S)


@click.command()
@click.argument("where", metavar="FILE[:LINE]")
@click.option("--rules", "more", multiple=True, metavar="PATH", help="A further pack; repeatable.")
def command(where: str, more: tuple[str, ...]) -> None:
    """Show what is seen in FILE, sentence by sentence: words of the vocabulary, mentions, roles and why.

    \b
    claimcheck trace article.txt
    claimcheck trace article.txt:7      only the sentences that begin on or run over line 7
    """
    from claimcheck import sources
    from claimcheck.errors import ClaimcheckError
    from claimcheck.extract import load_extractor
    from claimcheck.extract.trace import trace
    from claimcheck.lexicon.packs import all_packs
    from claimcheck.model import Article
    from claimcheck.text.visible import visible

    at = None if Path(where).exists() else _AT_LINE.match(where)
    file, line = (at[1], int(at[2])) if at else (where, 0)
    if not Path(file).is_file():
        raise ClaimcheckError(f"{file}: no such file")
    extractor = load_extractor(tuple(pack for pack in all_packs(tuple(map(Path, more))) if pack.is_dir()))
    found = 0
    for article in sources.load([file]):
        if not isinstance(article, Article):
            continue
        sentences = list(trace(article, extractor))
        for number, sentence in enumerate(sentences):
            following = sentences[number + 1].line if number + 1 < len(sentences) else line + 1
            if line and not sentence.line <= line < max(following, sentence.line + 1):
                continue
            found += 1
            for text in _told(article.doc, sentence):
                click.echo(f"{' ' * (len(text) - len(text.lstrip()))}{visible(text)}")
    if not found:
        raise ClaimcheckError(f"{where}: nothing was recognised there")


def _told(doc: str, sentence: Traced) -> Iterator[str]:
    yield f"{doc}:{sentence.line}  {'title: ' if sentence.field == 'title' else ''}{sentence.text}"
    if sentence.words:
        yield f"    words  {'; '.join(sentence.words)}"
    for seen in sentence.seen:
        role = f"role {seen.role}" if seen.role else "no role"
        subject = f", of {seen.subject}" if seen.subject else ""
        event = f", event {seen.event}" if seen.event else ""
        yield f"    {seen.kind} “{seen.text}” = {seen.value}: {role}{subject}{event}"
        yield f"        why: {seen.why}"
    yield ""

"""Sources side by side: what each says of an event, when they say it happened, and who disagrees with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.model import Article, Claim, Finding
from claimcheck.reports.views import Cell, Matrix, MatrixRow, Moment, ValueRow
from claimcheck.reports.words import value_of
from claimcheck.text.visible import visible

MOST_SOURCES = 24  # columns of a table


def source_of(doc: str, articles: Mapping[str, Article]) -> str:
    """The source of an article as a reader knows it, else its path."""
    article = articles.get(doc)
    return visible(article.source if article and article.source else doc)


def values_by_source(
    claims: Sequence[Claim], sources: Sequence[str], articles: Mapping[str, Article]
) -> Iterator[ValueRow]:
    """A row for each role and subject of the event."""
    rows: dict[str, dict[str, dict[str, None]]] = {}
    for claim in claims:
        if claim.role:
            name = visible(" ".join(filter(None, (claim.role, claim.subject, f"({claim.kind})"))))
            rows.setdefault(name, {}).setdefault(source_of(claim.doc, articles), {})[value_of(claim)] = None
    for name, said in sorted(rows.items()):
        cells = tuple(", ".join(said.get(source, ())) for source in sources)
        yield ValueRow(name, cells, differs=len({cell for cell in cells if cell}) > 1)


def moments(claims: Sequence[Claim], docs: Iterable[str], articles: Mapping[str, Article]) -> Iterator[Moment]:
    """Every date and time that is said of the event, and when each article was published, in order."""
    found = {
        (visible(claim.timex or str(claim.value)), visible(claim.role or ""), source_of(claim.doc, articles))
        for claim in claims
        if claim.kind in ("date", "time") and claim.role
    }
    dated = [articles[doc] for doc in docs if doc in articles and articles[doc].date]
    found |= {(visible(article.date), "published", source_of(article.doc, articles)) for article in dated}
    return (Moment(*moment) for moment in sorted(found))


def matrix(findings: Sequence[Finding], articles: Mapping[str, Article]) -> Matrix | None:
    """Who disagrees with whom, about what; the most quarrelsome sources first."""
    pairs: dict[tuple[str, str], Counter[str]] = {}
    for finding in findings:
        sides = [{source_of(claim.doc, articles) for claim in side.claims} for side in finding.sides]
        clashes = {(a, b) for one, other in combinations(sides, 2) for a in one for b in other if a != b}
        for pair in clashes | {(b, a) for a, b in clashes}:
            pairs.setdefault(pair, Counter())[visible(finding.rule)] += 1
    weight: Counter[str] = Counter()
    for (name, _), rules in pairs.items():
        weight[name] += rules.total()
    names = [name for name, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]
    if not names:
        return None
    kept = tuple(names[:MOST_SOURCES])
    rows = tuple(MatrixRow(a, tuple(_cell(pairs.get((a, b))) for b in kept)) for a in kept)
    return Matrix(kept, rows, more=len(names) - len(kept))


def _cell(rules: Counter[str] | None) -> Cell:
    return Cell(rules.total(), ", ".join(sorted(rules))) if rules else Cell(0, "")

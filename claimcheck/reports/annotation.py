"""W3C Web Annotations: each claim as a note on its words, for tools that show notes beside a text.

https://www.w3.org/TR/annotation-model/: positions count code points in the article's text, and quotes carry the words
around them, so that a note finds its place in a copy of the page too. A claim in a title has its quote alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimcheck.model import Article, Claim, Extraction
from claimcheck.reports.report import Format, Style
from claimcheck.reports.rows import Plain, claim_row
from claimcheck.reports.words import uri, value_of
from claimcheck.sources import file_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after a quote
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """One annotation page, a note a line."""
    del style
    yield f'{{"@context": {_ENCODE(CONTEXT)}, "type": "AnnotationPage", "items": ['
    before = "\n"
    for extraction in extractions:
        for claim in extraction.claims:
            yield before + _ENCODE(_note(claim, extraction.article))
            before = ",\n"
    yield "\n]}\n"


def _note(claim: Claim, article: Article) -> Plain:
    about = " ".join(filter(None, (claim.kind, claim.role, claim.subject)))
    return {
        "id": f"urn:claimcheck:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "value": f"{about}: {value_of(claim)}"},
            {"type": "TextualBody", "format": "application/json", "value": _ENCODE(claim_row(claim))},
        ],
        "target": {"source": article.url or uri(file_of(article.doc)[0]), "selector": _selectors(claim, article)},
    }


def _selectors(claim: Claim, article: Article) -> Plain:
    whole = article.text if claim.field == "text" else article.title
    quote: dict[str, Plain] = {
        "type": "TextQuoteSelector",
        "exact": claim.text,
        "prefix": whole[max(claim.start - _AROUND, 0) : claim.start],
        "suffix": whole[claim.end : claim.end + _AROUND],
    }
    if claim.field != "text":
        return [quote]
    return [quote, {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}]


FORMAT = Format(id="annotations", summary="W3C Web Annotations (JSON-LD) of claims", claims=claims)

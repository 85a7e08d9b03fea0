"""Statements in the manner of FollowTheMoney: a line for each value of a property of an entity, with where it stands.

Entities are the articles (`Article`) and what each of them tells of (`Event`, one for each article that tells of it). A
property has FollowTheMoney's name where that model has one (title, publishedAt, date, location); else it is
`kind:role:subject`, which readers of that model have to map. https://followthemoney.tech/docs/statements/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimcheck.model import Article, Claim, Extraction, stable_id
from claimcheck.reports.report import Format, Style
from claimcheck.reports.rows import Plain
from claimcheck.sources import file_of

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_OF_ARTICLE = (
    ("title", "name", "title"),
    ("publishedAt", "date", "date"),
    ("sourceUrl", "url", "url"),
    ("publisher", "string", "source"),
    ("language", "language", "lang"),
)


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """Of each article: its own statements, then those of its claims in their order."""
    del style
    for extraction in extractions:
        yield "".join(_ENCODE(row) + "\n" for row in _rows(extraction))


def _rows(extraction: Extraction) -> Iterator[dict[str, Plain]]:
    article = extraction.article
    entity = stable_id("article", article.doc)
    for prop, kind, name in _OF_ARTICLE:
        if value := getattr(article, name):
            yield _row(article, entity, "Article", prop, kind, value)
    for mention in extraction.events:
        yield _row(article, _event(article, mention.key), "Event", "proof", "entity", entity)
    for claim in extraction.claims:
        owner, schema = (_event(article, claim.event), "Event") if claim.event else (entity, "Article")
        prop, kind = _property(claim)
        found = _row(article, owner, schema, prop, kind, str(claim.value))
        yield {
            **found,
            "id": claim.id,
            "original_value": claim.text,
            "origin": claim.speaker,
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "start": claim.start,
            "end": claim.end,
        }


def _row(article: Article, entity: str, schema: str, prop: str, kind: str, value: str) -> dict[str, Plain]:
    return {
        "id": stable_id(article.doc, entity, prop, value),
        "entity_id": entity,
        "canonical_id": entity,
        "schema": schema,
        "prop": prop,
        "prop_type": kind,
        "value": value,
        "original_value": None,
        "lang": article.lang or None,
        "dataset": file_of(article.doc)[0],
        "origin": None,
    }


def _property(claim: Claim) -> tuple[str, str]:
    """Name and type. What is denied or hedged is never a property that a reader would take for a fact."""
    plain = claim.role == "event" and claim.polarity == "affirmed" and claim.certainty == "asserted"
    if plain and claim.kind == "date":
        return "date", "date"
    if plain and claim.kind == "location":
        return "location", "string"
    return ":".join((claim.kind, claim.role or "", claim.subject or "")).rstrip(":"), "string"


def _event(article: Article, key: str) -> str:
    return stable_id("event", article.doc, key)


FORMAT = Format(id="ftm", summary="claims as statements in the manner of FollowTheMoney", claims=claims)

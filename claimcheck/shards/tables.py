"""A dataset: what a run keeps, as Parquet tables in a folder. `articles` is what a later run goes on from; `claims` and
`findings` are for others to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from claimcheck.model import CLAIM_FIELDS, Claim
from claimcheck.shards.reading import kept_slip
from claimcheck.shards.rows import claims_from, finding_from
from claimcheck.shards.slip import Plain, Slip
from claimcheck.sources.walk import DATASET_FILE

VERSION = 1
_DOUBLES = ("low", "high", "lat", "lon")
_NUMBERS = ("start", "end", "line", "column", "geonameid")


def mark(folder: Path) -> None:
    """Say that a folder is a dataset."""
    (folder / DATASET_FILE).write_text(json.dumps({"version": VERSION}) + "\n", encoding="utf-8")


def _shown(text: str) -> str:
    """As a column holds it: half a surrogate pair is no text there."""
    return text.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class ArticleTable:
    """An article a row: its document, the mark of what its claims were made from, and all of it as JSON."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Name and SQL type of each."""
        return {"doc": "string", "made_from": "string", "ord": "string", "data": "string"}

    def rows(self, slip: Slip) -> Iterator[Mapping[str, object]]:
        """One row."""
        order, made_from, group, extraction = slip.data
        data = json.dumps([group, extraction])
        yield {"doc": _shown(str(slip.key)), "made_from": made_from, "ord": order, "data": data}

    def slip(self, name: str, row: Mapping[str, Plain]) -> Slip:
        """The article again."""
        del name
        group, (article, claims, events) = json.loads(row["data"])
        mentions = tuple(tuple(tuple(v) if isinstance(v, list) else v for v in mention) for mention in events)
        extraction = (tuple(article), tuple(map(tuple, claims)), mentions)
        return kept_slip(article[0], (row["ord"], row["made_from"], group, extraction))


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """A claim a row: the columns of `claims --output jsonl`. Not to be read back: a run goes on from `articles`."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Name and SQL type of each."""
        return {name: _kind(name) for name in CLAIM_FIELDS}

    def rows(self, slip: Slip) -> Iterator[Mapping[str, object]]:
        """A row for each claim of an article."""
        for claim in claims_from(slip.data[3][1]):
            yield {name: _cell(getattr(claim, name), _kind(name)) for name in CLAIM_FIELDS}


@dataclass(frozen=True, slots=True)
class FindingTable:
    """A finding a row; its sides as JSON: [{value, claims: [...]}]."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Name and SQL type of each."""
        names = ("id", "rule", "kind", "severity", "message", "event", "link", "help", "documents", "sides")
        return dict.fromkeys(names, "string")

    def rows(self, slip: Slip) -> Iterator[Mapping[str, object]]:
        """One row."""
        finding = finding_from(slip.data[2])
        documents = sorted({claim.doc for side in finding.sides for claim in side.claims})
        sides = [{"value": side.value, "claims": [_named(claim) for claim in side.claims]} for side in finding.sides]
        plain = {name: _shown(getattr(finding, name)) for name in ("id", "rule", "kind", "severity", "message", "link")}
        more = {"event": _shown(finding.event), "help": _shown(finding.help)}
        yield {**plain, **more, "documents": json.dumps(documents), "sides": json.dumps(sides)}


def _kind(name: str) -> str:
    return "double" if name in _DOUBLES else "bigint" if name in _NUMBERS else "string"


def _cell(value: object, kind: str) -> object:
    if value is None or kind == "bigint":
        return value
    return float(str(value)) if kind == "double" else _shown(str(value))


def _named(claim: Claim) -> dict[str, object]:
    return {field.name: value for field in fields(Claim) if (value := getattr(claim, field.name)) is not None}

"""JSON Lines: a claim, an event or a finding a line, in the fields of the output contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimcheck.model import Extraction, row
from claimcheck.reports.report import Format, Style

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def claims(extractions: Iterable[Extraction], style: Style) -> Iterator[str]:
    """A claim a line, in the order of the articles, an article at a time."""
    del style
    encode = _ENCODE
    for extraction in extractions:
        if extraction.claims:
            yield "".join([encode(row(claim)) + "\n" for claim in extraction.claims])


FORMAT = Format(id="jsonl", summary="a JSON object a line", claims=claims)

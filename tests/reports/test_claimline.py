"""A claim's line is what the JSON encoder makes of its row, whatever the claim holds."""

import json
from dataclasses import fields, replace

import pytest
from reports.sample import CLAIMS, HOSTILE, TWO

from claimcheck.model import Claim
from claimcheck.reports.claimline import claim_lines
from claimcheck.reports.rows import claim_row

ODD = (
    "",
    'a "quoted" \\ word',
    "line\nbreak\ttab\x00\x1f\x7f",
    "\u201cna\u00efve\u201d \u2028\u2029",
    "\U0001f600\ud800",
    "</script>",
)
NUMBERS = (0, 1, -7, 10**30, 0.0, -0.0, 1.0, 2.5, 1e300, 1e-9, float("inf"), float("-inf"), float("nan"))
WORDS = [f.name for f in fields(Claim) if "str" in str(f.type) or f.name == "value"]
AMOUNTS = ["value", "low", "high", "lat", "lon", "geonameid", "start", "end", "line", "column"]


def encoded(claims) -> str:
    return "".join(json.dumps(claim_row(claim), ensure_ascii=False) + "\n" for claim in claims)


@pytest.mark.parametrize("field", [f.name for f in fields(Claim)])
def test_every_field_is_written_as_the_encoder_writes_it(field: str):
    values = [*(ODD if field in WORDS else ()), *(NUMBERS if field in AMOUNTS else ())]
    if field in ("start", "end", "line", "column"):
        values = [n for n in values if isinstance(n, int)]
    claims = [replace(TWO, **{field: value}) for value in values]
    assert claims
    assert claim_lines(claims) == encoded(claims)


def test_what_does_not_apply_is_left_out_and_an_unknown_role_is_null():
    bare = Claim("1", "a.txt", "count", 2, "two", 0, 3, 1, 1, "two", polarity="denied")
    assert claim_lines([bare]) == encoded([bare])
    assert '"role": null' in claim_lines([bare])


def test_claims_in_a_row_share_nothing_but_what_they_share():
    claims = [*CLAIMS, *(c for f in HOSTILE.findings for s in f.sides for c in s.claims)]
    mixed = [replace(c, speaker=who, low=low) for c in claims for who in (None, "Lee") for low in (1, 1.0, None)]
    assert claim_lines(mixed) == encoded(mixed)

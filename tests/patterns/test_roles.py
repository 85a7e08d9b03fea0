"""Values get the role that the words around them give, all the way to the claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract import load_extractor
from claimcheck.model import Article
from claimcheck.yamlfile import read_yaml

CASES = read_yaml(Path(__file__).parent / "roles.yaml").data
EXTRACTOR = load_extractor()


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_role_of_a_value(case: dict[str, object]) -> None:
    claims = EXTRACTOR.extract(Article("a.txt", str(case["text"]))).claims
    found = [[c.text, c.role, c.subject] for c in claims if c.kind == case["kind"]]
    assert case["want"] in found

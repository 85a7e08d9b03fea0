"""The generated schema accepts what is shipped and refuses what the reader refuses."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from claimcheck.resources import rules_dir
from claimcheck.rulebook.schema import file_schema, rule_schema
from claimcheck.yamlfile import read_yaml

RULES = sorted(rules_dir().glob("*/checks/*.yaml"))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = rule_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", RULES, ids=lambda p: p.stem)
def test_every_shipped_rule_is_valid(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    assert [e.message for e in validator.iter_errors(read_yaml(path).data)] == []


def test_unknown_keys_and_two_checks_are_not(validator: jsonschema.Draft202012Validator) -> None:
    head = {"id": "a", "summary": "b"}
    assert not validator.is_valid({**head, "wordings": {"avoid": ["x"]}})
    assert not validator.is_valid({**head, "wording": {"avoid": ["x"]}, "agree": {"kind": "count"}})
    assert validator.is_valid({**head, "wording": {"avoid": ["x"]}})


def test_shipped_tables_are_valid() -> None:
    check = jsonschema.Draft202012Validator(file_schema("table"))
    for path in rules_dir().glob("*/reference/*.yaml"):
        assert [e.message for e in check.iter_errors(read_yaml(path).data)] == []

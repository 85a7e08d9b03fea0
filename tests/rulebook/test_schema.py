"""The generated schema accepts what is shipped and refuses what the reader refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from claimcheck.cli.run import run
from claimcheck.cli.schema import WHAT
from claimcheck.config import Config
from claimcheck.resources import rules_dir
from claimcheck.rulebook.schema import file_schema, rule_schema, schema_of
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


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("pack", "*/pack.yaml"), ("roles", "*/patterns/roles.yaml"), ("patterns", "*/patterns/*-roles.yaml")],
)
def test_shipped_files_are_valid(name: str, pattern: str) -> None:
    schema = file_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    files = list(rules_dir().glob(pattern))
    assert files
    for path in files:
        assert [f"{path}: {e.message}" for e in check.iter_errors(read_yaml(path).data)] == []


def test_the_schema_of_the_config_takes_what_the_reader_takes(tmp_path: Path) -> None:
    schema = schema_of(Config, "config")
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    good = {"rules": ["rules/our"], "severity": {"killed": "note"}, "fail-on": "warning", "same-event": True}
    assert check.is_valid(good)
    assert not check.is_valid({"fail-on": "fatal"}) and not check.is_valid({"rule": []})
    assert check.is_valid({}) and not check.is_valid({"severity": {"killed": "off"}})


def test_every_name_of_the_command_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    for what in WHAT:
        assert run(["schema", what]) == 0
        jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))

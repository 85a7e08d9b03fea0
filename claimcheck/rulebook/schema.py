"""JSON Schema of what people write (rules, tables, packs), generated from the dataclasses that read it."""

from __future__ import annotations

import inspect
import re
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from claimcheck.checks import CHECKS
from claimcheck.extract.roles import RoleFile
from claimcheck.lexicon.entries import VocabularyFile
from claimcheck.lexicon.packs import PackFile
from claimcheck.patterns.files import PatternFile
from claimcheck.reference import TableFile
from claimcheck.rulebook.files import RuleHead

Schema = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type] = {
    "pack": PackFile,
    "vocabulary": VocabularyFile,
    "patterns": PatternFile,
    "roles": RoleFile,
    "table": TableFile,
}
_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}
_KEY_LINE = re.compile(r"^ {0,8}([a-z][\w-]*(?:, [a-z][\w-]*)*) {2,}(\S.*(?:\n {8,}\S.*)*)", re.M)


def rule_schema() -> Schema:
    """The schema of a rule file: its head, and exactly one check."""
    head = _mapping(RuleHead)
    properties = head["properties"]
    assert isinstance(properties, dict)
    for check in CHECKS.values():
        properties[check.id] = {"description": check.summary, **_mapping(check.options)}
    return {
        "$schema": DRAFT,
        "title": "A claimcheck rule",
        **head,
        "oneOf": [{"required": [check]} for check in CHECKS],
    }


def file_schema(name: str) -> Schema:
    """The schema of one of FILES."""
    return schema_of(FILES[name], f"A claimcheck {name} file")


def schema_of(cls: type, title: str) -> Schema:
    """The schema of a file that is read as this dataclass."""
    return {"$schema": DRAFT, "title": title, **_mapping(cls)}


def _mapping(cls: type) -> Schema:
    hints, told = get_type_hints(cls), _told(cls)
    properties: dict[str, object] = {}
    required = []
    for field in fields(cls):
        key = field.name.rstrip("_").replace("_", "-")
        properties[key] = {**_schema(hints[field.name]), **({"description": told[key]} if key in told else {})}
        if field.default is MISSING and field.default_factory is MISSING:
            required.append(key)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _told(cls: type) -> dict[str, str]:
    """What the docstring says of each key ("within    how far values may be apart")."""
    found = {}
    for match in _KEY_LINE.finditer(inspect.getdoc(cls) or ""):
        for key in match[1].split(", "):
            found[key.replace("_", "-")] = " ".join(match[2].split())
    return found


def _schema(hint: object) -> Schema:
    origin, args = get_origin(hint), get_args(hint)
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if isinstance(hint, type) and is_dataclass(hint):
        return _mapping(hint)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(arg) for arg in args]}
    if origin is tuple:
        item = _schema(args[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}  # one value stands for a list of one
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(args[1])}
    return {}

"""Strict YAML 1.2 into plain data and frozen dataclasses, with every mistake of a file reported at its line and column.

PyYAML's own rules read `1:42` as the number 102, `on:` as True and `no` as False, and let repeated keys pass. Here a
plain word is true, false, null, an integer or a decimal by the YAML 1.2 core schema, or else it is text. Anchors,
aliases and tags are refused: none is needed in a rule, and aliases are how small files become huge ones.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from claimcheck.errors import ClaimcheckError, Problem

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Keys = tuple[str | int, ...]
T = TypeVar("T")

MAX_BYTES = 4_000_000
MAX_DEPTH = 60
_INT = re.compile(r"[-+]?[0-9]+$")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$|[-+]?[0-9]+[eE][-+]?[0-9]+$")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}
_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_PLAIN_TAGS = frozenset(_TAGS.values())


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C parser where it was built
    """Resolves nothing: every plain scalar arrives as text, and `_scalar` decides. PyYAML's resolver asks patterns and
    paths for every node; we have none, and packs are read at every start."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        return _TAGS[kind]

    def descend_resolver(self, _node: object, _index: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """A read file: `data` is plain Python, `root` remembers where everything stood."""

    path: str
    data: Plain
    root: yaml.Node | None
    first_line: int = 1

    def problem(self, keys: Keys, message: str, *, of_key: bool = False) -> Problem:
        """A problem at the value (or the key itself) that `keys` lead to."""
        line, column = self.position(keys, of_key=of_key)
        return Problem(self.path, message, line, column)

    def position(self, keys: Keys, *, of_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of what `keys` lead to; of the nearest parent where they lead nowhere."""
        node, mark = self.root, None
        for key in keys:
            step = _child(node, key)
            if step is None:
                break
            key_node, node = step
            mark = key_node.start_mark if of_key else node.start_mark
        mark = mark or (self.root.start_mark if self.root else None)
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)


def read_yaml(path: Path, *, name: str | None = None) -> Document:
    """Read a file. Raises ClaimcheckError with each mistake found; `name` is how messages call the file."""
    shown = name or str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ClaimcheckError(Problem(shown, f"larger than {MAX_BYTES // 1_000_000} MB: not read"))
        raw = path.read_bytes()
    except OSError as error:
        raise ClaimcheckError(Problem(shown, f"cannot be read: {error.strerror or error}")) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ClaimcheckError(Problem(shown, "not UTF-8", line)) from None
    return parse_yaml(text, name=shown)


def parse_yaml(text: str, *, name: str, first_line: int = 1) -> Document:
    """Parse text that stands in file `name` from `first_line` on (front matter does not begin a file's own count)."""
    problems: list[Problem] = []
    try:
        _refuse_depth(text, name)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "not YAML"
        where = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        raise ClaimcheckError(Problem(name, f"not YAML: {said}", *where)) from None
    except (yaml.YAMLError, RecursionError) as error:
        first = str(error).splitlines()[0] if str(error) else "not YAML"
        raise ClaimcheckError(Problem(name, f"not YAML: {first}", first_line)) from None
    document = Document(name, None, root, first_line)
    data = _plain(root, document, problems, set(), 0) if root is not None else None
    if problems:
        raise ClaimcheckError(*problems)
    return Document(name, data, root, first_line)


def build(cls: type[T], document: Document, at: Keys = ()) -> T:
    """The mapping at `at` as a frozen dataclass, by its type hints.

    Keys are field names with `-` for `_` (a trailing `_` of a field is left out: `from_` is `from`). Unknown and
    missing keys and wrong types are collected; raises ClaimcheckError with all of them.
    """
    data = document.data
    for key in at:
        data = data[key]  # type: ignore[index]  # the caller walked here
    problems: list[Problem] = []
    value = _typed(data, cls, document, at, problems)
    if problems:
        raise ClaimcheckError(*problems)
    return value  # type: ignore[return-value]  # _typed returns a cls where it reports no problem


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """`; did you mean "x"?` or nothing."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def _refuse_depth(text: str, name: str) -> None:
    depth = 0
    for mark in re.finditer(r"[\[{\]}]", text):  # an upper bound: brackets in text count as well
        depth += 1 if mark.group() in "[{" else -1 if depth else 0
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, mark.start()) + 1
            raise ClaimcheckError(Problem(name, f"nested deeper than {MAX_DEPTH} levels", line))
    deepest = max((len(line) - len(line.lstrip(" -?")) for line in text.splitlines()), default=0)
    if deepest > 4 * MAX_DEPTH:
        raise ClaimcheckError(Problem(name, f"nested deeper than {MAX_DEPTH} levels"))


def _child(node: yaml.Node | None, key: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None


def _plain(node: yaml.Node, document: Document, problems: list[Problem], seen: set[int], depth: int) -> Plain:
    def wrong(at: yaml.Node, message: str) -> None:
        mark = at.start_mark
        problems.append(Problem(document.path, message, mark.line + document.first_line, mark.column + 1))

    if id(node) in seen:
        wrong(node, "anchors and aliases are not supported")
        return None
    seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        wrong(node, f"the tag {node.tag} is not supported")
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, document, problems, seen, depth + 1) for item in node.value]
    result: dict[str, Plain] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            wrong(key, "a key must be a word")
            continue
        if key.value in result:
            wrong(key, f'the key "{key.value}" stands twice')
        result[key.value] = _plain(value, document, problems, seen, depth + 1)
    return result


def _scalar(node: yaml.ScalarNode) -> Plain:
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text) and len(text) < 20:
        return int(text)
    return float(text) if _FLOAT.match(text) else text


@cache
def _hints(cls: type) -> dict[str, tuple[str, object, bool]]:
    """YAML key -> (field name, type, required)."""
    hints = get_type_hints(cls)
    return {
        field.name.rstrip("_").replace("_", "-"): (
            field.name,
            hints[field.name],
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(cls)
        if field.init
    }


def _typed(data: Plain, want: object, document: Document, at: Keys, problems: list[Problem]) -> object:
    origin, args = get_origin(want), get_args(want)
    if isinstance(want, type) and is_dataclass(want):
        return _dataclass(data, want, document, at, problems)
    if origin in (Union, UnionType):
        return _union(data, args, document, at, problems)
    if origin is Literal:
        if data in args:
            return data
        known = [str(a) for a in args]
        problems.append(document.problem(at, f"{data!r} is none of {', '.join(known)}{did_you_mean(str(data), known)}"))
        return None
    if origin is tuple:
        items = data if isinstance(data, list) else [data]  # one value stands for a list of one
        keys = [(*at, i) for i in range(len(items))] if isinstance(data, list) else [at]
        return tuple(_typed(v, args[0], document, k, problems) for v, k in zip(items, keys, strict=True))
    if origin is dict and isinstance(data, dict):
        return {k: _typed(v, args[1], document, (*at, k), problems) for k, v in data.items()}
    if _is_scalar(data, want):
        return float(data) if want is float and not isinstance(data, bool) else data  # type: ignore[arg-type]
    problems.append(document.problem(at, f"expected {_name(want)}, found {_found(data)}"))
    return None


def _dataclass(data: Plain, want: type, document: Document, at: Keys, problems: list[Problem]) -> object:
    if not isinstance(data, dict):
        problems.append(document.problem(at, f"expected a mapping, found {_found(data)}"))
        return None
    hints, values, before = _hints(want), {}, len(problems)
    for key, value in data.items():
        if key not in hints:
            message = f'unknown key "{key}"{did_you_mean(key, list(hints))}'
            problems.append(document.problem((*at, key), message, of_key=True))
            continue
        name, hint, _ = hints[key]
        values[name] = _typed(value, hint, document, (*at, key), problems)
    for key, (_, _, required) in hints.items():
        if required and key not in data:
            problems.append(document.problem(at, f'the key "{key}" is missing'))
    return want(**values) if len(problems) == before else None


def _union(data: Plain, args: tuple[object, ...], document: Document, at: Keys, problems: list[Problem]) -> object:
    if data is None and NoneType in args:
        return None
    rest = [a for a in args if a is not NoneType]
    for option in rest[:-1]:
        tried: list[Problem] = []
        value = _typed(data, option, document, at, tried)
        if not tried:
            return value
    return _typed(data, rest[-1], document, at, problems)


def _is_scalar(data: Plain, want: object) -> bool:
    if want is float:
        return isinstance(data, int | float) and not isinstance(data, bool)
    if want is int:
        return isinstance(data, int) and not isinstance(data, bool)
    return want in (str, bool) and isinstance(data, want)


def _name(want: object) -> str:
    known: tuple[tuple[object, str], ...] = (
        (str, "text"),
        (int, "a whole number"),
        (float, "a number"),
        (bool, "true or false"),
        (dict, "a mapping"),
    )
    kind = get_origin(want) or want
    return next((name for type_, name in known if type_ is kind), str(want))


def _found(data: Plain) -> str:
    if isinstance(data, dict):
        return "a mapping"
    if isinstance(data, list):
        return "a list"
    return "nothing" if data is None else repr(data)

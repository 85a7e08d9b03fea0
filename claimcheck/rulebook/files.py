"""Rule files of the packs, read strictly into rules, with every mistake of every file at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from claimcheck.checks import CHECKS, AnyRule, Rule
from claimcheck.checks.check import ORDINARY, Scope, Severity, Voice
from claimcheck.checks.judge import PLACEHOLDERS
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.lexicon.packs import default_packs
from claimcheck.yamlfile import Document, build, did_you_mean, parse_yaml, read_yaml

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_PLACEHOLDER = re.compile(r"\{([^}]*)\}")
_EXAMPLES = re.compile(r"^examples:", re.M)
_TOP_KEY = re.compile(r"^[^\s#]", re.M)


@dataclass(frozen=True, slots=True)
class ExampleArticle:
    """An article of an example, where more than its text matters."""

    text: str
    title: str = ""
    date: str = ""
    source: str = ""


Files = dict[str, ExampleArticle | str]


@dataclass(frozen=True, slots=True)
class Examples:
    """Articles of one event each, by the answer that the rule must give. `note`: a finding told as a note."""

    finding: tuple[Files, ...] = ()
    no_finding: tuple[Files, ...] = ()
    undecided: tuple[Files, ...] = ()
    note: tuple[Files, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleHead:
    """The keys of a rule file besides the check.

    replaces  id of a rule of a pack before this one, which gives way to this rule: its own id, or another
    """

    id: str
    summary: str
    severity: Severity = "warning"
    scope: Scope = "event"
    event: tuple[str, ...] = ()
    compare: tuple[Voice, ...] = ORDINARY
    message: str = ""
    why: str = ""
    help: str = ""
    replaces: str = ""
    examples: Examples = field(default_factory=Examples)


_HEAD = frozenset(f.name for f in fields(RuleHead))


def rule_files(packs: Sequence[Path] | None = None) -> list[tuple[Path, list[tuple[Path, Path]]]]:
    """For each pack its rule files, by name, each with the folder of the pack it belongs to. A path may also be one
    rule file. Raises ClaimcheckError for paths that are not there: rules that silently do not run would be taken for
    rules that hold."""
    chosen = default_packs() if packs is None else packs
    missing = [Problem(str(path), "no such pack or rule file") for path in chosen if not path.exists()]
    if missing:
        raise ClaimcheckError(*missing)
    return [(pack, _rule_files(pack)) for pack in chosen]


def _rule_files(pack: Path) -> list[tuple[Path, Path]]:
    if pack.is_file():
        return [(pack, pack.parent.parent if pack.parent.name == "checks" else pack.parent)]
    folder = pack / "checks" if (pack / "checks").is_dir() or (pack / "pack.yaml").is_file() else pack
    return [(path, pack) for path in sorted(folder.glob("*.yaml"))]


def read_rule(path: Path, pack: Path) -> AnyRule:
    """One rule file, without its examples. Raises ClaimcheckError with every mistake of the file."""
    rule, _ = _read(path, pack, examples=False)
    return rule


def read_examples(rule: AnyRule) -> Examples:
    """The examples of a rule. Raises ClaimcheckError with every mistake of the file."""
    _, examples = _read(Path(rule.path), rule.pack, examples=True)
    return examples


def _read(path: Path, pack: Path, *, examples: bool) -> tuple[AnyRule, Examples]:
    document = read_yaml(path) if examples else _without_examples(path)
    if not isinstance(document.data, dict):
        raise ClaimcheckError(document.problem((), "a rule is a mapping: id, summary, and a check"))
    checks = [key for key in document.data if key in CHECKS]
    problems = _key_problems(document, checks)
    head, options = None, None
    try:
        known = {k: v for k, v in document.data.items() if k in _HEAD}
        head = build(RuleHead, replace(document, data=known))
    except ClaimcheckError as error:
        problems += error.problems
    for check in checks[:1]:
        try:
            options = build(CHECKS[check].options, document, at=(check,))
            problems += [_option_problem(document, check, *m) for m in CHECKS[check].mistakes(options)]
        except ClaimcheckError as error:
            problems += error.problems
    if head:
        problems += _head_problems(document, head)
    if problems or head is None:
        raise ClaimcheckError(*sorted(problems, key=lambda p: (p.line, p.column)))
    return _rule(head, checks[0], options, path, pack), head.examples


def _without_examples(path: Path) -> Document:
    """The file up to its examples, where they stand last: they are most of a rule file and only `test` needs them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return read_yaml(path)  # says what is wrong
    found = _EXAMPLES.search(text)
    if not found or _TOP_KEY.search(text, found.end()):
        return read_yaml(path)
    return parse_yaml(text[: found.start()], name=str(path))


def _rule(head: RuleHead, check: str, options: object, path: Path, pack: Path) -> AnyRule:
    return Rule(
        id=head.id,
        summary=head.summary,
        check=check,
        options=options,
        severity=head.severity,
        scope=head.scope,
        event=head.event,
        compare=head.compare,
        message=head.message,
        why=head.why,
        help=head.help,
        path=str(path),
        pack=pack,
        replaces=head.replaces,
    )


def _key_problems(document: Document, checks: list[str]) -> list[Problem]:
    assert isinstance(document.data, dict)  # _read asked
    known = [*(f.name for f in fields(RuleHead)), *CHECKS]
    problems = [
        document.problem((key,), f'unknown key "{key}"{did_you_mean(key, known)}', of_key=True)
        for key in document.data
        if key not in known
    ]
    if not checks:
        problems.append(document.problem((), f"a rule needs one check: {', '.join(CHECKS)}"))
    problems += [
        document.problem((key,), f"one check a rule: {checks[0]} stands already", of_key=True) for key in checks[1:]
    ]
    return problems


def _option_problem(document: Document, check: str, key: str, message: str) -> Problem:
    return document.problem((check, key) if key else (check,), message)


def _head_problems(document: Document, head: RuleHead) -> list[Problem]:
    problems = []
    if not _ID.match(head.id):
        problems.append(document.problem(("id",), f'"{head.id}" is no id: small letters, digits and hyphens'))
    for name in _PLACEHOLDER.findall(head.message):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{p}}}" for p in PLACEHOLDERS)
            problems.append(document.problem(("message",), f'"{{{name}}}" is none of {known}'))
    return problems

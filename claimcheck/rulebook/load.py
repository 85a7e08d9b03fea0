"""The rules that would run: those of all packs, one a name, after packs and users have replaced and graded some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.checks import CHECKS, AnyRule
from claimcheck.checks.check import Severity
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.lexicon.packs import all_packs, default_packs, pack_file, with_extended
from claimcheck.rulebook.files import read_rule, rule_files
from claimcheck.yamlfile import did_you_mean, read_yaml


def load_rules(
    packs: Sequence[Path] | None = None,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> tuple[AnyRule, ...]:
    """The rules of the packs, in order of pack and id. A folder without `checks/` is read as a folder of rule files.

    A later pack may replace rules of the packs before it (`replaces`), grade them anew or turn them off (`rules` in
    its pack.yaml). `select` and `ignore` are rule ids, `severity` grades them last; an id that no rule has is a
    mistake. Raises ClaimcheckError with every mistake."""
    folders = tuple(default_packs() if packs is None else packs)
    shipped = frozenset(default_packs())
    problems: list[Problem] = []
    rules: dict[str, AnyRule] = {}
    off: dict[str, str] = {}
    for folder, files in rule_files(folders):
        for path, pack in files:
            try:
                rule = replace(read_rule(path, pack), packs=folders)
            except ClaimcheckError as error:
                problems += error.problems
                continue
            problems += _placed(rule, rules)
            problems += _lacking(rule)
            off.pop(rule.replaces, None)
        if folder not in shipped:
            problems += _graded(folder, rules, off)
    over, chosen, unwanted = severity or {}, set(select), set(ignore)
    problems += _unknown({*over, *chosen, *unwanted}, rules, off)
    problems += [Problem("", f'the rule "{i}" is off in {off[i]}') for i in sorted(chosen & off.keys())]
    if problems:
        raise ClaimcheckError(*problems)
    return tuple(
        replace(rule, severity=over[i]) if i in over else rule
        for i, rule in rules.items()
        if i not in off and i not in unwanted and (not chosen or i in chosen)
    )


def named_rules(paths: Sequence[Path], *, select: Iterable[str] = ()) -> tuple[AnyRule, ...]:
    """The rules of these packs and rule files and of the packs they extend, as they stand beside the shipped ones; all
    rules where no path is given. `select`: of these only those ids, which may also be of shipped rules."""
    ids = frozenset(select)
    known = load_rules(all_packs(paths), select=ids)
    if ids or not paths:
        return known
    named = with_extended(paths)
    folders = {path.resolve() for path in named if path.is_dir()}
    files = {path.resolve() for path in named if path.is_file()}
    return tuple(r for r in known if r.pack.resolve() in folders or Path(r.path).resolve() in files)


def _placed(rule: AnyRule, rules: dict[str, AnyRule]) -> list[Problem]:
    """Put a rule among the others, in the place of the one that it replaces. One id, two rules: a mistake."""
    first = rules.get(rule.id)
    if first is not None and rule.replaces != rule.id:
        line = _line(rule, "id")
        way = f'; "replaces: {rule.id}" puts this one in its place' if first.pack != rule.pack else ""
        return [Problem(rule.path, f'the id "{rule.id}" is taken by {first.path}{way}', line)]
    if not rule.replaces:
        rules[rule.id] = rule
        return []
    if rule.replaces not in rules:
        message = f'replaces "{rule.replaces}", which no pack before it has{did_you_mean(rule.replaces, tuple(rules))}'
        return [Problem(rule.path, message, _line(rule, "replaces"))]
    swapped = {(rule.id if i == rule.replaces else i): (rule if i == rule.replaces else r) for i, r in rules.items()}
    rules.clear()
    rules.update(swapped)
    return []


def _lacking(rule: AnyRule) -> list[Problem]:
    return [
        Problem(rule.path, message, *read_yaml(Path(rule.path)).position((rule.check, key)))
        for key, message in CHECKS[rule.check].lacks(rule)
    ]


def _line(rule: AnyRule, key: str) -> int:
    return read_yaml(Path(rule.path)).position((key,))[0]


def _graded(pack: Path, rules: dict[str, AnyRule], off: dict[str, str]) -> list[Problem]:
    """Grade rules as the head of a pack says."""
    head = pack_file(pack)
    if head is None:
        return []
    document, file = head
    problems = []
    for rule, grade in file.rules.items():
        if rule not in rules:
            message = f'no rule "{rule}"{did_you_mean(rule, tuple(rules))}'
            problems.append(document.problem(("rules", rule), message, of_key=True))
        elif grade == "off":
            off[rule] = document.path
        else:
            off.pop(rule, None)
            rules[rule] = replace(rules[rule], severity=grade)
    return problems


def _unknown(ids: Iterable[str], rules: Mapping[str, AnyRule], off: Mapping[str, str]) -> list[Problem]:
    known = tuple(rules)
    return [Problem("", f'no rule "{i}"{did_you_mean(i, known)}') for i in sorted(set(ids) - rules.keys() - off.keys())]

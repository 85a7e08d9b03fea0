"""Validate packs: read all that a run reads, and what it does not (examples, every table), and say what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.extract.roles import load_roles
from claimcheck.lexicon.packs import all_packs, default_packs, load_lexicon, with_extended
from claimcheck.patterns import load_patterns
from claimcheck.reference import load_table, table_files
from claimcheck.rulebook.files import read_examples
from claimcheck.rulebook.load import named_rules

T = TypeVar("T")


def validate(packs: Sequence[Path] | None = None) -> str:
    """What was read, in a line. Raises ClaimcheckError with every mistake of every file."""
    given = with_extended(default_packs() if packs is None else packs)
    folders = [p for p in given if p.is_dir()]
    problems: list[Problem] = []
    every = _try(lambda: all_packs(given), problems) or ()
    tables = [path for pack in folders for path in table_files(pack)]
    for path in tables:
        _try(lambda path=path: load_table(path), problems)  # type: ignore[misc]
    rules = _try(lambda: named_rules(given), problems) or ()
    for rule in rules:
        _try(lambda rule=rule: read_examples(rule), problems)  # type: ignore[misc]
    words = [pack for pack in every if pack.is_dir()]
    for read in (load_lexicon, load_patterns, load_roles):
        _try(lambda read=read: read(words), problems)  # type: ignore[misc]
    if problems:
        raise ClaimcheckError(*dict.fromkeys(problems))
    return f"{len(folders)} packs, {len(rules)} rules, {len(tables)} tables: no mistake"


def _try(read: Callable[[], T], problems: list[Problem]) -> T | None:
    try:
        return read()
    except ClaimcheckError as error:
        problems += error.problems
        return None

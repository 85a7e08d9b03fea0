"""Packs on disk: which there are, and their vocabulary as one lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.lexicon.entries import Entry, VocabularyFile
from claimcheck.lexicon.inflect import Irregular
from claimcheck.lexicon.matcher import CAPITAL, Lexicon
from claimcheck.reference import read_rows
from claimcheck.resources import rules_dir
from claimcheck.yamlfile import Document, Plain, build, did_you_mean, read_yaml

Grade = Literal["off", "error", "warning", "note"]
_IS_LEXICON = re.compile(r"^category:", re.M)


@dataclass(frozen=True, slots=True)
class PackFile:
    """rules/<pack>/pack.yaml.

    extends   shipped packs by id, and folders of further packs ("../base") that are read before this one
    rules     what becomes of single rules of this pack and of those before it: another severity, or `off`
    """

    id: str
    summary: str
    languages: tuple[str, ...] = ("en",)
    extends: tuple[str, ...] = ()
    rules: dict[str, Grade] = field(default_factory=dict)


def default_packs() -> tuple[Path, ...]:
    """The shipped packs, core first, then by name."""
    found = sorted(path.parent for path in rules_dir().glob("*/pack.yaml"))
    return tuple(sorted(found, key=lambda path: (path.name != "core", path.name)))


def all_packs(more: Sequence[Path]) -> tuple[Path, ...]:
    """The shipped packs, then the given ones, each after those that it extends; none twice. Raises ClaimcheckError
    where two packs have one id: whose words and rules are meant could not be told."""
    shipped = default_packs()
    known = {path.resolve() for path in shipped}
    own = tuple(path for path in with_extended(more) if path.resolve() not in known)
    owner = {path.name: path for path in shipped}
    problems = []
    for pack in own:
        if (head := pack_file(pack)) is None:
            continue
        document, file = head
        first = owner.setdefault(file.id, pack)
        if first is not pack:
            problems.append(document.problem(("id",), f'the pack id "{file.id}" is taken by {first}'))
    if problems:
        raise ClaimcheckError(*problems)
    return (*shipped, *own)


def pack_file(pack: Path) -> tuple[Document, PackFile] | None:
    """The head of a pack; None of a rule file, or of a folder of rule files that has none. Raises ClaimcheckError."""
    path = pack / "pack.yaml"
    if not path.is_file():
        return None
    document = read_yaml(path)
    return document, build(PackFile, document)


def with_extended(packs: Sequence[Path]) -> tuple[Path, ...]:
    """The packs, each after those of the user's own that it extends (`extends: [../base]`); a shipped pack may be named
    by its id and is read anyway. Raises ClaimcheckError where packs extend each other or one is not there."""
    ordered: dict[Path, Path] = {}
    for pack in packs:
        _add(pack, ordered, ())
    return tuple(ordered.values())


def _add(pack: Path, ordered: dict[Path, Path], above: tuple[Path, ...]) -> None:
    real = pack.resolve()
    if real in above:
        names = " > ".join(path.name for path in (*above[above.index(real) :], real))
        raise ClaimcheckError(Problem(str(pack / "pack.yaml"), f"packs extend each other: {names}"))
    if real in ordered:
        return
    if found := pack_file(pack):
        document, file = found
        shipped = [path.name for path in default_packs()]
        for i, name in enumerate(file.extends):
            if name in shipped:
                continue
            if not (pack / name / "pack.yaml").is_file():
                near = did_you_mean(name, shipped)
                raise ClaimcheckError(document.problem(("extends", i), f'no pack "{name}" there{near}'))
            _add(pack / name, ordered, (*above, real))
    ordered[real] = pack


def load_lexicon(packs: Sequence[Path] | None = None) -> Lexicon:
    """All vocabulary of the packs. Raises ClaimcheckError with every mistake of every file."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    irregular = Irregular()
    for pack in default_packs() if packs is None else packs:
        for path in sorted((pack / "vocabulary").glob("*.yaml")):
            try:
                if path.name == "irregular.yaml":
                    irregular = _merged(irregular, build(Irregular, read_yaml(path)))
                elif _IS_LEXICON.search(path.read_text(encoding="utf-8", errors="replace")):
                    entries += _entries(path, pack.name)
            except ClaimcheckError as error:
                problems += error.problems
        for path in sorted((pack / "reference").glob("*.yaml")):
            try:
                if _IS_LEXICON.search(path.read_text(encoding="utf-8", errors="replace")):
                    entries += _named_things(path, pack.name)
            except ClaimcheckError as error:
                problems += error.problems
    if problems:
        raise ClaimcheckError(*problems)
    return Lexicon(entries, irregular)


def _entries(path: Path, pack: str) -> list[Entry]:
    document = read_yaml(path)
    file = build(VocabularyFile, document)
    empty = [i for i, e in enumerate(file.entries) if not (e.words or e.nouns or e.verbs)]
    if empty:
        says = "an entry needs words, nouns or verbs"
        raise ClaimcheckError(*(document.problem(("entries", i), says) for i in empty))
    return [
        replace(
            entry,
            category=file.category,
            pack=pack,
            role=entry.role or file.role,
            argument=entry.argument or file.argument,
            event=entry.event or file.event,
            tags=file.tags + entry.tags,
        )
        for entry in file.entries
    ]


def _named_things(path: Path, pack: str) -> list[Entry]:
    """The things of a reference table that names a `category` are vocabulary too, so that no name is listed twice."""
    data = read_yaml(path).data
    if isinstance(data, dict) and data.get("csv"):
        things = [(e.id, (e.id, *e.names)) for _, e in read_rows(path.parent / Path(str(data["csv"])).name)]
        return [_thing(id_, names, str(data["category"]), pack) for id_, names in things]
    if not isinstance(data, dict) or not isinstance(data.get("entries"), list):
        return []  # whoever reads the table as a table says what is wrong with it
    category, rows = str(data["category"]), data["entries"]
    return [
        _thing(str(row["id"]), _names(row), category, pack)
        for row in rows  # type: ignore[union-attr]  # a list, by the test above
        if isinstance(row, dict) and "id" in row
    ]


def _thing(id_: str, names: tuple[str, ...], category: str, pack: str) -> Entry:
    return Entry(id=id_, nouns=names, category=category, pack=pack, tags=("model", CAPITAL))


def _names(row: dict[str, Plain]) -> tuple[str, ...]:
    names = row.get("names") or []
    return (str(row["id"]), *(map(str, names) if isinstance(names, list) else (str(names),)))


def _merged(a: Irregular, b: Irregular) -> Irregular:
    return Irregular(verbs=a.verbs | b.verbs, nouns=a.nouns | b.nouns)

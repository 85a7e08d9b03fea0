"""A reference table, read from YAML or CSV and made ready to look things up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.reference.entry import Entry, day_problems
from claimcheck.reference.spreadsheet import read_rows
from claimcheck.yamlfile import build, read_yaml

Where = Callable[[int, str], Problem]  # position of an entry, message -> the problem at its place


@dataclass(frozen=True, slots=True)
class TableFile:
    """rules/<pack>/reference/<name>.yaml.

    entries   the things; or else
    csv       the file beside this one that holds them, a row each
    groups    a word that stands for any of several values ("western")
    same      another spelling of a value -> the value
    category  the names are vocabulary of this category too
    """

    table: str
    summary: str
    entries: tuple[Entry, ...] = ()
    csv: str = ""
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    category: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table made ready to look things up. `by_name`: plain name -> entries; `values`: all that its facts say."""

    name: str
    by_name: dict[str, tuple[Entry, ...]]
    groups: dict[str, frozenset[str]]
    same: dict[str, str]
    values: frozenset[str]

    def entries(self, name: str, *, day: str = "") -> tuple[Entry, ...]:
        """What the table knows of a thing, by any of its names; on a day (or in a month, a year) where one is given."""
        return tuple(e for e in self.by_name.get(plain(name), ()) if not day or e.holds(day))

    def allows(self, entry: Entry, fact: str, value: str) -> bool | None:
        """Whether the fact may be told as `value`; None where the table cannot say."""
        true = {plain(str(v)) for v in entry.facts.get(fact, ())}
        said = self.same.get(plain(value), plain(value))
        if not true:
            return None
        if said in self.groups:
            return not true.isdisjoint(self.groups[said])
        if said in true:
            return True
        return False if said in self.values else None


@cache
def plain(name: str) -> str:
    """The form in which names are compared: "Ka-52", "KA 52" and "Ka52" are one."""
    return "".join(c for c in name.casefold() if c.isalnum())


@cache
def load_table(path: Path) -> Table:
    """Read a table once, from YAML or from CSV. Raises ClaimcheckError with every mistake of the file."""
    file, where = _read(path)
    by_name, problems = _named(file.entries, where)
    if problems:
        raise ClaimcheckError(*problems)
    same = {plain(a): plain(b) for a, b in file.same.items()}
    groups = {plain(k): frozenset(same.get(plain(v), plain(v)) for v in vs) for k, vs in file.groups.items()}
    values = {plain(str(v)) for e in file.entries for vs in e.facts.values() for v in vs}
    return Table(
        name=file.table,
        by_name={name: tuple(found) for name, found in by_name.items()},
        groups=groups,
        same=same,
        values=frozenset(values.union(*groups.values())),
    )


def _read(path: Path) -> tuple[TableFile, Where]:
    if path.suffix == ".csv":
        return _from_csv(TableFile(path.stem, ""), path)
    document = read_yaml(path)
    file = build(TableFile, document)
    if bool(file.csv) == bool(file.entries):
        raise ClaimcheckError(document.problem((), "a table has either entries or the name of a csv file"))
    if not file.csv:
        return file, lambda i, message: document.problem(("entries", i), message)
    beside = path.parent / file.csv
    if Path(file.csv).name != file.csv or not beside.is_file():
        raise ClaimcheckError(document.problem(("csv",), f'no file "{file.csv}" beside this one'))
    return _from_csv(file, beside)


def _from_csv(file: TableFile, path: Path) -> tuple[TableFile, Where]:
    rows = read_rows(path)
    entries = tuple(entry for _, entry in rows)
    made = TableFile(file.table, file.summary, entries, file.csv, file.groups, file.same, file.category)
    return made, lambda i, message: Problem(str(path), message, rows[i][0])


def _named(entries: Iterable[Entry], where: Where) -> tuple[dict[str, list[Entry]], list[Problem]]:
    """Plain name -> its entries, and what is wrong: a name is of one thing, or of several at different times."""
    by_name: dict[str, list[Entry]] = {}
    problems: list[Problem] = []
    for i, entry in enumerate(entries):
        problems += [where(i, message) for _, message in day_problems(entry)]
        for name in dict.fromkeys(map(plain, (entry.id, *entry.names))):
            known = by_name.setdefault(name, [])
            if known and known[0].id != entry.id:
                problems.append(where(i, f'"{name}" is a name of {known[0].id} too'))
            elif known and not entry.bounded:
                problems.append(where(i, f'"{entry.id}" stands in the table already; give from or until'))
            known.append(entry)
    return by_name, problems


def table_files(pack: Path) -> list[Path]:
    """The tables of a pack: YAML files, and CSV files that no YAML file of that name is the head of."""
    folder = pack / "reference"
    heads = sorted(folder.glob("*.yaml"))
    return heads + [path for path in sorted(folder.glob("*.csv")) if not path.with_suffix(".yaml").is_file()]


def find_table(name: str, packs: Sequence[Path]) -> Path | None:
    """The file of a table: the first pack that has it wins."""
    files = (pack / "reference" / f"{name}{suffix}" for pack in packs for suffix in (".yaml", ".csv"))
    return next((path for path in files if path.is_file()), None)

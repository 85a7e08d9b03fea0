"""Reference tables: what is known of named things (who makes the Ka-52, and where), each fact with source and date."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.yamlfile import build, read_yaml


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing. `facts`: name of a fact -> its values (several where each is right). `from_` and `until` bound the
    days (ISO 8601, inclusive) on which they hold; empty: always. `date` is when the source said so."""

    id: str
    facts: dict[str, tuple[str, ...]]
    source: str
    date: str | int
    names: tuple[str, ...] = ()
    from_: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class TableFile:
    """rules/<pack>/reference/<name>.yaml. `groups`: a word that stands for any of several values ("western")."""

    table: str
    summary: str
    entries: tuple[Entry, ...]
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)  # another spelling of a value -> the value
    category: str = ""  # the names are vocabulary of this category too


@dataclass(frozen=True, slots=True)
class Table:
    """A table made ready to look things up."""

    name: str
    by_name: dict[str, tuple[Entry, ...]]
    groups: dict[str, frozenset[str]]
    same: dict[str, str]
    values: frozenset[str]

    def entries(self, name: str, *, day: str = "") -> tuple[Entry, ...]:
        """What the table knows of a thing, by any of its names; on a day where one is given."""
        found = self.by_name.get(plain(name), ())
        return tuple(
            e for e in found if not day or ((not e.from_ or e.from_ <= day) and (not e.until or day <= e.until))
        )

    def allows(self, entry: Entry, fact: str, value: str) -> bool | None:
        """Whether the fact may be told as `value`; None where the table cannot say."""
        true = {plain(v) for v in entry.facts.get(fact, ())}
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
    """Read a table once. Raises ClaimcheckError with every mistake of the file."""
    document = read_yaml(path)
    file = build(TableFile, document)
    by_name: dict[str, list[Entry]] = {}
    owner: dict[str, tuple[str, str, str]] = {}
    problems: list[Problem] = []
    for i, entry in enumerate(file.entries):
        for name in dict.fromkeys(map(plain, (entry.id, *entry.names))):
            by_name.setdefault(name, []).append(entry)
            first = owner.setdefault(name, (entry.id, entry.from_, entry.until))
            if first[0] != entry.id or (
                first != (entry.id, entry.from_, entry.until) and not (entry.from_ or entry.until)
            ):
                problems.append(document.problem(("entries", i), f'"{name}" is a name of {first[0]} too'))
    if problems:
        raise ClaimcheckError(*problems)
    same = {plain(a): plain(b) for a, b in file.same.items()}
    groups = {plain(k): frozenset(same.get(plain(v), plain(v)) for v in vs) for k, vs in file.groups.items()}
    values = {plain(v) for e in file.entries for vs in e.facts.values() for v in vs}
    return Table(
        name=file.table,
        by_name={name: tuple(found) for name, found in by_name.items()},
        groups=groups,
        same=same,
        values=frozenset(values.union(*groups.values())),
    )


def find_table(name: str, packs: tuple[Path, ...]) -> Path | None:
    """The file of a table: the first pack that has it wins."""
    return next((path for pack in packs if (path := pack / "reference" / f"{name}.yaml").is_file()), None)

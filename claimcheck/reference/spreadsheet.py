"""Entries of a reference table from a CSV file, as a spreadsheet saves it; every mistake with its line.

The first line names the columns: `id`, `source` and `date` must be there; `names`, `from` and `until` may be; each of
the others is a fact. Several names or values stand in one cell with `|` between them; an empty cell is no fact.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.reference.entry import Entry
from claimcheck.yamlfile import did_you_mean

MAX_BYTES = 4_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 50
_NEEDED = ("id", "source", "date")
_OTHERS = ("names", "from", "until")
_DELIMITERS = ",;\t"
_LONGEST_LINE = 65_536

Row = tuple[int, Entry]


def read_rows(path: Path) -> list[Row]:
    """(line, entry) of each row. Raises ClaimcheckError with every mistake of the file."""
    lines = _lines(path)
    delimiter = max(_DELIMITERS, key=lines[0].count)
    columns = [name.strip() for name in next(csv.reader([lines[0]], delimiter=delimiter), [])]
    problems = list(_column_problems(path, columns))
    if problems:
        raise ClaimcheckError(*problems)
    found: list[Row] = []
    reader = csv.reader(lines[1:], delimiter=delimiter, strict=True)
    line = 2
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                made = _entry(path, line, columns, cells)
                if isinstance(made, Entry):
                    found.append((line, made))
                else:
                    problems.append(made)
            line = reader.line_num + 2
            if len(found) > MAX_ROWS:
                raise ClaimcheckError(Problem(str(path), f"more than {MAX_ROWS} rows: not read", line))
    except csv.Error as error:
        problems.append(Problem(str(path), f"not CSV: {error}", line))
    if not found and not problems:
        problems.append(Problem(str(path), "no rows below the names of the columns", 1))
    if problems:
        raise ClaimcheckError(*problems[:50])
    return found


def _lines(path: Path) -> list[str]:
    """The lines with their ends, the first never missing. Raises ClaimcheckError for what is no text, or too much."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ClaimcheckError(Problem(str(path), f"larger than {MAX_BYTES // 1_000_000} MB: not read"))
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise ClaimcheckError(Problem(str(path), f"cannot be read: {error.strerror or error}")) from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ClaimcheckError(Problem(str(path), "not UTF-8: save it as CSV UTF-8", line)) from None
    lines = text.splitlines(keepends=True)
    if not lines or not lines[0].strip():
        raise ClaimcheckError(Problem(str(path), "the first line names no columns", 1))
    long = next((n for n, line in enumerate(lines, 1) if len(line) > _LONGEST_LINE), 0)
    if long:
        raise ClaimcheckError(Problem(str(path), f"a line longer than {_LONGEST_LINE} characters: not read", long))
    return lines


def _column_problems(path: Path, columns: Sequence[str]) -> list[Problem]:
    problems = [
        Problem(str(path), f'no column "{name}"{did_you_mean(name, columns)}', 1)
        for name in _NEEDED
        if name not in columns
    ]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    problems += [Problem(str(path), f'two columns are named "{name}"', 1) for name in twice]
    if len(columns) > MAX_COLUMNS:
        problems.append(Problem(str(path), f"more than {MAX_COLUMNS} columns", 1))
    if not problems and not set(columns) - {*_NEEDED, *_OTHERS}:
        problems.append(Problem(str(path), "no column holds a fact: add one, named after what it says", 1))
    return problems


def _entry(path: Path, line: int, columns: Sequence[str], cells: Sequence[str]) -> Entry | Problem:
    if len(cells) != len(columns):
        return Problem(str(path), f"{len(cells)} cells, but {len(columns)} columns", line)
    row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    missing = [name for name in _NEEDED if not row[name]]
    if missing:
        return Problem(str(path), f"no {' and no '.join(missing)} in this row", line)
    facts: dict[str, tuple[str | int | float, ...]] = {
        name: _several(row[name]) for name in columns if name not in (*_NEEDED, *_OTHERS) and row[name]
    }
    return Entry(
        id=row["id"],
        facts=facts,
        source=row["source"],
        date=row["date"],
        names=_several(row.get("names", "")),
        from_=row.get("from", ""),
        until=row.get("until", ""),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())

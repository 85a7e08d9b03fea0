"""Reference tables: what is known of named things (who makes the Ka-52, and where), each fact with source and date."""

from __future__ import annotations

from claimcheck.reference.entry import Entry
from claimcheck.reference.spreadsheet import read_rows
from claimcheck.reference.table import Table, TableFile, find_table, load_table, table_files

__all__ = ["Entry", "Table", "TableFile", "find_table", "load_table", "read_rows", "table_files"]

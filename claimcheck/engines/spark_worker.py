"""What runs inside a Spark worker: the rows of a step, group by group, from Arrow batches to Arrow batches.

It is reached through `sent`, which carries no reference to this package: a worker first has to find the copy of
claimcheck that travelled with the run, whatever is installed there.
"""

from __future__ import annotations

import json
import marshal
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol

from claimcheck.shards.slip import Flow, Key, Plain, Slip, Work

if TYPE_CHECKING:
    import pyarrow as pa

    Batches = Iterator[pa.RecordBatch]

COLUMNS = ("to", "key", "ord", "data")
ROWS, BYTES = 2_000, 4_000_000  # of a batch that is sent on: whichever is reached first
_built: dict[bytes, dict[str, Work]] = {}  # what this process has loaded; one flow at a time


class Table(Protocol):
    """How slips of one name are kept as a table with columns for others to read. Small; can be pickled."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Name and SQL type of each."""

    def rows(self, slip: Slip) -> Iterator[Mapping[str, object]]:
        """The rows of one slip."""


class Kept(Table, Protocol):
    """A table that a later run goes on from."""

    def slip(self, name: str, row: Mapping[str, Plain]) -> Slip:
        """The slip of one row, for the step `name`."""


def sent(task: str, packed: bytes, name: str, *, home: str) -> Callable[[Batches], Batches]:
    """The function that is sent to workers, to call one of those below there. `home` is the name of the archive."""

    def work(batches: Batches) -> Batches:
        import os
        import sys
        from importlib import import_module
        from pathlib import Path

        from pyspark.core.files import SparkFiles

        top = os.environ["CLAIMCHECK_HOME"] = str(Path(SparkFiles.getRootDirectory()) / home)
        if top not in sys.path:
            sys.path.insert(0, top)
            for module in [module for module in sys.modules if module.partition(".")[0] == "claimcheck"]:
                del sys.modules[module]  # of an earlier run, or as it is installed here
        yield from getattr(import_module("claimcheck.engines.spark_worker"), task)(packed, name, batches)

    return work


def serve(packed: bytes, step: str, batches: Batches) -> Batches:
    """One partition of a step: rows sorted by key and order in, slips out."""
    if packed not in _built:
        _built.clear()
        flow: Flow = pickle.loads(packed)
        _built[packed] = flow.build()
    yield from batched(_worked(_built[packed][step], batches))


def filed(packed: bytes, name: str, batches: Batches) -> Batches:
    """Slips of one name as rows of a table."""
    import pyarrow as pa

    table: Table = pickle.loads(packed)
    for batch in batches:
        rows = [row for slip in slips_from(name, _rows([batch])) for row in table.rows(slip)]
        columns = {column: [row.get(column) for row in rows] for column in table.columns}
        types = {"string": pa.string(), "double": pa.float64(), "bigint": pa.int64()}
        schema = pa.schema([(column, types[kind]) for column, kind in table.columns.items()])
        yield pa.RecordBatch.from_pydict(columns, schema=schema)


def taken(packed: bytes, name: str, batches: Batches) -> Batches:
    """Rows of a table as slips for a step."""
    table: Kept = pickle.loads(packed)
    for batch in batches:
        yield from batched(table.slip(name, row) for row in batch.to_pylist())


def batched(slips: Iterable[Slip]) -> Batches:
    """Slips as Arrow batches of a bounded size."""
    import pyarrow as pa

    columns: list[list[Any]] = [[], [], [], []]
    size = 0
    for slip in slips:
        data = marshal.dumps(slip.data)
        row = (slip.to, key_bytes(slip.key), slip.order.encode("utf-8", "surrogatepass"), data)
        for column, value in zip(columns, row, strict=True):
            column.append(value)
        size += len(data)
        if len(columns[0]) == ROWS or size > BYTES:
            yield pa.RecordBatch.from_pydict(dict(zip(COLUMNS, columns, strict=True)), schema=arrow_schema())
            columns, size = [[], [], [], []], 0
    if columns[0]:
        yield pa.RecordBatch.from_pydict(dict(zip(COLUMNS, columns, strict=True)), schema=arrow_schema())


def arrow_schema() -> pa.Schema:
    """The columns of slips: binary, since text from articles need not be Unicode (lone surrogates)."""
    import pyarrow as pa

    return pa.schema([pa.field("to", pa.string()), *(pa.field(name, pa.binary()) for name in COLUMNS[1:])])


def key_bytes(key: Key) -> bytes:
    """A key as bytes, the same for the same key on every machine."""
    return json.dumps(key).encode("ascii")


def key_from(written: bytes) -> Key:
    """The inverse of `key_bytes`."""
    key: Plain = json.loads(written)
    return tuple(key) if isinstance(key, list) else str(key)


def slips_from(to: str, rows: Iterable[tuple[bytes, bytes, bytes]]) -> Iterator[Slip]:
    """Rows (key, order, data) as slips again."""
    for key, order, data in rows:
        yield Slip(to, key_from(key), _text(order), marshal.loads(data))


def _worked(work: Work, batches: Iterable[pa.RecordBatch]) -> Iterator[Slip]:
    for key, rows in groupby(_rows(batches), itemgetter(0)):
        yield from work(key_from(key), ((_text(order), marshal.loads(data)) for _, order, data in rows))


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[bytes, bytes, bytes]]:
    for batch in batches:
        yield from zip(*(batch.column(name).to_pylist() for name in COLUMNS[1:]), strict=True)


def _text(order: bytes) -> str:
    return order.decode("utf-8", "surrogatepass")

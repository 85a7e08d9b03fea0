"""Parquet: a record a row, in columns named id, title, text, date, source, url, lang; read a few rows at a time, by
pyarrow (extra `parquet`, and part of `spark`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.sources.record import CLAIM_KEYS, Records
from claimcheck.sources.source import Item, Reader, megabytes, unread

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

_COLUMNS = ("id", "title", "text", "date", "source", "url", "lang")
_ROWS = 32  # that are in memory at once
_BUFFER = 1 << 16  # bytes of a column that are read at once
ROOM, RATIO = 100_000_000, 250  # bytes that a column of a row group may expand to, and besides for each byte of its own


def read(stream: BinaryIO, doc: str, *, max_size: int) -> Iterator[Item]:
    """An article a row. A row that is no article is a note with its number; a file that is damaged ends in a note."""
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield unread(doc, 'reading Parquet needs the extra "parquet": pip install "claimcheck-cli[parquet]"')
        return
    if not stream.seekable():
        yield unread(doc, "Parquet can be read from a file alone, not from a pipe or an archive")
        return
    number = 0
    try:
        with ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False) as file:
            names = file.schema_arrow.names
            if wrong := _wrong(file, names):
                yield unread(doc, wrong)
                return
            records = Records(doc)
            chosen = [name for name in _COLUMNS if name in names]
            for batch in file.iter_batches(batch_size=_ROWS, columns=chosen, use_threads=False):
                for row in _rows(batch):
                    number += 1
                    yield from _article(row, records, max_size)
    except (pa.ArrowException, OSError, EOFError, ValueError, MemoryError) as error:
        told = f"read up to row {number} ({type(error).__name__})"
        yield unread(doc, f"a damaged Parquet file, or none; {told}")


def _wrong(file: ParquetFile, names: list[str]) -> str:
    """Why a file is not read at all; empty where it is."""
    if set(names) >= CLAIM_KEYS:
        return "claims that claimcheck wrote, not articles"
    if "text" not in names or names.count("text") > 1:
        return 'no articles: it has no column "text"' if "text" not in names else 'two columns are named "text"'
    for group in range(file.metadata.num_row_groups):
        group_of = file.metadata.row_group(group)
        for column in (group_of.column(at) for at in range(group_of.num_columns)):
            if column.total_uncompressed_size > ROOM + RATIO * column.total_compressed_size:
                return f"a column expands to more than {RATIO} times its size"
    return ""


def _rows(batch: pa.RecordBatch) -> Iterator[dict[str, object]]:
    """Rows as records: text as bytes, since what a file calls text need not be; times as ISO 8601 has them."""
    columns = [_plain(column).to_pylist() for column in batch.columns]
    for values in zip(*columns, strict=True):
        yield {name: value for name, value in zip(batch.schema.names, values, strict=True) if value is not None}


def _plain(column: pa.Array) -> pa.Array:
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_string(kind):
        return column.cast(pa.binary())
    if pa.types.is_large_string(kind):
        return column.cast(pa.large_binary())
    if pa.types.is_timestamp(kind):
        seconds = pa.timestamp("s", "UTC" if kind.tz else None)
        return column.cast(seconds, safe=False).cast(pa.string()).cast(pa.binary())
    if pa.types.is_date(kind):
        return column.cast(pa.string()).cast(pa.binary())
    return column


def _article(row: dict[str, object], records: Records, max_size: int) -> Iterator[Item]:
    record: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, bytes):
            if len(value) > max_size:
                large = f"larger than {megabytes(max_size)}, the limit of one article (--max-size)"
                yield from records.unread(large)
                return
            try:
                value = value.decode("utf-8")
            except UnicodeDecodeError as error:
                yield from records.unread(f"{name!r} is not UTF-8 (byte 0x{value[error.start]:02x})")
                return
        record[name] = value
    yield from records.article(record)


READER = Reader(
    id="parquet",
    summary="a table with the columns id, title, text, date, source, url, lang; an article is PATH#id (extra: parquet)",
    suffixes=(".parquet",),
    read=read,
    records=True,
    sniff=lambda head: head.startswith(b"PAR1"),
)

"""A Spark cluster: the steps of a flow, each as mapInArrow over rows that stand together by key.

The DataFrame API alone, so that Spark Connect and serverless compute will do. The slips of each step are written to
Parquet in a work folder that all machines see, unsorted; the next step reads those that are for it. So what a lost
machine had is made again from files, and memory does not grow with the corpus.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.engines.spark_package import package
from claimcheck.engines.spark_worker import Kept, Table, arrow_schema, batched, sent, slips_from
from claimcheck.errors import ClaimcheckError
from claimcheck.shards.slip import Flow, Slip
from claimcheck.spill.folder import Folder

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_SLIPS = "to string, key binary, ord binary, data binary"
_ROWS = "key binary, ord binary, data binary"
_BATCH = 500  # rows of a batch on its way into a worker: a row may be a whole article with its claims
_PATIENCE = 20  # seconds for a server to answer
_SMALL = 1_000_000  # bytes of articles that are worth a partition of their own
_PATTERN = frozenset("\\*?[]{}")
_QUIET = Path(__file__).with_name("log4j2.properties")
_SETTINGS = {
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "1g",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_QUIET.as_uri()}",
}
_LOCAL = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),
}


@dataclass(slots=True)
class Cluster:
    """An open session. `work` is the folder for what is between steps, `own` one of this machine, `home` the name under
    which this package travels: it changes with every byte of it."""

    session: SparkSession
    work: Folder
    own: Folder
    home: str
    partitions: int
    _outputs: list[Path] = field(default_factory=list)

    def run(self, flow: Flow, slips: Iterable[Slip], *, size: int) -> None:
        """Run all steps. `size` of the articles, in bytes, decides into how many parts they are cut. Slips for steps of
        a later flow, and those for none, stay."""
        import pyarrow as pa

        parts = max(2, min(self.partitions, 1 + size // _SMALL))
        packed = pickle.dumps(flow)
        start = list(batched(slips))
        if start:
            self._write(self.session.createDataFrame(pa.Table.from_batches(start, schema=arrow_schema())), "start")
        for step in flow.steps:
            rows = self._rows(step)
            if rows is not None:
                together = rows.repartition(parts, "key").sortWithinPartitions("key", "ord")
                self._write(together.mapInArrow(sent("serve", packed, step, home=self.home), _SLIPS), step)

    def result(self, name: str) -> Iterator[Slip]:
        """The slips of that name, which went to no step: sorted by order."""
        rows = self._rows(name)
        if rows is not None:
            found = rows.sort("ord").toLocalIterator()
            yield from slips_from(name, ((bytes(row[0]), bytes(row[1]), bytes(row[2])) for row in found))

    def save(self, name: str, table: Table, folder: Path) -> None:
        """The slips of that name as a table of their own, Parquet in a folder."""
        rows = self._rows(name)
        if rows is not None:
            columns = ", ".join(f"`{column}` {kind}" for column, kind in table.columns.items())
            made = rows.mapInArrow(sent("filed", pickle.dumps(table), name, home=self.home), columns)
            made.write.mode("overwrite").parquet(_address(folder))

    def load(self, table: Kept, folder: Path, name: str) -> None:
        """The inverse of `save`: slips for a step of the next flow."""
        rows = self.session.read.parquet(_address(folder)).select(*table.columns)
        self._write(rows.mapInArrow(sent("taken", pickle.dumps(table), name, home=self.home), _SLIPS), "load")

    def close(self) -> None:
        """End the session, and remove what is between steps."""
        try:
            self.session.stop()
        finally:
            self.work.close()
            self.own.close()

    def _write(self, frame: DataFrame, name: str) -> None:
        folder = self.work.path / f"{len(self._outputs):02}-{name}"
        frame.write.partitionBy("to").parquet(_address(folder))
        self._outputs.append(folder)

    def _rows(self, name: str) -> DataFrame | None:
        """The rows for a step, or of a result; None where there are none."""
        folders = [_address(path) for folder in self._outputs if (path := folder / f"to={name}").is_dir()]
        return self.session.read.schema(_ROWS).parquet(*folders) if folders else None


def open_cluster(*, master: str | None, remote: str | None, work: str | None, packs: Iterable[Path]) -> Cluster:
    """A session on a cluster (`master`), on a Spark Connect server (`remote`), or on the cores of this machine.

    `packs` travel with the package. Raises ClaimcheckError where Spark is not installed or cannot be reached, or where
    no folder for work is named that all machines see.
    """
    if not work and (remote or not (master or "local").startswith("local")):
        raise ClaimcheckError("a cluster needs a folder that all its machines see: --work DIR")
    try:
        import pyarrow  # noqa: F401  # the same extra
        from py4j.protocol import Py4JError  # type: ignore[import-untyped]  # the same
        from pyspark.errors import PySparkException
    except ImportError as error:
        raise ClaimcheckError(f'the engine spark needs the extra "spark" ({error})') from None
    if work:
        Path(work).mkdir(parents=True, exist_ok=True)
    own = Folder()
    try:
        session = _connected(remote) if remote else _started(master or "local[*]")
        session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", _BATCH)
        archive = package(packs, own.path)
        session.addArtifacts(f"{archive}#{archive.stem}", archive=True)
        partitions = int(session.conf.get("spark.sql.shuffle.partitions") or 200)
    except (PySparkException, Py4JError, OSError, RuntimeError) as error:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [""]
        first = next((line.removeprefix(": ") for line in lines if line.startswith(": ")), lines[0])
        raise ClaimcheckError(f"no Spark at {remote or master or 'local[*]'}: {first}") from None
    return Cluster(session, Folder(top=work) if work else own, own, archive.stem, partitions)


def _connected(remote: str) -> SparkSession:
    """A session on a server. Whether anybody answers is asked first: the client would ask for ten minutes."""
    import socket
    from urllib.parse import urlsplit

    from pyspark.sql import SparkSession

    if remote.startswith("sc://"):
        server = urlsplit(remote)
        socket.create_connection((server.hostname or "", server.port or 15002), timeout=_PATIENCE).close()
    return SparkSession.builder.remote(remote).appName("claimcheck").getOrCreate()


def _started(master: str) -> SparkSession:
    """A driver in this process. What a machine's own configuration of Spark says, stands."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings: Mapping[str, str] = _SETTINGS | _LOCAL if master.startswith("local") else _SETTINGS
    builder = SparkSession.builder.appName("claimcheck").master(master)
    for name, value in settings.items() if "SPARK_CONF_DIR" not in os.environ else ():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _address(folder: Path) -> str:
    """A folder as Spark reads it: signs of a pattern stand for themselves."""
    return "file://" + "".join(f"\\{sign}" if sign in _PATTERN else sign for sign in str(folder.absolute()))

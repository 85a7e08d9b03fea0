"""Where work runs. Adding an engine is one file and one name in ENGINES."""

from __future__ import annotations

from claimcheck.engines import processes, serial, spark
from claimcheck.engines.engine import Engine

ENGINES: dict[str, Engine] = {engine.id: engine for engine in (serial.ENGINE, processes.ENGINE, spark.ENGINE)}


def engine_of(name: str | None, *, jobs: int) -> Engine:
    """The engine of that name; without one, `processes` where there is more than one job."""
    return ENGINES[name or ("processes" if jobs > 1 else "serial")]

"""Where work runs. Adding an engine is one file and one name in ENGINES."""

from __future__ import annotations

from claimcheck.engines import serial
from claimcheck.engines.engine import Engine

ENGINES: dict[str, Engine] = {engine.id: engine for engine in (serial.ENGINE,)}

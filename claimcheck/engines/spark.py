"""Spark, on one machine or many (extra: spark). It runs whole commands and not single recipes: see spark_cluster.py."""

from __future__ import annotations

from claimcheck.engines.engine import Crew, Engine
from claimcheck.errors import ClaimcheckError


def crew(_jobs: int) -> Crew:
    """There is none. Raises ClaimcheckError: whoever needs a crew has not asked whether the engine runs flows."""
    raise ClaimcheckError("the engine spark runs whole commands, and has no crew for parts of one")


ENGINE = Engine(id="spark", summary="a Spark cluster (--master, --remote; extra: spark)", open=crew, flows=True)

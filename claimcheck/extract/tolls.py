"""What an article says of the dead and hurt: a statement and where it stands, and what becomes of it."""

from __future__ import annotations

from claimcheck.extract.statements import Stated
from claimcheck.record import record


@record(frozen=True, slots=True)
class Told:
    """A statement and where it stands: passage (0 the title), sentence, event (0 the main one)."""

    stated: Stated
    page: int
    sentence: int
    event: int


@record(frozen=True, slots=True)
class Toll:
    """What becomes of a statement: its role (None: a part, or not said), value and marks."""

    told: Told
    role: str | None
    value: float
    marks: tuple[str, ...]
    spare: float = 0.0  # how many of them another way of counting leaves out: an unborn child

    @property
    def low(self) -> float:
        """The least that the words admit."""
        return self.value - self.spare

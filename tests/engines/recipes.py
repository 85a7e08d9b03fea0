"""Work for engines that needs no article: recipes that spawned processes can import."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem


@dataclass(frozen=True)
class Square:
    """Numbers to their squares. Some kill their process (-9): each time, or once where a file says that they have."""

    fatal: tuple[int, ...] = ()
    once: tuple[int, ...] = ()
    mark: str = ""
    broken: bool = False  # cannot be built
    wrong: int = -1  # raises what a user can mend

    def build(self) -> Callable[[int], int]:
        if self.broken:
            raise ClaimcheckError(Problem("a.yaml", "no such thing", 3), "and another")
        return self._work

    def _work(self, number: int) -> int:
        if number in self.fatal or (number in self.once and self._first_time(number)):
            os.kill(os.getpid(), signal.SIGKILL)
        if number == self.wrong:
            raise ClaimcheckError(Problem("late.yaml", "wrong", 1))
        return number * number

    def _first_time(self, number: int) -> bool:
        path = Path(f"{self.mark}{number}")
        if path.exists():
            return False
        path.touch()
        return True

    def pack(self, made: int) -> object:
        return str(made)

    def unpack(self, item: int, packed: object) -> int:
        return int(str(packed))

    def lost(self, item: int) -> int:
        return -item

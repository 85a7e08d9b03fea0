"""The one error a user can mend: its text is all that is printed, and the run ends with exit code 2."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one input: where it is and what to do about it.

    `line` and `column` count from 1; 0 means that the problem is of the whole file.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return f"{place}: {self.message}" if place else self.message


class ClaimcheckError(Exception):
    """What a user can mend (a bad option, rule, path or file). Carries every problem found, not only the first."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(p if isinstance(p, Problem) else Problem("", p) for p in problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[ClaimcheckError], tuple[Problem, ...]]:
        """Every problem survives the way between processes."""
        return type(self), self.problems

"""Answers given so far, of bounded number: what articles ask for again and again is not worked out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Remembered"]

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V]):
    """A new question is worked out by `ask`. A dict, so that known questions are answered at the speed of C.

    `keep` answers are a generation. When one is full, the generation before it is forgotten: what was asked since then
    moves on, so that a corpus full of names that never return does not drive out those that do (`lru_cache` keeps them
    too, but a class method that uses it would keep its instance for ever). At most twice `keep` answers are held.
    """

    __slots__ = ("_ask", "_before", "_keep")

    def __init__(self, ask: Callable[[K], V], *, keep: int) -> None:
        super().__init__()
        self._ask, self._keep = ask, keep
        self._before: dict[K, V] = {}

    def __missing__(self, question: K) -> V:
        found = self._before[question] if question in self._before else self._ask(question)
        self.learn(question, found)
        return found

    def learn(self, question: K, answer: V) -> None:
        """An answer that is known without asking."""
        if len(self) >= self._keep:
            self._before = dict(self)
            self.clear()
        self[question] = answer

"""What is remembered is bounded, and what is asked again and again stays."""

from __future__ import annotations

from claimcheck.remembered import Remembered


def test_a_question_is_worked_out_once() -> None:
    asked: list[str] = []
    known = Remembered(lambda word: asked.append(word) or word.upper(), keep=3)
    assert [known[word] for word in ("a", "b", "a", "a")] == ["A", "B", "A", "A"]
    assert asked == ["a", "b"]


def test_what_returns_outlives_any_number_of_strangers() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    known = Remembered(double, keep=10)
    for stranger in range(1, 1_000):
        assert known[0] == 0
        assert known[stranger] == 2 * stranger
        assert len(known) <= 10
    assert asked.count(0) == 1
    assert len(asked) == 1_000


def test_what_nobody_asked_for_is_forgotten() -> None:
    asked: list[int] = []
    known = Remembered(lambda number: asked.append(number), keep=4)
    for number in (1, *range(10, 30), 1):
        known[number]
    assert asked.count(1) == 2

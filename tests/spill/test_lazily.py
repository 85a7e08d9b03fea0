"""Items are read when they are asked for; by number one at a time, where that can be done."""

from __future__ import annotations

from claimcheck.spill.lazily import Lazily


def test_an_item_is_read_by_its_number_alone_where_there_is_a_way() -> None:
    gone_through: list[int] = []

    def every() -> list[int]:
        gone_through.append(1)
        return [10, 11, 12]

    lazily = Lazily(3, every, lambda at: 10 + at)
    assert [lazily[0], lazily[2], lazily[-1]] == [10, 12, 12]
    assert lazily.by_number() is lazily
    assert not gone_through
    assert list(lazily) == [10, 11, 12]


def test_items_without_numbers_are_held_for_who_asks_for_many() -> None:
    lazily = Lazily(3, lambda: iter([10, 11, 12]))
    held = lazily.by_number()
    assert held == [10, 11, 12]
    assert lazily[1] == 11
    assert lazily[0:2] == [10, 11]

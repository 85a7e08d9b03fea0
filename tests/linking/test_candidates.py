"""Which articles are compared: a number of pairs that grows with the articles, and not with their square."""

from __future__ import annotations

from claimcheck.linking.compare import compare
from tests.linking.articles import extraction


def reports(count: int) -> list[str]:
    """Each two reports in a row share the name of a village; all share the words of their sort."""
    return [
        f"A barn fire near Village{n // 2} hurt two farm workers, crews of Station{n // 2} said." for n in range(count)
    ]


def compared(count: int, *, groups: int = 1) -> set[tuple[int, int]]:
    made = compare(
        [extraction(f"{n:04}", text) for n, text in enumerate(reports(count))], [str(n % groups) for n in range(count)]
    )
    return set(made.points)


def test_articles_that_share_rare_words_are_compared() -> None:
    pairs = compared(200)
    assert all((n, n + 1) in pairs for n in range(0, 200, 2))


def test_twice_the_articles_are_twice_the_pairs() -> None:
    assert len(compared(400)) <= 2.2 * len(compared(200))


def test_articles_of_other_groups_are_not_compared() -> None:
    assert all(a % 2 == b % 2 for a, b in compared(60, groups=2))


def test_a_small_group_is_compared_whole_if_it_has_any_word_in_common() -> None:
    assert len(compared(8)) == 8 * 7 // 2

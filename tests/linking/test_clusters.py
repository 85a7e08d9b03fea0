"""Groups are joined by the average of their pairs, and held apart where somebody says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.linking.clusters import cluster


def test_pairs_with_points_enough_are_joined() -> None:
    assert cluster(4, {(0, 1): 2.0, (2, 3): -1.0}, needed=0.0) == [[0, 1], [2], [3]]


def test_one_lucky_pair_does_not_chain_two_groups() -> None:
    points = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 1.0}
    assert cluster(4, points, needed=0.0) == [[0, 1], [2, 3]]


def test_a_group_takes_a_member_that_most_of_it_speaks_for() -> None:
    points = {(0, 1): 4.0, (0, 2): 2.0, (1, 2): -1.0}
    assert cluster(3, points, needed=0.0) == [[0, 1, 2]]


def test_a_pair_held_apart_keeps_its_groups_apart() -> None:
    points = {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0}
    assert cluster(3, points, needed=0.0, apart=[(0, 2)]) == [[0, 1], [2]]


def test_a_pair_told_to_be_together_is_joined_without_points() -> None:
    assert cluster(3, {}, needed=0.0, together=[(0, 2)]) == [[0, 2], [1]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(-5, 5), max_size=30
    ),
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), max_size=5),
)
def test_every_article_is_in_one_cluster_and_no_forbidden_pair_in_any(
    points: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> None:
    found = cluster(10, points, needed=0.0, apart=apart)
    assert sorted(i for members in found for i in members) == list(range(10))
    assert not any(a in members and b in members for members in found for a, b in apart)


def test_groups_that_are_barred_as_a_whole_stay_apart() -> None:
    points = {(0, 1): 5.0, (2, 3): 5.0, (0, 2): 4.0, (0, 3): 4.0, (1, 2): 4.0, (1, 3): 4.0}
    found = cluster(4, points, needed=0.0, barred=lambda a, b: len(a) > 1 and len(b) > 1)
    assert found == [[0, 1], [2, 3]]

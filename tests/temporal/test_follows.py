"""What may stand after what, for small expressions."""

from __future__ import annotations

from hypothesis import given, settings
from temporal.test_reader import NEWSLIKE, TEMPORAL

from claimcheck.temporal import load_temporal
from claimcheck.temporal.follows import Follows
from claimcheck.text.passage import read_passage


class Anything(dict[str, frozenset[str]]):
    """Any character may follow any other."""

    def __missing__(self, code: str) -> frozenset[str]:
        return frozenset(map(chr, range(512)))


PLAIN = load_temporal()
PLAIN._scanner._grammar.follows = Anything()  # type: ignore[assignment]  # the same for all that is asked of it


def follows(*expressions: str, **macros: str) -> Follows:
    """Of expressions over letters."""
    found = Follows({name: text.split() for name, text in macros.items()}, lambda token: token)
    for expression in expressions:
        found.add(expression.split())
    return found


def test_a_word_is_followed_by_the_next_one_and_by_no_other() -> None:
    found = follows("a b c")
    assert (found["a"], found["b"], found["c"]) == ({"b"}, {"c"}, frozenset())


def test_what_may_be_left_out_is_passed_over() -> None:
    assert follows("a b ? c")["a"] == {"b", "c"}


def test_what_may_come_again_follows_itself() -> None:
    assert follows("a ( b c ) * d")["c"] == {"b", "d"}


def test_options_do_not_follow_each_other() -> None:
    found = follows("( a | b c ) d")
    assert (found["a"], found["b"], found["c"]) == ({"d"}, {"c"}, {"d"})


def test_a_macro_is_read_where_it_is_named() -> None:
    assert follows("a {x:inner} ? d", inner="b | c")["a"] == {"b", "c", "d"}


@settings(max_examples=200, deadline=None)
@given(NEWSLIKE)
def test_nothing_beyond_what_may_follow_changes_what_is_read(text: str) -> None:
    passage = read_passage(text)
    assert TEMPORAL.read([passage], date="2016-07-05") == PLAIN.read([passage], date="2016-07-05")

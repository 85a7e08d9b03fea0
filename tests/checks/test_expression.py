"""expression: conditions in CEL, typed when read and bounded when run."""

from __future__ import annotations

import pytest
from checks.by_hand import count, group, judged, rule, values

from claimcheck.checks.expression import CHECK, Expression, compiled


def test_each_claim_must_satisfy_the_condition() -> None:
    plausible = rule("expression", Expression(kind="count", holds="claim.value < 100"))
    outcome = judged(plausible, group(count(3, "a"), count(300, "b")))
    assert values(outcome) == [{"300": ["b"]}]
    assert outcome.compared == 2


def test_pairs_are_of_different_witnesses() -> None:
    near = rule("expression", Expression(kind="count", holds="a.value - b.value < 10", of="pair"))
    outcome = judged(near, group(count(30, "a"), count(3, "a", start=30), count(5, "b")))
    assert (outcome.compared, values(outcome)) == (2, [{"30": ["a"], "5": ["b"]}])


def test_all_claims_may_be_asked_at_once() -> None:
    said = rule("expression", Expression(kind="count", holds="claims.exists(c, has(c.speaker))", of="all"))
    assert judged(said, group(count(3, "a"), count(5, "b"))).clashes
    assert not judged(said, group(count(3, "a"), count(5, "b", speaker="police"))).clashes


def test_a_field_that_is_not_there_leaves_it_undecided() -> None:
    outcome = judged(rule("expression", Expression(kind="count", holds="claim.unit == 'km'")), group(count(3, "a")))
    assert (outcome.compared, len(outcome.doubts)) == (0, 1)


@pytest.mark.parametrize(
    ("holds", "message"),
    [
        ("claim.value <", "Syntax error"),
        ("clam.value < 3", "undeclared reference to 'clam"),
        ("1 + 2", "true or false is needed"),
        ("__import__('os')", "undeclared reference"),
        ("true || " * 400 + "true", "longer than"),
    ],
)
def test_mistakes_are_found_when_the_rule_is_read(holds: str, message: str) -> None:
    ((key, said),) = CHECK.mistakes(Expression(kind="count", holds=holds))
    assert key == "holds" and message in said


def test_a_long_computation_ends_in_a_clear_error() -> None:
    ask = compiled("claims.all(a, claims.all(b, claims.all(c, true)))", "all")
    with pytest.raises(ValueError, match="budget"):
        ask({"claims": [{"value": n} for n in range(200)], "event": {}})


def test_patterns_run_in_linear_time() -> None:
    ask = compiled("claim.text.matches('^(a+)+$')", "each")
    assert ask({"claim": {"text": "a" * 20_000 + "b"}, "event": {}}) is False

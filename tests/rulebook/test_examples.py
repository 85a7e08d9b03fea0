"""The examples of all shipped rules, run as `claimcheck test` runs them; one test a rule."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimcheck.checks import AnyRule
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Article, Event, Extraction
from claimcheck.rulebook import load_rules, read_examples
from claimcheck.rulebook.explain import explained
from claimcheck.rulebook.trial import trials
from claimcheck.stages import Extract, Link

RULES = load_rules()


@pytest.fixture(scope="module")
def extract() -> object:
    return Extract().build()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_answers_its_examples_as_they_say(rule: AnyRule, extract: object) -> None:
    link = Link(same_event=True).build()

    def read(article: Article) -> Extraction:
        made = extract(article)  # type: ignore[operator]
        assert isinstance(made, Extraction)
        return made

    def tied(found: Sequence[Extraction]) -> Sequence[Event]:
        return link(found, lambda _doc: "")

    failed = [(t.wanted, t.number, t.answer) for t in trials(rule, read=read, link=tied) if not t.passed]
    assert not failed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_examples_to_find_and_to_leave_and_explains_itself(rule: AnyRule) -> None:
    examples = read_examples(rule)
    assert examples.finding and examples.no_finding
    lines = list(explained(rule, examples))
    assert lines[0].startswith(rule.id) and any(line.startswith("Demands:") for line in lines)


def test_an_unknown_rule_is_named_with_the_nearest() -> None:
    with pytest.raises(ClaimcheckError, match='did you mean "killed"'):
        load_rules(select=["kiled"])

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


def can_be_undecided(rule: AnyRule) -> bool:
    """Whether articles can leave the rule without an answer. What one speaker said, and how old somebody is, waits for
    no second report; words to avoid stand there or do not."""
    if rule.check == "agree":
        return not rule.options.per and not (rule.options.kind == "duration" and "age" in rule.options.role)
    if rule.check == "arithmetic":
        options = rule.options
        return any((options.ordinal_within, options.portion, options.whole, options.age))
    return rule.check in ("ceiling", "reference", "expression")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_three_examples_of_each_answer_and_explains_itself(rule: AnyRule) -> None:
    examples = read_examples(rule)
    wanted = {"finding": 3, "no_finding": 3, "undecided": 3 if can_be_undecided(rule) else 0}
    few = {answer: n for answer, n in wanted.items() if len(getattr(examples, answer)) < n}
    assert not few
    every = [str(files) for answer in (*wanted, "note") for files in getattr(examples, answer)]
    assert len(set(every)) == len(every)
    lines = list(explained(rule, examples))
    assert lines[0].startswith(rule.id) and any(line.startswith("Demands:") for line in lines)


def test_an_unknown_rule_is_named_with_the_nearest() -> None:
    with pytest.raises(ClaimcheckError, match='did you mean "killed"'):
        load_rules(select=["kiled"])

"""The rules as a page of documentation: docs/rules.md is what this writes, and a test compares the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.checks import CHECKS, AnyRule
from claimcheck.rulebook.explain import sentence


def handbook(rules: Sequence[AnyRule]) -> Iterator[str]:
    """Lines of Markdown: the checks, then each pack's rules."""
    yield "# Rules"
    yield ""
    yield "Written by `claimcheck rules --output markdown`. `claimcheck explain RULE` adds the examples of one."
    yield ""
    yield "| check | what a rule says with it |"
    yield "| --- | --- |"
    yield from (f"| `{check.id}` | {check.summary} |" for check in CHECKS.values())
    for pack, of_pack in groupby(rules, key=lambda rule: rule.pack.name):
        yield ""
        yield f"## {pack}"
        for rule in of_pack:
            yield ""
            yield f"### {rule.id}"
            yield ""
            yield f"{rule.summary}. *{rule.severity}, check `{rule.check}`, scope {rule.scope}*"
            yield ""
            yield sentence(rule)
            if rule.event:
                yield f"Only for events of type {', '.join(rule.event)}."
            if rule.why:
                yield ""
                yield f"Why: {rule.why}"

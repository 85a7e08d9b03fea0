"""A rule in words: what it demands, of which articles, how loudly, and why."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks import CHECKS, AnyRule
from claimcheck.rulebook.files import ExampleArticle, Examples, Files

_SCOPES = {
    "article": "in each article by itself",
    "event": "of each event, across the articles that tell of it",
    "corpus": "across all articles",
}
_ANSWERS = {
    "finding": "reported",
    "note": "told as a note",
    "no_finding": "not reported",
    "undecided": "undecided",
}


def sentence(rule: AnyRule) -> str:
    """What the rule demands, generated from its options."""
    return CHECKS[rule.check].describe(rule.options)


def explained(rule: AnyRule, examples: Examples) -> Iterator[str]:
    """Lines of an explanation."""
    yield f"{rule.id} ({rule.severity}): {rule.summary}"
    yield ""
    yield f"Demands:  {sentence(rule)}"
    yield f"Looks at: {', '.join(rule.compare)} claims, {_SCOPES[rule.scope]}" + (
        f"; events of type {', '.join(rule.event)}" if rule.event else ""
    )
    if rule.why:
        yield f"Why:      {rule.why}"
    if rule.help:
        yield f"Help:     {rule.help}"
    yield f"From:     {rule.path}"
    for name, label in _ANSWERS.items():
        cases: tuple[Files, ...] = getattr(examples, name)
        for files in cases:
            yield ""
            yield f"Example, {label}:"
            yield from (f"  {file}: {_text(told)}" for file, told in files.items())


def _text(told: ExampleArticle | str) -> str:
    if isinstance(told, str):
        return told
    return f"{told.text} [{told.date}]" if told.date else told.text

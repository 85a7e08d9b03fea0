"""Examples as tests: each is read, linked and judged like any folder of articles, and must get the answer it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.checks import AnyRule
from claimcheck.checks.judge import judge
from claimcheck.model import Article, Claim, Event, Extraction, Finding, Undecided
from claimcheck.rulebook.files import ExampleArticle, Examples, Files, read_examples

Read = Callable[[Article], Extraction]
Link = Callable[[Sequence[Extraction]], Sequence[Event]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One example and what came of it. `claims` are those that were seen, for an author who wonders why."""

    rule: str
    wanted: str
    number: int
    answer: str
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]

    @property
    def passed(self) -> bool:
        """Whether the rule answered as the example says. "Holds" and "undecided" are both no finding."""
        return self.answer == self.wanted or (self.wanted == "no-finding" and self.answer == "undecided")


def trials(rule: AnyRule, *, read: Read, link: Link) -> Iterator[Trial]:
    """Run all examples of a rule. Raises ClaimcheckError where they cannot be read."""
    for wanted, cases in _cases(read_examples(rule)):
        for number, files in enumerate(cases, 1):
            yield _trial(rule, wanted, number, files, read, link)


def _cases(examples: Examples) -> list[tuple[str, tuple[Files, ...]]]:
    return [
        ("finding", examples.finding),
        ("note", examples.note),
        ("no-finding", examples.no_finding),
        ("undecided", examples.undecided),
    ]


def _trial(rule: AnyRule, wanted: str, number: int, files: Files, read: Read, link: Link) -> Trial:
    extractions = [read(_article(name, told)) for name, told in sorted(files.items())]
    said = judge(extractions, link(extractions), [rule])
    return Trial(
        rule=rule.id,
        wanted=wanted,
        number=number,
        answer=_answer(rule, said.findings, said.undecided),
        claims=tuple(claim for x in extractions for claim in x.claims),
        findings=said.findings,
        undecided=said.undecided,
    )


def _article(name: str, told: ExampleArticle | str) -> Article:
    if isinstance(told, str):
        return Article(doc=name, text=told)
    return Article(doc=name, text=told.text, title=told.title, date=str(told.date), source=told.source)


def _answer(rule: AnyRule, findings: Sequence[Finding], undecided: Sequence[Undecided]) -> str:
    if findings:
        return "note" if rule.severity != "note" and all(f.severity == "note" for f in findings) else "finding"
    return "undecided" if undecided else "no-finding"

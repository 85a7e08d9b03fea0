"""An editor's decisions which articles are about one event: claimcheck.links.yaml, which wins over every score.

- same: [a.txt, b.txt]
  reason: one night, says the ministry
- not-same: [a.txt, c.txt]
  reason: c.txt is about the week before
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.yamlfile import Document, did_you_mean, read_yaml

_KEYS = ("same", "not-same", "reason")


@dataclass(frozen=True, slots=True)
class Decision:
    """Two articles or more are about one event (`same`), or no two of them are."""

    articles: tuple[str, ...]
    same: bool
    reason: str

    def says(self) -> str:
        """As a reason of a link."""
        return f"an editor's decision: {self.reason}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in order; none where it does not exist. Raises ClaimcheckError with every mistake."""
    if not path.exists():
        return ()
    document = read_yaml(path)
    if document.data is None:
        return ()
    if not isinstance(document.data, list):
        raise ClaimcheckError(document.problem((), "a list of decisions is expected: - same: [a.txt, b.txt]"))
    problems: list[Problem] = []
    decisions = [_decision(document, at, problems) for at in range(len(document.data))]
    if problems:
        raise ClaimcheckError(*problems)
    return tuple(d for d in decisions if d)


def write_decision(path: Path, decision: Decision) -> None:
    """Add a decision at the end of a file. What is there, comments too, stays as it is; a decision that is there
    already is not written twice. Raises ClaimcheckError where the file cannot be read."""
    if decision in read_decisions(path):
        return
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "" if not before or before.endswith("\n") else "\n"
    key = "same" if decision.same else "not-same"
    articles = ", ".join(json.dumps(article, ensure_ascii=False) for article in decision.articles)
    reason = json.dumps(decision.reason, ensure_ascii=False)  # a JSON string is a YAML string
    path.write_text(f"{before}{gap}- {key}: [{articles}]\n  reason: {reason}\n", encoding="utf-8")


def find_article(written: str, docs: Sequence[str]) -> str | None:
    """The document a decision names: the same path, or the only one that ends with it."""
    if written in docs:
        return written
    tail = "/" + written.removeprefix("./")
    found = [doc for doc in docs if doc.endswith(tail)]
    return found[0] if len(found) == 1 else None


def _decision(document: Document, at: int, problems: list[Problem]) -> Decision | None:
    entry = document.data[at]  # type: ignore[index]  # a list, as read_decisions has seen
    if not isinstance(entry, dict):
        problems.append(document.problem((at,), "a mapping is expected: same or not-same, and reason"))
        return None
    before = len(problems)
    for key in entry:
        if key not in _KEYS:
            problems.append(document.problem((at, key), f'unknown key "{key}"{did_you_mean(key, _KEYS)}', of_key=True))
    kinds = [key for key in ("same", "not-same") if key in entry]
    if len(kinds) != 1:
        problems.append(document.problem((at,), "either same or not-same is expected"))
        return None
    articles, reason = entry[kinds[0]], entry.get("reason", "")
    if not isinstance(articles, list) or len(articles) < 2 or not all(isinstance(a, str) for a in articles):
        problems.append(document.problem((at, kinds[0]), "a list of two articles or more is expected"))
    if not isinstance(reason, str):
        problems.append(document.problem((at, "reason"), "a text is expected"))
    if len(problems) > before or not isinstance(articles, list):
        return None
    return Decision(tuple(str(a) for a in articles), kinds[0] == "same", str(reason) or "no reason given")

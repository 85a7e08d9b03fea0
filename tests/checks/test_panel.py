"""panel: rules are passed over only where they have nothing to say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.checks import CHECKS
from claimcheck.checks.judge import judge
from claimcheck.extract import load_extractor
from claimcheck.linking import link
from claimcheck.model import Article
from claimcheck.rulebook import load_rules
from claimcheck.sources import load

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def test_what_is_passed_over_would_have_said_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor, rules = load_extractor(), load_rules()
    articles = [item for item in load([str(FIXTURES)]) if isinstance(item, Article)]
    extractions = sorted(map(extractor.extract, articles), key=lambda made: made.article.doc)
    events = link(extractions)
    told = judge(extractions, events, rules)
    for check in tuple(CHECKS.values()):
        monkeypatch.setitem(CHECKS, check.id, replace(check, hears=lambda _options: ()))
    asked = judge(extractions, events, rules)
    assert told.findings
    assert (told.findings, told.undecided, told.compared) == (asked.findings, asked.undecided, asked.compared)

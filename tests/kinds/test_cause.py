"""Two causes of one event: one, two that stand together, or two that exclude each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from claimcheck.kinds.cause import AGENTS, DELIBERATE, KIND, QUESTIONS, TOGETHER, UNINTENDED
from claimcheck.model import Claim, Comparison
from claimcheck.resources import rules_dir

SAME, COMPATIBLE, CONFLICT, UNKNOWN = (
    Comparison.SAME,
    Comparison.COMPATIBLE,
    Comparison.CONFLICT,
    Comparison.UNKNOWN,
)
PAIRS = [
    ("electrical", "electrical", SAME),
    ("electrical", "arson", CONFLICT),
    ("accident", "arson", CONFLICT),
    ("accident", "electrical", COMPATIBLE),
    ("lightning", "smoking-materials", CONFLICT),
    ("gas", "explosives", CONFLICT),
    ("gas", "electrical", COMPATIBLE),
    ("gas", "smoking-materials", COMPATIBLE),
    ("candle", "smoking-materials", CONFLICT),
    ("electrical", "mechanical-failure", COMPATIBLE),
    ("sleep", "mechanical-failure", CONFLICT),
    ("human-error", "mechanical-failure", CONFLICT),
    ("human-error", "sleep", COMPATIBLE),
    ("human-error", "speeding", COMPATIBLE),
    ("mechanical-failure", "overload", COMPATIBLE),
    ("mechanical-failure", "bird-strike", COMPATIBLE),
    ("weather", "structural", COMPATIBLE),
    ("weather", "speeding", COMPATIBLE),
    ("corrosion", "digging-works", CONFLICT),
    ("software", "cyberattack", CONFLICT),
    ("sabotage", "arson", COMPATIBLE),
    ("salmonella", "norovirus", CONFLICT),
    ("salmonella", "contamination", UNKNOWN),
    ("salmonella", "arson", UNKNOWN),
    ("words of a pack", "arson", UNKNOWN),
]


def claim(value: str, subject: str | None = "fire") -> Claim:
    return Claim("x", "a.txt", "cause", value, value, 0, len(value), 1, 1, value, subject=subject)


def ruled_out(value: str) -> Claim:
    return replace(claim(value), polarity="denied", marks="denied")


@pytest.mark.parametrize(("a", "b", "want"), PAIRS)
def test_causes_are_compared_both_ways(a: str, b: str, want: Comparison) -> None:
    assert KIND.compare(claim(a), claim(b)) is want
    assert KIND.compare(claim(b), claim(a)) is want


def test_causes_of_two_things_are_not_compared() -> None:
    assert KIND.compare(claim("electrical", "fire"), claim("arson", "crash")) is UNKNOWN
    assert KIND.compare(claim("electrical", None), claim("arson", "fire")) is CONFLICT


@pytest.mark.parametrize(
    ("out", "said", "want"),
    [("arson", "arson", CONFLICT), ("arson", "candle", COMPATIBLE), ("overload", "weather", UNKNOWN)],
)
def test_what_is_ruled_out_clashes_with_the_same_affirmed(out: str, said: str, want: Comparison) -> None:
    assert KIND.compare(ruled_out(out), claim(said)) is want
    assert KIND.compare(claim(said), ruled_out(out)) is want
    assert KIND.compare(ruled_out(out), ruled_out(said)) is UNKNOWN


def test_a_denial_by_whoever_is_blamed_clashes_with_nothing() -> None:
    assert KIND.compare(replace(claim("gas"), polarity="denied"), claim("gas")) is UNKNOWN


def test_a_cause_is_read_back_as_it_is_rendered() -> None:
    for said in (claim("arson"), ruled_out("arson")):
        value = KIND.normalise(KIND.render(said))
        assert value is not None
        assert value.value == "arson"
    assert KIND.render(ruled_out("arson")) == "not arson"


def test_the_tables_and_the_vocabulary_have_the_same_ids() -> None:
    path = rules_dir() / "incidents" / "vocabulary" / "causes.yaml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["entries"]
    read = {entry["id"] for entry in entries} - {"none", "contamination"}
    known = DELIBERATE | UNINTENDED | set(AGENTS)
    assert read | {"accident"} == known
    assert known >= {cause for group in (*QUESTIONS, *TOGETHER) for cause in group}

"""require: what a claim must come with."""

from __future__ import annotations

from checks.by_hand import count, group, judged, rule, values

from claimcheck.checks.require import Require

SAID = rule("require", Require(kind="count", role=("killed",), have=("speaker",)), scope="article")


def test_a_toll_without_a_speaker_is_named() -> None:
    outcome = judged(SAID, group(count(3, "a"), count(5, "a", start=40, speaker="police")))
    assert values(outcome) == [{"3": ["a"]}]
    assert outcome.clashes[0].note == "no speaker"


def test_one_attribution_is_enough_for_a_repeated_figure() -> None:
    assert not judged(SAID, group(count(3, "a"), count(3, "a", start=40, speaker="police"))).clashes

"""arithmetic portion and whole: what the words between the numbers say, on texts that are read as articles are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.checks.judge import Judgement, judge
from claimcheck.model import Article, Extraction
from claimcheck.rulebook import load_rules
from claimcheck.stages import Extract

RULES = load_rules(select=["percentage-of", "parts-make-the-whole", "age-and-birth", "lasts"])


@pytest.fixture(scope="module")
def read() -> Callable[[str], Judgement]:
    extract = Extract().build()

    def judged(text: str) -> Judgement:
        made = extract(Article(doc="a.txt", text=text))
        assert isinstance(made, Extraction)
        return judge([made], [], RULES)

    return judged


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("A third of the 90 houses, or 30, burned down in Split.", "holds"),
        ("A third of the 90 houses, or 45, burned down in Split.", "percentage-of"),
        ("Nearly 20% of the 1,000 ballots – or 198 – were spoilt in Split.", "holds"),
        ("About half of the 64 buses, or 50, stood still in Split.", "percentage-of"),
        ("Of the 640 buses in use, 160, or 25 percent, stood still.", "holds"),
        ("Turnout was 60 percent of the 250 members, and 80 ballots were spoilt.", "nothing"),
        ("The price rose by 5 percent; of the 40 shops, 30 closed.", "nothing"),
        ("Some 30 percent of the 200 trees fell. Or 90, by another count.", "nothing"),
        ("Of the 12 jurors, seven were women and the other four were men.", "parts-make-the-whole"),
        ("Of the 12 jurors, seven were women and the remaining five were men.", "holds"),
        ("Three of the eight boats sank; the other five were towed to Bari.", "holds"),
        ("Three of the eight boats sank; the other six were towed to Bari.", "parts-make-the-whole"),
        ("Nine men were held: five Serbs, two Croats and two Danes.", "holds"),
        ("Nine men were held: five Serbs, two Croats and a few others.", "nothing"),
        ("Of the 12 jurors, seven were women and three were under 30.", "nothing"),
    ],
)
def test_parts_and_shares(read: Callable[[str], Judgement], text: str, answer: str) -> None:
    said = read(text)
    found = [f.rule for f in said.findings] or (["holds"] if any(said.compared.values()) else ["nothing"])
    assert found == [answer]


def test_a_clash_says_what_the_parts_make(read: Callable[[str], Judgement]) -> None:
    (finding,) = read("Of the 12 jurors, seven were women and the other four were men.").findings
    assert "the parts make 11" in finding.message
    assert [side.value for side in finding.sides] == ["12", "7", "4"]


def test_an_age_on_an_unknown_day_is_undecided(read: Callable[[str], Judgement]) -> None:
    (doubt,) = read("Ann Lee, 54, who was born on May 3, 1961, was shot in Leeds.").undecided
    assert "which day" in doubt.reason

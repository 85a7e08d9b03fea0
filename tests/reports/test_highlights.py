"""Quotes marked in the text of an article."""

from dataclasses import replace

from reports.sample import EARLY, NORTH, SOUTH, TWO

from claimcheck.reports.highlights import highlighted, marks_of


def test_the_parts_are_the_text():
    marks = marks_of([EARLY, TWO], [NORTH, SOUTH])
    parts = list(highlighted(NORTH, marks))
    assert "".join(part.text for part in parts) == NORTH.text
    assert [part.text for part in parts if part.anchor] == ["Two people", "3:10 a.m."]


def test_each_claim_leads_to_its_mark():
    marks = marks_of([EARLY, TWO], [NORTH, SOUTH])
    anchors = {part.anchor: part.text for part in highlighted(NORTH, marks)}
    assert anchors[marks.anchor(TWO)] == "Two people" and anchors[marks.anchor(EARLY)] == "3:10 a.m."


def test_claims_that_overlap_share_a_mark():
    wide = replace(TWO, end=TWO.end + 5)
    within = replace(TWO, start=TWO.start + 4)
    marks = marks_of([TWO, wide, within], [NORTH])
    assert len({marks.anchor(claim) for claim in (TWO, wide, within)}) == 1
    assert [part.text for part in highlighted(NORTH, marks) if part.anchor] == ["Two people died"]


def test_a_claim_of_the_title_leads_to_the_article():
    title = replace(TWO, field="title", start=0, end=4)
    assert marks_of([title], [NORTH]).anchor(title) == "d1"


def test_of_a_long_text_only_what_stands_around_the_quotes_is_shown():
    long = replace(NORTH, text=NORTH.text + "filler " * 20_000)
    parts = list(highlighted(long, marks_of([TWO, EARLY], [long])))
    assert [part.text for part in parts if part.anchor] == ["Two people", "3:10 a.m."]
    assert sum(len(part.text) for part in parts) < 5_000

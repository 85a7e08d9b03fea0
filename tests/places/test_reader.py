"""Places in articles: text -> where, from cases/places.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Mention, Value
from claimcheck.places import Places, load_places
from claimcheck.text.passage import Passage, read_passage

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "places.yaml").read_text(encoding="utf-8"))
BY_STATE = {"US", "CA", "GB", "AU"}
WORDS = ["in", "near", "Paris", "Texas", ",", "Moscow", "U.S.", "St.", "John's", "the", "capital", "Russian",
         "village", "of", "Oksova", "12", "block", "Elm", "Street", "Mr", "Jackson", "COUNTY", "Bay", "'s", "-", "\n",
         "(AP)", "İ", "ß", "É"]  # fmt: skip


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places()


def read(places: Places, title: str, text: str) -> tuple[list[Passage], list[list[Mention]]]:
    passages = [read_passage(title, field="title"), read_passage(text)]
    return passages, places.read(passages)


def shown(places: Places, passage: Passage, mention: Mention) -> str:
    tags = f" [{' '.join(mention.tags)}]" if mention.tags else ""
    return f"{passage.text[mention.start : mention.end]} = {outer(places, mention)}{tags}"


def outer(places: Places, mention: Mention) -> str:
    """The region of a place in a country of many papers, else its country."""
    known = places.gazetteer
    id_ = mention.value.geonameid
    if id_ is None:
        if mention.value.lat is None or "unknown" in mention.tags:
            return "?"
        name = known.name(str(mention.value.value))
        assert name
        id_ = name.ids[0]
    region, country = known.region(id_), known.country(id_)
    if id_ in (region, country):
        return "itself"
    if country in {known.code(code) for code in BY_STATE} and region:
        country = region
    place = known.place(country)
    return str(place.name) if place else "nothing"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_places_of_an_article_are_read(places: Places, case: dict) -> None:
    passages, (title, text) = read(places, case.get("title", ""), case["text"])
    assert [shown(places, passages[1], m) for m in text] == case["want"]
    assert [shown(places, passages[0], m) for m in title] == case.get("in-title", [])
    if "values" in case:
        assert [m.value.value for m in text] == case["values"]
    if "ids" in case:
        assert [m.value.geonameid for m in text] == case["ids"]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_mentions_lie_inside_their_passage_and_do_not_overlap(text: str) -> None:
    for passage, mentions in zip(*read(load_places(), text[:40], text), strict=True):
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(passage.text)
            assert passage.text[mention.start : mention.end].strip()
            end = mention.end


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    read(load_places(), text, text)


def test_the_names_of_people_and_organisations_are_no_places(places: Places) -> None:
    passage = read_passage("The fans of Lincoln flew to Madrid.")
    start = passage.text.index("Lincoln")
    person = Mention("actor", start, start + 7, Value("Lincoln"), tags=("person",))
    (mentions,) = places.read([passage], names=[[person]])
    assert [m.value.value for m in mentions] == ["Madrid"]


def test_one_article_leaves_no_trace_in_the_next(places: Places) -> None:
    alone = read(places, "", "Police in Springfield closed a street.")[1]
    read(places, "", "In Springfield, Ohio, and all over Ohio, Springfield police closed streets.")
    assert read(places, "", "Police in Springfield closed a street.")[1] == alone


@pytest.mark.parametrize(("word", "country"), [("Russian", "RU"), ("Ukrainians", "UA"), ("Dutch", "NL"), ("Paris", "")])
def test_a_demonym_says_whose_people_they_are(places: Places, word: str, country: str) -> None:
    assert places.demonym(word) == (places.gazetteer.code(country) if country else 0)

"""What articles say: cases/*.yaml, a text and what it must be read as."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from extract.shown import SHOWN

from claimcheck.extract import Extractor, load_extractor
from claimcheck.model import Article, Extraction

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = [(path.stem, case) for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor()


def read(extractor: Extractor, case: dict[str, object]) -> Extraction:
    date = str(case.get("date", ""))
    return extractor.extract(Article("a.txt", str(case["text"]), title=str(case.get("title", "")), date=date))


@pytest.mark.parametrize(("room", "case"), CASES, ids=[f"{room}: {case['text'][:60]}" for room, case in CASES])
def test_a_text_says_what_its_case_lists(extractor: Extractor, room: str, case: dict[str, object]) -> None:
    found = read(extractor, case)
    for name, shown in SHOWN.items():
        if name in case:
            assert shown(found) == case[name]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[case["text"][:60] for _, case in CASES])
def test_every_claim_slices_back_to_its_text_and_hangs_on_an_event(
    extractor: Extractor, case: dict[str, object]
) -> None:
    found = read(extractor, case)
    keys = {event.key for event in found.events}
    assert found.events[0].main
    assert len(keys) == len(found.events)
    for claim in found.claims:
        field = found.article.title if claim.field == "title" else found.article.text
        assert field[claim.start : claim.end] == claim.text
        assert claim.event in keys
        assert claim.text in claim.sentence or claim.kind not in ("count", "date")


def test_claims_have_ids_of_their_own_and_come_in_order(extractor: Extractor) -> None:
    text = " ".join(str(case["text"]) for _, case in CASES)
    claims = extractor.extract(Article("a.txt", text, date="2019-06-04")).claims
    assert len({claim.id for claim in claims}) == len(claims)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


def test_the_same_article_gives_the_same_extraction(extractor: Extractor) -> None:
    article = Article("a.txt", "Two men were shot in Leeds on Monday.", date="2019-06-04")
    assert extractor.extract(article) == load_extractor().extract(article)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "...", "a\u00a0b", "\u0130\u0130\u0130", "two " * 500])
def test_any_text_is_read(extractor: Extractor, text: str) -> None:
    found = extractor.extract(Article("a.txt", text))
    assert found.events


def test_lines_and_columns_count_in_the_file(extractor: Extractor) -> None:
    text = "A storm.\nTwo men died."
    claims = extractor.extract(Article("a.txt", text, line=4)).claims
    two = next(claim for claim in claims if claim.text == "Two men")
    assert (two.line, two.column) == (5, 1)

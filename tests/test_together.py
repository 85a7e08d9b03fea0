"""Articles are read several together, and nobody can tell: each says what it says alone."""

from collections.abc import Iterator

import pytest

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.extract import claims, extractor
from claimcheck.model import Article
from claimcheck.sources import Item, Note
from claimcheck.stages import Extract

TEXTS = (
    "Two people died in a fire at a mill in Leeds at 3:10 a.m. on Friday, police said.",
    "",
    "Three drones were shot down over Bryansk on March 3. The mayor said nobody was hurt.",
    "He paid $2 million for the farm near Perth. " * 900,
    "Ann Lee, 54, was injured in the crash. She was taken to hospital on Monday.",
)
ITEMS: list[Item] = [Article(f"{n}.txt", text, title="A headline" * (n % 2)) for n, text in enumerate(TEXTS)]
ITEMS.insert(2, Note(Problem("gone.txt", "cannot be read")))
ITEMS.append(Article("de.txt", "Zwei Menschen sind bei einem Brand gestorben.", lang="de"))


def test_each_says_what_it_says_alone():
    read = Extract().build()
    together = list(read.each(iter(ITEMS)))
    assert together == [read(item) for item in ITEMS]
    assert [type(made) is Note for made in together] == [n in (2, 6) for n in range(7)]


def test_the_one_that_we_fail_on_is_named_and_costs_no_other(monkeypatch: pytest.MonkeyPatch):
    def failing(article: Article, *rest: object) -> list[object]:
        if article.doc == "2.txt":
            raise RuntimeError("no such luck")
        return claims.claims_of(article, *rest)

    monkeypatch.setattr(extractor, "claims_of", failing)
    made = list(Extract().build().each(ITEMS))
    faults = [str(note) for note in made if isinstance(note, Note) and note.fault]
    assert len(faults) == 1 and "2.txt: internal error: RuntimeError: no such luck" in faults[0]
    assert sum(not isinstance(one, Note) for one in made) == 4


def test_what_precedes_an_item_that_cannot_be_had_is_told_first():
    def items() -> Iterator[Item]:
        yield from ITEMS[:2]
        raise ClaimcheckError("no such file")

    each = Extract().build().each(items())
    assert [next(each), next(each)] == list(map(Extract().build(), ITEMS[:2]))
    with pytest.raises(ClaimcheckError, match="no such file"):
        next(each)

"""Whatever two articles hold, the whole way from text to finding goes through, and what is found is in the articles."""

from __future__ import annotations

from functools import cache

from fixtures.story import NAMES, STORIES
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import sources
from claimcheck.checks import AnyRule
from claimcheck.checks.judge import Judgement, judge
from claimcheck.extract import Extractor, load_extractor
from claimcheck.linking import link
from claimcheck.linking.several import with_several
from claimcheck.model import Article
from claimcheck.rulebook import load_rules


@cache
def tools() -> tuple[Extractor, tuple[AnyRule, ...]]:
    return load_extractor(), load_rules()


@cache
def sentences() -> tuple[str, ...]:
    paths = [str(STORIES / name) for name in NAMES]
    texts = [item.text for item in sources.load(paths) if isinstance(item, Article)]
    return tuple(sorted({sentence + "." for text in texts for sentence in text.split(".") if 20 < len(sentence) < 300}))


def pieces() -> st.SearchStrategy[str]:
    """Sentences of the fixtures, whole or cut, with any characters between: halves of surrogate pairs too."""
    whole = st.deferred(lambda: st.sampled_from(sentences()))
    cut = st.tuples(whole, st.integers(1, 60)).map(lambda pair: pair[0][: pair[1]])
    return st.one_of(whole, whole, cut, st.text(st.characters(), max_size=12))


def texts() -> st.SearchStrategy[str]:
    return st.lists(pieces(), max_size=12).map(" ".join)


DAYS = st.sampled_from(("2024-05-03", "2024-05-04", "1999-12-31", "", "0001-01-01", "9999-12-31"))


def checked(articles: tuple[Article, ...]) -> Judgement:
    extractor, rules = tools()
    extractions = [with_several(extraction) for extraction in extractor.extract_all(articles)]
    return judge(extractions, link(extractions, same_event=True), rules)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(texts(), texts(), pieces(), DAYS, DAYS)
def test_any_two_articles_are_checked_to_the_end(one: str, other: str, title: str, day: str, later: str) -> None:
    articles = Article("a", one, title=title, date=day), Article("b", other, date=later)
    judgement = checked(articles)
    known = {article.doc: article for article in articles}
    said = [claim for finding in judgement.findings for side in finding.sides for claim in side.claims]
    for claim in said + [claim for doubt in judgement.undecided for claim in doubt.claims]:
        whole = known[claim.doc].title if claim.field == "title" else known[claim.doc].text
        assert whole[claim.start : claim.end] == claim.text


@settings(max_examples=25, deadline=None, derandomize=True)
@given(texts(), DAYS)
def test_an_article_is_not_at_odds_with_its_own_copy(text: str, day: str) -> None:
    judgement = checked((Article("a", text, date=day), Article("b", text, date=day)))
    between = [f for f in judgement.findings if len({c.doc for s in f.sides for c in s.claims}) > 1]
    assert not [f for f in between if all({c.doc for c in side.claims} != {"a", "b"} for side in f.sides)]

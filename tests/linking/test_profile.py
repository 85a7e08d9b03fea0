"""What linking reads straight from a text."""

from __future__ import annotations

from claimcheck.linking.parts import parts_of, repeated_parts
from claimcheck.linking.profile import Profile, profile
from claimcheck.model import Article
from tests.linking.articles import extraction


def read_profile(text: str) -> Profile:
    made = extraction("a.txt", text)
    return profile(made, parts_of(made.article))


def test_ages_streets_and_blocks_are_read_from_the_text() -> None:
    text = "Lena Marsh, 34, and a 9-year-old boy were hurt in the 1200 block of East Willow Street, near 5th Avenue."
    read = read_profile(text)
    assert read.ages == {"34", "9"}
    assert read.streets == {"willow", "5th"}
    assert read.blocks == {"1200"}


def test_a_word_is_a_name_only_inside_a_sentence_and_always_with_a_capital() -> None:
    read = read_profile("Yesterday a Brill boat sank. Later the Marrow Light, a light, was seen.")
    assert "brill" in read.proper
    assert "yesterday" not in read.proper
    assert "light" not in read.proper


def test_lines_that_a_site_repeats_under_every_story_are_left_out() -> None:
    login = "Sign in with your reader account to go on reading."
    stories = [f"The {what} of {where} was in the news of the day." for what, where in zip("abcd", "wxyz", strict=True)]
    articles = [Article(f"{i}.txt", f"{login}\n{story}", date=f"2020-0{i + 1}-01") for i, story in enumerate(stories)]
    assert repeated_parts([parts_of(article) for article in articles]) == {login}


def test_lines_that_one_week_of_reports_shares_are_kept() -> None:
    quote = "It was the loudest noise that I have ever heard."
    articles = [
        Article(f"{i}.txt", f"{quote}\nReport {i} of the same blast.", date=f"2020-01-0{i + 1}") for i in range(4)
    ]
    assert repeated_parts([parts_of(article) for article in articles]) == frozenset()

"""How fast articles become claims, beside two tools that do a part of it, on the same text in the same run.

    pytest benchmarks

Not part of the test suite: it measures the machine as well, though in CPU time, so that other work on it matters
little. The peers: dateparser's `search_dates` finds dates and times; a small spaCy pipeline finds names, dates, numbers
and sums, without values (skipped where spaCy or its model `en_core_web_sm` is not installed). Each reads every article
once a round. The last test prints all speeds and how ours compares.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from claimcheck import sources
from claimcheck.model import Article, Extraction
from claimcheck.stages import Extract

STORIES = Path(__file__).resolve().parents[1] / "fixtures"
OURS = "claimcheck"

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@cache
def articles() -> tuple[Article, ...]:
    """The articles of the fixture stories: news English, the kinds of event that the packs know."""
    return tuple(item for item in sources.load([str(STORIES)]) if isinstance(item, Article))


def texts() -> list[str]:
    return [article.text for article in articles()]


@pytest.fixture(scope="module")
def speeds() -> Iterator[dict[str, tuple[float, int]]]:
    """Tool -> characters a CPU second, and what it found in all articles."""
    yield {}


def measure(
    benchmark: BenchmarkFixture,
    speeds: dict[str, tuple[float, int]],
    tool: str,
    read: Callable[[], int],
    rounds: int,
) -> None:
    """Time `read`, which goes over all articles and says how much it found."""
    found = benchmark.pedantic(read, rounds=rounds, warmup_rounds=1)
    speed = sum(map(len, texts())) / benchmark.stats.stats.min
    speeds[tool] = speed, found
    benchmark.extra_info |= {"kilobytes_a_cpu_second": round(speed / 1000, 1), "found": found}


def test_claimcheck_claims(benchmark: BenchmarkFixture, speeds: dict[str, tuple[float, int]]) -> None:
    read = Extract().build()

    def claims() -> int:
        found = map(read, articles())
        return sum(len(extraction.claims) for extraction in found if isinstance(extraction, Extraction))

    measure(benchmark, speeds, OURS, claims, rounds=10)


@pytest.mark.filterwarnings("ignore")  # dateparser's own, of Python's future
def test_dateparser_search_dates(benchmark: BenchmarkFixture, speeds: dict[str, tuple[float, int]]) -> None:
    from dateparser.search import search_dates

    def dates() -> int:
        return sum(len(search_dates(text, languages=["en"]) or ()) for text in texts())

    measure(benchmark, speeds, "dateparser.search_dates", dates, rounds=2)


@pytest.mark.filterwarnings("ignore")  # spaCy's own
def test_a_small_spacy_pipeline(benchmark: BenchmarkFixture, speeds: dict[str, tuple[float, int]]) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: no figure for it")
    try:
        pipeline = spacy.load("en_core_web_sm")
    except OSError:
        pytest.skip("spaCy's model en_core_web_sm is not installed: no figure for it")

    def entities() -> int:
        return sum(len(document.ents) for document in pipeline.pipe(texts()))

    measure(benchmark, speeds, "spaCy en_core_web_sm", entities, rounds=3)


def test_the_ratio_of_their_speed_to_ours(
    speeds: dict[str, tuple[float, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    if OURS not in speeds:
        pytest.skip("our own speed was not measured in this run")
    ours = speeds[OURS][0]
    with capsys.disabled():
        print(f"\n{len(articles())} articles, {sum(map(len, texts())) / 1000:.1f} KB")
        for tool, (speed, found) in speeds.items():
            print(f"{tool:26} {speed / 1000:9.1f} KB/CPU s  {found:6} found  ours is {ours / speed:6.1f} times as fast")
    assert all(ours > speed for tool, (speed, _) in speeds.items() if tool != OURS)

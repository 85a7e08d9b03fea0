"""What linking costs as a corpus grows: seconds and memory for 1,000 to 64,000 articles, and the exponent.

    python benchmarks/linking_cost.py [--up-to 64000] [--real 4000]

Real articles (see corpus.py) are read once, and what was read is varied: each further copy tells of the same sort of
event some weeks later, with other names, so it is an event of its own. Words that are no names stay. Linking alone is
measured, in CPU seconds; an exponent of 1 means that twice the articles take twice the time.
"""

from __future__ import annotations

import argparse
import math
import re
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus import real_articles

from claimcheck.linking import link
from claimcheck.model import Extraction
from claimcheck.sources import Note
from claimcheck.stages import Extract

FIRST = 1_000
WEEKS = 2  # between a copy and the next
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")
_SYLLABLES = ("bar", "den", "fol", "gar", "hul", "kim", "lor", "mes", "nor", "pel", "ros", "tam")


def main() -> None:
    """Read, vary, link, print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--up-to", type=int, default=64_000)
    parser.add_argument("--real", type=int, default=4_000, help="at most so many real articles are varied")
    args = parser.parse_args()
    real = read(args.real)
    before: tuple[int, float] | None = None
    size = FIRST
    while size <= args.up_to:
        corpus = grown(real, size)
        began = time.process_time()
        events = link(corpus)
        took = time.process_time() - began
        growth = math.log(took / before[1]) / math.log(size / before[0]) if before else float("nan")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>7,} articles {len(events):>7,} events {took:8.1f} s CPU {1000 * took / size:6.2f} ms an article "
            f"exponent {growth:4.2f}  peak {peak:7.0f} MB",
            flush=True,
        )
        before, size = (size, took), 2 * size


def read(most: int) -> list[Extraction]:
    """The claims of the real articles there are."""
    extract = Extract().build()
    made = (extract(article) for article in real_articles()[:most])
    return [x for x in made if not isinstance(x, Note)]


def grown(real: Sequence[Extraction], size: int) -> list[Extraction]:
    """`size` articles: the real ones, and copies of them with other names and days."""
    return [varied(real[n % len(real)], n // len(real)) for n in range(size)]


def varied(extraction: Extraction, copy: int) -> Extraction:
    """The copy of an article: names end in other syllables, days are some weeks later. Copy 0 is the article itself."""
    if not copy:
        return extraction
    ending, days, a = _ending(copy), 7 * WEEKS * copy, extraction.article
    doc = f"{a.doc}~{copy}"

    def renamed(text: str) -> str:
        return _NAME.sub(lambda m: m[0] + ending, text)

    claims = tuple(
        replace(c, doc=doc, value=" ".join(part + ending for part in str(c.value).split()))
        if c.kind == "actor"
        else replace(c, doc=doc)
        for c in extraction.claims
    )
    events = tuple(
        replace(
            e,
            doc=doc,
            date_low=None if e.date_low is None else e.date_low + days,
            date_high=None if e.date_high is None else e.date_high + days,
            participants=tuple(name + ending for name in e.participants),
        )
        for e in extraction.events
    )
    article = replace(a, doc=doc, text=renamed(a.text), title=renamed(a.title), date=_later(a.date, days))
    return Extraction(article, claims, events)


def _ending(copy: int) -> str:
    """One syllable or more, another for each copy."""
    return (_ending(copy // len(_SYLLABLES)) if copy >= len(_SYLLABLES) else "") + _SYLLABLES[copy % len(_SYLLABLES)]


def _later(written: str, days: int) -> str:
    try:
        return (date.fromisoformat(written[:10]) + timedelta(days=days)).isoformat()
    except ValueError:
        return written


if __name__ == "__main__":
    main()

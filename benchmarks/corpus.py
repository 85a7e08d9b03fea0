"""A corpus of any size: real articles varied, so that names, numbers and dates differ and the language stays.

    python benchmarks/corpus.py 20000 > corpus.jsonl

Real articles come from the folder CLAIMCHECK_BENCH_DATA (by default ../shared/bench/data beside the checkout), from the
fixtures where there is none. One variant of an article is about another event than the next: its capitalised words are
exchanged for others, its date is moved. Every 250th article is followed by one that contradicts it (`PLANTED`).
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path

from claimcheck import sources
from claimcheck.model import Article

ROOT = Path(__file__).resolve().parents[1]
PLANTED = 250
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_KEPT = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|June|July|August|\w+ber$")
_STARTS = ("Bal", "Cor", "Dra", "Fen", "Gar", "Hol", "Kel", "Lun", "Mar", "Nor", "Pel", "Ros", "Sel", "Tav", "Ul")
_MIDDLES = ("a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "or", "al", "el", "il")
_ENDS = ("dell", "ford", "gate", "ham", "kin", "ley", "mont", "nes", "rock", "sby", "stone", "ton", "vick", "wald")


def real_articles() -> list[Article]:
    """Whatever there is."""
    data = Path(os.environ.get("CLAIMCHECK_BENCH_DATA", ROOT.parent / "shared" / "bench" / "data"))
    paths = sorted(str(path) for path in data.glob("*/docs.jsonl")) or [str(ROOT / "fixtures")]
    found = [item for item in sources.load(paths) if isinstance(item, Article) and len(item.text) > 200]
    return sorted(found, key=_digest)


def _digest(article: Article) -> str:
    """What stands for an article wherever its file is."""
    whole = f"{article.title}\0{article.text}\0{article.date}"
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def corpus(size: int) -> Iterator[dict[str, str]]:
    """Records of `size` articles, the same on every machine that has the same real ones."""
    real = real_articles()
    made = 0
    while made < size:
        variant, base = divmod(made, len(real))
        yield _varied(real[base], variant, made)
        made += 1
        if made % PLANTED == 1 and made < size:
            yield from _contradicting(made, size)
            made = min(size, made + 2)


def planted(size: int) -> list[tuple[str, str]]:
    """The ids of the pairs that contradict each other, in a corpus of `size` articles."""
    return [(f"{number:07}", f"{number + 1:07}") for number in range(1, size - 1, PLANTED)]


def _varied(article: Article, variant: int, number: int) -> dict[str, str]:
    names: dict[str, str] = {}
    digest = _digest(article)

    def name(found: re.Match[str]) -> str:
        word = found[0]
        if not variant or _KEPT.match(word):
            return word
        if word not in names:
            names[word] = _made_up(f"{word} {variant} {digest}")
        return names[word]

    day = _moved(article.date, variant)
    record = {"id": f"{number:07}", "title": _NAME.sub(name, article.title), "text": _NAME.sub(name, article.text)}
    return {**record, "date": day} if day else record


def _contradicting(number: int, size: int) -> Iterator[dict[str, str]]:
    """Two reports on one fire that give different tolls."""
    where, day = _made_up(f"place {number}"), (date(2015, 1, 1) + timedelta(days=number % 3000)).isoformat()
    for turn, toll in enumerate(("four", "nine")[: size - number]):
        title = f"Fire at {where} mill kills {toll}"
        text = (
            f"A fire at the {where} mill in Leeds killed {toll} people on {day}, the fire service said. The {where} "
            f"mill made blankets. Crews from {where} Road were called at 3:10 a.m. and the owner thanked them."
        )
        yield {"id": f"{number + turn:07}", "title": title, "text": text, "date": day}


def _made_up(seed: str) -> str:
    digest = blake2b(seed.encode(), digest_size=6).digest()
    return (
        _STARTS[digest[0] % len(_STARTS)]
        + _MIDDLES[digest[1] % len(_MIDDLES)]
        + _ENDS[digest[2] % len(_ENDS)]
        + ("" if digest[3] % 3 else _ENDS[digest[4] % len(_ENDS)])
    )


def _moved(written: str, variant: int) -> str:
    try:
        return (date.fromisoformat(written[:10]) + timedelta(days=variant * 41)).isoformat()
    except (ValueError, OverflowError):
        return ""


if __name__ == "__main__":
    for record in corpus(int(sys.argv[1])):
        print(json.dumps(record, ensure_ascii=False))

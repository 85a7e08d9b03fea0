"""alike: sentences of two articles that say the same in nearly the same words give the same figures.

Most figures have no role: what was transferred, how long somebody is held, how many shops will close. Where two
articles put the rest of a sentence alike, their figures are of one thing. Words of fewer than four letters and digits
are passed over; sentences that could be alike are found by the prefix filter of Bayardo, Ma and Srikant, "Scaling up
all pairs similarity search" (2007): two sets that share enough share one of their rarest words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from claimcheck.checks.check import NOTHING, Check, Clash, Group, Outcome, Rule
from claimcheck.checks.choose import chosen, marked
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison, Side

_WORD = re.compile(r"[^\W\d_]{4,}")
_PAGE = re.compile(r"\d of $")
_SIDE = 3  # words next to a figure, one of which both sentences must have there
_MANY = 400  # sentences of one event that are compared; real ones have far fewer


@dataclass(frozen=True, slots=True)
class Alike:
    """The keys of `alike`.

    kinds   what is compared, where no pattern or action gives it a role (those with one have rules of their own)
    share   how much of the words of the shorter sentence both must have
    words   a sentence with fewer words than these is like too many others
    """

    kinds: tuple[str, ...]
    share: float = 0.65
    words: int = 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that gives figures: those compared, and all of them."""

    claims: tuple[Claim, ...]
    every: tuple[Claim, ...]
    words: frozenset[str]
    names: frozenset[str]  # words with a capital, but for the first


def evaluate(rule: Rule[Alike], group: Group) -> Outcome:
    """One clash for each two values that sentences alike differ in."""
    if len(group.documents) < 2:
        return NOTHING
    told = _sentences(rule, group)
    pairs = [(a, b) for a, b in _near(told, rule.options) if not (a.names - b.words and b.names - a.words)]
    clashing: dict[tuple[str, ...], dict[str, dict[str, Claim]]] = {}
    for a, b in pairs:
        for x, y in _differing(a, b, rule.options.kinds):
            kind = KINDS[x.kind]
            values = sorted((kind.render(x), kind.render(y)))
            sides = clashing.setdefault((x.kind, *values), {value: {} for value in values})
            for claim in (x, y):
                sides[kind.render(claim)][claim.id] = claim
    clashes = [
        Clash(kind=kind, sides=tuple(Side(value, tuple(sorted(s.values(), key=_place))) for value, s in sides.items()))
        for (kind, *_), sides in clashing.items()
    ]
    return Outcome(len(pairs), tuple(clashes)) if pairs else NOTHING


def _sentences(rule: Rule[Alike], group: Group) -> list[_Told]:
    """The sentences with figures to compare, in order, once an article."""
    found: dict[tuple[str, str], list[Claim]] = {}
    every: dict[tuple[str, str], list[Claim]] = {}
    for kind in rule.options.kinds:
        for claim in chosen(group, kind=kind, compare=rule.compare):
            if _comparable(claim):
                found.setdefault((claim.doc, claim.sentence), []).append(claim)
            every.setdefault((claim.doc, claim.sentence), []).append(claim)
    told = []
    for (doc, sentence), claims in sorted(found.items()):
        words = _WORD.findall(sentence)
        if len(set(words)) >= rule.options.words:
            names = frozenset(w.lower() for w in words[1:] if w[0].isupper())
            told.append(_Told(tuple(claims), tuple(every[doc, sentence]), frozenset(w.lower() for w in words), names))
    return told[:_MANY]


def _near(told: Sequence[_Told], options: Alike) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of sentences of two articles with so much in common, each once."""
    often = Counter(w for t in told for w in t.words)
    holding: dict[str, list[int]] = {}
    for i, mine in enumerate(told):
        rare = sorted(mine.words, key=lambda w: (often[w], w))
        near: set[int] = set()
        for word in rare[: len(rare) - ceil(options.share * min(options.words, len(rare))) + 1]:
            near.update(holding.get(word, ()))
        for j in sorted(near):
            other = told[j]
            least = options.share * min(len(mine.words), len(other.words))
            if other.claims[0].doc != mine.claims[0].doc and len(mine.words & other.words) >= least:
                yield other, mine
        for word in rare:
            holding.setdefault(word, []).append(i)


def _differing(a: _Told, b: _Told, kinds: Sequence[str]) -> Iterator[tuple[Claim, Claim]]:
    """The one figure of a kind in which two sentences differ, where it stands by the same words. One that the other
    sentence gives in whatever role is none."""
    for kind in kinds:
        mine, yours = ([c for c in told.claims if c.kind == kind] for told in (a, b))
        x, y = _unmatched(mine, b.every), _unmatched(yours, a.every)
        if x is None or y is None or KINDS[kind].compare(x, y, within=0, relative=0) is not Comparison.CONFLICT:
            continue
        if x.subject == y.subject and any(map(set.intersection, _beside(x), _beside(y))):
            yield x, y


def _unmatched(claims: Sequence[Claim], others: Sequence[Claim]) -> Claim | None:
    """The only claim that fits nothing of the other sentence; None where there are more, or none."""
    left = [c for c in claims if not any(_fits(c, other) for other in others)]
    return left[0] if len(left) == 1 else None


def _fits(claim: Claim, other: Claim) -> bool:
    """Whether two figures can be one. Of a figure with another role its number is enough."""
    if claim.kind != other.kind:
        return False
    if other.role is not None:
        return claim.value == other.value and claim.unit == other.unit
    answer = KINDS[claim.kind].compare(claim, other, within=0, relative=0)
    return answer in (Comparison.SAME, Comparison.COMPATIBLE)


def _beside(claim: Claim) -> tuple[set[str], set[str]]:
    """The words before and after a figure in its sentence."""
    before, _, after = claim.sentence.partition(claim.text)
    return set(_words(before)[-_SIDE:]), set(_words(after)[:_SIDE])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _comparable(claim: Claim) -> bool:
    """Has the figure no rule of its own; and is it more than an article ("one man"), and no page ("image 2 of 40")?"""
    if claim.role is not None or claim.value == 1 or marked(claim, "age"):
        return False
    return not _PAGE.search(claim.sentence.partition(claim.text)[0])


def _place(claim: Claim) -> tuple[str, int]:
    return claim.doc, claim.start


def needs(options: Alike) -> tuple[str, ...]:
    """The kinds compared."""
    return options.kinds


def describe(options: Alike) -> str:
    """The rule as a sentence."""
    return f"Sentences that share {options.share:.0%} of their words give the same {' and '.join(options.kinds)}."


def mistakes(options: Alike) -> Iterator[tuple[str, str]]:
    """A kind that does not exist; a share that is none."""
    for kind in options.kinds:
        if kind not in KINDS:
            yield "kinds", f'no kind "{kind}"'
    if not 0.5 <= options.share <= 1:
        yield "share", "between 0.5 and 1: sentences with less in common say different things"
    if options.words < 3:
        yield "words", "at least 3"


CHECK = Check(
    id="alike",
    summary="sentences that say the same in nearly the same words give the same figures",
    options=Alike,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

"""Parts of a whole that must fit it: a percentage of a base and its number, and parts said to be all of a whole.

Forms of the check `arithmetic`. Both look at one sentence and at the very words between its numbers: only there is it
sure what is a part of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, permutations

from claimcheck.checks.check import Clash, Doubt, Group, Outcome, Voice, merged
from claimcheck.checks.choose import chosen, explicit, parted, sentence_of
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Side
from claimcheck.text.fold import fold

_SHARES = frozenset(("percent", "share"))
_LISTED = 3  # words that a part of a plain list has besides its number
_MOST = 12  # numbers of a sentence: a table is no sentence
_AFTER = 160  # characters in which the next sentence may say that there are no others


@dataclass(frozen=True, slots=True)
class Portion:
    """A percentage of a base is what the number beside it says: "60 percent of the 250 workers, or 150".

    of      words between a part (or its percentage) and its base
    joins   words between a number and its percentage
    near    characters that the base may have to its other end ("250 workers at the plant, or 150")
    room    share of the base by which they may differ, besides rounding
    """

    of: tuple[str, ...]
    joins: tuple[str, ...]
    near: int = 40
    room: float | int = 0


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts that are said to be all make the whole: "of the 30 arrested, 12 were freed and the other 18 charged".

    opening   words before the whole
    rest      words that make the part after them the last one
    closed    beginnings of a next sentence that say the same ("nobody else")
    apart     words that make a number a part of a part ("of them")
    """

    opening: tuple[str, ...]
    rest: tuple[str, ...]
    closed: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


def portions(form: Portion | Whole, group: Group, voices: tuple[Voice, ...]) -> Outcome:
    """What the form says of each sentence."""
    kinds = ("count", "measure") if isinstance(form, Portion) else ("count",)
    left_out = frozenset(("withdrawn", "comparison", "rate"))
    every = [c for kind in kinds for c in chosen(group, kind=kind, compare=voices, besides=left_out)]
    outcomes = []
    for said in parted(every, sentence_of):
        if 2 < len(said) <= _MOST:
            text = _text(group, said[0])
            ordered = sorted(said, key=lambda c: c.start)
            outcomes.append(_portion(form, ordered, text) if isinstance(form, Portion) else _whole(form, ordered, text))
    return merged(outcomes)


def _text(group: Group, claim: Claim) -> str:
    article = group.articles.get(claim.doc)
    if article is None:
        return ""
    return _folded(article.title if claim.field == "title" else article.text)


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return fold(text).lower()


def _portion(form: Portion, said: Sequence[Claim], text: str) -> Outcome:
    shares = [c for c in said if c.kind == "measure" and c.unit in _SHARES]
    counts = [c for c in said if c.kind == "count" and c.low is not None and c.high is not None]
    outcomes = []
    for share in shares:
        for part, base in permutations(counts, 2):
            if _of_one(form, share, part, base, text):
                outcomes.append(_fits(form, share, part, base))
                break
    return merged(outcomes)


def _of_one(form: Portion, share: Claim, part: Claim, base: Claim, text: str) -> bool:
    """Whether the words say that the part is the share of the base."""
    joined = _one_of(form.joins)
    if share.start < base.start < part.start:  # 60 percent of the 250 workers, or 150
        between = text[base.end : part.start]
        return _only(form.of, text[share.end : base.start]) and len(between) <= form.near and _ends(joined, between)
    if part.start < base.start < share.start:  # 150 of the 250 workers, or 60 percent
        between = text[base.end : share.start]
        return _only(form.of, text[part.end : base.start]) and len(between) <= form.near and _ends(joined, between)
    if base.start < part.start < share.start:  # of the 250 workers, 150, or 60 percent
        near = part.start - base.end <= form.near
        return near and _before(form.of, text, base) and _only(form.joins, text[part.end : share.start])
    return False


def _fits(form: Portion, share: Claim, part: Claim, base: Claim) -> Outcome:
    room = form.room * (base.high or 0) + 0.5
    least, most = (share.low or 0) * (base.low or 0) - room, (share.high or 1) * (base.high or 0) + room
    if share.low is None or share.high is None:
        return Outcome(0, (), (Doubt("a percentage without an end is no number", (share, part, base)),))
    if (part.high or 0) >= least and (part.low or 0) <= most:
        return Outcome(1)
    made = round((share.low + share.high) / 2 * float(base.value))
    note = f"that share of {KINDS['count'].render(base)} is about {made:,}"
    return Outcome(1, (Clash(kind="arithmetic", sides=_sides((share, base, part)), note=note, subject=base.subject),))


def _whole(form: Whole, said: Sequence[Claim], text: str) -> Outcome:
    outcomes = []
    for position, whole in enumerate(said[:-1]):
        if whole.low is None or whole.high is None or not explicit(whole):
            continue
        parts = _all_parts(form, whole, said[position + 1 :], text)
        if not parts and position and _only(form.opening, text[said[position - 1].end : whole.start]):
            parts = _and_the_others(form, said[position - 1], said[position + 1 :], text)
        if parts:
            outcomes.append(_sums(whole, parts))
    return merged(outcomes)


def _all_parts(form: Whole, whole: Claim, others: Sequence[Claim], text: str) -> list[Claim]:
    """The parts, where the words say that these are all; none where they do not."""
    parts = [c for c in others if not _empty(form, c)]
    if any(_ends(_one_of(form.apart), text[c.end : c.end + 12].lstrip(" ,"), first=True) for c in parts):
        return []
    if _before(form.opening, text, whole):
        last = next((n for n, c in enumerate(parts) if n and _rest(form, c, text)), None)
        if last is not None:
            return parts[: last + 1]
        end = text.find(fold(whole.sentence).lower()[-20:], whole.end)
        following = text[end + 20 : end + 20 + _AFTER].strip() if end >= 0 else ""
        closed = len(parts) > 1 and following.startswith(form.closed) and _at_end(whole, parts)
        return parts if closed else []
    return parts if len(parts) > 1 and _plain_list(whole, parts, text) else []


def _and_the_others(form: Whole, first: Claim, others: Sequence[Claim], text: str) -> list[Claim]:
    """Two of the four are adults; the other two are children."""
    return [first, others[0]] if _rest(form, others[0], text) else []


def _empty(form: Whole, claim: Claim) -> bool:
    """Words of the rule that look like a number ("the other")."""
    return claim.text.lower() in form.rest


def _rest(form: Whole, claim: Claim, text: str) -> bool:
    return claim.text.lower().startswith(form.rest) or _before(form.rest, text, claim)


def _at_end(whole: Claim, parts: Sequence[Claim]) -> bool:
    return all(c.sentence == whole.sentence for c in parts)


def _plain_list(whole: Claim, parts: Sequence[Claim], text: str) -> bool:
    """Seven people died: four women and three men."""
    colon = text.find(":", whole.end, parts[0].start)
    if colon < 0 or text[colon + 1 : parts[0].start].strip():
        return False
    ends = re.compile(r"[.;!?\n]|$").search(text, parts[-1].end)
    gaps = [text[a.end : b.start] for a, b in pairwise(parts)]
    last = text[parts[-1].end : ends.start() if ends else len(text)]
    joined = all(re.search(r"(?:,|\band)\s*$", gap) for gap in gaps)
    return joined and all(len(re.findall(r"[^\W\d_]+", gap)) <= _LISTED for gap in (*gaps, last)) and "," not in last


def _sums(whole: Claim, parts: Sequence[Claim]) -> Outcome:
    claims = (whole, *parts)
    vague = [c for c in parts if not explicit(c) or c.low is None or c.low != c.high]
    if vague:
        return Outcome(0, (), (Doubt("one of the parts is told without its number", claims),))
    least, most = sum(c.low or 0 for c in parts), sum(c.high or 0 for c in parts)
    if least <= (whole.high or 0) and most >= (whole.low or 0):
        return Outcome(1)
    note = f"the parts make {least:,.0f}"
    return Outcome(1, (Clash(kind="arithmetic", sides=_sides(claims), note=note, subject=whole.subject),))


def _sides(claims: Sequence[Claim]) -> tuple[Side, ...]:
    return tuple(Side(KINDS[c.kind].render(c), (c,)) for c in claims)


@cache
def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _only(words: tuple[str, ...], gap: str) -> bool:
    return " ".join(gap.split()) in words


def _ends(pattern: str, gap: str, *, first: bool = False) -> bool:
    """Whether the gap ends (or begins) with one of the words."""
    if not pattern:
        return False
    form = rf"(?:{pattern})\b" if first else rf"(?<!\w)(?:{pattern})\s*$"
    return (re.match if first else re.search)(form, gap) is not None


def _before(words: tuple[str, ...], text: str, claim: Claim) -> bool:
    """Whether the words stand before the claim, or with their end in it ("of", "the 58")."""
    before = text[max(0, claim.start - 24) : claim.start].rstrip()
    inside = f"{before} {text[claim.start : claim.end]}"
    return any(
        re.search(rf"(?<!\w){re.escape(word)}$", before) or re.search(rf"(?<!\w){re.escape(word)} [^a-z]*\S+$", inside)
        for word in words
    )


def portions_described(form: Portion | Whole) -> str:
    """The form as a sentence."""
    if isinstance(form, Portion):
        return "A percentage of a number, told with the part that it makes, makes that part."
    return "Parts that are said to be all of a whole make the whole together."


def portions_mistakes(form: Portion | Whole) -> Iterator[tuple[str, str]]:
    """Words that are missing: without them nothing is sure."""
    if isinstance(form, Portion):
        if not (form.of and form.joins):
            yield "portion", "needs the words of `of` and of `joins`"
        if form.room < 0:
            yield "portion", "room is not below 0"
    elif not (form.opening and form.rest):
        yield "whole", "needs the words of `opening` and of `rest`"

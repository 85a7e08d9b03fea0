"""Who is heard on a finding, in lines for a terminal: value, place, speaker, and the words; an article once a side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Claim, Finding
from claimcheck.reports.report import Style
from claimcheck.reports.words import cut, place, quote, spot, told_by, value_of, witnesses

_LONGEST_VALUE = 18  # columns; a longer value stands on a line of its own
_SPEAKER = 32  # columns of a speaker's name
_LEAST_WORDS = 40  # columns that a quote needs to stand beside its place
_SPOTS = 3  # further places in an article that are named


@dataclass(frozen=True, slots=True)
class Voice:
    """An article on one value: the words shown, where they stand (and where else it says so), and who says them."""

    value: str
    claim: Claim
    place: str
    said: str


def voices(finding: Finding) -> list[Voice]:
    """One for each article and value, in the order of the sides; then those that agree with all of them."""
    heard: dict[tuple[str, str, str], list[Claim]] = {}
    for value, claim, remark in witnesses(finding):
        heard.setdefault((value, claim.doc, remark), []).append(claim)
    return [_voice(value, claims, remark) for (value, _, remark), claims in heard.items()]


def voice(claim: Claim) -> Voice:
    """One claim alone."""
    return _voice(value_of(claim), [claim], "")


def _voice(value: str, claims: Sequence[Claim], remark: str) -> Voice:
    """The very value is shown before one that it fits, what stands in the text before what stands in a title."""
    shown = min(claims, key=lambda claim: (value_of(claim) != value, claim.field != "text"))
    others = list(dict.fromkeys(spot(claim) for claim in claims if claim is not shown))
    others = [*others[:_SPOTS], *(["..."] if len(others) > _SPOTS else [])]
    said = ", ".join(filter(None, (cut(told_by(shown), _SPEAKER), remark)))
    return Voice(value, shown, ", ".join((place(shown), *others)), said)


def columns(heard: Sequence[Voice], style: Style) -> Iterator[str]:
    """In columns where they fit; else the words on a line of their own, below the place and the speaker."""
    left = min(max((len(one.value) for one in heard), default=0), _LONGEST_VALUE)
    middle, right = (max((len(getattr(one, part)) for one in heard), default=0) for part in ("place", "said"))
    room = style.width - 8 - left - middle - right
    indent = " " * (left + 4)
    before = None
    for one in heard:
        label, before = ("" if one.value == before else one.value), one.value
        if len(label) > left:
            yield f"  {style.paint('value', label)}"
            label = ""
        start = f"  {style.paint('value', label)}{' ' * (left - len(label))}  "
        if room >= _LEAST_WORDS:
            words = quote(one.claim, room)
            line = f"{start}{one.place:<{middle}}  {style.paint('quote', words)}{' ' * (room - len(words))}  {one.said}"
            yield line.rstrip()
        else:
            beside = left + 6 + len(one.place) + len(one.said) <= style.width
            yield f"{start}{one.place}  {one.said if beside else ''}".rstrip()
            yield f"{indent}{style.paint('quote', quote(one.claim, style.width - len(indent)))}"
            if one.said and not beside:
                yield f"{indent}{one.said}"

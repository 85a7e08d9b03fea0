"""Cause: what set an event off, by canonical ids of the packs - electrical, arson, mechanical-failure, sleep, ...

Two causes clash only where they exclude each other as the origin of one event: what is done on purpose and what is not,
and two answers to one question (what lit it, why the car left the road, what broke the pipe, what made people ill).
All others that nobody means stand together, for they lead to each other or add up (a storm and a weak roof, a leak and
the spark); so do those that somebody means. Of causes that no table below speaks of nothing is said.
"""

from __future__ import annotations

from itertools import combinations

from claimcheck.kinds.kind import Kind, by_name
from claimcheck.model import Claim, Comparison, Value

Pair = frozenset[str]
NOT = "not "

DELIBERATE = frozenset(("arson", "explosives", "attack", "sabotage", "deliberate", "cyberattack"))
IGNITION = (
    "electrical", "gas", "lightning", "smoking-materials", "cooking", "candle", "heating", "fireworks", "hot-works",
    "campfire", "spontaneous", "power-line", "child-play",
)  # fmt: skip
TRAFFIC = (
    "mechanical-failure", "fuel-exhaustion", "sleep", "drink-driving", "medical", "bird-strike", "animal", "weather",
)  # fmt: skip
DAMAGE = ("corrosion", "digging-works", "software", "animal", "lightning", "quake", "weather")
AGENTS = (
    "salmonella", "e-coli", "norovirus", "listeria", "legionella", "cholera", "botulism", "hepatitis",
    "carbon-monoxide", "methanol", "pesticide",
)  # fmt: skip
# Answers to one question: of each set no two hold at once, but for the pairs that stand together.
QUESTIONS = (
    IGNITION,
    TRAFFIC,
    DAMAGE,
    AGENTS,
    ("human-error", "mechanical-failure"),
    ("human-error", "technical"),
    ("human-error", "bird-strike"),
    ("human-error", "lightning"),
    ("mechanical-failure", "digging-works"),
    ("structural", "gas"),
    ("overload", "gas"),
    ("technical", "digging-works"),
)
UNINTENDED = frozenset((
    *IGNITION, *TRAFFIC, *DAMAGE, "accident", "human-error", "distraction", "speeding", "overload", "structural",
    "technical",
))  # fmt: skip
# Of these each may have led to the other, or both are said of one thing.
TOGETHER = (
    ("gas", "electrical", "cooking", "heating"),  # a cooker leaks, its spark lights the gas
    ("gas", "smoking-materials"),
    ("gas", "candle"),
    ("gas", "hot-works"),
    ("electrical", "hot-works"),
    ("heating", "spontaneous"),
    ("power-line", "electrical"),
    ("power-line", "lightning"),
    ("sleep", "drink-driving"),
    ("medical", "drink-driving"),
    ("weather", "drink-driving"),
    ("bird-strike", "mechanical-failure"),  # birds stop an engine
    ("fuel-exhaustion", "mechanical-failure"),
    ("weather", "fuel-exhaustion"),
    ("weather", "lightning"),
    ("weather", "corrosion"),
    ("arson", "fireworks"),
    ("arson", "campfire"),
    ("arson", "child-play"),
    ("candle", "child-play"),
    ("fireworks", "child-play"),
    ("deliberate", "drink-driving"),
    ("deliberate", "speeding"),
    ("sabotage", "electrical"),
)


def _pairs(groups: tuple[tuple[str, ...], ...]) -> frozenset[Pair]:
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


_STAND = _pairs(TOGETHER)
_CLASH = (_pairs(QUESTIONS) | {frozenset((a, b)) for a in DELIBERATE for b in UNINTENDED}) - _STAND


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Of one thing. A cause that is ruled out clashes with the same cause affirmed, and fits what excludes it."""
    if a.subject and b.subject and a.subject != b.subject:
        return Comparison.UNKNOWN
    answer = _compared(str(a.value), str(b.value))
    denied = [claim for claim in (a, b) if claim.polarity == "denied"]
    if not denied:
        return answer
    if len(denied) == 2 or not all(_ruled_out(claim) for claim in denied):
        return Comparison.UNKNOWN  # that a company denies what others say is part of the story
    if answer is Comparison.SAME:
        return Comparison.CONFLICT
    return Comparison.COMPATIBLE if answer is Comparison.CONFLICT else Comparison.UNKNOWN


def _compared(a: str, b: str) -> Comparison:
    pair = frozenset((a, b))
    if a == b:
        return Comparison.SAME
    if pair in _CLASH:
        return Comparison.CONFLICT
    known = pair in _STAND or pair <= DELIBERATE or pair <= UNINTENDED
    return Comparison.COMPATIBLE if known else Comparison.UNKNOWN


def _ruled_out(claim: Claim) -> bool:
    return claim.marks is not None and "denied" in claim.marks.split()


def normalise(text: str) -> Value | None:
    """The id of a cause; of one that is ruled out ("not arson") the same."""
    return by_name(text.strip().removeprefix(NOT))


def render(claim: Claim) -> str:
    """The id, and whether it is ruled out."""
    return f"{NOT if claim.polarity == 'denied' else ''}{claim.value}"


KIND = Kind(id="cause", summary="what set an event off", normalise=normalise, compare=compare, render=render)

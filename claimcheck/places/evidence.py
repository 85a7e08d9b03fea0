"""The scorecard: is this name, here, a place? Plain features with plain weights; at `ENOUGH` it is one."""

from __future__ import annotations

from math import log10

from claimcheck.places.after import after
from claimcheck.places.before import before
from claimcheck.places.capitals import Spot
from claimcheck.places.gazetteer import COMMON, GIVEN, STATE, SURNAME, Place
from claimcheck.places.reading import NEVER, Evidence, Reading
from claimcheck.places.spelling import spelling

_SORTS = {"continent": 3.0, "area": 3.0, "country": 3.2, "water": 2.6, "seat": NEVER}
_OPEN = frozenset(("of", ",", "and", "the"))
_KNOWN = 50_000  # people: of so large a town one has heard
_SMALL = ("town", "village", "division")


def weigh(reading: Reading, spot: Spot, previous: tuple[int, int]) -> Evidence:
    """The evidence for one name. `previous` is (end, id) of the last name accepted before it."""
    top = reading.gazetteer.place(spot.name.ids[0])
    if top is None or reading.capitals.at[spot.first] is None:
        return Evidence(NEVER, spot.start, spot.end)
    right = after(reading, spot)
    left = before(reading, spot, previous, top)
    strong = left.strong or right.strong
    score = _prior(reading, spot, top, right.sort or left.sort) + left.score + right.score
    if spot.written.lower() in reading.people:
        score -= 1.5 if strong else 4.0
    return Evidence(
        score,
        spot.start if left.edge < 0 else left.edge,
        spot.end if right.edge < 0 else right.edge,
        right.sort or left.sort,
        right.outer,
        strong,
        left.part or right.part,
        right.unknown,
    )


def hopeless(reading: Reading, spot: Spot) -> bool:
    """Ordinary words with a capital, the most of what is looked at, where nothing says place: not worth weighing."""
    marks = spot.name.marks
    if not marks & (COMMON | STATE | GIVEN | SURNAME) or spot.first != spot.last:
        return False
    passage, words = reading.passage, reading.words
    k = reading.capitals.at[spot.first] or 0
    word = passage.words[k - 1] if k else ""
    if marks & (GIVEN | SURNAME) and spot.written.lower() in reading.people:
        return not (word in words.locative or word in words.motion or passage.folded.startswith(", ", spot.end))
    if marks & STATE and word not in (",", "("):
        return True
    top = reading.gazetteer.place(spot.name.ids[0])
    if not marks & COMMON or spot.written.isupper() or (top and top.sort in ("country", "region", "area")):
        return False
    following = passage.folded[spot.end : spot.end + 1]
    return following != "," and not (word in words.locative or word in words.motion or word in _OPEN)


def _prior(reading: Reading, spot: Spot, top: Place, sort: str) -> float:
    """How likely the bare name is a place: by size, by what else the word means."""
    marks = spot.name.marks
    if marks & STATE:
        return NEVER
    if top.sort == "division" and sort not in ("region", "county"):
        score = -0.5
    elif top.sort == "region":
        score = 3.0 if top.population > 3_000_000 else 2.2 if top.population > 400_000 else 1.6
    elif top.sort in _SMALL:
        score = 0.75 * (log10(max(top.population, 1000)) - 3)
        if top.name and spelling(top.name) != spelling(spot.written):
            score -= 0.7
    elif top.sort == "county":
        score = 1.3 if top.population > 100_000 else 0.5
    else:
        score = _SORTS.get(top.sort, 1.0)
    if spot.first != spot.last:
        score += -1.5 if _like_a_person(reading, spot, top) else 0.8
    shouted = reading.plain and spot.written.isupper()
    if marks & COMMON and not shouted:
        score -= 2.2 if top.sort in _SMALL or top.sort == "county" else 1.2
    if marks & GIVEN:
        score -= 0.8
    elif marks & SURNAME:
        score -= 0.5
    if shouted and len(spot.written) < 6 and (not top.name or top.name.lower() == spot.written.lower()):
        score -= 3.0  # SWAT, in a text that does not shout
    elif len(spot.written) < 4 and top.sort != "country":
        score -= 1.0
    if spot.written.lower() in reading.words.generic or (spot.written == "US" and _in_a_shout(reading, spot)):
        score -= 5.0
    return score if reading.plain else score - _in_capitals(reading, spot)


def _like_a_person(reading: Reading, spot: Spot, top: Place) -> bool:
    """A small place with the name of a man: Adam Ward, Carlos Casares."""
    given = reading.capitals.names[spot.first]
    if not (given and given.marks & GIVEN and top.sort in _SMALL and top.population < _KNOWN):
        return False
    last, words = reading.capitals.texts[spot.last].lower(), reading.words
    return not (last in words.landforms or last in words.towns or last in words.regions)


def _in_a_shout(reading: Reading, spot: Spot) -> bool:
    """JOIN US TODAY: the words beside are in capitals too."""
    texts, p, n = reading.capitals.texts, spot.first - 1, spot.last + 1
    beside = [texts[i] for i in (p, n) if 0 <= i < len(texts) and abs(reading.capitals.starts[i] - spot.start) < 12]
    return any(len(text) > 2 and text.isupper() and text.lower() in reading.words.cries for text in beside)


def _in_capitals(reading: Reading, spot: Spot) -> float:
    """Against: where all letters are capitals, any ordinary word looks like a name."""
    if spot.written == "US":
        return 3.0
    parts = reading.capitals.names[spot.first : spot.last + 1]
    ordinary = [part is not None and bool(part.marks & COMMON) for part in parts]
    little = [text.lower() in reading.words.inside for text in reading.capitals.texts[spot.first : spot.last + 1]]
    return 3.0 if all(a or b for a, b in zip(ordinary, little, strict=True)) else 0.3

"""What stands before a name: `in`, `the town of`, `northern`, `Mr`, `Maria`, `University of`."""

from __future__ import annotations

from claimcheck.places.capitals import Spot, adjacent
from claimcheck.places.gazetteer import COMMON, DEMONYM, GIVEN, Place
from claimcheck.places.reading import Reading, Side, starts_sentence

_BESIDE = frozenset((",", "and", ", and", "or", "&", "/", "-", "(", "to"))


def before(reading: Reading, spot: Spot, previous: tuple[int, int], top: Place) -> Side:
    """`previous` is (end, id) of the last name accepted before this one; `top` the most important place it can be."""
    words, passage = reading.words, reading.passage
    said, starts = passage.words, passage.starts
    score, start, part = 0.0, -1, False
    neighbour = _neighbour(reading, spot)
    if neighbour is not None:
        score, start, part = neighbour
        if score < 0:
            return Side(score, start, part=part)
    listed, strong = _listed(reading, spot, previous)
    score += listed
    i = reading.word_before(spot)
    while i >= 0 and (said[i] in words.directions or (said[i] == "-" and i and said[i - 1] in words.directions)):
        if passage.folded[starts[i]].islower():
            score = max(score, 1.0)
        i -= 1
    article = i >= 0 and said[i] == "the"
    i -= article
    if i < 0:
        return Side(score, start, strong=strong, part=part)
    word, earlier = said[i], said[i - 1] if i else ""
    if word in words.locative:
        return Side(score + 2.2, start, strong=True, part=part)
    if word in words.motion:
        return Side(score + 1.2, start, strong=strong, part=part)
    if word == "of":
        extra, sort = _noun_of(reading, i)
        if article:  # the states of the Union, a city of the U.S.
            extra, sort = min(extra, 1.0 if top.sort not in ("town", "village", "division") else -0.5), ""
        return Side(score + extra, start, sort, strong=strong or bool(sort), part=part or extra < 0)
    capital = passage.folded[starts[i]].isupper()
    if not article and (word in words.towns or word in words.regions) and word != "state" and not capital:
        sort = "town" if word in words.towns else "region"
        return Side(score + 2.0, start, sort, strong=True, part=part)
    if word in words.titles and not article and (capital or word in ("mr", "mrs", "ms")):
        return Side(-6.0, start)
    if word == "." and earlier in words.titles and starts[i] == passage.ends[i - 1] and len(earlier) < 5:
        return Side(-6.0, start)
    if article and top.sort in ("town", "village", "division"):
        score -= 1.0
    if word == "," and earlier in words.towns:
        score += 1.5  # the capital, Juba
    return Side(score, start, strong=strong, part=part)


def _listed(reading: Reading, spot: Spot, previous: tuple[int, int]) -> tuple[float, bool]:
    """A name in a row with one that is a place; or what contains it: `Paris, Texas` seen from Texas."""
    end, id_ = previous
    if not end or not 0 < spot.start - end <= 6:
        return 0.0, False
    between = reading.passage.lower[end : spot.start].strip()
    if between not in _BESIDE:
        return 0.0, False
    within = reading.gazetteer.within(id_) if id_ and between in (",", "(") else ()
    return (3.2, True) if any(i in within for i in spot.name.ids) else (1.2, False)


def _noun_of(reading: Reading, i: int) -> tuple[float, str]:
    """`the town of X`, `the people of X`, `the University of X`, `Ann Lee, of X`; `i` is where `of` stands."""
    words, passage = reading.words, reading.passage
    if not i:
        return 0.0, ""
    noun = passage.words[i - 1]
    if noun in words.capital:
        return 1.6, ""  # of a country, or of that name
    if noun in words.towns or noun in words.plurals:
        return 3.6, "town" if noun in words.towns else ""
    if noun in words.regions:
        return 3.6, "" if noun in words.counties else "region"  # the district of a city, or a district
    if noun in words.countries or noun in words.directions or noun in words.landforms:
        return 1.6, ""
    if noun == "," or noun.isdigit():
        return 1.6, ""
    if not reading.plain:
        return (-3.5 if noun in words.heads else 0.8), ""
    if not passage.folded[passage.starts[i - 1]].isupper():
        return 0.8, ""
    return (1.2, "") if _is_person(reading, i - 1) else (-3.5, "")


def _is_person(reading: Reading, i: int) -> bool:
    """Whether the capitalised word at `i` is somebody's surname: `Maria Lopez of X`, and not `Bank of X`."""
    return reading.passage.words[i] in reading.people


def _neighbour(reading: Reading, spot: Spot) -> tuple[float, int, bool] | None:
    """A capitalised word right before: (score, start of the span or -1, part of another name)."""
    capitals, words, folded = reading.capitals, reading.words, reading.passage.folded
    p = spot.first - 1
    if p < 0 or not adjacent(folded, capitals.ends[p], spot.start):
        return None
    word, name = capitals.texts[p].lower(), capitals.names[p]
    if word in words.directions:
        return (1.5, -1, False) if word in words.inner else (1.0, capitals.starts[p], False)
    if word in words.titles:
        return -6.0, -1, False
    if word in words.may_precede or (name and name.marks & DEMONYM) or word in words.towns or word in words.regions:
        return 0.0, -1, False
    if name and name.marks & GIVEN and spot.first - 1 not in reading.by_first:
        return -6.0, -1, False
    if folded[capitals.ends[p]] == "-" and p in reading.by_first and name and not name.marks & GIVEN:
        return 0.5, -1, False  # Russia-Ukraine
    if not reading.plain:
        return (-4.0, -1, False) if name and name.marks & GIVEN else None
    if name and name.ids and reading.holds(name.ids[0], spot):
        return 0.5, -1, False
    if name and name.marks & GIVEN:
        return -6.0, -1, False
    if starts_sentence(reading.passage, capitals.starts[p]):
        ordinary = len(word) < 3 or f" {word} " in folded or (name and name.marks & COMMON)
        return (0.0 if ordinary else -1.5), -1, False
    return -4.0, -1, True

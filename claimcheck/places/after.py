"""What stands after a name: `, Texas`, `, 35,`, `region`, `police`, `said`, `Times`, `County`."""

from __future__ import annotations

from claimcheck.places.capitals import Spot
from claimcheck.places.gazetteer import COMMON, DEMONYM, GIVEN, STATE, SURNAME
from claimcheck.places.reading import Reading, Side

_JOINS = frozenset((" ", "  ", "-", "'s ", " of ", " for ", " & ", " and ", "' "))
_SHORT = frozenset(("US", "UK", "USA"))
# What is the same for all names is made once
_NONE, _LITTLE, _WHERE, _FOR, _OWNER = Side(0.0), Side(0.5), Side(1.0), Side(1.5), Side(0.4)
_SURELY, _TOWN = Side(1.5, strong=True), Side(2.2, sort="town", strong=True)
_HARDLY, _SAYS, _AGE, _AGAINST = Side(-1.0), Side(-1.5), Side(-5.0), Side(-6.0)
_PART, _NO_PLACE = Side(-4.0, part=True), Side(-6.0, part=True)


def after(reading: Reading, spot: Spot) -> Side:
    """The evidence of what follows."""
    words, passage = reading.words, reading.passage
    said, starts, folded = passage.words, passage.starts, passage.folded
    n = reading.word_after(spot)
    if n >= len(said):
        return _NONE
    word, later = said[n], said[n + 1] if n + 1 < len(said) else ""
    close = starts[n] - spot.end
    if word in (",", "(") and close <= 1:
        return _after_comma(reading, spot, n)
    if word in words.diseases or (word == "$" and not close) or (spot.start and folded[spot.start - 1] == "$"):
        return _AGAINST
    if word == "'" and later == "s":
        return _OWNER
    if close > 2 or (not close and word != "-") or "\n" in folded[spot.end : starts[n]]:
        return _NONE
    if word == "-":
        return _after_hyphen(reading, spot, n)
    if reading.plain and folded[starts[n]].isupper():
        return _after_capital(reading, spot, word, n)
    if word in words.regions or word in words.towns:
        return _after_noun(reading, spot, word, n)
    if not reading.plain and word in words.heads:
        return _PART
    if word in words.belongs:
        return _FOR
    if word in words.speech and spot.first == spot.last:
        return _SAYS if spot.name.marks & (GIVEN | SURNAME) else _may_speak(reading, spot)
    return _NONE


def _sort_of(reading: Reading, noun: str) -> str:
    """What sort of place a noun asks for."""
    return "county" if noun in reading.words.counties else "region"


def _after_noun(reading: Reading, spot: Spot, word: str, n: int) -> Side:
    """`Lipetsk region`, `Pingliang city`; in wire copy, where nothing is lower case, the noun is a part of the name."""
    words, passage = reading.words, reading.passage
    later = passage.words[n + 1 : n + 2]
    if later and later[0] in words.heads and passage.starts[n + 1] - passage.ends[n] == 1:
        return _LITTLE
    if word in words.towns:
        return _TOWN
    end = passage.ends[n] if not reading.plain else spot.end
    return Side(2.2, end, _sort_of(reading, word), strong=True)


def _after_hyphen(reading: Reading, spot: Spot, n: int) -> Side:
    """`Moscow-based`, `Russia-Ukraine`, `Neo-natal`."""
    passage = reading.passage
    if n + 1 < len(passage.words) and passage.starts[n + 1] == passage.ends[n]:
        if passage.words[n + 1] in reading.words.belongs:
            return _SURELY
        if (other := reading.by_first.get(spot.last + 1)) and not other.name.marks & GIVEN:
            return _LITTLE
        if passage.folded[passage.starts[n + 1]].isupper() and reading.plain:
            return _after_capital(reading, spot, passage.words[n + 1], n + 1)
        return _HARDLY
    return _NONE


def _after_capital(reading: Reading, spot: Spot, word: str, n: int) -> Side:
    """A capitalised word right after: a noun of the name, or the rest of another's name."""
    words, capitals = reading.words, reading.capitals
    tail = _tail(reading, spot)
    if word == "department" or spot.written.lower() in words.generic:
        return _NO_PLACE
    if word in words.regions or word in words.landforms or word in ("city", "area"):
        return _after_noun_capital(reading, spot, word, n, tail)
    if spot.written.replace(".", "") in _SHORT and word != "postal":
        return _NONE
    if word in words.police and words.heads.isdisjoint(tail[1:3]):
        return _FOR
    if not words.heads.isdisjoint(tail):
        return _NO_PLACE
    if word in words.may_follow:
        return _LITTLE
    name = capitals.names[spot.last + 1] if spot.last + 1 < len(capitals.names) else None
    if name and name.ids and not name.marks & (GIVEN | DEMONYM) and reading.holds(name.ids[0], spot):
        return Side(2.0, outer=name.ids[0])
    return _PART


def _after_noun_capital(reading: Reading, spot: Spot, word: str, n: int, tail: list[str]) -> Side:
    """`Cook County`, `Lipetsk Oblast`, `Islington Bay`; not `Cook County Jail`."""
    words = reading.words
    named = not (words.heads.isdisjoint(tail[1:4]) and words.titles.isdisjoint(tail[1:4]))
    if named or (tail and tail[-1] in words.heads):
        return Side(-4.0, sort=_sort_of(reading, word), part=True)
    if word == "area":
        return _FOR
    end = reading.passage.ends[n]
    if word == "state" and _american(reading, spot) and spot.written not in ("New York", "Washington"):
        return _PART  # Indiana State plays Ohio State
    if word in words.landforms:
        return Side(3.0, end, strong=True, unknown=word not in ("island", "islands"))
    return Side(3.0, end, "town" if word == "city" else _sort_of(reading, word), strong=True)


def _may_speak(reading: Reading, spot: Spot) -> Side:
    """Against a town that says something: governments do, towns do not."""
    place = reading.gazetteer.place(spot.name.ids[0])
    small = place and place.sort in ("town", "village") and place.population < 500_000
    return _HARDLY if small else _NONE


def _siblings(reading: Reading, spot: Spot, outer: Spot) -> bool:
    """A row of countries or of one country's regions, not a town and what contains it: `China, Japan`."""
    known = reading.gazetteer
    p, q = known.place(spot.name.ids[0]), known.place(outer.name.ids[0])
    if p is None or q is None or outer.name.marks & STATE or p.id == q.id:
        return False
    alike = p.sort == q.sort == "region" and known.country(p.id) == known.country(q.id)
    return alike or (p.sort == "country" and q.sort in ("country", "continent"))


def _american(reading: Reading, spot: Spot) -> bool:
    gazetteer = reading.gazetteer
    return gazetteer.country(spot.name.ids[0]) == gazetteer.code("US")


def _tail(reading: Reading, spot: Spot) -> list[str]:
    """The capitalised words that follow side by side (`of` and `for` between them allowed), lower case."""
    capitals, folded = reading.capitals, reading.passage.folded
    found: list[str] = []
    end = spot.end
    for j in range(spot.last + 1, min(spot.last + 7, len(capitals.starts))):
        between = folded[end : capitals.starts[j]]
        if between not in _JOINS or (not found and between in (" and ", " for ")):
            break
        found.append(capitals.texts[j].lower())
        end = capitals.ends[j]
    return found


def _after_comma(reading: Reading, spot: Spot, n: int) -> Side:
    """`Paris, Texas`; `Lancaster, Pa.`; `Jackson, 35,`; `Springfield, where`."""
    passage, gazetteer = reading.passage, reading.gazetteer
    said = passage.words
    later = said[n + 1] if n + 1 < len(said) else ""
    if later.isdigit() and len(later) <= 3 and said[n + 2 : n + 3] == (",",):
        return _AGE
    outer = reading.by_first.get(spot.last + 1)
    if outer and not reading.plain and outer.name.marks & COMMON:
        outer = None  # LIMA, IN THE SOUTH
    if outer and 0 < outer.start - spot.end <= 3 and not _siblings(reading, spot, outer):
        for id_ in outer.name.ids[:12]:
            if reading.holds(id_, spot):
                return Side(4.0, outer=id_, strong=True)
        if outer.name.marks & STATE and (outer.written.isupper() or passage.folded.startswith(".", outer.end)):
            region = next((i for i in outer.name.ids if (p := gazetteer.place(i)) and p.sort == "region"), 0)
            return Side(4.0, outer=region, strong=True, unknown=True)
    if later in reading.words.relative:
        return _WHERE
    if later not in ("a", "an", "the"):
        return _NONE
    near = said[n + 2 : n + 6]
    if not (reading.words.towns.isdisjoint(near) and reading.words.regions.isdisjoint(near)):
        return _FOR
    return _NONE

"""The scorecard: is this name, here, a place? Plain features with plain weights; at `ENOUGH` it is one."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from claimcheck.places.capitals import Capitals, Spot, adjacent
from claimcheck.places.gazetteer import COMMON, DEMONYM, GIVEN, STATE, SURNAME, Gazetteer, Place
from claimcheck.places.spelling import spelling
from claimcheck.places.words import Words
from claimcheck.text.passage import Passage

ENOUGH = 2.0
NEVER = -9.0
_SORTS = {"continent": 3.0, "area": 3.0, "country": 3.2, "water": 2.6, "county": 1.3, "seat": NEVER}
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words around a name say.

    score      at ENOUGH or above the name is a place here
    start, end the span, with a noun that is a part of the name: `Lipetsk Oblast`, `Western Kasai`
    sort       what the noun asks for: town, region, or nothing
    outer      id of the place named behind the comma, which contains this one: `Paris, Texas`
    strong     the words around say so, not only the size of the place
    part       the name is a part of another's: `Dallas Police Department` is no place but is about one
    """

    score: float
    start: int
    end: int
    sort: str = ""
    outer: int = 0
    strong: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What is the same for all names of a passage."""

    passage: Passage
    capitals: Capitals
    gazetteer: Gazetteer
    words: Words
    people: frozenset[str]
    plain: bool  # capital letters say something: no headline in capitals


def weigh(reading: Reading, spot: Spot, previous: tuple[int, int]) -> Evidence:
    """The evidence for one name. `previous` is (end, id) of the last name accepted before it."""
    top = reading.gazetteer.place(spot.name.ids[0])
    if top is None:
        return Evidence(NEVER, spot.start, spot.end)
    k = reading.passage.index.get(spot.start)
    if k is None:
        return Evidence(NEVER, spot.start, spot.end)
    after = _after(reading, spot, k)
    before = _before(reading, spot, k, previous)
    prior = _prior(reading, spot, top, after.sort or before.sort)
    score = prior + before.score + after.score + _people(reading, spot, before.strong or after.strong)
    return Evidence(
        score,
        before.start,
        after.end,
        after.sort or before.sort,
        after.outer,
        before.strong or after.strong,
        before.part or after.part,
    )


def _prior(reading: Reading, spot: Spot, top: Place, sort: str) -> float:
    """How likely the bare name is a place: by size, by what else the word means."""
    marks = spot.name.marks
    if marks & STATE:
        return NEVER
    if top.sort == "division" and sort != "region":
        return NEVER
    if top.sort == "region":
        score = 3.0 if top.population > 3_000_000 else 2.2 if top.population > 400_000 else 1.6
    elif top.sort in ("town", "village", "division"):
        score = 0.75 * (log10(max(top.population, 1000)) - 3)
        if top.name and spelling(top.name) != spelling(spot.written):
            score -= 0.7
    else:
        score = _SORTS.get(top.sort, 1.0)
    if spot.end - spot.start > len(spot.written.split(" ", 1)[0]):
        score += 0.8
    if marks & COMMON:
        score -= 2.2 if top.sort in ("town", "village", "division", "county") else 1.2
    if marks & GIVEN:
        score -= 0.8
    elif marks & SURNAME:
        score -= 0.5
    if len(spot.written) < 4 and top.sort != "country":
        score -= 0.8
    return score if reading.plain else score - 0.3


def _people(reading: Reading, spot: Spot, strong: bool) -> float:
    """Against: somebody in the article is called so."""
    if spot.written.lower() in reading.people:
        return -1.5 if strong else -4.0
    return 0.0


def _before(reading: Reading, spot: Spot, k: int, previous: tuple[int, int]) -> Evidence:
    words, passage = reading.words, reading.passage
    said, starts = passage.words, passage.starts
    score, sort, strong, part, start = 0.0, "", False, False, spot.start
    neighbour = _capital_before(reading, spot)
    if neighbour is not None:
        score, start, part = neighbour
        if score < 0:
            return Evidence(score, start, spot.end, part=part)
    if k and previous[0] and 0 < spot.start - previous[0] <= 6:
        between = passage.lower[previous[0] : spot.start].strip()
        if between in (",", "and", ", and", "or", "&", "/", "-", "(", "to"):
            score += 1.2
            strong = between in (",", "(") and _holds(reading, spot, previous[1])
            score += 2.0 if strong else 0.0
    i = k - 1
    while i >= 0 and (said[i] in words.directions or (said[i] == "-" and i and said[i - 1] in words.directions)):
        score = max(score, 1.0) if passage.folded[starts[i]].islower() else score
        i -= 1
    article = i >= 0 and said[i] == "the"
    i -= article
    if i < 0:
        return Evidence(score, start, spot.end, sort, strong=strong, part=part)
    word, earlier = said[i], said[i - 1] if i else ""
    if word in words.locative:
        return Evidence(score + 2.2, start, spot.end, sort, strong=True, part=part)
    if word in words.motion:
        return Evidence(score + 1.2, start, spot.end, sort, strong=strong, part=part)
    if word == "of":
        extra, sort = _noun_of(reading, i)
        return Evidence(score + extra, start, spot.end, sort, strong=strong or bool(sort), part=part or extra < 0)
    lower = passage.folded[starts[i]].islower()
    if lower and word in words.towns | words.regions and word != "state" and not article:
        kind = "town" if word in words.towns else "region"
        return Evidence(score + 2.0, start, spot.end, kind, strong=True, part=part)
    if word in words.titles and not article and (passage.folded[starts[i]].isupper() or word in ("mr", "mrs", "ms")):
        return Evidence(-6.0, start, spot.end)
    if word == "." and earlier in words.titles and starts[i] == passage.ends[i - 1] and len(earlier) < 5:
        return Evidence(-6.0, start, spot.end)
    if article and not spot.written.endswith("s"):
        score -= 1.0
    return Evidence(score, start, spot.end, sort, strong=strong, part=part)


def _noun_of(reading: Reading, i: int) -> tuple[float, str]:
    """`the town of X`, `the people of X`, `the University of X`; `i` is where `of` stands."""
    words, passage = reading.words, reading.passage
    if not i:
        return 0.0, ""
    noun = passage.words[i - 1]
    if noun in words.towns or noun in words.plurals:
        return 3.6, "town" if noun in words.towns else ""
    if noun in words.regions:
        return 3.6, "region"
    if noun in words.countries or noun in words.directions or noun in words.landforms:
        return 1.6, ""
    if reading.plain and passage.folded[passage.starts[i - 1]].isupper():
        return -3.5, ""
    return 0.8, ""


def _capital_before(reading: Reading, spot: Spot) -> tuple[float, int, bool] | None:
    """A capitalised word right before: (score, start of the span, part of another name)."""
    capitals, words, folded = reading.capitals, reading.words, reading.passage.folded
    p = spot.first - 1
    if p < 0 or not adjacent(folded, capitals.ends[p], spot.start):
        return None
    before = capitals.texts[p].lower()
    name = capitals.names[p]
    if before in words.directions and before not in ("inner", "nearby", "occupied"):
        if before in ("downtown", "uptown", "midtown", "suburban", "rural", "mainland", "nearby", "metro", "metropolitan"):
            return 1.5, spot.start, False
        return 1.0, capitals.starts[p], False
    if before in words.titles:
        return -6.0, spot.start, False
    if before in words.may_precede or (name and name.marks & DEMONYM) or before in words.towns or before in words.regions:
        return 0.0, spot.start, False
    if name and name.marks & GIVEN:
        return -6.0, spot.start, False
    if not reading.plain:
        return None
    if name and name.ids and _contained(reading, spot, name.ids[0]):
        return 0.5, spot.start, False
    if starts_sentence(reading.passage, capitals.starts[p]):
        return (-0.5 if name and name.marks & COMMON else -2.0), spot.start, False
    return -4.0, spot.start, True


def starts_sentence(passage: Passage, start: int) -> bool:
    """Whether a word's capital letter may be owed to its place in the sentence."""
    at = passage.sentences[passage.sentence_at(start)][0] if passage.sentences else 0
    return start - at <= 1 or passage.folded[max(0, start - 1)] in "\"':" or passage.folded[max(0, start - 2) : start] in (": ", "- ")


def _after(reading: Reading, spot: Spot, k: int) -> Evidence:
    words, passage, capitals = reading.words, reading.passage, reading.capitals
    said, starts, ends, folded = passage.words, passage.starts, passage.ends, passage.folded
    n = k
    while n < len(said) and ends[n] <= spot.end:
        n += 1
    if n >= len(said):
        return Evidence(0.0, spot.start, spot.end)
    word, later = said[n], said[n + 1] if n + 1 < len(said) else ""
    if word in (",", "(") and starts[n] - spot.end <= 1:
        return _after_comma(reading, spot, n)
    if word == "'" and later == "s":
        return Evidence(0.4, spot.start, spot.end)
    close = starts[n] - spot.end
    if close > 2 or not (close or word == "-"):
        return Evidence(0.0, spot.start, spot.end)
    if word == "-":
        if later in words.belongs and starts[n + 1] == ends[n]:
            return Evidence(1.5, spot.start, spot.end, strong=True)
        return Evidence(0.0, spot.start, spot.end) if not folded[starts[n + 1] : starts[n + 1] + 1].isupper() else _capital_after(reading, spot, later, n + 1)
    if folded[starts[n]].isupper() and reading.plain:
        return _capital_after(reading, spot, word, n)
    if word in words.regions or word in words.towns:
        if word == "state" and later in words.heads:
            return Evidence(0.5, spot.start, spot.end)
        kind = "town" if word in words.towns else "region"
        end = ends[n] if word in words.regions and word not in ("ward", "department") else spot.end
        return Evidence(2.2, spot.start, end if not reading.plain else spot.end, kind, strong=True)
    if not reading.plain and word in words.heads:
        return Evidence(-4.0, spot.start, spot.end, part=True)
    if word in words.belongs:
        return Evidence(1.3, spot.start, spot.end)
    if word in words.speech and spot.name.marks & (GIVEN | SURNAME):
        return Evidence(-1.5, spot.start, spot.end)
    return Evidence(0.0, spot.start, spot.end)


def _capital_after(reading: Reading, spot: Spot, word: str, n: int) -> Evidence:
    """A capitalised word right after: a noun of the name, or the rest of somebody else's name."""
    words, passage, capitals = reading.words, reading.passage, reading.capitals
    tail = _tail(reading, spot)
    last = tail[-1] if tail else word
    head = next((t for t in tail[:5] if t in words.heads), "")
    if word in words.regions or word in words.landforms or word in ("city", "area"):
        end = passage.ends[n]
        if any(t in words.heads or t in words.titles for t in tail[1:4]) or last in words.heads:
            return Evidence(-4.0, spot.start, spot.end, "region", part=True)
        kind = "region" if word in words.regions else "town" if word == "city" else ""
        return Evidence(3.0, spot.start, end if word != "area" else spot.end, kind, strong=True)
    if len(spot.written) <= 4 and spot.written.replace(".", "") in ("US", "UK", "USA") and word not in ("department", "postal"):
        return Evidence(0.0, spot.start, spot.end)
    if head or last in words.heads:
        return Evidence(-6.0, spot.start, spot.end, part=True)
    if word in words.may_follow:
        return Evidence(0.5, spot.start, spot.end)
    name = capitals.names[spot.last + 1] if spot.last + 1 < len(capitals.names) else None
    if name and name.ids and not name.marks & (GIVEN | DEMONYM) and _contained(reading, spot, name.ids[0]):
        return Evidence(2.0, spot.start, spot.end, outer=name.ids[0])
    if passage.lower[passage.starts[n] : passage.ends[n]] in _MONTHS:
        return Evidence(0.0, spot.start, spot.end)
    return Evidence(-4.0, spot.start, spot.end, part=True)


def _tail(reading: Reading, spot: Spot) -> list[str]:
    """The capitalised words that follow side by side (`of` and `for` between them allowed), lower case."""
    capitals, folded = reading.capitals, reading.passage.folded
    found: list[str] = []
    end = spot.end
    for j in range(spot.last + 1, min(spot.last + 7, len(capitals.starts))):
        between = folded[end : capitals.starts[j]]
        if between not in (" ", "  ", "-", "'s ", " of ", " for ", " & ", " and ", "' "):
            break
        if between in (" and ", " for ") and not found:
            break
        found.append(capitals.texts[j].lower())
        end = capitals.ends[j]
    return found


def _after_comma(reading: Reading, spot: Spot, n: int) -> Evidence:
    """`Paris, Texas`; `Lancaster, Pa.`; `Jackson, 35,`; `Springfield, where`."""
    passage, capitals, gazetteer = reading.passage, reading.capitals, reading.gazetteer
    said = passage.words
    later = said[n + 1] if n + 1 < len(said) else ""
    if later.isdigit() and len(later) <= 3 and said[n + 2 : n + 3] == (",",):
        return Evidence(-5.0, spot.start, spot.end)
    j = spot.last + 1
    if j < len(capitals.starts) and 0 < capitals.starts[j] - spot.end <= 3:
        outer = next((s for s in capitals.spots if s.first == j), None)
        if outer:
            for id_ in outer.name.ids[:12]:
                if any(gazetteer.contains(id_, inner) and inner != id_ for inner in spot.name.ids):
                    return Evidence(4.0, spot.start, spot.end, outer=id_, strong=True)
    if later in ("where", "about", "north", "south", "east", "west"):
        return Evidence(1.0, spot.start, spot.end)
    if later in ("a", "an", "the") and any(w in reading.words.towns or w in reading.words.regions for w in said[n + 2 : n + 6]):
        return Evidence(1.5, spot.start, spot.end)
    return Evidence(0.0, spot.start, spot.end)


def _holds(reading: Reading, spot: Spot, inner: int) -> bool:
    """Whether the name can be what contains the place `inner`: `Paris, Texas` read from Texas."""
    return any(id_ in reading.gazetteer.within(inner) for id_ in spot.name.ids)


def _contained(reading: Reading, spot: Spot, outer: int) -> bool:
    """Whether the name can be a place inside `outer`."""
    return any(outer in reading.gazetteer.within(id_) for id_ in spot.name.ids[:12])

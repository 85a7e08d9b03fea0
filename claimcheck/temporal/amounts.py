"""How many: number words and digits in front of a unit of time, and the TIMEX3 duration they make."""

from __future__ import annotations

from claimcheck.temporal.reading import Parts
from claimcheck.temporal.vocabulary import CONTINUED

SECONDS = {
    "TS": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800, "F": 1209600,
    "M": 2629746, "Q": 7889238, "Y": 31556952, "DE": 315569520, "CE": 3155695200,
}  # fmt: skip
FUZZY = "X"  # an amount that is said, but not how much


def amount(parts: Parts, name: str) -> float | None:
    """The number kept as `name`: 2, 2.5, twenty-one, three hundred, a dozen, 1.5 million."""
    if not parts.has(name):
        return None
    first, last = parts.span(name)
    total, current = 0.0, 0.0
    said = False
    for at in range(first, last):
        if parts.codes[at] == CONTINUED:
            continue
        word = parts.passage.words[at]
        literal = parts.literals.get(at)
        value = literal if isinstance(literal, float) else _number(parts, word)
        if value is None:
            continue
        power = parts.vocabulary.values["power"].get(word)
        if power is None:
            current += value
        elif value >= 1000:
            total, current = total + (current if said else 1) * value, 0.0
        else:
            current = (current if said else 1) * value
        said = True
    return total + current if said else None


def _number(parts: Parts, word: str) -> float | None:
    if word.isdecimal() and word.isascii():
        return float(word)
    for class_ in ("number", "power"):
        found = parts.vocabulary.values[class_].get(word)
        if isinstance(found, int | float):
            return float(found)
    return None


def unit_of(parts: Parts, name: str = "u") -> str:
    """D, W, M, Y, TH, ... of the unit kept as `name`."""
    return str(parts.value(name, "units", "unit", "second", "shortunit", "longunit") or "")


def unit_is(parts: Parts, *classes: str) -> bool:
    """Whether the word kept as `u` is in one of the classes."""
    return any(parts.word("u") in parts.vocabulary.values[class_] for class_ in classes)


def duration_timex(count: float | None, unit: str) -> str:
    """P3D, PT10M, P2.5Y, PXW; fortnights are two weeks and quarters three months."""
    if unit in ("F", "Q"):
        count, unit = (count * (2 if unit == "F" else 3) if count is not None else None), "W" if unit == "F" else "M"
    prefix = "PT" if unit in ("TS", "TM", "TH") else "P"
    return f"{prefix}{FUZZY if count is None else plain(count)}{unit.removeprefix('T')}"


def plain(number: float) -> str:
    """3 for 3.0, 2.5, and .5 for a half, as TIMEX3 has it."""
    text = f"{number:.6g}" if number < 1e6 else f"{number:.0f}"
    return text.removeprefix("0") if number < 1 else text


def qualifier_of(parts: Parts) -> str | None:
    """exact about at_least at_most more_than less_than, as the words before the amount say."""
    if not parts.has("q"):
        return None
    word = parts.word("q")
    if word == "at":
        at = parts.span("q")[1]
        return {"least": "at_least", "most": "at_most"}.get(parts.passage.words[at], "about")
    found = parts.value("q", "bound", "approx")
    return str(found) if found else "about"

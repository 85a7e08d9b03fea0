"""Street addresses and crossings: `1000 block of Woodland Avenue`, `117th Street and 97th Avenue`, `4006 NW 47th St.`"""

from __future__ import annotations

import re

# Words that make a street of the name before them; the second list only after a number or in a crossing.
_SURE = "Street Avenue Road Boulevard Drive Lane Parkway Highway Turnpike Expressway Freeway Broadway".split()
_MAYBE = (
    "Court Place Terrace Circle Trail Way Square Crescent Alley Pike Loop St Ave Av Rd Blvd Dr Ln Ct Pl Pkwy Hwy Ter Cir Trl Tpke"
).split()
KINDS = frozenset([*_SURE, *_MAYBE, *(w.upper() for w in (*_SURE, *_MAYBE)), "Streets", "Avenues"])
_SIDE = r"(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\b\.? )"
_WORD = r"(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b|[A-Z][\w'.-]*)"
_NAME = rf"{_WORD}(?: [A-Z][\w'.-]*){{0,2}}?"
_KIND = rf"(?:{'|'.join([*_SURE, *_MAYBE, *(w.upper() for w in (*_SURE, *_MAYBE))])})\b\.?"
_ANY = rf"{_SIDE}?{_NAME} {_KIND}"
_WITH_NUMBER = re.compile(
    rf"\b\d{{1,5}}(?:-\d{{1,5}})? (?:[Bb][Ll][Oo][Cc][Kk] (?:of |OF )?)?{_ANY}(?: (?:and|at|near|&|AND) {_ANY})?", re.I
)
_CROSSING = re.compile(rf"\b{_ANY} (?:and|at|near|&|AND|AT|NEAR) {_ANY}|\b{_SIDE}?{_WORD} and {_SIDE}?{_WORD} (?:[Ss]treets|[Aa]venues)\b")
_STREET = re.compile(rf"\b{_SIDE}?{_NAME} (?:{'|'.join(_SURE)})\b")
_BLOCK = re.compile(rf"\b\d{{2,5}} block of {_SIDE}?{_WORD}")
_REACH = 60  # characters before the word `Street` in which its address begins


def find_addresses(folded: str, kinds: list[int]) -> list[tuple[int, int]]:
    """Spans of addresses, in order. `kinds` are the offsets of the words of KINDS in the text. A street alone counts
    too: `on Woodland Avenue`."""
    found: list[tuple[int, int]] = []
    for at in kinds:
        if found and at < found[-1][1]:
            continue
        low = max(found[-1][1] if found else 0, at - _REACH)
        low = max(low, folded.rfind("\n", low, at) + 1)
        window = folded[low : at + 70].split("\n", 1)[0]
        for pattern in (_WITH_NUMBER, _CROSSING, _STREET):
            m = next((m for m in pattern.finditer(window) if m.end() > at - low), None)
            if m and m.start() <= at - low:
                end = low + m.end()
                if folded[end - 1] == "." and not folded[end : end + 2].strip().islower():
                    end -= 1  # the full stop of the sentence, not of the abbreviation
                found.append((low + m.start(), end))
                break
    if " block of " in folded:
        taken = {end for _, end in found}
        more = [m.span() for m in _BLOCK.finditer(folded)]
        found += [(s, e) for s, e in more if not any(s < b and e > a for a, b in found) and e not in taken]
        found.sort()
    return found

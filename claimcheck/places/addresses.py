"""Street addresses and crossings: `1000 block of Woodland Avenue`, `117th Street and 97th Avenue`, `4006 NW 47th St.`"""

from __future__ import annotations

import re

_KIND = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Parkway|Pkwy|Highway|Hwy|"
    r"Terrace|Ter|Circle|Cir|Trail|Trl|Turnpike|Tpke|Expressway|Expwy|Freeway|Way|Pike|Square|Sq|Crescent|Alley|Loop|"
    r"Broadway)\b\.?"
)
_SIDE = r"(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\b\.? )"
_NAME = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,2}?)"
_STREET = rf"{_SIDE}?{_NAME} {_KIND}(?: {_SIDE.rstrip(' )')}))?"
_FIND = re.compile(
    rf"\b(?:\d{{1,5}}(?:-\d{{1,5}})? (?:block (?:of )?)?)?{_STREET}(?: (?:and|at|near|&) {_STREET})?"
    rf"|\b\d{{2,5}} block of {_SIDE}?{_NAME}"
)


def find_addresses(folded: str) -> list[tuple[int, int]]:
    """Spans of addresses, in order. The street alone counts too: `on Woodland Avenue`."""
    found = []
    for m in _FIND.finditer(folded):
        end = m.end()
        if folded[end - 1] == "." and not folded[end : end + 2].strip().islower():
            end -= 1  # the full stop of the sentence, not of the abbreviation
        found.append((m.start(), end))
    return found

"""Marks of one incident that can be read without understanding: ages of people, streets, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

_YEARS = re.compile(r"\d{1,3}(?=([- ](?:year|month|week|day)s?[- ]old\b)|,|;|\)| of )")
_ROAD = re.compile(  # by their first letters: this is asked at every space
    r" (?:S(?:t|treet|quare)|A(?:ve|venue)|R(?:d|oad|oute)|D(?:r|rive)|L(?:n|ane|oop)|B(?:lvd|oulevard)"
    r"|H(?:wy|ighway)|P(?:kwy|arkway|lace|ike)|C(?:t|ourt|ircle)|Way|T(?:errace|rail))\b"
)
_ROAD_NAME = re.compile(r"(?:(?:[A-Z][\w'.]+|\d+(?:st|nd|rd|th)) ){0,2}(?:[A-Z][\w'.]+|\d+(?:st|nd|rd|th))$")
_SIDES = frozenset(["north", "south", "east", "west", "n", "s", "e", "w", "nw", "ne", "sw", "se"])
_BLOCK = re.compile(r" block of |-block of | block (?=[A-Z])")
_HOUSE = re.compile(r"(\d{1,5})(?:st|nd|rd|th)?$")


def ages(text: str) -> Iterator[str]:
    """ "35-year-old", ", 35," and "(35)"."""
    for m in _YEARS.finditer(text):
        if m.group(1) or text[m.start() - 2 : m.start()] == ", " or text[m.start() - 1] == "(":
            yield m.group()


def streets(text: str) -> Iterator[str]:
    """The names of streets, without their sides and without what sort of road they are."""
    for road in _ROAD.finditer(text):
        if name := _ROAD_NAME.search(text, max(0, road.start() - 40), road.start()):
            words = [w for w in name.group().lower().replace(".", "").split() if w not in _SIDES]
            if words:
                yield words[-1]


def blocks(text: str) -> Iterator[str]:
    """The numbers before "block of"."""
    if "block " not in text:
        return
    for block in _BLOCK.finditer(text):
        if number := _HOUSE.search(text, max(0, block.start() - 8), block.start()):
            yield number.group(1)

"""A made-up newsroom: many short articles on some events, with all that linking has to reckon with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from claimcheck.model import Article

TOWNS = ("Leeds", "Dallas", "Lyon", "Osaka", "Perth", "Turin", "Boston", "Kraków", "Quito", "Denver", "Ghent", "Izmir")
STREETS = ("Harbour", "Mill", "Chestnut", "Station", "Garden", "Abbey", "Maple")
FAMILIES = ("Lindqvist", "Okafor", "Brandt", "Moreau", "Castellanos", "Whitcombe", "Takeda", "Novak", "Ferreira")
FIRST = ("Petra", "Samuel", "Ilya", "Camille", "Rosa", "Edmund", "Aiko", "Jan", "Beatriz", "Noor", "Tom")
LOGIN = "Sign in to read on; our reporters work for you around the clock"
_HOSTILE = ("\ud800 lone", "nul \x00 byte", "line\u2028parted", "\U0001f525 fire", "tab\tand \x1f unit")


def articles(count: int) -> Iterator[Article]:
    """`count` articles on a quarter as many events: shootings and fires, dated and not, copies, sites with lines of
    their own, older events mentioned beside the new ones."""
    for n in range(count):
        event = n // 4 if n % 11 else n // 44
        town, street = TOWNS[event % 12], STREETS[event % 7]
        who = f"{FIRST[event % 11]} {FAMILIES[event % 9]}"
        day, dead = 3 + event % 20, 1 + (event + (n % 4 == 3)) % 4
        fire = event % 3 == 0
        what = (
            f"A fire at a warehouse on {street} Street in {town} killed {dead} people"
            if fire
            else (f"{dead} people were shot dead on {street} Street in {town}")
        )
        hour = f"{1 + (event + n % 2) % 11}:{10 + event % 40} p.m."
        text = f"{what} on March {day}, 2021, police said.\n\nAmong the dead was {who}, {20 + event % 50}, of {town}. "
        text += f"It began at about {hour}, a spokesman told reporters." if n % 3 else "Nobody knows when it began."
        if n % 5 == 0:
            text += f" On June 7, 2019, a fire in {TOWNS[(event + n) % 12]} killed 9 people."
        if n % 2:
            text += f"\n{LOGIN}\nPaper {n % 4}\n"
        if n % 4 == 2:
            text = f"{what}, neighbours of {who} say. {_HOSTILE[n % 5]}. Mourners met in {town} near {street} Street."
        date = "" if n % 7 == 6 else f"2021-03-{min(28, day + n % 4):02}" if n % 13 else "2020-11-02"
        yield Article(f"{'ab'[n % 2]}/{n:04}.txt", text, f"{town}: {who} dead | Paper {n % 4}", date)


def write_jsonl(path: Path, made: Iterator[Article]) -> Path:
    """The same as a file of records."""
    rows = ({"id": a.doc, "title": a.title, "text": a.text, "date": a.date} for a in made)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path

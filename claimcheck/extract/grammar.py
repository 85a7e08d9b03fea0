"""The closed classes of English (determiners, auxiliaries, prepositions, ...) that decide how words hang together."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimcheck.resources import rules_dir
from claimcheck.yamlfile import build, read_yaml

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lists:
    """rules/core/patterns/grammar.yaml as written; what each list means stands there."""

    one: tuple[str, ...]
    another: tuple[str, ...]
    definite: tuple[str, ...]
    possessive: tuple[str, ...]
    every: tuple[str, ...]
    he: tuple[str, ...]
    they: tuple[str, ...]
    him: tuple[str, ...]
    reflexive: tuple[str, ...]
    somebody: tuple[str, ...]
    be: tuple[str, ...]
    have: tuple[str, ...]
    modal: tuple[str, ...]
    unreal: tuple[str, ...]
    not_: tuple[str, ...]
    no: tuple[str, ...]
    conjunction: tuple[str, ...]
    relative: tuple[str, ...]
    clause: tuple[str, ...]
    preposition: tuple[str, ...]
    apart: tuple[str, ...]
    including: tuple[str, ...]
    adverb: tuple[str, ...]
    of_people: tuple[str, ...]
    one_of: tuple[str, ...]
    stop: tuple[str, ...]
    break_: tuple[str, ...]
    uncounted: tuple[str, ...]
    more: tuple[str, ...]
    few: tuple[str, ...]
    light: tuple[str, ...]
    from_there: tuple[str, ...]
    describing: tuple[str, ...]
    article: tuple[str, ...]
    owned: tuple[str, ...]
    period: tuple[str, ...]
    dash: tuple[str, ...]
    unchanged: tuple[str, ...]
    date_link: tuple[str, ...]
    gathering: tuple[str, ...]
    street: tuple[str, ...]
    was: tuple[str, ...]
    singular: tuple[str, ...]
    agents: tuple[str, ...]
    no_agents: tuple[str, ...]
    had: tuple[str, ...]
    to_or: tuple[str, ...]
    leaving: tuple[str, ...]
    ending: tuple[str, ...]
    when: tuple[str, ...]
    again: tuple[str, ...]
    not_numbers: tuple[str, ...]
    beyond: tuple[str, ...]
    with_: tuple[str, ...]
    of: tuple[str, ...]
    of_or_in: tuple[str, ...]
    of_or_to: tuple[str, ...]
    in_: tuple[str, ...]
    listing: tuple[str, ...]
    being: tuple[str, ...]
    those: tuple[str, ...]
    particle: tuple[str, ...]
    outright: tuple[str, ...]
    to: tuple[str, ...]
    to_have: tuple[str, ...]
    for_those: tuple[str, ...]
    one_more: tuple[str, ...]
    that_one: tuple[str, ...]
    of_things: tuple[str, ...]
    handing: tuple[str, ...]
    his: tuple[str, ...]
    two: tuple[str, ...]
    cut_off: tuple[str, ...]
    toll_from: tuple[str, ...]
    old_from: tuple[str, ...]
    figure: tuple[str, ...]
    turning: tuple[str, ...]
    which: tuple[str, ...]
    credit: tuple[str, ...]
    linked: tuple[str, ...]
    some_of: tuple[str, ...]
    that: tuple[str, ...]
    services: tuple[str, ...]
    meanwhile: tuple[str, ...]
    each: tuple[str, ...]
    perhaps: tuple[str, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The same as sets, and unions: `closed` (no noun phrase goes on over these), `verbal` (auxiliaries),
    `pronouns`, `determiner` and `clause_start` (after these a clause begins)."""

    one: Words
    another: Words
    definite: Words
    possessive: Words
    every: Words
    he: Words
    they: Words
    him: Words
    reflexive: Words
    somebody: Words
    be: Words
    have: Words
    modal: Words
    unreal: Words
    not_: Words
    no: Words
    conjunction: Words
    relative: Words
    clause: Words
    preposition: Words
    apart: Words
    including: Words
    adverb: Words
    of_people: Words
    one_of: Words
    stop: Words
    break_: Words
    uncounted: Words
    more: Words
    few: Words
    light: Words
    from_there: Words
    describing: Words
    article: Words
    owned: Words
    period: Words
    dash: Words
    unchanged: Words
    date_link: Words
    gathering: Words
    street: Words
    was: Words
    singular: Words
    agents: Words
    no_agents: Words
    had: Words
    to_or: Words
    leaving: Words
    ending: Words
    when: Words
    again: Words
    not_numbers: Words
    beyond: Words
    with_: Words
    of: Words
    of_or_in: Words
    of_or_to: Words
    in_: Words
    listing: Words
    being: Words
    those: Words
    particle: Words
    outright: Words
    to: Words
    to_have: Words
    for_those: Words
    one_more: Words
    that_one: Words
    of_things: Words
    handing: Words
    his: Words
    two: Words
    cut_off: Words
    toll_from: Words
    old_from: Words
    figure: Words
    turning: Words
    which: Words
    credit: Words
    linked: Words
    some_of: Words
    that: Words
    services: Words
    meanwhile: Words
    each: Words
    perhaps: Words
    failed: Words
    verbal: Words
    closed: Words
    pronouns: Words
    determiner: Words
    clause_start: Words


@cache
def grammar() -> Grammar:
    """Read once a process."""
    lists = build(_Lists, read_yaml(rules_dir() / "core" / "patterns" / "grammar.yaml"))
    sets = {f.name: frozenset(getattr(lists, f.name)) for f in fields(_Lists)}
    verbal = sets["be"] | sets["have"] | sets["modal"]
    closed = verbal | sets["preposition"] | sets["clause"] | sets["relative"] | sets["conjunction"] | sets["stop"]
    closed = (closed | sets["he"] | sets["they"] | sets["him"] | sets["reflexive"]) - sets["his"]
    pronouns = sets["he"] | sets["they"] | sets["somebody"] | sets["every"]
    determiner = sets["one"] | sets["another"] | sets["definite"] | sets["every"] | sets["no"] | sets["few"]
    start = sets["stop"] | sets["conjunction"] | sets["relative"] | sets["meanwhile"] | sets["that"]
    return Grammar(**sets, verbal=verbal, closed=closed, pronouns=pronouns, determiner=determiner, clause_start=start)

"""English inflection: the forms of a noun or verb, so that packs list each word once.

Regular rules after Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.5-3.10 and 5.80-5.81;
irregular words are data (`irregular.yaml` of pack core).
"""

from __future__ import annotations

from dataclasses import dataclass, field

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Irregular:
    """Irregular forms: verb -> (past, participle, ing), noun -> plural."""

    verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)


def noun_forms(noun: str, irregular: Irregular) -> list[tuple[str, str]]:
    """(form, "one" | "many") of a noun phrase; its last word is inflected."""
    head, _, last = noun.rpartition(" ")
    plural = irregular.nouns.get(last) or _plural(last)
    many = f"{head} {plural}" if head else plural
    return [(noun, "one"), (many, "many")] if many != noun else [(noun, "one")]


def verb_forms(verb: str, irregular: Irregular) -> list[tuple[str, str]]:
    """(form, base | s | past | participle | ing) of a verb; its first word is inflected ("shoot down")."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle, ing = _verb(first, irregular)
    forms = [(first, "base"), (_third(first), "s"), (past, "past"), (ing, "ing")]
    if participle != past:
        forms.append((participle, "participle"))
    seen: dict[str, str] = {}
    for form, name in forms:
        seen.setdefault(form + tail, name)
    return list(seen.items())


def _verb(verb: str, irregular: Irregular) -> tuple[str, str, str]:
    known = irregular.verbs.get(verb)
    if known:
        return known[0], known[1], known[2]
    if verb.endswith("e"):
        ing = verb + "ing" if verb.endswith(("ee", "ye", "oe")) else verb[:-1] + "ing"
        return verb + "d", verb + "d", ing
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if _doubles(verb) else verb
    return stem + "ed", stem + "ed", stem + "ing"


def _doubles(verb: str) -> bool:
    """One syllable that ends in consonant, vowel, consonant doubles the last: stop, stopped."""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in verb) == 1


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS and noun.isalpha():
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-2] + "en"
    return noun + "s"

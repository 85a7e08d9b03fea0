"""The words that stand beside numbers and say what they are not: rules/core/vocabulary/numbers-context.yaml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from claimcheck.errors import ClaimcheckError
from claimcheck.resources import rules_dir
from claimcheck.text.phrases import listed
from claimcheck.yamlfile import build, read_yaml

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """Tables of words; the file says what each is for."""

    age_units: dict[str, str]
    labels: Words
    weak_labels: Words
    streets: Words
    directions: Words
    block: Words
    ordinal_names: Words
    first_after: Words
    second_after: Words
    second_before: Words
    one_after: Words
    one_before: Words
    one_dash: Words
    one_of: Words
    no_before: Words
    none_before: Words
    none_after: Words
    zero_before: Words
    zero_after: Words
    age_before: Words
    age_subjects: Words
    age_being: Words
    age_follows: Words
    compounds: Words
    emergency: Words
    persons: Words
    aged: Words
    death: Words
    guns: Words
    calibres: Words
    scores: Words
    score_units: Words
    not_plural: Words
    plural: Words
    left_out: Words
    stops: Words
    determiners: Words
    times: Words
    metres: Words
    total_before: Words
    partial: Words
    half_before: Words
    clock: Words
    brands: Words


@dataclass(frozen=True, slots=True)
class _File:
    words: dict[str, str]
    age_units: dict[str, str]


@cache
def context() -> Context:
    """The tables of pack core. Raises ClaimcheckError where the file is broken."""
    document = read_yaml(rules_dir() / "core" / "vocabulary" / "numbers-context.yaml")
    file = build(_File, document)
    names = {f.name.replace("_", "-") for f in fields(Context)} - {"age-units"}
    unknown, missing = sorted(file.words.keys() - names), sorted(names - file.words.keys())
    if unknown or missing:
        raise ClaimcheckError(
            *(document.problem(("words", key), f'unknown table "{key}"', of_key=True) for key in unknown),
            *(document.problem(("words",), f'the table "{key}" is missing') for key in missing),
        )
    tables = {key.replace("-", "_"): frozenset(listed(text)) for key, text in file.words.items()}
    return Context(age_units=file.age_units, **tables)

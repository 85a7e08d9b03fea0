"""The roles a count can have, and what each counts: read from the packs' roles.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.extract.phrase import Phrase
from claimcheck.lexicon import default_packs
from claimcheck.yamlfile import build, read_yaml


@dataclass(frozen=True, slots=True)
class Role:
    """One role. What the keys mean stands at the head of roles.yaml."""

    id: str
    of: tuple[str, ...] = ()
    bare: str | None = None
    moment: str = "event"
    open: bool = False
    only: str | None = None
    turns: dict[str, str] = field(default_factory=dict)


NO_ROLE = Role("")


@dataclass(frozen=True, slots=True)
class RoleFile:
    """rules/<pack>/patterns/roles.yaml."""

    roles: tuple[Role, ...]


def load_roles(packs: Sequence[Path] | None = None) -> dict[str, Role]:
    """The roles of all packs, by id; a later pack's definition of one stands."""
    found: dict[str, Role] = {}
    for pack in default_packs() if packs is None else packs:
        path = pack / "patterns" / "roles.yaml"
        if path.is_file():
            found.update((role.id, role) for role in build(RoleFile, read_yaml(path)).roles)
    return found


def admits(role: Role, phrase: Phrase, *, life: bool) -> bool:
    """Can the phrase be what the role counts? Lives are only lost, and nothing else is."""
    if ("life" in phrase.tags) != life:
        return False
    if phrase.sort:
        return phrase.sort in role.of
    return role.bare is not None


def turned(role: Role, phrase: Phrase) -> str:
    """The role's name for this noun: a drone destroyed is downed."""
    for tag in phrase.tags:
        if tag in role.turns:
            return role.turns[tag]
    return role.id


def subject_of(role: Role, phrase: Phrase) -> str | None:
    """The canonical singular of what is counted: all people are `person`."""
    if phrase.sort == "person":
        return "person"
    return phrase.group or role.bare or None

"""Where the shipped files are: rules/ at the top of a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def rules_dir() -> Path:
    """The folder of the shipped packs."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def data_file(name: str) -> Path:
    """A data file that ships inside the package."""
    return _PACKAGE / "data" / name

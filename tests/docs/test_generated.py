"""The generated pages of docs/ say what the program does now."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_generated_pages_are_those_that_the_tables_make() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "build_docs.py"))["pages"]()
    stale = [name for name, text in made.items() if (ROOT / "docs" / name).read_text(encoding="utf-8") != text]
    assert not stale, f"run: python scripts/build_docs.py (stale: {', '.join(stale)})"

"""The generated pages of docs/ say what the program does now."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.command import claimcheck

ROOT = Path(__file__).resolve().parents[2]


def test_generated_pages_are_those_that_the_tables_make() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "build_docs.py"))["pages"]()
    stale = [name for name, text in made.items() if (ROOT / "docs" / name).read_text(encoding="utf-8") != text]
    assert not stale, f"run: python scripts/build_docs.py (stale: {', '.join(stale)})"


def test_the_manual_page_has_every_option_that_help_shows() -> None:
    page = (ROOT / "docs" / "claimcheck.1").read_text(encoding="utf-8").replace("\\-", "-")
    parts = re.split(r"^\.S[SH] ", page, flags=re.M)
    sections = {" ".join(part.split()[:2]): part for part in parts if part.startswith("claimcheck ")}
    listed = re.findall(r"^  (\w+)  ", claimcheck("--help").out, flags=re.M)
    assert listed and {f"claimcheck {name}" for name in listed} <= set(sections)
    for name in listed:
        shown = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", claimcheck(name, "--help").out, flags=re.M))
        there = set(re.findall(r"^\\fB(?:-\w, )?(--[\w-]+)", sections[f"claimcheck {name}"], flags=re.M))
        assert shown == there or name == "baseline", name  # whose commands have sections of their own


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_the_manual_page_is_formatted_without_a_warning() -> None:
    command = ["groff", "-man", "-Tutf8", "-ww", str(ROOT / "docs" / "claimcheck.1")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "") and "EXIT STATUS" in re.sub(r"\x1b\[\d*m|.\x08", "", done.stdout)

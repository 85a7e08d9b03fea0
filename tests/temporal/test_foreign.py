"""The fallback to dateparser: only for spans that were delimited, and only where it did not invent."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimcheck.temporal import load_temporal
from claimcheck.temporal.foreign import read_joined
from claimcheck.text.passage import read_passage

TEMPORAL = load_temporal()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24-Dec-2015", "2015-12-24"),
        ("2015-Dec-24", "2015-12-24"),
        ("24/dec/2015", "2015-12-24"),
        ("24dec2015", "2015-12-24"),
        ("Dec 24-25", None),  # dateparser reads a day of 2025
        ("we", None),  # dateparser reads Wednesday
        ("2015", None),
        ("", None),
    ],
)
def test_a_joined_date_is_read_and_an_invented_one_refused(text: str, day: str | None) -> None:
    assert read_joined(text) == day


@pytest.mark.parametrize("text", ["We met.", "we", "He may march on.", "the sun sat mon amour", "Dec 24-25"])
def test_known_misreadings_of_the_fallback_do_not_come_back(text: str) -> None:
    values = [m.value.value for m in TEMPORAL.read([read_passage(text)], date="2016-07-05")[0]]
    assert all(str(v).startswith("2015-12-2") for v in values)


def test_dateparser_is_not_imported_until_a_text_needs_it() -> None:
    code = (
        "import sys; from claimcheck.temporal import load_temporal; from claimcheck.text.passage import read_passage;"
        "load_temporal().read([read_passage('He left at 3 p.m. Tuesday, Dec. 24, 2015.')], date='');"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

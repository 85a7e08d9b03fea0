"""Counts, ordinals, money and measures: what clashes with what, and how each is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Comparison, Value

SAME, COMPATIBLE, CONFLICT, UNKNOWN = (
    Comparison.SAME,
    Comparison.COMPATIBLE,
    Comparison.CONFLICT,
    Comparison.UNKNOWN,
)


def value_of(kind: str, text: str) -> Value:
    value = KINDS[kind].normalise(text)
    assert value is not None, text
    return value


def claim(kind: str, text: str, subject: str | None = "person") -> Claim:
    value = value_of(kind, text)
    return Claim(
        id="", doc="", kind=kind, value=value.value, text=text, start=0, end=len(text), line=1, column=1, sentence=text,
        subject=subject, qualifier=value.qualifier, low=value.low, high=value.high, unit=value.unit,
    )  # fmt: skip


COMPARED = [
    ("count", "2", "2", SAME),
    ("count", "two", "2", SAME),
    ("count", "2", "4", CONFLICT),
    ("count", "as many as 16", "2", COMPATIBLE),
    ("count", "up to 16", "17", CONFLICT),
    ("count", "at least 3", "3", COMPATIBLE),
    ("count", "at least 3", "2", CONFLICT),
    ("count", "more than 300", "300", COMPATIBLE),
    ("count", "more than 2", "2", CONFLICT),
    ("count", "more than 300", "290", CONFLICT),
    ("count", "more than 300", "301", COMPATIBLE),
    ("count", "fewer than 10", "10", CONFLICT),
    ("count", "about 300", "312", COMPATIBLE),
    ("count", "nearly 300", "312", CONFLICT),
    ("count", "just over 300", "500", CONFLICT),
    ("count", "dozens", "31", COMPATIBLE),
    ("count", "dozens", "12", CONFLICT),
    ("count", "several", "5", COMPATIBLE),
    ("count", "10 to 12", "11", COMPATIBLE),
    ("count", "10 to 12", "13", CONFLICT),
    ("count", "a dozen", "13", COMPATIBLE),
    ("count", "1.2 million", "1,234,567", COMPATIBLE),
    ("count", "1.2 million", "1.3 million", CONFLICT),
    ("count", "at least 3", "at least 5", COMPATIBLE),
    ("count", "0", "no fewer than 1", CONFLICT),
    ("ordinal", "31st", "31", SAME),
    ("ordinal", "second", "3rd", CONFLICT),
    ("money", "$4.5 billion", "$4.5bn", SAME),
    ("money", "$4.5 billion", "$4.52 billion", COMPATIBLE),
    ("money", "$4.5 billion", "$4.6 billion", CONFLICT),
    ("money", "$5 million", "£5 million", UNKNOWN),
    ("money", "500 rupees", "INR 500", SAME),
    ("money", "500 rupees", "INR 600", CONFLICT),
    ("money", "50 cents", "$0.50", SAME),
    ("money", "about 300,000 euros", "EUR 310,000", COMPATIBLE),
    ("measure", "10 km", "6.2 miles", COMPATIBLE),
    ("measure", "10 km", "10 miles", CONFLICT),
    ("measure", "magnitude 6.1", "magnitude 6.2", CONFLICT),
    ("measure", "magnitude 6.1", "magnitude 6", COMPATIBLE),
    ("measure", "40 celsius", "104 degrees Fahrenheit", COMPATIBLE),
    ("measure", "50 percent", "1/2", COMPATIBLE),
    ("measure", "5 tons", "5 tonnes", COMPATIBLE),
    ("measure", "5 km", "5 kg", UNKNOWN),
    ("measure", ".40 calibre", "40 calibre", COMPATIBLE),
    ("measure", "3-1", "1-3", SAME),
    ("measure", "3-1", "3-2", CONFLICT),
    ("measure", "3-1", "3 km", UNKNOWN),
]


@pytest.mark.parametrize(("kind", "a", "b", "want"), COMPARED)
def test_two_values_of_one_kind_are_compared(kind: str, a: str, b: str, want: Comparison) -> None:
    compare = KINDS[kind].compare
    assert compare(claim(kind, a), claim(kind, b)) is want
    assert compare(claim(kind, b), claim(kind, a)) is want


@pytest.mark.parametrize("kind", ["count", "ordinal"])
@pytest.mark.parametrize("subject", [None, "drone"])
def test_numbers_of_different_things_are_not_compared(kind: str, subject: str | None) -> None:
    assert KINDS[kind].compare(claim(kind, "2"), claim(kind, "4", subject)) is UNKNOWN


@pytest.mark.parametrize(("within", "relative"), [(2.0, 0.0), (0.0, 0.5)])
@pytest.mark.parametrize(("kind", "a", "b"), [("count", "2", "4"), ("ordinal", "2nd", "4th"), ("money", "$2", "$4")])
def test_a_tolerance_lets_near_values_stand(kind: str, a: str, b: str, within: float, relative: float) -> None:
    compared = KINDS[kind].compare(claim(kind, a), claim(kind, b), within=within, relative=relative)
    assert compared is COMPATIBLE


RENDERED = [
    ("count", "as many as 16", "as many as 16"),
    ("count", "at least three", "at least 3"),
    ("count", "roughly 300", "about 300"),
    ("count", "dozens", "at least 24"),
    ("count", "several", "3 to 9"),
    ("count", "1.2 million", "1.2 million"),
    ("count", "12,500", "12,500"),
    ("count", "almost a dozen", "nearly 12"),
    ("ordinal", "twenty-second", "22nd"),
    ("ordinal", "112", "112th"),
    ("money", "USD 4.5 billion", "$4.5 billion"),
    ("money", "300,000 euros", "€300,000"),
    ("money", "5 Swiss francs", "CHF 5"),
    ("money", "12 cents", "12 cents"),
    ("money", "$5 to 7 million", "$5 million to 7 million"),
    ("money", "nearly $1.8 billion", "nearly $1.8 billion"),
    ("money", "more than $4.35 million", "more than $4.35 million"),
    ("money", "$1,800,000,000", "$1,800,000,000"),
    ("money", "about $999,500", "about $999,500"),
    ("measure", "12 per cent", "12 %"),
    ("measure", "6.2 miles", "6.2 mile"),
    ("measure", "magnitude 6.0", "magnitude 6.0"),
    ("measure", "category 4", "category 4"),
    ("measure", "1 in 5", "1/5"),
    ("measure", "3-1", "3-1"),
]


@pytest.mark.parametrize(("kind", "text", "want"), RENDERED)
def test_a_value_is_written_as_a_reader_would(kind: str, text: str, want: str) -> None:
    assert KINDS[kind].render(claim(kind, text)) == want


@pytest.mark.parametrize("kind", ["count", "ordinal", "money", "measure"])
@pytest.mark.parametrize("text", ["", " ", "Moscow", "16 drones and", "$", "at least", "km", "-"])
def test_what_is_no_number_is_none(kind: str, text: str) -> None:
    assert KINDS[kind].normalise(text) is None


@pytest.mark.parametrize("kind", ["count", "ordinal", "money", "measure"])
@given(text=st.text(max_size=30))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_no_text_raises(kind: str, text: str) -> None:
    value = KINDS[kind].normalise(text)
    assert value is None or KINDS[kind].normalise(KINDS[kind].render(claim(kind, text))) == value

"""Decimal numbers as they are written: what is one, what is refused with which hint, and exact reckoning."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.decimals import (
    DecimalError,
    as_digits,
    difference,
    number,
    parse_decimal,
    product,
    quotient,
    total,
)

NUMBERS = ["0", "8", "-8", "23.10", "8.2", "-0.5", "0.000000001", "123456789012345.123456789"]
HINTS = {
    "23,10": "write 23.10: a number has a point, and no comma",
    "1,133": "write 1133 or 1.133: a number has no comma",
    "12,345,678": "write 12345678",
    "1 133": "write 1133",
    "1\u202f133.5": "write 1133.5",
    "1'133": "write 1133",
    "8.2%": "write 8.2",
    "£300": "write 300",
    "300 GBP": "write 300",
    "+8": "write 8",
    ".5": "write 0.5",
    "5.": "write 5",
    "010": "write 10",
    "\u22128": "write -8",
    "8\n": "write 8",
}
NONE = [
    "",
    "nan",
    ".nan",
    "inf",
    "-inf",
    "1e3",
    "1E5",
    "0x1F",
    "ten",
    "8.2.1",
    "٣",
    "1_0e",
    "9" * 16,
    "0." + "1" * 10,
]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_stays_as_it_is_written(text: str) -> None:
    """F3-19"""
    assert parse_decimal(text) == text


@pytest.mark.parametrize("text", HINTS)
def test_what_is_refused_with_what_is_meant(text: str) -> None:
    with pytest.raises(DecimalError) as raised:
        parse_decimal(text)
    assert raised.value.hint == HINTS[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(DecimalError) as raised:
        parse_decimal(text)
    assert raised.value.hint.startswith("a number is written out in digits")
    assert len(str(raised.value)) < 80


def test_thousands_of_digits_are_refused_at_once() -> None:
    with pytest.raises(DecimalError):
        parse_decimal("9" * 1_000_000)


@st.composite
def texts(draw: st.DrawFn) -> str:
    whole = draw(st.integers(-(10**15) + 1, 10**15 - 1))
    places = draw(st.text("0123456789", max_size=9))
    return f"{whole}.{places}" if places else str(whole)


@given(texts(), texts())
def test_differences_and_products_are_exact(one: str, other: str) -> None:
    """F3-19"""
    assert Fraction(difference(number(one), number(other))) == Fraction(one) - Fraction(other)
    assert Fraction(product(number(one), number(other))) == Fraction(one) * Fraction(other)


@given(st.lists(texts(), max_size=50))
def test_sums_are_exact_in_any_order(numbers: list[str]) -> None:
    """F2-08"""
    assert Fraction(total(map(Decimal, numbers))) == sum(map(Fraction, numbers))
    assert total(map(Decimal, numbers)) == total(map(Decimal, reversed(numbers)))


@given(texts())
def test_digits_have_no_exponent_and_are_read_back(text: str) -> None:
    assert Decimal(as_digits(Decimal(text))) == Decimal(text)
    assert "E" not in as_digits(Decimal(text))


@pytest.mark.parametrize(
    ("one", "other", "places", "found"),
    [
        ("4500", "98", 1, "45.9"),
        ("1", "3", 3, "0.333"),
        ("1", "8", 2, "0.13"),
        ("-1", "8", 2, "-0.13"),
        ("0", "7", 1, "0.0"),
    ],
)
def test_quotients_are_rounded_with_the_half_away_from_nothing(one: str, other: str, places: int, found: str) -> None:
    assert as_digits(quotient(Decimal(one), Decimal(other), places)) == found


def test_nothing_has_no_sign() -> None:
    assert as_digits(Decimal("-0.00")) == "0.00"

"""Decimal numbers as they are written: told apart from what is none, and reckoned with exactly.

A number is kept as its text, so that `23.10` stays `23.10`; it becomes a `Decimal` where it is reckoned with.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation

MOST_WHOLE, MOST_PLACES = 15, 9
"""How many digits a number may have before and after its point: enough for any money, and a bound to all sums."""

NUMBER_PATTERN = rf"^-?(0|[1-9][0-9]{{0,{MOST_WHOLE - 1}}})(\.[0-9]{{1,{MOST_PLACES}}})?$"

_NUMBER = re.compile(NUMBER_PATTERN)
_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
"""A hundred digits hold every sum, difference and product of those numbers; what would be rounded is an error."""

_SHOWN = 40
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "'": " ", "\u2019": " ", "_": " "})
_MONEY_OR_PERCENT = re.compile(r"[$\u00a3\u20ac%]|(?i:\b(?:gbp|eur|usd|percent|per cent)\b)")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ ,][0-9]{3})+(?:\.[0-9]+)?")


class DecimalError(ValueError):
    """Text that is no number; `hint` says how it could be written."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def parse_decimal(text: str) -> str:
    """The text, where it is a number in ASCII digits with or without a point. Raises DecimalError for anything else."""
    if _NUMBER.match(text) and "\n" not in text:
        return text
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    raise DecimalError(f"'{shown}' is not a number", _hint(text))


def _hint(text: str) -> str:
    """The number that may be meant, where that can be told; nothing is guessed of a comma that can mean two."""
    bare = _MONEY_OR_PERCENT.sub("", text[: 2 * _SHOWN].translate(_SIGNS)).strip().removeprefix("+")
    if bare.count(",") == 1 and (whole := bare.partition(","))[2].isdigit() and "." not in bare:
        point = f"{whole[0]}.{whole[2]}"
        together = whole[0] + whole[2]
        if _GROUPED.fullmatch(bare) and _NUMBER.match(together):
            return f"write {together} or {point}: a number has no comma"
        return f"write {point}: a number has a point, and no comma" if _NUMBER.match(point) else _USUAL
    meant = bare.replace(" ", "").replace(",", "") if _GROUPED.fullmatch(bare) else bare
    meant = f"0{meant}" if meant.startswith(".") else meant.removesuffix(".")
    meant = re.sub(r"^(-?)0+(?=[0-9])", r"\1", meant)
    return f"write {meant}" if _NUMBER.match(meant) and meant != text else _USUAL


_USUAL = (
    f"a number is written out in digits, with a point where it has places: 23.10; at most {MOST_WHOLE} digits before "
    f"it and {MOST_PLACES} after"
)


def number(text: str) -> Decimal:
    """The number that a text gives which `parse_decimal` takes."""
    return Decimal(text)


def difference(one: Decimal, other: Decimal) -> Decimal:
    """One number less another, exactly."""
    return _EXACT.subtract(one, other)


def total(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of numbers, exactly."""
    found = Decimal(0)
    for each in numbers:
        found = _EXACT.add(found, each)
    return found


def product(one: Decimal, other: Decimal) -> Decimal:
    """One number times another, exactly."""
    return _EXACT.multiply(one, other)


def quotient(one: Decimal, other: Decimal, places: int) -> Decimal:
    """One number by another, which is not 0, rounded to some places, the half away from 0."""
    exact = Context(prec=100).divide(one, other)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=100))


def as_digits(value: Decimal) -> str:
    """A number as text, without an exponent, and no zero below it."""
    text = f"{value:f}"
    return text.removeprefix("-") if not value else text

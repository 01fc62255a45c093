"""Lengths of time: tolerances, lags, durations; one unit each, from 0."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_NAMES = {letter: unit for unit, letter in _UNITS.items()}
_FORMS = re.compile(r"(?P<words>[0-9]{1,6}) (?P<unit>day|week|month|year)s?|P(?P<iso>[0-9]{1,6})(?P<letter>[DWMY])")
_NEAR = re.compile(
    r"(?i)(?:for|about|within|up to)?\s*p?\s*(?:(?P<number>[0-9]{1,6})[\s-]*|(?P<word>[a-z]+)[\s-]+)"
    r"(?:(?P<day>d(?:ays?)?)|(?P<week>w(?:ks?|eeks?)?)|(?P<month>m(?:os?|ths?|onths?)?)|(?P<year>y(?:rs?|ears?)?))['\u2019]?\.?"
)
_TWO_UNITS = re.compile(r"(?i)p?\s*([0-9]{1,4})\s*y(?:ea)?r?s?[\s,]*(?:and)?\s*([0-9]{1,4})\s*m(?:on)?(?:th)?s?")
_USUAL = "'3 months' or P3M"
_LONGEST = 40
_NUMBERS = "a one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


class Length(NamedTuple):
    """A number of days (D), weeks (W), months (M) or years (Y)."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"P{self.number}{self.unit}"

    @property
    def in_words(self) -> str:
        """`1 month`, `30 days`."""
        return f"{self.number:,} {_NAMES[self.unit]}" + ("s" if self.number != 1 else "")

    @property
    def as_cycle(self) -> str:
        """How often something comes again that does after each such length: `every month`, `every 3 months`."""
        return f"every {_NAMES[self.unit] if self.number == 1 else self.in_words}"

    @property
    def on_average(self) -> int:
        """How long it is, in 48ths of a day: 48 months are 1,461 days."""
        return self._days * 48 if self.unit in "DW" else self.months * 1461

    @property
    def months(self) -> int:
        """Whole months, days counting as months of 30 and rounded up."""
        if self.unit in "DW":
            return -(-self._days // 30)
        return self.number * (12 if self.unit == "Y" else 1)

    @property
    def whole_months(self) -> int:
        """Whole months, days counting as months of 30 and rounded down."""
        return self._days // 30 if self.unit in "DW" else self.months

    @property
    def _days(self) -> int:
        return self.number * (7 if self.unit == "W" else 1)

    def after(self, ordinal: int) -> int:
        """The day this long after a day, both as ordinals, as dateutil's relativedelta adds it.

        A month after 31 January is the last day of February. Beyond the calendar's end, the calendar's end.
        """
        return _added(ordinal, self.number, self.unit)


NOTHING = Length(0, "D")


@lru_cache(maxsize=4096)
def _added(ordinal: int, count: int, unit: str) -> int:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - not every run adds a length

    names = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
    try:
        return (date.fromordinal(ordinal) + relativedelta(**{names[unit]: count})).toordinal()  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return date.max.toordinal()


class LengthError(ValueError):
    """Text that is no length of time; `hint` says how it could be written, where that can be told."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@lru_cache(maxsize=1024)
def parse_length(text: str) -> Length:
    """`3 months`, `1 week`, or ISO 8601 with one unit, `P3M`. Raises LengthError for anything else."""
    form = _FORMS.fullmatch(text)
    if form is None:
        raise LengthError(f"'{text[:40]}' is not a length of time", f"write {_meant(text) or _USUAL}")
    if form["words"]:
        return Length(int(form["words"]), _UNITS[form["unit"]])
    return Length(int(form["iso"]), form["letter"])


def _meant(text: str) -> str | None:
    """The form that a text means which is no length, for a hint only; None where it cannot be told."""
    plain = " ".join("".join(str(unicodedata.decimal(sign, sign)) for sign in text[:_LONGEST]).split())
    two = _TWO_UNITS.fullmatch(plain)
    if two is not None:
        return f"P{int(two[1]) * 12 + int(two[2])}M"
    near = _NEAR.fullmatch(plain)
    number = _number(near["number"] or near["word"]) if near else None
    if near is None or number is None:
        return None
    return next(f"P{number}{letter}" for unit, letter in _UNITS.items() if near[unit])


def _number(text: str) -> int | None:
    """A number in digits or, up to twelve, in words."""
    if text.isdecimal():
        return int(text)
    word = {"an": "a"}.get(text.lower(), text.lower())
    return max(_NUMBERS.index(word), 1) if word in _NUMBERS else None

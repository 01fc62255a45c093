"""Dates as plans give them: a day, a month, a quarter, a season, a year of any kind, kept at the precision given."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2199
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FORMS = "YYYY, YYYY-Qn, YYYY-spring (summer, autumn, winter), FYyyyy-yy, FYyyyy-yy-Qn, AYyyyy-yy, YYYY-MM or YYYY-MM-DD"

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FORMS = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|(?P<season>spring|summer|autumn|winter)"
    r"|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
    r"|(?P<kind>FY|AY)(?P<from>[0-9]{4})-(?P<next>[0-9]{2})(?:-Q(?P<part>[1-4]))?"
)
_YEARS = {"FY": (4, "financial year from April"), "AY": (9, "academic year from September")}
"""The month with which a year begins that is none of the calendar, and what it is called."""


class PlanDate(NamedTuple):
    """A closed interval of days: `first` and `last` are proleptic ordinals, both included.

    Ordered by first day, then last. What is due by a date is due by its last day.
    """

    first: int
    last: int
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def is_day(self) -> bool:
        """Whether the date is given to the day."""
        return self.first == self.last

    def holds(self, other: "PlanDate") -> bool:
        """Whether every day of another date is one of this."""
        return self.first <= other.first and other.last <= self.last

    def is_same(self, other: "PlanDate") -> bool:
        """Whether another date is the same days, in whatever form."""
        return self[:2] == other[:2]

    @property
    def last_day(self) -> date:
        return date.fromordinal(self.last)

    @property
    def last_month(self) -> int:
        """The month of the last day, counted from year 0."""
        return month_number(self.last)


class DateError(ValueError):
    """Text that is no date; `hint` says how it could be written. Where that is told of this text, it `is_near` one."""

    def __init__(self, message: str, hint: str | None = None, *, is_near: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.is_near = is_near


@lru_cache(maxsize=8192)
def month_number(ordinal: int) -> int:
    """The month of a day given as its ordinal, counted from year 0: years × 12 + months."""
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month


def first_of_month(number: int) -> int:
    """The first day, as its ordinal, of a month counted from year 0."""
    year, month = divmod(number - 1, 12)
    return date(year, month + 1, 1).toordinal()


def day_of(day: date) -> PlanDate:
    """A single day as a plan's date."""
    return PlanDate(day.toordinal(), day.toordinal(), day.isoformat())


def month_of(ordinal: int) -> PlanDate:
    """The month that a day, given as its ordinal, is in."""
    day = date.fromordinal(ordinal)
    return PlanDate(*_months(day.year, day.month, 1), f"{day:%Y-%m}")


@lru_cache(maxsize=8192)
def parse_date(text: str) -> PlanDate:
    """The date that `text` gives, in ASCII digits, of the years 1900 to 2199.

    Raises DateError for anything else; nothing is guessed.
    """
    try:
        return exact_date(text)
    except DateError as error:
        hint = _hint(text)
        raise DateError(str(error), hint or error.hint, is_near=bool(hint)) from None


def exact_date(text: str) -> PlanDate:
    """The same; its errors say nothing of what the text could mean."""
    form = _FORMS.fullmatch(text)
    if form is None:
        raise DateError(f"'{_shortened(text)}' is not a date", f"write {FORMS}")
    year = int(form["year"] or form["from"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"'{text}' is not a date: years go from {FIRST_YEAR} to {LAST_YEAR}")
    try:
        first, last = _interval(form, year)
    except ValueError as error:
        raise DateError(f"'{text}' is not a date: {error}") from None
    return PlanDate(first, last, text)


def _interval(form: re.Match[str], year: int) -> tuple[int, int]:
    if form["day"]:
        day = date(year, int(form["month"]), int(form["day"])).toordinal()
        return day, day
    if form["month"]:
        return _months(year, date(year, int(form["month"]), 1).month, 1)
    if form["quarter"]:
        return _months(year, int(form["quarter"]) * 3 - 2, 3)
    if form["season"]:
        return _months(year, _SEASONS[form["season"]], 3)
    return _year_of(form, year) if form["kind"] else _months(year, 1, 12)


def _year_of(form: re.Match[str], year: int) -> tuple[int, int]:
    """A financial or an academic year that begins in a year, or a quarter of it."""
    month, name = _YEARS[form["kind"]]
    if int(form["next"]) != (year + 1) % 100:
        raise ValueError(f"the {name} {year} is {form['kind']}{year}-{(year + 1) % 100:02d}")
    if form["part"] is None:
        return _months(year, month, 12)
    if form["kind"] == "AY":
        raise ValueError("only financial years have quarters")
    return _months(year, month + int(form["part"]) * 3 - 3, 3)


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    """The first and last day of `count` months from a month on; the thirteenth is January of the next year."""
    number = year * 12 + month
    return first_of_month(number), first_of_month(number + count) - 1


def parse_day(text: str) -> PlanDate:
    """A date given to the day. Raises DateError for less."""
    try:
        parsed = parse_date(text)
    except DateError as error:
        raise DateError(str(error), _hint(text, is_day=True) or "write YYYY-MM-DD") from None
    if not parsed.is_day:
        raise DateError(f"'{text}' is not a day", "write YYYY-MM-DD")
    return parsed


def _hint(text: str, *, is_day: bool = False) -> str | None:
    """What is meant, where that can be told."""
    from genderplan.dates.hints import date_hint  # noqa: PLC0415 - only where a hint is owed

    return date_hint(text, is_day=is_day)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"

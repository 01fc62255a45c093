"""Cycles: what comes again every so often, each time as a date of the same form as the first one.

Occurrence n is the first date plus n times the length, never the one before plus the length: what begins on the 31st of
a month comes on the last day of the shorter ones, and on the 31st again after them.
"""

from datetime import date
from typing import NamedTuple

from genderplan.dates.forms import LAST_YEAR, DateError, PlanDate, day_of, parse_date
from genderplan.dates.lengths import Length

MOST = 1_000
"""How many occurrences a cycle has at most; an endless one ends with the last of them."""
LATER_UNTIL = "write a later 'until', or an earlier first date"
"""The hint where a cycle ends before its first time."""

_SEASONS = ("spring", "summer", "autumn", "winter")
_LAST_DAY = date(LAST_YEAR, 12, 31).toordinal()
_LAST_MONTH = LAST_YEAR * 12 + 12
_MONTH_OF = {"FY": 3, "AY": 8}
"""How many months of the calendar's year lie before a year of each kind begins."""


class CycleError(ValueError):
    """A cycle that cannot be; `hint` says what could, where that can be told."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class Cycle(NamedTuple):
    """Dates that lie a length apart, from a first one on, as far as they are due by the last day of `until`.

    Without a first date there are none. They are numbered from 0.
    """

    every: Length
    first: PlanDate | None
    until: PlanDate | None = None

    @property
    def reach(self) -> int:
        """How many occurrences `until`, or the end of the calendar, leaves room for."""
        end = min(self.until.last, _LAST_DAY) if self.until else _LAST_DAY
        if self.first is None or self.first.last > end:
            return 0
        if self._days:
            return (end - self.first.last) // self._days + 1
        months = date.fromordinal(end).year * 12 + date.fromordinal(end).month - self.first.last_month
        number = months // self.every.months
        last = _shifted(self.first, number * self.every.months)
        return number + (last is not None and last.last <= end)

    @property
    def size(self) -> int:
        """How many occurrences it has."""
        return min(self.reach, MOST)

    @property
    def last(self) -> PlanDate | None:
        """The last occurrence; None where nothing says when it ends, or there is none."""
        return self.occurrence(self.size - 1) if self.until else None

    def occurrence(self, number: int) -> PlanDate | None:
        """The date of an occurrence; None where the cycle has none of that number."""
        if self.first is None or not 0 <= number < MOST:
            return None
        found = self._at(self.first, number)
        return found if found and (self.until is None or found.last <= self.until.last) else None

    def number_of(self, when: PlanDate) -> int | None:
        """The number of the occurrence that is on just these days; None where none is."""
        number = self.number_until(when.last) - 1
        found = self.occurrence(number)
        return number if found is not None and found[:2] == when[:2] else None

    def number_until(self, day: int) -> int:
        """How many occurrences are due by a day, given as its ordinal."""
        end = PlanDate(max(day, 1), max(day, 1), "")
        return min(self.size, self._replace(until=end).reach)

    def near(self, when: PlanDate) -> PlanDate | None:
        """The occurrence that a date is part of, else the nearest."""
        number = self.number_until(when.last)
        found = [each for each in map(self.occurrence, (number - 1, number)) if each]
        return min(found, key=lambda each: (not each.holds(when), abs(each.last - when.last)), default=None)

    @property
    def _days(self) -> int:
        """How many days lie between two occurrences; 0 where that is a number of months."""
        return self.every.number * {"D": 1, "W": 7}.get(self.every.unit, 0)

    def _at(self, first: PlanDate, number: int) -> PlanDate | None:
        """The date so many times later; None beyond the years that dates have."""
        if self._days:
            day = first.first + number * self._days
            return day_of(date.fromordinal(day)) if day <= _LAST_DAY else None
        months = number * self.every.months
        return _shifted(first, months) if first.last_month + months <= _LAST_MONTH else None


def fitting_every(every: Length, first: PlanDate | None) -> Length:
    """A length in which what has a first date can come again. Raises CycleError for one that does not fit its form."""
    if not every.number:
        raise CycleError("'every' is at least 1", "leave it out where nothing comes again")
    size = _months_in(first) if first else 0
    if size and (every.unit in "DW" or every.months % size):
        unit = {1: "months", 3: "quarters", 12: "years"}[size]
        hint = f"write whole {unit}, or the first date to the day"
        raise CycleError(f"{every.as_cycle} does not lead from {first} to a date of its kind", hint)
    return every


def fitting_until(until: PlanDate, every: Length, first: PlanDate | None) -> PlanDate:
    """An end that leaves a cycle at least one occurrence, and at most `MOST`. Raises CycleError for another."""
    reach = Cycle(every, first, until).reach
    if first and not reach:
        part = "the first date" if until.last < first.first else "the end of the first date"
        raise CycleError(f"'until' {until} is before {part}, {first}", LATER_UNTIL)
    if reach > MOST:
        raise CycleError(
            f"{every.as_cycle} from {first} until {until} is {reach:,} times, and {MOST:,} are the most",
            "write a longer 'every', or an earlier 'until'",
        )
    return until


def _months_in(when: PlanDate) -> int:
    """How many months a date covers; 0 where it is a day."""
    if when.is_day:
        return 0
    first = date.fromordinal(when.first)
    return when.last_month - (first.year * 12 + first.month) + 1


def _shifted(when: PlanDate, months: int) -> PlanDate | None:
    """The date of the same form so many months later; None beyond the years that dates have."""
    text = _text_after(when, months)
    try:
        return parse_date(text)
    except DateError:
        return None


def _text_after(when: PlanDate, months: int) -> str:
    first = date.fromordinal(when.first)
    month = first.year * 12 + first.month - 1 + months
    kind = when.text[:2]
    if kind in _MONTH_OF:
        year, within = divmod(month - _MONTH_OF[kind], 12)
        quarter = f"-Q{within // 3 + 1}" if "Q" in when.text else ""
        return f"{kind}{year}-{(year + 1) % 100:02d}{quarter}"
    year, within = divmod(month, 12)
    part = when.text[5:]
    if not part:
        return str(year)
    if part.startswith("Q"):
        return f"{year}-Q{within // 3 + 1}"
    if part in _SEASONS:
        return f"{year}-{_SEASONS[(within - 2) // 3]}"
    return f"{year}-{within + 1:02d}" + (f"-{_day_within(first.day, year, within + 1):02d}" if when.is_day else "")


def _day_within(day: int, year: int, month: int) -> int:
    """A day of a month; its last one where it has not so many."""
    after = year * 12 + month
    return min(day, (date(after // 12, after % 12 + 1, 1) - date(year, month, 1)).days)

"""Units that dates are counted in, days or months, and the lags between them.

Days count where dates are given to the day, else the months of the last days: a plan that promises months is not held
to days. In months, a lag of days counts as months of 30, rounded down.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length

_FIRST_MONTH, _LAST_MONTH = 12 + 1, 9999 * 12 + 12
"""The ends of the calendar, as months counted from year 0."""


class Unit(StrEnum):
    """What dates are numbered in: days as proleptic ordinals, months counted from year 0."""

    DAYS = "days"
    MONTHS = "months"

    def number(self, when: PlanDate) -> int:
        """A date by its last day, or that day's month."""
        return when.last if self is Unit.DAYS else when.last_month

    def after(self, number: int, lag: Length | None) -> int:
        """The earliest that may follow."""
        if lag is None:
            return number
        return lag.after(number) if self is Unit.DAYS else number + lag.whole_months

    def before(self, number: int, lag: Length | None) -> int:
        """The latest that may go before: the last number from which the lag leads to no later one than this.

        So 31 March may go a month before 30 April. Before the calendar's beginning, the calendar's beginning.
        """
        if lag is None:
            return number
        return _day_before(number, lag) if self is Unit.DAYS else number - lag.whole_months

    def date(self, number: int) -> PlanDate:
        """The day or the month of a number; beyond an end of the calendar, that end."""
        return _date(self, number)

    def in_days(self, number: int) -> int:
        """About how many days a number of these is, to put amounts of both units in one order: a month is thirty."""
        return number if self is Unit.DAYS else number * 30

    def counted(self, number: int) -> str:
        """`1 day`, `-2 months`."""
        return f"{number:,} {self.value.removesuffix('s')}" if abs(number) == 1 else f"{number:,} {self.value}"


@lru_cache(maxsize=8192)
def _date(unit: Unit, number: int) -> PlanDate:
    if unit is Unit.DAYS:
        ordinal = min(max(number, 1), date.max.toordinal())
        return PlanDate(ordinal, ordinal, date.fromordinal(ordinal).isoformat())
    year, month = divmod(min(max(number, _FIRST_MONTH), _LAST_MONTH) - 1, 12)
    first, last = (date(year, month + 1, day) for day in (1, monthrange(year, month + 1)[1]))
    return PlanDate(first.toordinal(), last.toordinal(), first.isoformat()[:7])


def _day_before(ordinal: int, lag: Length) -> int:
    if lag.unit in "DW":
        return max(ordinal - lag.number * (7 if lag.unit == "W" else 1), 1)
    last = date.fromordinal(ordinal)
    year, month = divmod(last.year * 12 + last.month - 1 - lag.months, 12)
    if year < 1:
        return 1
    days = monthrange(year, month + 1)[1]
    is_end_of_month = last.day == monthrange(last.year, last.month)[1]
    return date(year, month + 1, days if is_end_of_month else min(last.day, days)).toordinal()


def unit_of(dates: Iterable[PlanDate]) -> Unit:
    """The unit in which dates are compared with each other; months where there are none."""
    kinds = {each.is_day for each in dates}
    return Unit.DAYS if kinds == {True} else Unit.MONTHS

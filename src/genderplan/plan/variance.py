"""The difference between two dates of a plan, and when it goes beyond the tolerance."""

from collections.abc import Iterable
from typing import NamedTuple

from genderplan.model.dates import PlanDate
from genderplan.model.lengths import Length
from genderplan.plan.reckoning import Unit


class Variance(NamedTuple):
    """How much later one date is than another; negative is earlier.

    `months` counts calendar months between the last days, `days` the days between them. The unit that is
    shown and judged is days where both dates are given to the day, else months: a plan that promises months
    is not held to days.
    """

    months: int
    days: int
    in_days: bool

    @property
    def amount(self) -> int:
        """The variance in the unit that counts."""
        return self.days if self.in_days else self.months

    @property
    def is_late(self) -> bool:
        return self.amount > 0

    @property
    def in_words(self) -> str:
        """The amount without its sign: "2 months", "1 day"."""
        unit = "day" if self.in_days else "month"
        return f"{abs(self.amount)} {unit}" if abs(self.amount) == 1 else f"{abs(self.amount)} {unit}s"

    @property
    def is_moved(self) -> bool:
        return self.amount != 0

    @property
    def unit(self) -> Unit:
        return Unit.DAYS if self.in_days else Unit.MONTHS

    @property
    def size(self) -> tuple[int, int]:
        """Its place among others: the amount, a month as thirty days; of equals the days between the last days."""
        return self.unit.in_days(self.amount), self.days


class Net(NamedTuple):
    """What several variances come to: those judged in months and those judged in days apart, None where there are none.

    A day over a month's end is no month, so what is judged in days is in no sum of months.
    """

    months: int | None
    days: int | None

    @property
    def size(self) -> int:
        """About how many days it is, a month as thirty."""
        return Unit.MONTHS.in_days(self.months or 0) + (self.days or 0)


class Worst(NamedTuple):
    """The largest variance of several, in the unit in which it is judged."""

    amount: int
    unit: Unit


def variance(was: PlanDate, now: PlanDate) -> Variance:
    """How much later `now` is than `was`. variance(a, b) is the negative of variance(b, a)."""
    return Variance(now.last_month - was.last_month, now.last - was.last, was.is_day and now.is_day)


def is_beyond(was: PlanDate, now: PlanDate, tolerance: Length) -> bool:
    """Whether `now` is later than `was` by more than the tolerance.

    In days: later than the day that dateutil's relativedelta gives for `was` plus the tolerance. In months:
    more months than the tolerance has, its days counting as months of 30, rounded up.
    """
    found = variance(was, now)
    if found.in_days:
        return now.last > tolerance.after(was.last)
    return found.months > tolerance.months


def net(found: Iterable[Variance]) -> Net:
    """The sum of variances, each in its own unit."""
    every = list(found)
    months, days = ([each.amount for each in every if each.in_days is in_days] for in_days in (False, True))
    return Net(sum(months) if months else None, sum(days) if days else None)


def worst(found: Iterable[Variance]) -> Worst | None:
    """The largest of the variances that are late; None where none is."""
    latest = max((each for each in found if each.is_late), key=lambda each: each.size, default=None)
    return Worst(latest.amount, latest.unit) if latest else None

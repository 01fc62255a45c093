"""Variance: the difference between two dates of a plan, and when it goes beyond the tolerance."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length


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
    def size(self) -> tuple[int, int]:
        """Its place among others: the amount, a month as thirty days; of equals the days between the last days."""
        return self.amount * (1 if self.in_days else 30), self.days


def variance(was: PlanDate, now: PlanDate) -> Variance:
    """How much later `now` is than `was`. variance(a, b) is the negative of variance(b, a)."""
    return Variance(now.last_month - was.last_month, now.last - was.last, was.is_day and now.is_day)


def difference(was: PlanDate | None, now: PlanDate | None) -> Variance | None:
    """The variance of two dates that both may be missing; None where one is."""
    return variance(was, now) if was and now else None


def is_beyond(was: PlanDate, now: PlanDate, tolerance: Length) -> bool:
    """Whether `now` is later than `was` by more than the tolerance.

    In days: later than the day that dateutil's relativedelta gives for `was` plus the tolerance. In months:
    more months than the tolerance has, its days counting as months of 30, rounded up.
    """
    found = variance(was, now)
    if found.in_days:
        return now.last > tolerance.after(was.last)
    return found.months > tolerance.months

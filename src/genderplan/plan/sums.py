"""Sums of variances: their sum and the largest, each in the unit in which it is judged."""

from collections.abc import Iterable
from typing import NamedTuple

from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance


class Net(NamedTuple):
    """What several variances come to: those judged in months and those judged in days apart, None where there are none.

    A day over a month's end is no month, so what is judged in days is in no sum of months.
    """

    months: int | None
    """The sum of the other variances; null where there is none."""
    days: int | None
    """The sum of the variances of which both dates are days; null where there is none."""

    @property
    def size(self) -> int:
        """About how many days it is, a month as thirty."""
        return Unit.MONTHS.in_days(self.months or 0) + (self.days or 0)


class Worst(NamedTuple):
    """The largest variance of several, in the unit in which it is judged."""

    amount: int
    """How much it is."""
    unit: Unit
    """days where both dates are days, else months."""


def net(found: Iterable[Variance]) -> Net:
    """The sum of variances, each in its own unit."""
    every = list(found)
    months, days = ([each.amount for each in every if each.in_days is in_days] for in_days in (False, True))
    return Net(sum(months) if months else None, sum(days) if days else None)


def worst(found: Iterable[Variance]) -> Worst | None:
    """The largest of the variances that are late; None where none is."""
    latest = max((each for each in found if each.is_late), key=lambda each: each.size, default=None)
    return Worst(latest.amount, Unit.DAYS if latest.in_days else Unit.MONTHS) if latest else None

"""Dates that wait for each other: how far what waits leaves room for what it waits for, and how far either may move.

A dependency is judged in the unit of its own two dates: days where both are days, else months. So a day and a month are
compared by their months: what waits for a month may come from that month's first day on, what a month waits for may
come up to its last.
"""

from collections.abc import Iterable
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, month_number
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit


class Bound(NamedTuple):
    """From when on, or up to when, something can be: in days or in months, as numbers of `Unit`.

    What has a date has one of them, in the unit of its date. What is undated has both where days and months lead to it,
    each apart; what nothing leads to has none.
    """

    days: int | None = None
    months: int | None = None

    @classmethod
    def of(cls, date: PlanDate | None) -> "Bound":
        """A date by its last day, or its last month."""
        if date is None:
            return cls()
        return cls(days=date.last) if date.is_day else cls(months=date.last_month)

    def after(self, lag: Length | None, unit: Unit | None) -> "Bound":
        """From when on something can follow that is counted in a unit, or is undated."""
        if unit is Unit.MONTHS:
            return Bound(months=_most(Unit.MONTHS.after(each, lag) for each in self.as_months))
        days = None if self.days is None else Unit.DAYS.after(self.days, lag)
        months = None if self.months is None else Unit.MONTHS.after(self.months, lag)
        if unit is None or months is None:
            return Bound(days, months)
        return Bound(days=_most((*_known(days), Unit.MONTHS.date(months).first)))

    def before(self, lag: Length | None, unit: Unit | None) -> "Bound":
        """Up to when something can be that goes before, and is counted in a unit, or is undated."""
        if unit is Unit.MONTHS:
            return Bound(months=_least(Unit.MONTHS.before(each, lag) for each in self.as_months))
        days = None if self.days is None else Unit.DAYS.before(self.days, lag)
        months = None if self.months is None else Unit.MONTHS.before(self.months, lag)
        if unit is None or months is None:
            return Bound(days, months)
        return Bound(days=_least((*_known(days), Unit.MONTHS.date(months).last)))

    @property
    def as_months(self) -> list[int]:
        """The months of what is known."""
        return [*map(month_number, _known(self.days)), *_known(self.months)]

    @property
    def dates(self) -> list[PlanDate]:
        """What is known, as days and months."""
        return [*map(Unit.DAYS.date, _known(self.days)), *map(Unit.MONTHS.date, _known(self.months))]


def latest(bounds: Iterable[Bound]) -> Bound:
    """From when on something can be that has to come after several: the last of their days, and of their months."""
    every = list(bounds)
    return Bound(_most(each.days for each in every), _most(each.months for each in every))


def earliest(bounds: Iterable[Bound]) -> Bound:
    """Up to when something can be that has to come before several."""
    every = list(bounds)
    return Bound(_least(each.days for each in every), _least(each.months for each in every))


class Room(NamedTuple):
    """What is left between two, negative where it is too little, in the unit in which they are compared."""

    amount: int
    unit: Unit

    @property
    def size(self) -> tuple[int, int]:
        """Its place among others: about how many days it is; of equals the days first, which tell more."""
        return self.unit.in_days(self.amount), self.unit is Unit.MONTHS


class Gap(NamedTuple):
    """A date, from when on what it waits for is done, and the time that must pass in between."""

    date: PlanDate
    since: Bound
    lag: Length | None

    @property
    def room(self) -> Room | None:
        """What the other may slip before the date cannot hold: of days and months what is less; None for nothing."""
        if not self.date.is_day:
            return self.room_in(Unit.MONTHS)
        days, months = Bound(days=self.since.days), Bound(months=self.since.months)
        found = [self._replace(since=days).room_in(Unit.DAYS), self._replace(since=months).room_in(Unit.MONTHS)]
        return min((each for each in found if each), key=lambda each: each.size, default=None)

    def room_in(self, unit: Unit) -> Room | None:
        """The same in a unit that is given, in days by the last days of months."""
        known = self.since.as_months if unit is Unit.MONTHS else [each.last for each in self.since.dates]
        return Room(unit.before(unit.number(self.date), self.lag) - max(known), unit) if known else None


def room(first: PlanDate, then: PlanDate, lag: Length | None) -> int:
    """What the first of two dates may slip, in their unit, before the other cannot hold; negative: it cannot now."""
    found = Gap(then, Bound.of(first), lag).room
    return found.amount if found else 0


def after_all(awaited: Iterable[tuple[PlanDate | None, Length | None]]) -> PlanDate | None:
    """From when on something can be done that waits for dates, each with a lag; None where one has none."""
    every = list(awaited)
    if any(date is None for date, _ in every):
        return None
    found = latest(Bound.of(date).after(lag, None) for date, lag in every)
    return max(found.dates, key=lambda date: date.first, default=None)


def side_by_side(then: Gap, now: Gap) -> tuple[Room, Room] | None:
    """The room of before and of now in one unit; None where either is unknown.

    In days where all of it is days, else in months. Only where the dates of now are days that cannot be kept, and a
    month of before would hide it, all is in days: what cannot be kept is judged by the dates of now.
    """
    before, after = then.room, now.room
    if before and after and before.unit is not after.unit:
        is_short = after.unit is Unit.DAYS and after.amount < 0
        unit = Unit.DAYS if is_short else Unit.MONTHS
        before, after = then.room_in(unit), now.room_in(unit)
    return (before, after) if before and after else None


def _known(number: int | None) -> tuple[int, ...]:
    return () if number is None else (number,)


def _most(numbers: Iterable[int | None]) -> int | None:
    return max((each for each in numbers if each is not None), default=None)


def _least(numbers: Iterable[int | None]) -> int | None:
    return min((each for each in numbers if each is not None), default=None)
